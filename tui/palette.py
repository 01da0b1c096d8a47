"""The command palette: everything that can be done from where the person is, in their language.

It is drawn from the bindings themselves, so that a new key cannot be missing from it. Textual's own
system commands are left out: one of them saves a picture of the screen.
"""

from collections.abc import Awaitable, Callable, Iterator
from functools import partial

from textual.binding import Binding
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.dom import DOMNode

from tui.screens.page import Page
from tui.screens.places import PLACES
from tui.wording import Words

Command = Callable[[], Awaitable[None]]


class OwnCommands(Provider):
    """Every named key of the screen and of what is on it."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for name, keys, run in self._commands():
            yield DiscoveryHit(_with_keys(Content(name), keys), run, text=name)

    async def search(self, query: str) -> Hits:
        """Those that match what is typed."""
        matcher = self.matcher(query)
        for name, keys, run in self._commands():
            score = matcher.match(name)
            if score > 0:
                yield Hit(score, _with_keys(matcher.highlight(name), keys), run, text=name)

    def _commands(self) -> Iterator[tuple[str, str, Command]]:
        if not isinstance(self.screen, Page):
            return
        words: Words = self.screen.words
        told: set[str] = set()
        for node, binding in self._bindings(self.screen):
            tip = words(f"tip-{binding.id}")
            if tip not in told:
                told.add(tip)
                yield tip, self.app.get_key_display(binding), partial(self._run, binding.action, node)

        for name in PLACES:
            if words(f"tip-{name}") not in told:
                yield words(f"tip-{name}"), "", partial(self._run, f"open('{name}')", self.app)
        yield words("tip-theme"), "", partial(self._run, "change_theme", self.app)

    def _bindings(self, page: Page) -> Iterator[tuple[DOMNode, Binding]]:
        yield from page.commands()
        for active in page.active_bindings.values():
            if active.binding.id and active.enabled:
                yield active.node, active.binding

    async def _run(self, action: str, node: DOMNode) -> None:
        await self.app.run_action(action, node)


def _with_keys(name: Content, keys: str) -> Content:
    # On one line, so that twice as many commands are in sight.
    return Content.assemble(name, "  ", (keys, "$accent")) if keys else name
