"""A question on top of a screen: it is answered once, however often the key is pressed, and has help."""

from typing import ClassVar

from textual.await_complete import AwaitComplete
from textual.binding import BindingType
from textual.screen import ModalScreen, ScreenResultType

from tui.bindings import key


class Question(ModalScreen[ScreenResultType]):
    """A dialog that is gone after its first answer."""

    BINDINGS: ClassVar[list[BindingType]] = [key("f1", "app.help", "help", show=False)]

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Answer with `result`. A second answer would take the screen below away with it."""
        return super().dismiss(result) if self.is_active else AwaitComplete()
