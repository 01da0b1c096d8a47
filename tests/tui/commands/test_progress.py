"""Who waits for a long text on a terminal sees how far the reader is; nobody else is told."""

import os
import pty
import subprocess
import sys
from functools import partial

import pytest

from tests.conftest import ROOT

LONG = " ".join(f"We met the group number {number}." for number in range(100)).encode()
# Without its patience the command tells from the beginning on, however quick the machine is.
AT_ONCE = "import sys, tui.progress; tui.progress._PATIENCE = 0; from tui.cli import run; sys.exit(run(sys.argv[1:]))"


@pytest.mark.parametrize(
    ("command", "language", "told"),
    [("check", "en", "Reading: 0 of 100"), ("clear", "fr", "Lecture : 0 sur 100")],
)
def test_a_long_text_is_counted_on_a_terminal_only(
    home: dict[str, str], command: str, language: str, told: str
) -> None:
    env = {**home, "CLEARDAY_READER": "small", "LANG": f"{language}_CA.UTF-8"}
    started = partial(
        subprocess.run,
        [sys.executable, "-c", AT_ONCE, command, "-"],
        check=False,
        cwd=ROOT,
        env=env,
        input=LONG,
    )
    assert told not in str(started(capture_output=True))
    ours, theirs = pty.openpty()
    try:
        started(stdout=subprocess.DEVNULL, stderr=theirs)
        os.close(theirs)
        shown = os.read(ours, 65536).decode()
    finally:
        os.close(ours)
    assert told in shown
    assert shown.index("\x1b[K") > shown.index(told)
