"""Writes what one platform gets in the place of the source; its counts are told while it is written."""

from tui.widgets.note_editor import NoteEditor


class VariantEditor(NoteEditor):
    """The editor that stands in the place of the parts."""

    DEFAULT_CSS = """
    VariantEditor { height: 1fr; max-height: 100%; width: 1fr; padding: 0 2; background: $surface; }
    """

    def begin(self, text: str) -> None:
        """Be shown with `text` in it, as what was there."""
        self.load_text(text)
        self._given = self.text
        self._version = None
        self.move_cursor(self.document.end)
        self.display = True
        self.focus()
