"""What stands beside notes comes along: whichever machine takes the other in, both end alike, once and again."""

from dataclasses import replace
from pathlib import Path

from storage.database import Journal
from storage.exchange.contents import Contents, KeptOccasion, KeptPerson, Understood
from storage.occasions import OccasionStore
from tests.storage.exchange.journals import held, note, put

ONE, TWO = note("one", uid="1" * 32), replace(note("two", uid="2" * 32), number=2)


def reply(quote: str, minute: int, number: int = 1) -> KeptOccasion:
    return KeptOccasion(number, "reply", quote, "Ana", "", "", f"2026-11-20T12:{minute:02d}:00-05:00")


def person(standing: str, minute: int, role: str = "") -> KeptPerson:
    return KeptPerson("Ana Diaz", standing, role, f"2026-11-20T12:{minute:02d}:00-05:00")


def whole(*occasions: KeptOccasion, people: tuple[KeptPerson, ...] = ()) -> Understood:
    return Understood("journal", Contents((ONE, TWO), occasions=occasions, people=people))


def standing(path: Path) -> dict[int, str]:
    journal = Journal(str(path))
    found = OccasionStore(journal).standing([1, 2, 3])
    journal.close()
    return {number: occasion.quote for number, occasion in found.items()}


def test_two_machines_that_went_on_apart_end_alike(tmp_path: Path) -> None:
    first, second = tmp_path / "first.db", tmp_path / "second.db"
    put(first, whole(reply("asked", 1), reply("asked again", 5), people=(person("agreed", 1),)))
    put(
        second,
        whole(reply("asked", 1), reply("asked elsewhere", 3), people=(person("refused", 9, "a user"),)),
    )
    here, there = held(first), held(second)
    put(first, Understood("journal", there))
    put(second, Understood("journal", here))
    assert standing(first) == standing(second) == {1: "asked again"}
    assert held(first).people == held(second).people == (person("refused", 9, "a user"),)
    again = put(first, Understood("journal", held(second)))
    assert (again.occasions, again.people) == ((), ())


def test_an_occasion_follows_its_note_to_another_number(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    put(path, Understood("journal", Contents((replace(note("mine", uid="9" * 32), number=1),))))
    found = put(path, whole(reply("about two", 1, number=2)))
    assert len(found.occasions) == 1
    assert standing(path) == {3: "about two"}


def test_the_way_back_to_an_ordinary_note_comes_along(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    put(path, whole(reply("asked", 1)))
    ordinary = replace(reply("", 5), kind="note", who="")
    put(path, whole(reply("asked", 1), ordinary))
    assert standing(path) == {}
    assert len(held(path).occasions) == 2


def test_of_two_words_said_at_one_moment_both_machines_choose_the_same(tmp_path: Path) -> None:
    first, second = tmp_path / "first.db", tmp_path / "second.db"
    one, other = whole(people=(person("agreed", 1),)), whole(people=(person("refused", 1),))
    for path, order in ((first, (one, other)), (second, (other, one))):
        for understood in order:
            put(path, understood)
    assert held(first).people == held(second).people == (person("refused", 1),)
