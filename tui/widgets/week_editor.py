"""The weekly note's editor: written in after `e`, until `esc`."""

from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message

from tui.bindings import key
from tui.widgets.prose_editor import ProseEditor


class WeekEditor(ProseEditor):
    """Markdown that is read until the person wants to write in it."""

    DEFAULT_CSS = """
    WeekEditor { padding: 0 0 0 1; background: $background; }
    WeekEditor .text-area--cursor-line { background: $background; }
    WeekEditor.-writing { background: $surface; }
    WeekEditor.-writing .text-area--cursor-line { background: $surface; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape", "read", "editor-done"),
        key("ctrl+s", "keep", "editor-save"),
    ]

    class Kept(Message):
        """The person wants the text kept."""

    class Turned(Message):
        """From reading to writing, or back."""

    def __init__(self) -> None:
        super().__init__(read_only=True)
        self.id = "week-editor"

    @property
    def writing(self) -> bool:
        """Whether keys write."""
        return not self.read_only

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """`esc` back to reading only while writing."""
        return self.writing if action == "read" else True

    def action_write(self) -> None:
        """Let keys write."""
        self._turn(read_only=False)

    def action_read(self) -> None:
        """Keys are commands again; the text stays as it is."""
        self._turn(read_only=True)

    def action_keep(self) -> None:
        """Ask for the text to be kept."""
        self.post_message(self.Kept())

    def _turn(self, *, read_only: bool) -> None:
        self.read_only = read_only
        self.set_class(not read_only, "-writing")
        self.refresh_bindings()
        self.post_message(self.Turned())
