"""Notes are kept to the letter, with every version they ever had."""

import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.birth import connect
from storage.database import Journal
from storage.errors import ChangedElsewhere, NoSuchNote
from storage.notes import NoteStore
from storage.quicklog import append
from storage.records import Note

pytestmark = pytest.mark.usefixtures("either_kind")

NOW = datetime(2026, 11, 20, 21, 30, tzinfo=UTC)
DAY = date(2026, 11, 20)
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1).filter(
    lambda text: text.strip()
)


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "journal.db")


@pytest.fixture
def notes(path: str) -> NoteStore:
    return NoteStore(Journal(path))


def log(path: str, text: str, *, day: str = "2026-11-20", instant: int = 1) -> int:
    return append(path, text, day=day, at=f"{day}T16:30:00-05:00", instant=instant)


def changed(note: Note, **fields: object) -> Note:
    from dataclasses import replace

    return replace(note, **fields)  # type: ignore[arg-type]


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
def test_a_note_keeps_its_text_to_the_last_code_point(path: str, notes: NoteStore, text: str) -> None:
    assert notes.get(log(path, text)).text == text


def test_a_note_keeps_its_day_and_its_moment_with_the_offset(path: str, notes: NoteStore) -> None:
    note = notes.get(log(path, "late", day="2026-11-20"))
    assert note.day == DAY
    assert note.at.isoformat() == "2026-11-20T16:30:00-05:00"


def test_notes_of_a_day_come_in_the_order_they_happened_whatever_their_offset(
    path: str, notes: NoteStore
) -> None:
    late = append(path, "Los Angeles", day="2026-11-20", at="2026-11-20T09:00:01-08:00", instant=2_000_000)
    early = append(path, "Auckland", day="2026-11-20", at="2026-11-20T23:00:00+13:00", instant=1_000_000)
    assert [note.id for note in notes.between(DAY, DAY)] == [early, late]


def test_every_version_a_note_had_is_kept(path: str, notes: NoteStore) -> None:
    first = notes.get(log(path, "one"))
    second = notes.revise(changed(first, text="two"), changed=NOW)
    notes.revise(changed(second, deleted=True), changed=NOW)
    assert [(v.version, v.text, v.deleted) for v in notes.versions(first.id)] == [
        (1, "one", False),
        (2, "two", False),
        (3, "two", True),
    ]


def test_a_change_that_started_from_an_older_version_overwrites_nothing(path: str, notes: NoteStore) -> None:
    seen = notes.get(log(path, "one"))
    notes.revise(changed(seen, text="theirs"), changed=NOW)
    with pytest.raises(ChangedElsewhere):
        notes.revise(changed(seen, text="mine"), changed=NOW)
    assert notes.get(seen.id).text == "theirs"


def test_a_note_set_aside_is_not_shown_and_comes_back(path: str, notes: NoteStore) -> None:
    note = notes.get(log(path, "one"))
    aside = notes.revise(changed(note, deleted=True), changed=NOW)
    assert notes.between(DAY, DAY) == []
    assert notes.total() == 0
    with pytest.raises(NoSuchNote):
        notes.get(note.id)
    notes.revise(changed(aside, deleted=False), changed=NOW)
    assert [shown.text for shown in notes.between(DAY, DAY)] == ["one"]


def test_nobody_can_change_a_note_without_leaving_a_version_behind(path: str) -> None:
    log(path, "one")
    stranger = connect(path)
    with pytest.raises(sqlite3.IntegrityError, match="next version"):
        stranger.execute("UPDATE note SET text = 'forged'")
    with pytest.raises(sqlite3.IntegrityError, match="never changes"):
        stranger.execute("UPDATE note_version SET text = 'forged'")
    stranger.close()


@pytest.mark.parametrize("number", [0, -1, 7, 2**63, 10**30])
def test_a_number_no_note_has_is_said(notes: NoteStore, number: int) -> None:
    with pytest.raises(NoSuchNote):
        notes.get(number)


def test_counts_tell_the_days_that_have_notes(path: str, notes: NoteStore) -> None:
    log(path, "one", day="2026-11-18")
    log(path, "two", day="2026-11-18")
    log(path, "three", day="2026-11-20")
    assert notes.counts(date(2026, 11, 16), date(2026, 11, 22)) == {date(2026, 11, 18): 2, DAY: 1}
    assert notes.days(date(2026, 11, 16), date(2026, 11, 18)) == {
        1: date(2026, 11, 18),
        2: date(2026, 11, 18),
    }


def test_the_last_notes_of_a_day_are_read_from_any_place_in_it(path: str, notes: NoteStore) -> None:
    numbers = [log(path, f"Note {moment}.", instant=moment) for moment in (2, 1, 3, 3, 4)]
    log(path, "Another day.", day="2026-11-21", instant=9)
    second, first, third, beside, last = numbers
    assert [notes.later_than(one) for one in (first, second, third, beside, last)] == [4, 3, 2, 1, 0]
    assert [note.id for note in notes.last_of(DAY, 2)] == [beside, last]
    assert [note.id for note in notes.last_of(DAY, 2, 2)] == [second, third]
