"""A question on top of a screen: it is answered once, however often the key is pressed."""

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, ScreenResultType


class Question(ModalScreen[ScreenResultType]):
    """A dialog that is gone after its first answer."""

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Answer with `result`. A second answer would take the screen below away with it."""
        return super().dismiss(result) if self.is_active else AwaitComplete()
