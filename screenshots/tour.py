"""Records the tour in this folder: the real app on a terminal of its own, driven by a script, as an asciicast.

Run from the checkout: python -m screenshots.tour
Play it with: asciinema play screenshots/tour.cast
What the app draws is recorded; when, is the script's, so that the tour is as quick on a slow machine.
"""

import fcntl
import json
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
FILE = HERE / "tour.cast"
COLUMNS, LINES = 100, 30
LETTER = 0.06
"""Seconds between two letters."""
BANNER = "Example journal"
"""What stands there when the app does."""
QUIET = 1.5
"""Seconds without anything drawn after which the app has answered."""
LONGEST = 30.0
"""Seconds to wait for that at most."""

Step = tuple[str, float]
"""Keys as a terminal sends them, and the seconds to look at what came of them."""

UP, DOWN, LEFT, ESC, ENTER = "\x1b[A", "\x1b[B", "\x1b[D", "\x1b", "\r"
F1, F3, F5, F10 = "\x1bOP", "\x1bOR", "\x1b[15~", "\x1b[21~"


def _typed(text: str, look: float) -> list[Step]:
    return [*((letter, LETTER) for letter in text[:-1]), (text[-1], look)]


TOUR: tuple[Step, ...] = (
    *_typed("Five people finished the new form without help. #forms", 1.0),
    (ENTER, 2.0),
    *_typed("The fund goes up next month; it has not been announced yet.", 2.5),
    (ENTER, 3.0),
    (UP, 1.0),
    ("p", 2.0),
    (F3, 4.0),
    (ESC, 1.0),
    (UP, 0.8),
    (LEFT, 1.5),
    ("c", 3.0),
    *_typed("Public since 12 November, on the programme page.", 1.0),
    (ENTER, 1.5),
    (ENTER, 2.0),
    (ENTER, 3.5),
    (ESC, 1.0),
    (F5, 1.0),
    *_typed("screen", 2.5),
    (ESC, 1.0),
    (F10, 1.5),
    (ENTER, 2.0),
    (UP, 1.0),
    (UP, 1.0),
    (LEFT, 1.5),
    (ESC, 1.0),
    (F1, 3.0),
    (ESC, 1.5),
)


def _size(terminal: int) -> None:
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))


def _answer(terminal: int, quiet: float) -> str:
    """What is drawn until nothing more is for `quiet` seconds."""
    drawn, end = b"", time.monotonic() + LONGEST
    while time.monotonic() < end and select.select([terminal], [], [], quiet if drawn else 3 * quiet)[0]:
        try:
            drawn += os.read(terminal, 65536)
        except OSError:
            break
    return drawn.decode("utf-8", "replace")


def _first(terminal: int) -> str:
    """What is drawn until the app is there, however long it takes."""
    drawn = ""
    while BANNER not in drawn:
        drawn += _answer(terminal, QUIET)
    return drawn


def _environ() -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    # As over SSH: nobody's clipboard and nobody's browser are touched.
    told = {
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "en_CA.UTF-8",
        "TZ": "America/Toronto",
    }
    return {**kept, **told, "SSH_CONNECTION": "203.0.113.1 5 203.0.113.2 22", "PYTHONPATH": str(HERE.parent)}


def record(steps: tuple[Step, ...] = TOUR) -> Iterator[tuple[float, str]]:
    """What was drawn, and the second at which a viewer should see it."""
    ours, theirs = pty.openpty()
    _size(theirs)
    process = subprocess.Popen(
        [sys.executable, "-m", "tui", "demo"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=_environ(),
        cwd=HERE.parent,
    )
    os.close(theirs)
    try:
        at = 2.5
        yield 0.0, _first(ours)
        for keys, look in steps:
            os.write(ours, keys.encode())
            drawn = _answer(ours, QUIET if look > LETTER else LETTER)
            if drawn:
                yield round(at, 2), drawn
            at += look
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=20)
        os.close(ours)


def main() -> int:
    """Record it into this folder."""
    title = {"title": "Clearday", "env": {"TERM": "xterm-256color"}}
    lines = [json.dumps({"version": 2, "width": COLUMNS, "height": LINES, **title})]
    lines += [json.dumps([at, "o", drawn], ensure_ascii=False) for at, drawn in record()]
    FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(FILE.name, len(lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())
