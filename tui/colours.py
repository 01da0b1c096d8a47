"""The colours to choose from, by name: ours first, then everybody's; the one in use says so."""

from collections.abc import Callable, Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from tui.overlays import OverlaidApp
from tui.themes import OURS


class Colours(Provider):
    """Every theme there is. What is chosen is worn at once, and kept in the settings."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for name, wear in self._themes():
            yield DiscoveryHit(self._told(name, Content(name)), wear, text=name)

    async def search(self, query: str) -> Hits:
        """Those whose name matches what is typed."""
        matcher = self.matcher(query)
        for name, wear in self._themes():
            score = matcher.match(name)
            if score > 0:
                yield Hit(score, self._told(name, matcher.highlight(name)), wear, text=name)

    def _themes(self) -> Iterator[tuple[str, Callable[[], object]]]:
        app = self.app
        assert isinstance(app, OverlaidApp)
        ours = [theme.name for theme in OURS]
        for name in (*ours, *sorted(app.available_themes.keys() - set(ours))):
            yield name, partial(app.wear, name)

    def _told(self, name: str, drawn: Content) -> Content:
        app = self.app
        if name != app.theme or not isinstance(app, OverlaidApp):
            return drawn
        return Content.assemble(drawn, "  ", (app.words("theme-now"), "$accent"))
