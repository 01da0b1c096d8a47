"""What each command takes, as a shell has to know it."""

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

_FILES: Final = {"FILE", "RULE|FILE", "PATH", "DIR"}
"""What the help calls a file or a folder."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One thing that a command takes."""

    names: tuple[str, ...]
    """How an option is written; none for what stands in a place of its own."""
    about: str
    kind: str
    """What the help calls its value; empty for an option without one."""
    offered: tuple[str, ...]
    """The values it can have, where they are known."""
    many: bool
    """Whether it can be given more than once."""

    @property
    def is_file(self) -> bool:
        """Whether its value is a file or a folder."""
        return self.kind in _FILES


@dataclass(frozen=True, slots=True)
class Takes:
    """All that one command takes; the name is empty for what stands before the command."""

    name: str
    about: str
    options: tuple[Slot, ...]
    places: tuple[Slot, ...]


def takes(name: str, parser: argparse.ArgumentParser, known: Mapping[str, Sequence[str]]) -> Takes:
    """What `parser` reads for the command `name`; `known` are the values of what the help calls so, as `PLATFORM`."""
    # argparse has no other way to ask.
    slots = [_slot(one, known) for one in parser._actions if one.help != argparse.SUPPRESS]
    options = tuple(slot for slot in slots if slot.names)
    return Takes(name, parser.description or "", options, tuple(slot for slot in slots if not slot.names))


def _slot(action: argparse.Action, known: Mapping[str, Sequence[str]]) -> Slot:
    kind = "" if action.nargs == 0 else str(action.metavar or action.dest)
    offered = tuple(map(str, action.choices or known.get(kind, ())))
    many = action.nargs in ("*", "+") or isinstance(action, argparse._AppendAction)
    return Slot(tuple(action.option_strings), " ".join((action.help or "").split()), kind, offered, many)


def with_value(commands: Sequence[Takes]) -> Iterator[tuple[str, str, Slot]]:
    """Command, option and slot of each option that has a value: `*` for the command where all have it."""
    first, *rest = commands
    everywhere = {slot.names for slot in first.options}
    for slot in first.options:
        yield from (("*", name, slot) for name in slot.names if slot.kind)
    for one in rest:
        for slot in one.options:
            if slot.names not in everywhere:
                yield from ((one.name, name, slot) for name in slot.names if slot.kind)


def indented(lines: Iterable[str], by: int) -> str:
    """`lines` as a passage of a script, each `by` blanks in."""
    return "\n".join(" " * by + line for line in lines)
