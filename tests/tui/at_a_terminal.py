"""Somebody at the app on a real terminal, for tests that look at all that leaves it.

As a program, `python -m tests.tui.at_a_terminal STEPS`, it is `clearday` with a person who takes the steps and then
leaves. A step is a key, or what is typed behind `=`; `note:3` stands for the keys to the third note of the day.
"""

import shlex
import signal
import sys
from collections.abc import Iterator
from functools import partialmethod
from typing import Any

from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from screenshots.waiting import PAUSES, is_asking, lasting, press, settle


def keys_of(steps: str) -> Iterator[str]:
    """One step after another, `note:N` as its keys."""
    for step in shlex.split(steps):
        if step.startswith("note:"):
            yield from ("up", "g", *("j" * (int(step.removeprefix("note:")) - 1)))
        else:
            yield step


async def take(pilot: Pilot[Any], steps: list[str]) -> None:
    """Take the steps, each once the work of the one before is done, and leave."""
    with lasting(0, *PAUSES):
        await settle(pilot)
        for step in steps:
            await take_one(pilot, step)
            await settle(pilot)
        await press(pilot, "ctrl+q")
        if is_asking(pilot.app):
            pilot.app.exit()


async def take_one(pilot: Pilot[Any], step: str) -> None:
    """Press a key, type, or have the process asked to end."""
    focused = pilot.app.focused
    if step.startswith("SIG"):
        signal.raise_signal(signal.Signals[step])
    elif not step.startswith("="):
        await press(pilot, step)
    elif isinstance(focused, Input):
        focused.insert_text_at_cursor(step[1:])
    else:
        assert isinstance(focused, TextArea), focused
        focused.insert(step[1:])


def main() -> int:
    """The app, with somebody at it."""
    from tui.app import ClearApp
    from tui.cli import run

    steps = list(keys_of(sys.argv[1]))
    followed = partialmethod(ClearApp.run, auto_pilot=lambda pilot: take(pilot, steps))
    setattr(ClearApp, "run", followed)  # noqa: B010 - a method's place is not to be assigned to, says mypy
    return run([])


if __name__ == "__main__":
    sys.exit(main())
