"""Whom a text names: only what is clearly a person, and a role in the place of a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.names import named_people, with_role


def names(text: str, *known: str) -> list[str]:
    return [one.name for one in named_people(text, frozenset(known))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Thanks to Noor and Bram for the room.", ["Noor", "Bram"]),
        ("Shout-out to Anne-Marie Roy, who found it.", ["Anne-Marie Roy"]),
        ("Paired with Devi on the lookup.", ["Devi"]),
        ("Merci à Élise pour la relecture.", ["Élise"]),
        ("Asked @[Ana Diaz] about labels.", ["Ana Diaz"]),
        ("Met with Shared Services Canada.", []),
        ("Thanks to the library.", []),
        ("Thanks to Kingston Library for the room.", []),
        ("Merci à Rimouski Services.", []),
        ("Merci à Rimouski et à Trois-Rivières pour les relevés.", []),
        ("Entretien avec Rimouski et Val-d’Or.", []),
        ("Met with Thunder Bay and Devi.", ["Devi"]),
        ("Merci à Marie Laval pour la relecture.", ["Marie Laval"]),
        ("Thanks to Devi's team and all of you.", []),
        ("Met with Communications team leads.", []),
        ("Five people finished. Ontario wins. Monday was quiet.", []),
        ("We met with Friday in mind.", []),
    ],
)
def test_only_what_is_clearly_a_person_is_one(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_a_known_name_counts_wherever_it_stands_with_its_capital() -> None:
    assert names("Will will know. Devi too.", "will", "devi") == ["Will", "Devi"]


KNOWN = frozenset({"devi rao", "will moss", "ana diaz", "ana roy", "kingston library"})
PEOPLE = KNOWN - {"kingston library"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("For Devi and Sanjit.", [("Devi", "devi rao"), ("Sanjit", "sanjit")]),
        (
            "For Devi Rao and Sanjit Lal, in plain text.",
            [("Devi Rao", "devi rao"), ("Sanjit Lal", "sanjit lal")],
        ),
        ("Pour Devi et Élise.", [("Devi", "devi rao"), ("Élise", "élise")]),
        ("Devi Mehta is somebody else.", []),
        ("Ana could be either.", []),
        ("Will it work? Will Moss knows.", [("Will Moss", "will moss")]),
        ("Kingston Library and Ottawa opened.", [("Kingston Library", "kingston library")]),
        ("Devi and the team, Devi and Communications team.", [("Devi", "devi rao")] * 2),
        ("With @[Devi Rao] and Sanjit.", [("Devi Rao", "devi rao"), ("Sanjit", "sanjit")]),
        ("devi in small letters, Devina and Devi-Ann are not her.", []),
    ],
)
def test_somebody_remembered_is_found_in_plain_text_and_so_is_who_stands_beside(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert [(one.name, one.key) for one in named_people(text, KNOWN, people=PEOPLE)] == found


def test_a_mention_in_brackets_counts_once_with_its_place() -> None:
    (one,) = named_people("With @[Devi Rao].", frozenset({"devi rao"}))
    assert (one.name, one.start, one.end) == ("Devi Rao", 5, 16)


def test_a_role_takes_the_place_of_a_name_also_where_a_sentence_begins() -> None:
    text = "Devi fixed it. Thanks to Devi and @[Devi]! Devina stays."
    assert with_role(text, "Devi", "a tester") == (
        "A tester fixed it. Thanks to a tester and a tester! Devina stays."
    )


@given(st.text(max_size=200))
def test_any_text_can_be_read_and_places_are_true(text: str) -> None:
    for one in named_people(text, frozenset({"ana"})):
        assert one.name in text[one.start : one.end]
