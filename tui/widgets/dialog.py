"""The box of every question: as wide as it needs, and on its lower edge the keys that answer."""

from textual.containers import Vertical
from textual.content import Content

from tui.walls import WalledApp


class Dialog(Vertical):
    """What is asked, one thing below another."""

    DEFAULT_CSS = """
    Dialog {
        width: 64; max-width: 94%; height: auto; max-height: 90%; padding: 1 2; overflow-y: auto;
        background: $surface; border: round $accent; border-subtitle-color: $quiet;
    }
    Dialog Static { height: auto; }
    Dialog Input, Dialog Input:focus { border: none; height: 1; padding: 0 1; background: $panel; }
    """

    def __init__(self, keys: str) -> None:
        """`keys`: the wording key of how to answer."""
        super().__init__()
        self._keys = keys

    def on_mount(self) -> None:
        """Name the keys, in the person's language."""
        if isinstance(self.app, WalledApp):
            self.border_subtitle = Content(self.app.words(self._keys))
