"""A journal that is encrypted or decrypted is the same journal, leaves no plain copy, and survives a kill."""

import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database, Migrations

from storage import schema
from storage.backup import back_up, back_up_daily
from storage.birth import connect
from storage.carrying import carry, same
from storage.conversion import decrypt, encrypt
from storage.database import Journal
from storage.errors import InputError, JournalError
from storage.images import in_keyed_memory, in_memory
from storage.keys import RING, KeyRing
from storage.notes import NoteStore
from storage.quicklog import append
from storage.restore import restore
from storage.search import NoteSearch, Term
from storage.staging import staged
from tests.conftest import ROOT
from tests.storage.conftest import PHRASE

FRIDAY = datetime(2026, 11, 20, 16, 30)
KNOWN = "Zanzibar quetzal xylophone"


def log(path: Path, text: str) -> int:
    return append(str(path), text, day="2026-11-20", at="2026-11-20T16:30:00-05:00", instant=1)


def texts(path: Path) -> list[str]:
    with closing(connect(str(path))) as connection:
        return [row[0] for row in connection.execute("SELECT text FROM note ORDER BY id")]


def with_known_words(folder: Path) -> list[str]:
    files = [file for file in folder.rglob("*") if file.is_file()]
    return [file.name for file in files if b"Zanzibar" in file.read_bytes()]


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    path = tmp_path / "journal.db"
    log(path, KNOWN)
    log(path, "Réunion 😀 à 9 h")
    return path


def test_an_encrypted_journal_holds_the_same_and_shows_none_of_it(journal: Path) -> None:
    back_up(str(journal), at=FRIDAY)
    back_up_daily(str(journal), at=FRIDAY)
    assert len(with_known_words(journal.parent)) >= 3
    before = texts(journal)
    done = encrypt(str(journal), PHRASE)
    assert (done.changed, done.copies, done.left) == (True, 2, ())
    assert with_known_words(journal.parent) == []
    log(journal, f"{KNOWN} again")
    back_up(str(journal), at=FRIDAY)
    assert texts(journal) == [*before, f"{KNOWN} again"]
    assert with_known_words(journal.parent) == []
    assert journal.stat().st_mode & 0o777 == 0o600
    with closing(sqlite3.connect(journal)) as stranger, pytest.raises(sqlite3.DatabaseError):
        stranger.execute("SELECT text FROM note")


def test_any_sqlcipher_opens_it_with_the_passphrase(journal: Path) -> None:
    from sqlcipher3 import dbapi2

    encrypt(str(journal), PHRASE)
    with closing(dbapi2.connect(str(journal))) as other:
        other.execute(f"PRAGMA key = '{PHRASE}'")
        assert other.execute("SELECT text FROM note WHERE id = 1").fetchone() == (KNOWN,)


def test_it_is_searched_and_writes_ahead_as_any_other(journal: Path) -> None:
    encrypt(str(journal), PHRASE)
    with closing(connect(str(journal))) as connection:
        [found] = NoteSearch(connection).find([Term("reunion")])
        assert found.text.startswith("Réunion")
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_there_and_back_is_the_same_journal(journal: Path, tmp_path: Path) -> None:
    twin = tmp_path / "twin.db"
    shutil.copyfile(back_up(str(journal), at=FRIDAY).path, twin)
    encrypt(str(journal), PHRASE)
    assert decrypt(str(journal)).copies == 1
    with closing(sqlite3.connect(journal)) as now, closing(sqlite3.connect(twin)) as then:
        assert same(now, then)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(
    words=st.lists(
        st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda t: "\0" not in t),
        max_size=5,
    )
)
def test_whatever_was_written_is_carried_to_the_letter(encrypted_journal: Path, words: list[str]) -> None:
    del encrypted_journal
    with closing(in_memory()) as plain, closing(in_keyed_memory("00" * 48)) as keyed:
        plain.execute("PRAGMA trusted_schema = ON")  # this schema is ours, and its triggers are to run
        for _, statements in schema.MIGRATIONS:
            for statement in statements:
                plain.execute(statement)
        for number, text in enumerate(words):
            row = [str(number), "2026-11-20", "x", number, text, "x"]
            plain.execute(
                "INSERT INTO note (uid, day, at, instant, text, changed) VALUES (?, ?, ?, ?, ?, ?)", row
            )
        carry(plain, keyed)
        assert same(plain, keyed)
        assert [row[0] for row in keyed.execute("SELECT text FROM note ORDER BY id")] == words
        if words:
            keyed.execute("INSERT INTO week (id, text, base, changed) VALUES ('2026-W47', 'x', '{}', 'x')")
            assert not same(plain, keyed)


