"""A draft belongs to the window that writes it, and to the next one when that window is dead."""

import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from storage.database import Journal
from storage.drafts import DraftStore
from storage.notes import NoteStore
from storage.owners import lives, this_window
from storage.records import Draft
from storage.search import NoteSearch, Term
from tests.conftest import ROOT

NOW = datetime(2026, 11, 20, 21, 30, tzinfo=UTC)
DEAD_WINDOW = """
import os, sys
from datetime import datetime, UTC
from storage.database import Journal
from storage.drafts import DraftStore
from storage.records import Draft
DraftStore(Journal(sys.argv[1])).keep(Draft(sys.argv[2], sys.argv[3], 3, None, datetime.now(UTC)))
os._exit(9)
"""


def draft(text: str, source: str = "line") -> Draft:
    return Draft(source, text, 3, date(2026, 11, 18), NOW)


def left_by_a_dead_window(path: str, text: str, source: str = "line") -> None:
    subprocess.run([sys.executable, "-c", DEAD_WINDOW, path, source, text], check=False, cwd=ROOT)


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "journal.db")


def test_what_a_dead_window_left_is_taken_once_with_all_it_knew(path: str) -> None:
    left_by_a_dead_window(path, "half a sent", "note:12")
    mine, other = DraftStore(Journal(path)), DraftStore(Journal(path))
    assert mine.waiting() == ["note:12"]
    taken = mine.take("note:12")
    assert taken is not None
    assert (taken.text, taken.version) == ("half a sent", 3)
    assert other.take("note:12") is None
    assert other.waiting() == []
    mine.drop("note:12")
    assert mine.take("note:12") is None


def test_the_draft_of_a_living_window_is_left_alone(path: str) -> None:
    mine, other = DraftStore(Journal(path)), DraftStore(Journal(path))
    mine.keep(draft("mine"))
    other.keep(draft("theirs"))
    other.drop("line")
    assert other.take("line") is None
    assert other.waiting() == []


def test_of_two_dead_windows_the_newest_words_come_first_and_the_others_later(path: str) -> None:
    left_by_a_dead_window(path, "older")
    left_by_a_dead_window(path, "newer")
    mine = DraftStore(Journal(path))
    texts = []
    for _ in range(2):
        taken = mine.take("line")
        assert taken is not None
        texts.append(taken.text)
        mine.drop("line")
    assert texts == ["newer", "older"]


def test_a_window_that_has_a_draft_of_its_own_leaves_a_dead_windows_draft_waiting(path: str) -> None:
    """Taken all the same, it would stand in two places, and the next window would be given it again."""
    left_by_a_dead_window(path, "theirs")
    mine, other = DraftStore(Journal(path)), DraftStore(Journal(path))
    mine.keep(draft("mine"))
    assert mine.take("line") is None
    assert mine.waiting() == ["line"]
    mine.drop("line")
    taken = other.take("line")
    assert taken is not None
    assert taken.text == "theirs"


@pytest.mark.parametrize("text", ["a\ud800b", "a\0b", "\x1b[31m", "é\u202e", "x" * 100_000])
def test_no_text_is_too_odd_to_be_kept(path: str, text: str) -> None:
    DraftStore(Journal(path)).keep(draft(text))
    with Journal(path).database.conn as connection:
        kept = connection.execute("SELECT text FROM draft").fetchone()[0]
    assert kept == text.replace("\ud800", "?")


def test_a_draft_is_in_no_day_and_in_no_search(path: str) -> None:
    journal = Journal(path)
    DraftStore(journal).keep(draft("unfinished secret words"))
    assert NoteStore(journal).total() == 0
    assert list(NoteSearch(journal.database.conn).find([Term("secret")], date.min, date.max)) == []


def test_a_window_lives_while_its_process_does_and_no_other_process_passes_for_it() -> None:
    name = this_window()
    assert lives(name)
    number, begun, rest = name.split(" ")
    assert not lives(f"{number} {begun}0 {rest}")
    done = subprocess.run(
        [sys.executable, "-c", "from storage.owners import this_window; print(this_window())"],
        capture_output=True,
        check=True,
        cwd=ROOT,
        text=True,
    )
    assert not lives(done.stdout.strip())


@pytest.mark.parametrize("odd", ["", "x", "0 0", f"{2**80} 1 2", "-1 1 2"])
def test_a_name_that_no_window_has_belongs_to_nobody(odd: str) -> None:
    assert not lives(odd)
