"""The command palette: everything that can be done from where the person is, in their language.

It is drawn from the bindings themselves, so that a new key cannot be missing from it. Textual's own
system commands are left out: one of them saves a picture of the screen.
"""

from collections.abc import Awaitable, Callable, Iterator
from functools import partial

from textual.actions import parse
from textual.binding import Binding
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.dom import DOMNode

from tui.screens.page import Page
from tui.screens.places import PLACES
from tui.widgets.key_line import ORDER
from tui.wording import Words

Command = Callable[[], Awaitable[None]]
_ITSELF = "commands"
"""The name of the key that leads here."""
_STEPS = frozenset(
    f"{where}-{to}"
    for where in ("list", "search", "calendar")
    for to in ("first", "last", "up", "down", "left", "right")
)
"""Keys that move the cursor a step or to an end: each is pressed again and again, or was pressed already."""


class OwnCommands(Provider):
    """Every named key of the screen and of what is on it."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for name, _, keys, run in self._commands():
            yield DiscoveryHit(_with_keys(Content(name), keys), run, text=name)

    async def search(self, query: str) -> Hits:
        """Those that match what is typed."""
        matcher = self.matcher(query)
        for name, label, keys, run in self._commands():
            score = max(matcher.match(name), matcher.match(label))
            if score > 0:
                drawn = _with_keys(matcher.highlight(name), keys)
                yield Hit(score + _early(query, label, name), drawn, run, text=name)

    def _commands(self) -> Iterator[tuple[str, str, str, Command]]:
        """What each does, what it is called on the key line, its keys, and how it is done."""
        if not isinstance(self.screen, Page):
            return
        words: Words = self.screen.words
        told: set[str] = set()
        for node, binding in self._bindings(self.screen):
            tip = words(f"tip-{binding.id}")
            if tip not in told:
                told.add(tip)
                label, keys = words(f"key-{binding.id}"), self.app.get_key_display(binding)
                yield tip, label, keys, partial(self._run, binding.action, node)

        for name in PLACES:
            if words(f"tip-{name}") not in told and self.app.check_action("open", (name,)):
                go = partial(self._run, f"open('{name}')", self.app)
                yield words(f"tip-{name}"), words(f"key-{name}"), "", go
        yield words("tip-theme"), words("key-theme"), "", partial(self._run, "change_theme", self.app)

    def _bindings(self, page: Page) -> Iterator[tuple[DOMNode, Binding]]:
        beside = [each for each in page.commands() if _able(*each)]
        active = [one for one in page.active_bindings.values() if one.enabled and one.binding.id]
        active.sort(key=lambda one: ORDER.index(str(one.binding.id)))
        here = [(one.node, one.binding) for one in active]
        idle = page.refusing | page.idle | _STEPS | {_ITSELF}
        for node, binding in beside + here if page.commands_first else here + beside:
            if binding.id not in idle:
                yield node, binding

    async def _run(self, action: str, node: DOMNode) -> None:
        await self.app.run_action(action, node)


def _able(node: DOMNode, binding: Binding) -> bool:
    _, action, parameters = parse(binding.action)
    return bool(node.check_action(action, parameters))


def _early(query: str, *texts: str) -> float:
    """Less than one, the more the sooner a text says what was typed: of equals, the plainest comes first."""
    places = [text.casefold().find(query.casefold()) for text in texts]
    return max((1 / (2 + place) for place in places if place >= 0), default=0.0)


def _with_keys(name: Content, keys: str) -> Content:
    # On one line, so that twice as many commands are in sight.
    return Content.assemble(name, "  ", (keys, "$accent")) if keys else name
