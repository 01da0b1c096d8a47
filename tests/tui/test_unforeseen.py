"""A fault that no code waits for is one sentence too: Python's own report of it would hold the words of a note."""

import asyncio
import gc
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.tui.screens.sitting import sit
from tui.desk import Desk
from tui.unforeseen import place_of

SECRET = "launch-code-4417"

BESIDE = {
    "a thread": "threading.Thread(target=fail).start()",
    "what is put away": "Bad()",
    "the end of the program": "atexit.register(fail)",
}
PROGRAM = """
import atexit, sys, threading, warnings
import tui.commands.day
from tui.cli import run
def fail(): secret = %r; raise ValueError(secret)
class Bad:
    def __del__(self): fail()
def beside(arguments, context): %s; return 0
tui.commands.day.run = beside
sys.exit(run(["--journal", sys.argv[1], "day"]))
"""


def run(does: str, home: dict[str, str], tmp_path: Path, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", PROGRAM % (SECRET, does), str(tmp_path / "journal.db")],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**home, "PYTHONPATH": str(ROOT), **more},
        timeout=60,
    )


@pytest.mark.parametrize("where", BESIDE)
def test_beside_a_command_it_is_one_sentence_without_a_word_of_the_journal(
    where: str, home: dict[str, str], tmp_path: Path
) -> None:
    done = run(BESIDE[where], home, tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith("Beside what you asked for, something went wrong")
    assert done.stderr.count("\n") == 1
    assert "ValueError at <string>:5" in done.stderr


def test_it_is_said_in_french_to_who_reads_french(home: dict[str, str], tmp_path: Path) -> None:
    done = run(BESIDE["a thread"], home, tmp_path, LANG="fr_CA.UTF-8")
    assert done.stderr.startswith("À côté de ce que vous avez demandé")


def test_a_warning_that_quotes_a_note_is_for_who_asks_for_warnings(
    home: dict[str, str], tmp_path: Path
) -> None:
    warn = f"warnings.warn({SECRET!r})"
    assert run(warn, home, tmp_path).stderr == ""
    assert SECRET in run(warn, home, tmp_path, PYTHONWARNINGS="default").stderr


async def _fail() -> None:
    secret = SECRET
    raise ValueError(secret)


def _fail_at_once() -> None:
    secret = SECRET
    raise ValueError(secret)


LOST: dict[str, Callable[[asyncio.AbstractEventLoop], object]] = {
    "a task": lambda loop: loop.create_task(_fail()),
    "a callback": lambda loop: loop.call_soon(_fail_at_once),
    "a thread of the loop's": lambda loop: loop.run_in_executor(None, _fail_at_once),
}


@pytest.mark.parametrize("where", LOST)
async def test_in_the_app_it_is_said_and_the_app_goes_on(
    where: str, desk: Desk, capfd: pytest.CaptureFixture[str]
) -> None:
    """What nobody waited for was printed behind the app, with the words that were at fault in it."""
    async with sit(desk) as person:
        LOST[where](asyncio.get_running_loop())
        await person.until(lambda: gc.collect() and person.said)
        assert person.said[0].startswith("Beside what you asked for, something went wrong")
        assert SECRET not in person.said[0]
        assert person.app.is_running
    printed = capfd.readouterr()
    assert SECRET not in printed.out + printed.err


def test_what_was_never_raised_has_no_place() -> None:
    assert place_of(ValueError(SECRET)) == "?"
