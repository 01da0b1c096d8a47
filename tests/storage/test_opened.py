"""An open journal: what is run together is kept together or not at all, and opening one loads little."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from storage.opened import Opened

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def opened() -> Iterator[Opened]:
    given = Opened(sqlite3.connect(":memory:", isolation_level=None))
    given.execute("CREATE TABLE word (said TEXT)")
    yield given
    given.close()


def words(opened: Opened) -> list[str]:
    return [row[0] for row in opened.execute("SELECT said FROM word")]


def say(opened: Opened, word: str) -> None:
    opened.execute("INSERT INTO word VALUES (?)", [word])


def say_together(opened: Opened, *said: str) -> None:
    with opened.atomic(), opened.atomic():
        for word in said:
            say(opened, word)


def test_what_is_run_together_is_kept(opened: Opened) -> None:
    with opened.atomic():
        say(opened, "one")
        say(opened, "two")
    assert words(opened) == ["one", "two"]
    assert not opened.conn.in_transaction


def test_nothing_of_it_is_kept_where_an_error_ends_it(opened: Opened) -> None:
    say(opened, "before")
    with suppress(KeyError), opened.atomic():
        say(opened, "one")
        raise KeyError
    assert words(opened) == ["before"]
    assert not opened.conn.in_transaction


def test_an_inner_part_goes_alone_and_with_the_outer_one(opened: Opened) -> None:
    with opened.atomic():
        say(opened, "outer")
        with suppress(KeyError), opened.atomic():
            say(opened, "inner")
            raise KeyError
        with opened.atomic(), opened.atomic():
            say(opened, "innermost")
    assert words(opened) == ["outer", "innermost"]
    with suppress(KeyError), opened.atomic():
        with opened.atomic():
            say(opened, "kept for now")
        raise KeyError
    assert words(opened) == ["outer", "innermost"]


def test_an_error_that_took_everything_back_is_the_one_that_is_raised(opened: Opened) -> None:
    opened.execute(
        "CREATE TRIGGER none BEFORE INSERT ON word WHEN NEW.said = 'no' BEGIN SELECT RAISE(ROLLBACK, 'not that'); END"
    )
    with pytest.raises(sqlite3.IntegrityError, match="not that"):
        say_together(opened, "yes", "no")
    assert words(opened) == []
    assert not opened.conn.in_transaction


def test_a_journal_that_is_up_to_date_is_opened_without_the_library_of_the_migrations(tmp_path: Path) -> None:
    script = (
        "import sys; from storage.database import Journal; Journal(sys.argv[1]).database.execute('SELECT 1');"
        " print('sqlite_utils' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "journal.db")],
        capture_output=True,
        check=True,
        cwd=ROOT,
        text=True,
    )
    assert done.stdout.strip() == "False"


def test_what_is_read_in_passing_leaves_room_as_it_was_to_what_comes_after(opened: Opened) -> None:
    def pages() -> int:
        return int(opened.execute("PRAGMA cache_size").fetchone()[0])

    before = pages()
    with suppress(KeyError), opened.in_passing() as passed:
        assert passed is opened
        assert 0 < pages() < abs(before)
        raise KeyError
    assert pages() == before
