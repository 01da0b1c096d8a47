"""The parts of the script for fish: one `complete` a line."""

from collections.abc import Iterator, Sequence

from tui.shells.slots import Slot, Takes, with_value


def fish(commands: Sequence[Takes]) -> dict[str, str]:
    """What fills `clearday.fish`, by the name of the gap; the first of `commands` stands before any."""
    lines = [f"{_at('')} -a {one.name} -d {_quoted(one.about)}" for one in commands[1:]]
    lines += [line for one in commands for line in (*_options(one), *_places(one))]
    return {
        "valued": " ".join(f"'{command},{name}'" for command, name, _ in with_value(commands)),
        "lines": "\n".join(f"complete -c clearday -c day {line}" for line in lines),
    }


def _options(one: Takes) -> Iterator[str]:
    for slot in one.options:
        names = " ".join(
            f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in slot.names
        )
        yield f"{_at(one.name)} {names}{_value(slot)} -d {_quoted(slot.about)}"


def _value(slot: Slot) -> str:
    if not slot.kind:
        return ""
    return " -r -F" if slot.is_file else f" -x -a {_listed(slot)}"


def _places(one: Takes) -> Iterator[str]:
    for number, slot in enumerate(one.places):
        at = _at(one.name, "" if slot.many else str(number))
        if slot.is_file:
            yield f"{at} -F"
        elif slot.offered:
            yield f"{at} -a {_listed(slot)}"


def _at(command: str, place: str = "") -> str:
    test = f'__clearday_at "{command}" {place}'.rstrip()
    return f"-n '{test}'"


def _listed(slot: Slot) -> str:
    return f"'{' '.join(slot.offered)}'"


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", r"\\").replace("'", r"\'") + "'"
