"""The parts of the script for zsh: what its `_arguments` and `_describe` read."""

from collections.abc import Iterator, Sequence

from tui.shells.slots import Slot, Takes, indented


def zsh(commands: Sequence[Takes]) -> dict[str, str]:
    """What fills `clearday.zsh`, by the name of the gap; the first of `commands` stands before any."""
    first, *rest = commands
    return {
        "commands": indented((_quoted(f"{one.name}:{_escaped(one.about, ':')}") for one in rest), 8),
        "first": indented((f"{line} \\" for line in _options(first)), 8),
        "rest": indented((line for one in rest for line in _case(one)), 8),
    }


def _case(one: Takes) -> Iterator[str]:
    yield f"{one.name}) _arguments \\"
    for line in (*_options(one), *_places(one)):
        yield f"    {line} \\"
    yield "    ;;"


def _options(one: Takes) -> Iterator[str]:
    for slot in one.options:
        for name in slot.names:
            often = "*" * slot.many
            sign, value = ("=", f":{_escaped(slot.kind, ':')}:{_offer(slot)}") if slot.kind else ("", "")
            yield _quoted(f"{often}{name}{sign}[{_escaped(slot.about, '[]')}]{value}")


def _places(one: Takes) -> Iterator[str]:
    for number, slot in enumerate(one.places, start=1):
        place = "*" if slot.many else number
        yield _quoted(f"{place}:{_escaped(slot.kind, ':')}:{_offer(slot)}")


def _offer(slot: Slot) -> str:
    return "_files" if slot.is_file else f"({' '.join(slot.offered)})"


def _escaped(text: str, signs: str) -> str:
    return "".join(f"\\{sign}" if sign in f"\\{signs}" else sign for sign in text)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", r"'\''") + "'"
