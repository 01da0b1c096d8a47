"""Asks for what stands beside a note of one kind: the question and who asked, the credit, the day and the place."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from storage.records import Occasion, OccasionKind
from tui.bindings import key
from tui.widgets.question import Question
from tui.wording import Words

FIELDS: Final[Mapping[OccasionKind, tuple[str, ...]]] = {
    "reply": ("quote", "who", "link"),
    "passing-on": ("who", "link"),
    "call": ("until", "link"),
}
"""What is asked for each kind, in order; the names are those of an `Occasion`."""


class Beside(Question[Occasion | None]):
    """Answers with the occasion; None when the person thought better of it. Every line may stay empty."""

    DEFAULT_CSS = """
    Beside { align: center middle; }
    Beside Vertical {
        width: 76; max-width: 94%; height: auto; max-height: 95%;
        padding: 1 2; background: $surface; border: round $accent;
    }
    Beside Static { height: auto; }
    Beside .beside--about { margin-bottom: 1; }
    Beside Input { border: none; height: 1; padding: 0 1; background: $panel; margin-bottom: 1; }
    Beside Input:focus { border: none; height: 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape", "stay", "choice-stay"),
        # Before the line sees them: what is typed right behind such a key would still go into the line it leaves.
        key("enter", "next", "beside-next", show=False, priority=True),
        key("up,shift+tab", "app.focus_previous", "list-up", show=False, priority=True),
        key("down,tab", "app.focus_next", "list-down", show=False, priority=True),
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

    async def action_next(self) -> None:
        """To the next line; from the last one back to the note, once all that was typed before has arrived."""
        last = self.query(Input).last()
        if self.focused is not last:
            self.focus_next()
            return
        arrived = asyncio.Event()
        last.call_later(arrived.set)
        # The app waits with the next keys, which are meant for what comes behind this form.
        await arrived.wait()
        held: dict[str, Any] = {
            (field.id or "").removeprefix("beside-"): field.value.strip() for field in self.query(Input)
        }
        self.dismiss(replace(Occasion(self._kind), **held))

    def action_stay(self) -> None:
        """Change nothing."""
        self.dismiss(None)
