"""What the command line asks a person on a terminal, and what it does with the answer."""

import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from select import select

import pytest

from tests.conftest import ROOT, Run

Talk = Callable[..., tuple[int, str]]
# The command has to own its terminal, so that ctrl+c typed there interrupts it: also where the tests were begun by
# something that heeds none, as a job in the background is.
ON_ITS_OWN_TERMINAL = (
    "import fcntl, os, sys, termios; os.setsid(); fcntl.ioctl(0, termios.TIOCSCTTY, 0)\n"
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
    "from tui.cli import run; sys.exit(run(sys.argv[1:]))"
)
INTERRUPT = b"\x03"
PATIENCE = 20
"""Seconds without a word from the command after which ctrl+c is typed once more."""
HELD = "Highly recommend Deloitte for this kind of work."


@pytest.fixture
def talk(home: dict[str, str]) -> Talk:
    """Runs the command on a terminal of its own, types each answer when it is asked; exit code and screen."""

    def run(*arguments: str, answers: tuple[bytes, ...]) -> tuple[int, str]:
        ours, theirs = pty.openpty()
        command = [sys.executable, "-c", ON_ITS_OWN_TERMINAL, *arguments]
        process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, cwd=ROOT, env=home)
        os.close(theirs)
        screen, typed = b"", 0
        while chunk := _read(ours, again=answers[typed - 1] if typed else b""):
            screen += chunk
            # Counted, because what is typed at a passphrase is not shown.
            if typed < len(answers) and screen.count("❯".encode()) > typed:
                os.write(ours, answers[typed])
                typed += 1
        os.close(ours)
        return process.wait(timeout=60), screen.decode("utf-8")

    return run


def _read(terminal: int, again: bytes) -> bytes:
    # Python heeds a ctrl+c that comes between the prompt and the reading of the line only when the next one interrupts
    # the reading. A person types it again.
    if not select([terminal], [], [], PATIENCE)[0] and again == INTERRUPT:
        os.write(terminal, again)
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux says that the other side is gone
        return b""


def notes(clearday: Run) -> list[dict[str, object]]:
    listed: list[dict[str, object]] = json.loads(clearday("day", "--json").out)
    return listed


def test_a_bare_add_asks_for_one_line_and_keeps_it_as_typed(talk: Talk, clearday: Run) -> None:
    code, screen = talk("add", "--tag", "x", answers=(b'it\'s #1 (really) & "so"\n',))
    assert code == 0
    assert "Kept as note 1" in screen
    assert [note["text"] for note in notes(clearday)] == ['it\'s #1 (really) & "so"']


@pytest.mark.parametrize(("typed", "code"), [(b"\n", 3), (b"\x04", 130), (b"\x03", 130)])
def test_an_add_that_is_given_up_keeps_nothing(talk: Talk, clearday: Run, typed: bytes, code: int) -> None:
    told, screen = talk("add", answers=(typed,))
    assert told == code
    assert ("Interrupted before it was done." in screen) is (typed == b"\x03")
    assert notes(clearday) == []


def test_clearing_shows_the_text_asks_for_the_reason_and_keeps_it(talk: Talk, clearday: Run) -> None:
    clearday("add", HELD)
    code, screen = talk("clear", "1", answers=(b"It quotes a report\n",))
    assert code == 0
    assert HELD in screen
    shared = json.loads(clearday("share", "1", "--to", "x", "--json").out)
    assert shared["clearance"]["answers"] == [{"rule": "vendor-endorsement", "answer": "It quotes a report"}]


def test_a_reason_of_a_letter_is_asked_for_again(talk: Talk, clearday: Run) -> None:
    clearday("add", HELD)
    code, screen = talk("clear", "1", answers=(b"x\n", b"It quotes a report\n"))
    assert code == 0
    assert "A few words, please" in screen
    shared = json.loads(clearday("share", "1", "--to", "x", "--json").out)
    assert shared["clearance"]["answers"] == [{"rule": "vendor-endorsement", "answer": "It quotes a report"}]


def test_a_reason_of_a_letter_given_with_the_command_is_taken_and_remarked_on(clearday: Run) -> None:
    clearday("add", HELD)
    ran = clearday("clear", "1", "--reason", "vendor-endorsement=x")
    assert ran.code == 0
    assert "a few words are better" in ran.err


def test_an_empty_reason_leaves_it_held(talk: Talk, clearday: Run) -> None:
    clearday("add", HELD)
    assert talk("clear", "1", answers=(b"\n",))[0] == 1
    assert clearday("share", "1", "--to", "x").code == 1


@pytest.mark.parametrize(
    ("typed", "code", "state"), [(b"y\n", 0, "cleared"), (b"n\n", 1, "draft"), (b"\n", 1, "draft")]
)
def test_a_text_that_owes_nothing_is_cleared_only_by_a_yes(
    talk: Talk, clearday: Run, typed: bytes, code: int, state: str
) -> None:
    clearday("add", "Five people finished the form.")
    assert talk("clear", "1", answers=(typed,))[0] == code
    assert notes(clearday)[0]["state"] == state


def test_a_stop_asks_nothing(talk: Talk, clearday: Run) -> None:
    clearday("add", "The deck is PROTECTED B.")
    code, screen = talk("clear", "1", answers=())
    assert code == 2
    assert "❯" not in screen


def test_talk_is_broken_between_words(talk: Talk, clearday: Run) -> None:
    clearday("add", HELD)
    _, screen = talk("clear", "1", answers=(b"\n",))
    assert all(len(line) <= 81 for line in screen.splitlines())


def test_a_search_on_a_terminal_underlines_its_matches(talk: Talk, clearday: Run) -> None:
    clearday("add", "La réunion, 😀 puis une réunion.")
    code, screen = talk("search", "reunion", answers=())
    assert code == 0
    assert screen.count("\x1b[1;4mréunion\x1b[22;24m") == 2


@pytest.mark.parametrize(("answer", "code", "opened"), [(b"\n", 1, False), (b"y\n", 0, True)])
def test_opening_a_page_needs_a_yes(
    talk: Talk, clearday: Run, home: dict[str, str], tmp_path: Path, answer: bytes, code: int, opened: bool
) -> None:
    browse = tmp_path / "browse"
    browse.write_text('#!/bin/sh\nprintf %s "$1" > "$HOME/kept"\n')
    browse.chmod(0o700)
    home["BROWSER"] = f"{browse} %s"
    clearday("add", "Five people finished the form.")
    clearday("clear", "1")
    ended, screen = talk("share", "1", "--to", "x", "--open", answers=(answer,))
    assert ended == code
    assert "history" in screen
    assert (tmp_path / "kept").exists() is opened
