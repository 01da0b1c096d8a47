"""Asks for what stands beside a note of one kind: the question and who asked, the credit, the day and the place."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from storage.records import Occasion, OccasionKind
from tui.bindings import key
from tui.wording import Words

FIELDS: Final[Mapping[OccasionKind, tuple[str, ...]]] = {
    "reply": ("quote", "who", "link"),
    "passing-on": ("who", "link"),
    "call": ("until", "link"),
}
"""What is asked for each kind, in order; the names are those of an `Occasion`."""


class Beside(ModalScreen[Occasion | None]):
    """Answers with the occasion; None when the person thought better of it. Every line may stay empty."""

    DEFAULT_CSS = """
    Beside { align: center middle; }
    Beside Vertical {
        width: 76; max-width: 94%; height: auto; max-height: 95%;
        padding: 1 2; background: $panel; border: round $accent;
    }
    Beside Static { height: auto; }
    Beside .beside--about { margin-bottom: 1; }
    Beside Input { border: none; height: 1; padding: 0 1; background: $surface; margin-bottom: 1; }
    Beside Input:focus { border: none; height: 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape", "stay", "choice-stay"),
        key("up", "app.focus_previous", "list-up", show=False),
        key("down", "app.focus_next", "list-down", show=False),
    ]

    def __init__(self, words: Words, kind: OccasionKind, now: Occasion | None) -> None:
        """`now`: what stands there already."""
        super().__init__()
        self._words = words
        self._kind = kind
        self._now = now or Occasion(kind)

    def compose(self) -> ComposeResult:
        """What becomes of it, then a line for each thing."""
        with Vertical():
            yield Static(self._words(f"beside-{self._kind}"), classes="beside--about", markup=False)
            for name in FIELDS[self._kind]:
                yield Static(self._words(f"beside-{self._kind}-{name}"), markup=False)
                yield Input(getattr(self._now, name), id=f"beside-{name}", select_on_focus=False)

    @on(Input.Submitted)
    def _next(self, event: Input.Submitted) -> None:
        fields = list(self.query(Input))
        if event.input is fields[-1]:
            held: dict[str, Any] = {
                (field.id or "").removeprefix("beside-"): field.value.strip() for field in fields
            }
            self.dismiss(replace(Occasion(self._kind), **held))
        else:
            self.focus_next()

    def action_stay(self) -> None:
        """Change nothing."""
        self.dismiss(None)