@pytest.mark.parametrize("encrypted", [False, True])
def test_a_journal_that_is_open_elsewhere_is_left_alone(journal: Path, encrypted: bool) -> None:
    if encrypted:
        encrypt(str(journal), PHRASE)
    window = Journal(str(journal))
    assert NoteStore(window).total() == 2
    with pytest.raises(JournalError, match="journal-in-use"):
        decrypt(str(journal)) if encrypted else encrypt(str(journal), PHRASE)
    assert RING.is_encrypted(str(journal)) is encrypted
    assert NoteStore(window).total() == 2
    window.close()
    assert (decrypt(str(journal)) if encrypted else encrypt(str(journal), PHRASE)).changed


ADDER = """
import sys
from storage.errors import JournalError
from storage.keys import RING
from storage.quicklog import append
RING.ask_with(lambda path, attempt: sys.argv[2])
for number in range(400):
    try:
        append(sys.argv[1], f"{sys.argv[3]} {number}", day="2026-11-20", at="x", instant=1)
    except JournalError:
        continue
    print(f"{sys.argv[3]} {number}", flush=True)
"""


def test_what_is_confirmed_while_it_is_converted_is_in_it(journal: Path) -> None:
    adders = [
        subprocess.Popen(
            [sys.executable, "-c", ADDER, str(journal), PHRASE, name],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        for name in ("one", "two")
    ]
    turned = 0
    # A dozen turns: without an end, whoever works out the key to one file meets the next.
    while turned < 12 and any(adder.poll() is None for adder in adders):
        try:
            turned += (decrypt(str(journal)) if turned % 2 else encrypt(str(journal), PHRASE)).changed
        except JournalError as error:
            assert error.kind in ("journal-in-use", "journal-busy")  # noqa: PT017 - most turns are refused
    said = [line for adder in adders for line in adder.communicate()[0].split("\n") if line]
    assert [adder.returncode for adder in adders] == [0, 0]
    assert set(said) <= set(texts(journal))
    assert len(said) > 100


KILLED = """
import os, signal, sys
from storage.conversion import decrypt, encrypt
from storage.keys import RING
RING.ask_with(lambda path, attempt: sys.argv[2])
calls = 0
def count(frame, event, called):
    global calls
    if event == "c_call" and called.__name__ in NAMES:
        calls += 1
        if calls == int(sys.argv[4]):
            os.kill(os.getpid(), signal.SIGKILL)
NAMES = {"execute", "executemany", "rename", "fsync", "pwrite", "close", "unlink", "open"}
sys.setprofile(count)
decrypt(sys.argv[1]) if sys.argv[3] == "decrypt" else encrypt(sys.argv[1], sys.argv[2])
sys.setprofile(None)
print(calls)
"""


@pytest.mark.parametrize("way", ["encrypt", "decrypt"])
def test_a_kill_leaves_the_old_journal_or_the_new(journal: Path, tmp_path: Path, way: str) -> None:
    if way == "decrypt":
        encrypt(str(journal), PHRASE)
    before = texts(journal)

    def run(at: int) -> tuple[Path, subprocess.CompletedProcess[str]]:
        path = tmp_path / f"{at}" / "journal.db"
        path.parent.mkdir()
        shutil.copyfile(journal, path)
        command = [sys.executable, "-c", KILLED, str(path), PHRASE, way, str(at)]
        return path, subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    _, whole = run(0)
    calls = int(whole.stdout)
    kinds = set()
    for at in sorted({*range(1, calls, 11), *range(calls - 5, calls)}):  # the name changes near the end
        path, done = run(at)
        assert done.returncode == -signal.SIGKILL
        assert texts(path) == before
        kinds.add(RING.is_encrypted(str(path)))
        log(path, "and on it goes")
        turned = decrypt(str(path)) if way == "decrypt" else encrypt(str(path), PHRASE)
        assert turned.holds.notes == 3
        assert way == "decrypt" or with_known_words(path.parent) in ([], [f".journal.db.{at}.new"])
    assert kinds == {True, False}


def test_a_plain_copy_restored_into_an_encrypted_journal_is_encrypted(journal: Path, tmp_path: Path) -> None:
    plain = tmp_path / "elsewhere" / "old.db"
    plain.parent.mkdir()
    shutil.copyfile(back_up(str(journal), at=FRIDAY).path, plain)
    encrypt(str(journal), PHRASE)
    log(journal, "later")
    with staged(str(plain)) as copy:
        done = restore(str(journal), copy, at=FRIDAY)
    assert texts(journal) == [KNOWN, "Réunion 😀 à 9 h"]
    assert done.before is not None
    assert texts(Path(done.before))[-1] == "later"
    plain.unlink()
    assert with_known_words(tmp_path) == []


def test_an_encrypted_copy_comes_back_encrypted_or_not_at_all(journal: Path, tmp_path: Path) -> None:
    encrypt(str(journal), PHRASE)
    copy = back_up(str(journal), at=FRIDAY).path
    log(journal, "later")
    with staged(copy) as held:
        restore(str(journal), held, at=FRIDAY)
    assert len(texts(journal)) == 2
    new, plain = tmp_path / "new" / "journal.db", tmp_path / "plain.db"
    with staged(copy) as held:
        restore(str(new), held, at=FRIDAY)
    assert RING.is_encrypted(str(new))
    assert len(texts(new)) == 2
    log(plain, "plain")
    with staged(copy) as held, pytest.raises(InputError, match="copy-encrypted"):
        restore(str(plain), held, at=FRIDAY)
    assert texts(plain) == ["plain"]


def test_an_older_encrypted_journal_is_backed_up_encrypted_and_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    with closing(connect(str(path))) as old:
        first = Migrations(schema.MIGRATION_SET)

        @first(name=schema.MIGRATIONS[0][0])
        def journal(database: Database, /) -> None:
            for statement in schema.MIGRATIONS[0][1]:
                database.execute(statement)

        first.apply(Database(old, execute_plugins=False))
        old.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        old.execute("PRAGMA user_version = 1")
        old.execute(
            "INSERT INTO note (uid, day, at, instant, text, changed) VALUES ('a', '2026-11-20', ?, 1, ?, 'x')",
            [FRIDAY.isoformat(), KNOWN],
        )
    encrypt(str(path), PHRASE)
    assert NoteStore(Journal(str(path))).between(date(2026, 11, 20), date(2026, 11, 20))[0].text == KNOWN
    [copy] = (tmp_path / "backups").glob("*.before-migration.db")
    assert RING.is_encrypted(str(copy))
    assert with_known_words(tmp_path) == []


def test_a_damaged_backup_is_named_and_left(journal: Path) -> None:
    copy = Path(back_up(str(journal), at=FRIDAY).path)
    copy.write_bytes(b"not a journal any more")
    done = encrypt(str(journal), PHRASE)
    assert done.left == (str(copy),)
    assert copy.read_bytes() == b"not a journal any more"


def test_a_copy_under_another_name_keeps_its_words(journal: Path, tmp_path: Path) -> None:
    other = tmp_path / "linked.db"
    other.hardlink_to(journal)
    encrypt(str(journal), PHRASE)
    assert texts(other)[0] == KNOWN


def test_a_file_decrypted_while_its_passphrase_is_asked_for_needs_none(journal: Path) -> None:
    encrypt(str(journal), PHRASE)
    ring, asked = KeyRing(), []

    def asker(path: str, attempt: int) -> str:
        asked.append(attempt)
        decrypt(path)
        return PHRASE

    ring.ask_with(asker)
    assert ring.key_for(str(journal)) is None
    assert asked == [0]


@pytest.mark.parametrize("content", [b"\0" * 8192, b"words " * 4096, bytes(range(200)) * 4096])
def test_what_is_not_noise_is_foreign_and_nobody_is_asked(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "journal.db"
    path.write_bytes(content)
    with pytest.raises(JournalError, match="journal-foreign"):
        log(path, "a note")
    assert path.read_bytes() == content
