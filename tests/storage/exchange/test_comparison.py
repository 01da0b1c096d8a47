"""What is new comes in, what is known does not come twice, and two histories of one note are a conflict."""

from dataclasses import replace
from pathlib import Path

import pytest

from storage.errors import JournalError
from storage.exchange.contents import (
    Contents,
    JournalNote,
    JournalWeek,
    KeptClearance,
    Understood,
    WeekVersion,
)
from storage.faults import as_journal_errors
from storage.quicklog import append
from tests.storage.exchange.journals import BASE, NOW, held, note, put


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.db"


def whole(*notes: JournalNote, **more: object) -> Understood:
    numbered = tuple(replace(given, number=number) for number, given in enumerate(notes, start=1))
    return Understood("clearday", Contents(numbered, **more))  # type: ignore[arg-type]


def told(*notes: JournalNote) -> Understood:
    return Understood("jrnl", Contents(notes))


def later(given: JournalNote, text: str) -> JournalNote:
    return replace(given, versions=(*given.versions, replace(given.now, text=text)))


def fates(path: Path, understood: Understood) -> list[str]:
    return [fate for _, fate, _ in put(path, understood).notes]


def test_only_what_is_new_is_added(path: Path) -> None:
    put(path, whole(note("one", uid="1")))
    assert fates(path, whole(note("one", uid="1"), note("two", uid="2"))) == ["known", "new"]
    assert [kept.now.text for kept in held(path).notes] == ["one", "two"]


def test_other_words_of_one_identity_are_a_conflict_and_ours_stay(path: Path) -> None:
    put(path, whole(note("one", uid="1")))
    before = held(path)
    assert fates(path, told(note("uno", uid="1"))) == ["conflict"]
    assert held(path) == before


def test_an_older_copy_of_a_note_brings_nothing_new(path: Path) -> None:
    put(path, whole(later(note("one", uid="1"), "more")))
    assert fates(path, whole(note("one", uid="1"))) == ["known"]
    assert fates(path, told(note("one", uid="1"))) == ["known"]


def test_a_note_that_was_deleted_here_does_not_come_back(path: Path) -> None:
    gone = note("one", uid="1")
    put(path, whole(replace(gone, versions=(gone.now, replace(gone.now, deleted=True)))))
    assert fates(path, told(gone)) == ["known"]
    assert fates(path, told(note("one", uid="2"))) == ["known"]
    assert [kept.now.deleted for kept in held(path).notes] == [True]


def test_one_note_in_two_formats_is_one_note_white_space_and_seconds_aside(path: Path) -> None:
    append(str(path), "Two  lines.\nHere. ", day="2026-11-20", at="2026-11-20T09:12:41-05:00", instant=1)
    assert fates(path, told(note("Two lines. Here.", uid="2"))) == ["known"]
    assert fates(path, told(note("Two lines. Here.", uid="2", at="09:13"))) == ["new"]
    assert fates(path, told(note("Two lines. There.", uid="3"))) == ["new"]


def test_two_equal_notes_are_two_when_the_file_has_two(path: Path) -> None:
    append(str(path), "tea", day="2026-11-20", at="2026-11-20T09:12:00-05:00", instant=1)
    twice = told(note("tea", uid="2"), note("tea", uid="3"))
    assert fates(path, twice) == ["known", "new"]
    assert fates(path, twice) == ["known", "known"]
    assert len(held(path).notes) == 2


def test_numbers_come_along_into_an_empty_journal_only(path: Path, tmp_path: Path) -> None:
    seventh = replace(note("one", uid="7"), number=7)
    week = JournalWeek("2026-W47", (WeekVersion("One.", BASE.replace("[1]", "[7]"), NOW),))
    moving = Understood("clearday", Contents((seventh,), (week,)))
    put(path, moving)
    assert held(path) == moving.contents
    other = tmp_path / "other.db"
    append(str(other), "mine", day="2026-11-19", at="2026-11-19T09:12:00-05:00", instant=1)
    put(other, moving)
    assert [kept.number for kept in held(other).notes] == [1, 2]
    assert held(other).weeks[0].versions[0].base == BASE.replace("[1]", "[2]")
    again = put(other, moving)
    assert (again.count("known"), [fate for _, fate in again.weeks]) == (1, ["known"])


def test_a_clearance_comes_along_into_an_empty_journal_only(path: Path, tmp_path: Path) -> None:
    cleared = KeptClearance("note:1", NOW, (("core", "1"),), (("rule", "because"),), (("x", "0" * 64),))
    moving = whole(note("one"), clearances=(cleared,))
    put(path, moving)
    assert held(path).clearances == (cleared,)
    other = tmp_path / "other.db"
    append(str(other), "mine", day="2026-11-19", at="2026-11-19T09:12:00-05:00", instant=1)
    put(other, moving)
    assert held(other).clearances == ()


def test_when_one_note_cannot_be_written_none_is(path: Path) -> None:
    put(path, whole())
    broken = told(note("one", uid="1"), note("two", uid="2", day="no day at all", at="2026-11-20T09:12"))
    broken = Understood(
        "jrnl",
        Contents(
            (
                broken.contents.notes[0],
                replace(broken.contents.notes[1], versions=(replace(note("x").now, day="no day"),)),
            )
        ),
    )
    with pytest.raises(JournalError), as_journal_errors(str(path)):
        put(path, broken)
    assert held(path).notes == ()


def test_what_is_known_already_uses_up_no_numbers(path: Path) -> None:
    two = whole(note("one", uid="1"), note("two", uid="2"))
    put(path, two)
    put(path, two)
    put(path, whole(note("three", uid="3")))
    assert [kept.number for kept in held(path).notes] == [1, 2, 3]
