"""How a key is declared: once, by a name that the key line, the help and the palette all know.

The English wording doubles as Textual's own description and tooltip; what a person reads is looked
up under the same name in their language.
"""

from typing import TYPE_CHECKING, Any

from textual.binding import Binding

from tui.wording.keys_en import SENTENCES

if TYPE_CHECKING:
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


LIST_KEYS = (
    key("home,g", "first", "list-first", show=False),
    key("end,G", "last", "list-last", show=False),
    key("k", "cursor_up", "list-up", show=False),
    key("j", "cursor_down", "list-down", show=False),
)
"""The keys that every list knows beside the arrows."""
