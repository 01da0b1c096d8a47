"""Somebody at the app on a real terminal, for tests that look at all that leaves it.

As a program, `python -m tests.tui.at_a_terminal STEPS`, it is `clearday` with a person who takes the steps and then
leaves: those of a scene of `screenshots`, `note:3` for the keys to the third note of the day, or a signal's name.
"""

import shlex
import signal
import sys
from collections.abc import Iterator
from functools import partialmethod

from textual.pilot import Pilot

from screenshots.scenes import do
from screenshots.waiting import PAUSES, is_asking, lasting, press, settle
from tui.app import ClearApp
from tui.cli import run


def keys_of(steps: str) -> Iterator[str]:
    """One step after another, `note:N` as its keys."""
    for step in shlex.split(steps):
        if step.startswith("note:"):
            yield from ("up", "g", *("j" * (int(step.removeprefix("note:")) - 1)))
        else:
            yield step


async def take(pilot: Pilot[None], steps: list[str]) -> None:
    """Take the steps, each once the work of the one before is done, and leave."""
    app = pilot.app
    assert isinstance(app, ClearApp)
    with lasting(0, *PAUSES):
        await settle(pilot)
        for step in steps:
            if step.startswith("SIG"):
                signal.raise_signal(signal.Signals[step])
                await settle(pilot)
            else:
                await do(step, app, pilot)
        await press(pilot, "ctrl+q")
        if is_asking(app):
            app.exit()


def main() -> int:
    """The app, with somebody at it."""
    steps = list(keys_of(sys.argv[1]))
    followed = partialmethod(ClearApp.run, auto_pilot=lambda pilot: take(pilot, steps))
    setattr(ClearApp, "run", followed)  # noqa: B010 - a method's place is not to be assigned to, says mypy
    return run([])


if __name__ == "__main__":
    sys.exit(main())
