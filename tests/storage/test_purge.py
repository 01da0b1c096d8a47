"""A purged note leaves no byte of its words in the journal's files, and takes nothing else with it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from storage.acts import ActStore
from storage.clearances import ClearanceStore
from storage.database import Journal
from storage.drafts import DraftStore
from storage.errors import NoSuchNote
from storage.notes import NoteStore
from storage.purge import Extent, Purge
from storage.quicklog import append
from storage.records import Draft, Shared
from storage.search import NoteSearch, Term
from storage.weeks import WeekStore

NOW = datetime(2026, 11, 20, 21, 30, tzinfo=UTC)
WORDS = ("zanzibarine", "quetzalcoatlus", "xylographie", "flibbertigibbet")


def log(path: str, text: str) -> int:
    return append(path, text, day="2026-11-20", at="2026-11-20T16:30:00-05:00", instant=1)


def traces(path: str) -> set[str]:
    files = [file.read_bytes() for file in Path(path).parent.iterdir()]
    return {word for word in WORDS if any(word.encode() in data for data in files)}


class Desk:
    """A journal with a note that was rewritten, drafted, deleted and cleared, among many others."""

    def __init__(self, path: str) -> None:
        self.journal = Journal(path)
        self.notes = NoteStore(self.journal)
        self.acts = ActStore(self.journal, self.notes, WeekStore(self.journal))
        self.purge = Purge(self.journal, self.notes)
        for count in range(200):
            log(
                path,
                f"Ordinary words of note {count}, long enough to fill a page of the file sooner or later.",
            )
        self.number = log(path, f"{WORDS[0]} was said.")
        self.rewrite(f"{WORDS[1]} was said, at length: " + "and so on " * 900)
        self.rewrite(f"{WORDS[2]} was said.")
        drafts = DraftStore(self.journal)
        drafts.keep(Draft(f"note:{self.number}", f"{WORDS[3]} was being said", 3, None, NOW))
        drafts.drop(f"note:{self.number}")

    def rewrite(self, text: str) -> None:
        self.acts.revise("edit", replace(self.notes.find(self.number), text=text), changed=NOW)


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "journal.db")


@pytest.fixture
def desk(path: str) -> Desk:
    return Desk(path)


def test_no_byte_of_a_purged_note_is_left_in_any_file(desk: Desk, path: str) -> None:
    assert traces(path) == set(WORDS)
    assert desk.purge.purge(desk.number)
    assert traces(path) == set()


def test_deleting_rows_alone_would_leave_traces(desk: Desk, path: str) -> None:
    desk.journal.database.execute("DELETE FROM note WHERE id = ?", [desk.number])
    desk.journal.database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert traces(path)


@pytest.mark.usefixtures("either_kind")
def test_everything_else_stays_and_is_found(desk: Desk) -> None:
    desk.purge.purge(desk.number)
    assert desk.notes.total() == 200
    found = NoteSearch(desk.journal.database.conn).find([Term("ordinary")], date.min, date.max)
    assert len(list(found)) == 200
    assert list(NoteSearch(desk.journal.database.conn).find([Term(WORDS[2])], date.min, date.max)) == []
    assert [row[0] for row in desk.journal.database.execute("PRAGMA integrity_check")] == ["ok"]
    assert desk.acts.undo(changed=NOW) is None


@pytest.mark.usefixtures("either_kind")
def test_the_number_is_never_given_again(desk: Desk, path: str) -> None:
    desk.purge.purge(desk.number)
    assert log(path, "next") == desk.number + 1
    with pytest.raises(NoSuchNote):
        desk.notes.find(desk.number)
    with pytest.raises(NoSuchNote):
        desk.purge.purge(desk.number)


def test_clearances_and_ledger_stay_and_are_counted_before(desk: Desk) -> None:
    clearances = ClearanceStore(desk.journal)
    source = f"note:{desk.number}"
    given = clearances.add(source, cleared_at=NOW, packs=(), answers=(), fingerprints={"x": "f" * 64})
    clearances.record(given, Shared(source, "x", 1, 1, "screen", NOW))
    assert desk.purge.extent(desk.number) == Extent(versions=3, clearances=1, shared=1)
    desk.purge.purge(desk.number)
    assert clearances.last(source) == given
    assert len(clearances.ledger(source)) == 1


def test_a_reader_in_the_way_is_said_and_the_traces_go_when_it_is_gone(desk: Desk, path: str) -> None:
    desk.journal.database.execute("PRAGMA busy_timeout = 1")
    reader = Journal(path)
    reader.database.execute("BEGIN")
    reader.database.execute("SELECT count(*) FROM note").fetchone()
    assert not desk.purge.purge(desk.number)
    assert desk.notes.total() == 200
    reader.close()
    assert desk.purge.wipe()
    assert traces(path) == set()
