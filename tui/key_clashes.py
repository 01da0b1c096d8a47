"""Finds the keys of a person's own that cannot work: the editor has them, or something else does there.

Textual would say nothing: a key that the editor owns is silently the editor's, and of two the nearer wins.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode
from textual.keys import _character_to_key
from textual.screen import Screen
from textual.widgets import TextArea

from storage.texts import read_text
from storage.toml_lines import line_in
from tui.screens.places import read_all
from tui.visible import visible
from tui.wording import Words

_EDITOR_KEYS = frozenset(key for binding in Binding.make_bindings(TextArea.BINDINGS) for key in [binding.key])


@dataclass(frozen=True, slots=True)
class Clash:
    """A key of the person's own that cannot be used; what it was for keeps its usual key."""

    name: str
    """What the key was for."""
    key: str
    """The key, as Textual writes it."""
    other: str = ""
    """What already has it there, by name; empty when it is the editor's."""


def clashes(keys: Sequence[tuple[str, str]]) -> list[Clash]:
    """The first clash of each of `keys`, pairs of a name and keys separated by commas."""
    if not keys:
        return []
    read_all()  # a screen is read when somebody goes there, and its keys with it
    chosen = {name: [long_name(one) for one in pressed.split(",")] for name, pressed in keys}
    bound = list(_bound())
    found = (_clash(name, pressed, chosen, bound) for name, pressed in chosen.items())
    return [clash for clash in found if clash is not None]


def long_name(key: str) -> str:
    """A key as Textual writes it: `?` is `question_mark`."""
    key = key.strip()
    return _character_to_key(key) if len(key) == 1 else key


def told(words: Words, clash: Clash, path: str) -> str:
    """One sentence: where in the settings file `path` the key stands, and what has it already."""
    line = line_in(read_text(path), "keys", clash.name) or 1
    does = words(f"tip-{clash.other}") if clash.other else ""
    kind = "key-taken" if clash.other else "key-owned"
    return words(kind, path=visible(path), line=line, name=clash.name, pressed=clash.key, does=does)


_Bound = tuple[type[DOMNode], Binding]


def _bound() -> Iterator[_Bound]:
    waiting: list[type[DOMNode]] = [DOMNode]
    seen: set[type[DOMNode]] = set()
    while waiting:
        one = waiting.pop()
        waiting += [child for child in one.__subclasses__() if child not in seen]
        seen.update(one.__subclasses__())
        if one.__module__.startswith("tui."):
            for binding in Binding.make_bindings(one.__dict__.get("BINDINGS", [])):
                yield one, binding


def _clash(
    name: str, pressed: Sequence[str], chosen: dict[str, list[str]], bound: Sequence[_Bound]
) -> Clash | None:
    usual = {binding.key for _, binding in bound if binding.id == name}
    for owner, mine in bound:
        if mine.id != name:
            continue
        for key in (one for one in pressed if one not in usual or _is_chosen(one, name, chosen)):
            if key in _EDITOR_KEYS and not mine.priority and _meets_an_editor(owner):
                return Clash(name, key)
            other = next(
                (theirs for theirs in _others(name, key, chosen, bound) if _meet(owner, theirs[0])), None
            )
            if other is not None:
                return Clash(name, key, other[1].id or "")
    return None


def _is_chosen(key: str, name: str, chosen: dict[str, list[str]]) -> bool:
    # A usual key that is kept gets in nobody's way but of what was moved onto it.
    return any(key in keys for other, keys in chosen.items() if other != name)


def _others(name: str, key: str, chosen: dict[str, list[str]], bound: Sequence[_Bound]) -> Iterator[_Bound]:
    for owner, binding in bound:
        if binding.id and binding.id != name and key in chosen.get(binding.id, [binding.key]):
            yield owner, binding


def _meets_an_editor(owner: type[DOMNode]) -> bool:
    return issubclass(owner, App | Screen | TextArea)


def _meet(one: type[DOMNode], other: type[DOMNode]) -> bool:
    # What works everywhere meets everything; a screen meets the screens it is made from, a widget its own kind.
    return (
        any(issubclass(each, App) for each in (one, other))
        or issubclass(one, other)
        or issubclass(other, one)
    )
