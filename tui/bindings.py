"""How a key is declared: once, by a name that the key line, the help and the palette all know.

The English wording doubles as Textual's own description and tooltip; what a person reads is looked
up under the same name in their language.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from textual.binding import Binding

from tui.key_names import writes
from tui.wording.keys_en import SENTENCES

if TYPE_CHECKING:
    from textual.dom import DOMNode
    from textual.screen import Screen


def key(keys: str, action: str, name: str, *, show: bool = True, priority: bool = False) -> Binding:
    """A binding of `keys` (separated by commas) to `action`, worded by `key-NAME` and `tip-NAME`.

    `show` puts it in the key line; `priority` lets it win over the focused editor. Raises KeyError for
    a name that has no wording.
    """
    return Binding(
        keys,
        action,
        SENTENCES[f"key-{name}"],
        show=show,
        priority=priority,
        id=name,
        tooltip=SENTENCES[f"tip-{name}"],
    )


def key_of(screen: "Screen[Any]", name: str, *, typing: bool) -> str:
    """The key that now does what `name` is bound to, as a person reads it; empty where no key does.

    While `typing` it is a key that writes no letter.
    """
    bound = (one.binding for one in screen.active_bindings.values() if one.binding.id == name)
    able = next((one for one in bound if not typing or len(one.key) > 1), None)
    return screen.app.get_key_display(able) if able else ""


def keyed(screen: "Screen[Any]", name: str, sentence: str, *, typing: bool = True) -> str:
    """`sentence` behind the key that `key_of` gives for `name`; alone where there is none."""
    return f"{key_of(screen, name, typing=typing)} {sentence}".strip()


class KeysNow:
    """The keys that a sentence names: its blank `{key:week}` becomes the key that leads to the week now.

    Where `key_of` knows what works at the cursor, this knows what the screen and its widgets have: a sentence may say
    what can be done elsewhere. It heeds keys of a person's own, and those that the terminal keeps for itself.
    """

    def __init__(self, screen: "Screen[Any]", *kinds: "type[DOMNode]", typing: bool = False) -> None:
        """`kinds`: of widgets, named beside the screen's keys and the app's; `typing`: none that writes a letter."""
        self._app = screen.app
        self._owners = (*kinds, type(screen), type(screen.app))
        self._typing = typing

    def __format__(self, name: str) -> str:
        """The key for `name`, as a person reads it; empty where none is bound to it."""
        bound = list(self._bound(name))
        able = (one for one in bound if not (self._typing and writes(one.key)))
        first = next(able, next(iter(bound), None))
        return self._app.get_key_display(first) if first else ""

    def _bound(self, name: str) -> Iterator[Binding]:
        own: Mapping[str, str] = getattr(self._app, "own_keys", {})
        kept = getattr(self._app, "kept_keys", ())
        declared = (one for owner in self._owners for base in owner.__mro__ for one in _declared(base))
        usual = [one for one in declared if one.id == name]
        keys = own[name].split(",") if name in own else [one.key for one in usual]
        yield from (replace(usual[0], key=key) for key in keys if usual and key not in kept)


def _declared(base: type) -> Iterator[Binding]:
    yield from Binding.make_bindings(base.__dict__.get("BINDINGS", ()))


LIST_KEYS = (
    key("home,g", "first", "list-first", show=False),
    key("end,G", "last", "list-last", show=False),
    key("k", "cursor_up", "list-up", show=False),
    key("j", "cursor_down", "list-down", show=False),
)
"""The keys that every list knows beside the arrows."""
