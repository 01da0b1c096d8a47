"""`clearday add` at 0, 10,000 and 100,000 notes, against a bare Python that inserts one row.

With jrnl (its command on the PATH, or its path in JRNL) on the same notes beside it; at 100,000 one entry
takes it about a minute. And at an encrypted journal, where most of it is working out the key.
Run: python -m tests.benchmarks.capture
"""

import os
import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from storage.conversion import encrypt
from storage.database import open_database
from tests.benchmarks.stopwatch import cpu_of, report
from tests.storage.many import add_many

SIZES = (0, 10_000, 100_000)
TEXT = "Five people finished the new form without help, two more than last month. #forms"
BARE = (
    "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]);"
    "c.execute('CREATE TABLE IF NOT EXISTS n (t)'); c.execute('INSERT INTO n VALUES (?)', (sys.argv[2],)); c.commit()"
)
PASSPHRASE = "correct horse battery staple"
KEYED = (
    "import os, sys; r, w = os.pipe(); os.write(w, b'" + PASSPHRASE + "\\n'); os.close(w);"
    "os.environ['CLEARDAY_PASSPHRASE_FD'] = str(r); from tui.cli import run; sys.exit(run(sys.argv[1:]))"
)

JRNL_SETTINGS = (
    "colors: {{body: none, date: none, tags: none, title: none}}\ndefault_hour: 9\ndefault_minute: 0\neditor: ''\n"
    "encrypt: false\nhighlight: false\nindent_character: '|'\njournals: {{default: {{journal: {journal}}}}}\n"
    "linewrap: 79\ntagsymbols: '#@'\ntemplate: false\ntimeformat: '%Y-%m-%d %H:%M'\nversion: v4.6\n"
)


def fill(path: str, size: int) -> None:
    """Put `size` notes into a new journal at `path`."""
    start = datetime(2019, 1, 1, 9, tzinfo=UTC)
    moments = (start + timedelta(minutes=17 * number) for number in range(size))
    database = open_database(path)
    add_many(database, ((at, f"{number} {TEXT}") for number, at in enumerate(moments)))
    database.close()


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        env = {"HOME": folder, "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
        floor = cpu_of(["-c", BARE, f"{folder}/bare.db", TEXT], env)
        rows = [("bare Python, sqlite3, one row", floor)]
        for size in SIZES:
            path = f"{folder}/{size}.db"
            fill(path, size)
            rows.append(
                (f"clearday add, {size:,} notes", cpu_of(["-m", "tui", "--journal", path, "add", TEXT], env))
            )
        rows.append(encrypted(f"{folder}/10000.db", env))
        rows += peer(folder, env)
        report("Capture (CPU time of the whole process)", rows, floor)


def encrypted(path: str, env: dict[str, str]) -> tuple[str, float]:
    """The time of an add to the journal at `path` once it is encrypted."""
    encrypt(path, PASSPHRASE)
    command = ["-c", KEYED, "--journal", path, "add", TEXT]
    return "clearday add, 10,000 notes, encrypted", cpu_of(command, env)


def peer(folder: str, env: dict[str, str]) -> list[tuple[str, float]]:
    """jrnl's times for the same notes; nothing when it is not here."""
    jrnl = os.environ.get("JRNL") or shutil.which("jrnl")
    rows: list[tuple[str, float]] = []
    for size in SIZES if jrnl else ():
        journal, config = Path(folder, f"{size}.txt"), Path(folder, f"{size}.yaml")
        moments = (datetime(2019, 1, 1, 9) + timedelta(minutes=17 * number) for number in range(size))
        journal.write_text(
            "".join(f"[{at:%Y-%m-%d %H:%M}] {number} {TEXT}\n\n" for number, at in enumerate(moments))
        )
        config.write_text(JRNL_SETTINGS.format(journal=journal))
        command = [str(jrnl), "--config-file", str(config), TEXT]
        rows.append((f"jrnl, {size:,} notes", cpu_of(command, env, times=5 if size < SIZES[-1] else 1)))
    return rows


if __name__ == "__main__":
    main()
