"""What a journal uses again and again is offered, and a tag that is nearly known is noticed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.vocabulary import vocabulary

NOTES: list[tuple[str, tuple[str, ...]]] = [
    ("Tests with @farida went well. #open-gov #forms", ()),
    ("We met the people of Benefit Navigator today. #open-gov", ()),
    ("A demo of Benefit Navigator for @farouk and @farida.", ("forms",)),
    ("Once only: the team of Grand Central came.", ()),
    ("Lunch. #Open-Gov", ()),
]
WORDS = vocabulary(NOTES, ("thanks", "forms"))


@pytest.mark.parametrize(
    ("before", "rest"),
    [
        ("Good day. #op", "en-gov"),
        ("#", "thanks"),
        ("#FO", "rms"),
        ("#forms", ""),
        ("asked @far", "ida"),
        ("asked @faro", "uk"),
        ("mail a@far", ""),
        ("issue/#op", ""),
        ("met Bene", "fit Navigator"),
        ("met Benefit N", "avigator"),
        ("met Ben", ""),
        ("met Gran", ""),
        ("nothing", ""),
        ("", ""),
    ],
)
def test_the_word_that_was_begun_is_finished(before: str, rest: str) -> None:
    assert WORDS.completion(before) == rest


@pytest.mark.parametrize(
    ("tag", "meant"),
    [
        ("opengov", ("open-gov", 3)),
        ("open_gov", ("open-gov", 3)),
        ("Open-Gov", None),
        ("form", ("forms", 2)),
        ("thansk", ("thanks", 0)),
        ("budget", None),
        ("ope", None),
    ],
)
def test_a_tag_that_is_nearly_known_is_noticed(tag: str, meant: tuple[str, int] | None) -> None:
    assert WORDS.near(tag) == meant


def test_the_teams_tags_come_first_then_those_most_used() -> None:
    assert WORDS.tags == ("thanks", "forms", "open-gov")


@given(st.text(max_size=60), st.lists(st.tuples(st.text(max_size=60), st.just(()))))
def test_whatever_is_typed_what_is_offered_makes_a_word_of_the_journal(
    before: str, notes: list[tuple[str, tuple[str, ...]]]
) -> None:
    words = vocabulary(notes)
    rest = words.completion(before)
    whole = (before + rest).casefold()
    known = (*words.tags, *words.people, *words.projects)
    assert not rest or any(whole.endswith(word.casefold()) for word in known)
