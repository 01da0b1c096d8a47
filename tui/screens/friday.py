"""The guided half hour: the week's note from its days to its readers, a step at a time.

Every step can be skipped, and where it was left it goes on, also another day. It never does a thing by itself:
each step names the keys that the week has anyway.
"""

from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar, Final

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from rules.week import Week
from tui.bindings import KeysNow, key
from tui.screens.desk_thread import DeskThread
from tui.screens.week import WeekPage
from tui.weeks import STEPS
from tui.widgets.week_reading import WeekReading

if TYPE_CHECKING:
    from tui.week_view import WeekView

_KEYS: Final = {
    "offers": ("week-take", "week-drop"),
    "highlights": ("week-star",),
    "gaps": ("week-leave", "week-day"),
    "remarks": ("week-remark", "week-write"),
    "order": ("week-up", "week-down", "week-drop", "week-shape"),
    "title": ("week-name",),
    "clear": ("week-clear",),
    "share": ("week-share",),
}
"""The keys that a step speaks of, by their names."""


class FridayPage(WeekPage):
    """The week, and above it what to do next."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("space", "step(1)", "friday-next"),
        key("backspace", "step(-1)", "friday-back"),
    ]

    def __init__(
        self, thread: DeskThread, week: Week | None = None, *, banner: str = "", place: int | None = None
    ) -> None:
        """`week`: this week when none is named."""
        today = thread.desk.clock.today()
        super().__init__(thread, week or Week.of(today), banner=banner, place=place)
        self._step = ""
        self._began: datetime | None = None

    def start(self, day: date) -> None:
        """Begin with the week of `day`."""
        self.week = Week.of(day)

    def body(self) -> ComposeResult:
        """The step above the week."""
        yield Static(id="friday", markup=False)
        yield from super().body()

    async def take(self, view: "WeekView") -> None:
        """Show `view`, and what there is to do about it."""
        if self._began is None:
            self._began = self.desk.clock.now()
        if self._step not in STEPS or self._of != view.week:
            self._step = await self.ask(self.desk.weeks.step, view.week) or STEPS[0]
            self._of = view.week
        await super().take(view)
        # The first step says it already, and on a small screen each line counts.
        self.query_one("#week-news").display = not view.sections
        self._say_step(view)

    _of: Week | None = None

    def _say_step(self, view: "WeekView") -> None:
        place = STEPS.index(self._step) + 1
        spent = (self.desk.clock.now() - self._began).seconds // 60 if self._began else 0
        head = self.words(
            "friday-head", place=place, of=len(STEPS), title=self.words(f"friday-{self._step}"), spent=spent
        )
        left = self._left(view)
        kind = "held" if self._step == "share" and view.state not in ("cleared", "shared") else "ask"
        said = self.words(
            f"friday-{self._step}-{kind if left else 'none'}", number=left, key=KeysNow(self, WeekReading)
        )
        self.query_one("#friday", Static).update(Content(f"{head}\n{said}"))
        self.refresh_bindings()

    @property
    def foremost(self) -> tuple[str, ...]:
        """The way on, then what this step speaks of."""
        speaks = self._step != "offers" or (self._view is not None and self._view.waiting)
        return ("friday-next", *(_KEYS.get(self._step, ()) if speaks else ()))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No key leads beyond the last step, or before the first."""
        if action == "step" and self._step in STEPS:
            return 0 <= STEPS.index(self._step) + int(str(parameters[0])) < len(STEPS)
        return super().check_action(action, parameters)

    def _left(self, view: "WeekView") -> int:
        """How much there is to do at this step, where that can be counted."""
        counts = {
            "offers": sum(one.kind != "heading" for one in view.waiting),
            "highlights": sum(one.kind in ("notes", "edited", "hand") for one in view.passages),
            "gaps": len(view.gaps),
            "remarks": len(view.findings),
            "order": sum(one.kind == "heading" for one in view.passages),
            "title": len(view.title),
            "clear": int(view.state not in ("cleared", "shared")),
            "share": int(view.state != "shared"),
        }
        return counts[self._step]

    @work(exclusive=True, group="step")
    async def action_step(self, step: int) -> None:
        """Go a step on, or back."""
        place = STEPS.index(self._step) + step if self._step else 0
        if self._view is None or not 0 <= place < len(STEPS):
            return
        self._step = STEPS[place]
        await self.ask(self.desk.weeks.go_to_step, self.week, self._step)
        self._say_step(self._view)
        self._go_to_step(self._view)

    def _go_to_step(self, view: "WeekView") -> None:
        """Select what the step speaks of, so that it is in sight."""
        rows = self.rows
        spoken = {
            "offers": [place for place, row in enumerate(rows) if row.passage.offered],
            "gaps": [len(rows)] if view.gaps else [],  # empty days stand behind the passages
            "remarks": [place for place, row in enumerate(rows) if row.findings] or [0],
        }.get(self._step, [0])
        if spoken:
            self.reading.go_to_row(spoken[0])
        if spoken == [0]:  # the week's title stands above the first that can be selected
            self.reading.scroll_home(animate=False)

    def action_guide(self) -> None:
        """Leave the steps; the week stays."""
        self.action_back()
