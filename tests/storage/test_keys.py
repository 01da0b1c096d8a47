"""What is known of a file without looking at it again: looking would drop this process's locks on it."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from storage.birth import open_journal
from storage.conversion import encrypt
from storage.keys import RING
from tests.conftest import ROOT
from tests.storage.conftest import PHRASE

VISIT = """
import sys
from storage.birth import connect
from storage.keys import RING
RING.ask_with(lambda path, attempt: sys.argv[2])
connection = connect(sys.argv[1])
connection.execute("SELECT count(*) FROM note").fetchone()
connection.close()
"""


def visit(path: Path) -> None:
    """Another process reads the journal and goes, and takes the log with it if it thinks it is alone."""
    subprocess.run([sys.executable, "-c", VISIT, str(path), PHRASE], cwd=ROOT, check=True)


@pytest.mark.parametrize("kind", ["new", "empty", "plain", "encrypted"])
def test_an_open_journal_stays_locked_whoever_is_asked_about_it(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "journal.db"
    if kind == "empty":
        path.touch()
    if kind in ("plain", "encrypted"):
        open_journal(str(path))[0].close()
    if kind == "encrypted":
        encrypt(str(path), PHRASE)
    with closing(open_journal(str(path))[0]) as window:
        window.execute("SELECT count(*) FROM note").fetchone()
        assert RING.is_encrypted(str(path)) is (kind == "encrypted")
        open_journal(str(path))[0].close()
        visit(path)
        assert path.with_name("journal.db-wal").exists()


def test_a_new_journal_is_plain_whatever_file_had_its_number_before(tmp_path: Path) -> None:
    new = tmp_path / "new.db"
    new.touch()
    RING.mark(str(new), b"the salt of one before")  # as when the system gives the number again
    open_journal(str(new))[0].close()
    assert not RING.is_encrypted(str(new))
    with closing(sqlite3.connect(new)) as anyone:
        assert anyone.execute("SELECT count(*) FROM note").fetchone() == (0,)
