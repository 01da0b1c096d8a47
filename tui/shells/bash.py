"""The parts of the script for bash: patterns of its `case`, each with what is offered there."""

from collections.abc import Iterable, Iterator, Sequence

from tui.shells.slots import Slot, Takes, indented, with_value


def bash(commands: Sequence[Takes]) -> dict[str, str]:
    """What fills `clearday.bash`, by the name of the gap; the first of `commands` stands before any."""
    valued = list(with_value(commands))
    names = [one.name for one in commands[1:]]
    places = [f",0,*) offered={_listed(names)} ;;", *(line for one in commands[1:] for line in _places(one))]
    return {
        "valued": "|".join(f"{command},{name}" for command, name, _ in valued),
        "values": indented((f"{command},{name}) {_offer(slot)};;" for command, name, slot in valued), 8),
        "options": indented((f"{one.name},*,-*) offered={_options(one)} ;;" for one in commands), 16),
        "places": indented(places, 16),
    }


def _places(one: Takes) -> Iterator[str]:
    for number, slot in enumerate(one.places):
        if offer := _offer(slot):
            yield f"{one.name},{'*' if slot.many else number},*) {offer};;"


def _offer(slot: Slot) -> str:
    if slot.is_file:
        return "files=yes "
    return f"offered={_listed(slot.offered)} " if slot.offered else ""


def _options(one: Takes) -> str:
    return _listed(name for slot in one.options for name in slot.names)


def _listed(words: Iterable[str]) -> str:
    return f"'{' '.join(words)}'"
