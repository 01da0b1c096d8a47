"""What every screen has: a title line, a line of keys, the desk within reach, and errors as sentences."""

from asyncio import CancelledError
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Literal, ParamSpec, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.dom import DOMNode
from textual.events import Resize, ScreenResume
from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Static

from storage.errors import StorageError
from tui.bindings import key
from tui.kept_keys import kept_by
from tui.refusal import Refusal
from tui.sayings import say_error
from tui.screens.desk_thread import DeskThread
from tui.screens.layout import read_layout
from tui.screens.requests import GoBack
from tui.widgets.key_line import KeyLine
from tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from tui.clock import Clock
    from tui.desk import Desk

Given = ParamSpec("Given")
Answer = TypeVar("Answer")
Severity = Literal["information", "warning", "error"]


WIDTHS = [(0, "-narrow"), (70, "-normal"), (100, "-wide")]
"""Columns from which a screen has which class."""
HEIGHTS = [(0, "-short"), (24, "-middling"), (34, "-tall")]
"""Rows from which it does."""


class Page(Screen[None]):
    """A screen of the app: a title line, `body` below it, the key line; the journal is asked on its own thread."""

    TOPIC = "today"
    """Which part of the help is for here."""

    LAYOUT = ""
    """The name of the style sheet that only this screen needs; empty where the app's own is enough."""

    WITHOUT: ClassVar[frozenset[str]] = frozenset()
    """The app's actions that are of no use here, so that no key and no command offers them."""

    IN_TURN = False
    """Whether it takes the place of another such screen instead of standing on it."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    BINDINGS: ClassVar[list[BindingType]] = [key("escape", "back", "back")]

    def __init__(self, thread: DeskThread, *, banner: str = "") -> None:
        """`banner`: one sentence that stands above everything, or nothing."""
        super().__init__()
        self.thread = thread
        self.words = thread.door.words
        self._banner = banner
        self._been_here = False
        self._began_in: Size | None = None
        self.refused = ""
        """The last sentence about what the journal could not do."""

    @property
    def desk(self) -> "Desk":
        """The desk; while it is still being opened whoever asks waits, so `thread.ready` comes first."""
        return self.thread.desk

    @property
    def clock(self) -> "Clock":
        """The desk's clock, there at once."""
        return self.thread.door.clock

    def compose(self) -> ComposeResult:
        """Title, banner if any, the screen's own body, keys."""
        # Told its size before it is drawn, not by the first resize: then every style would be worked out twice.
        self._began_in = self.app.size
        self.add_class(*self.size_classes(self._began_in), update=False)
        if self.LAYOUT:
            read_layout(self.LAYOUT, self.app.stylesheet)
        self.app.stylesheet.apply(self)
        yield TitleLine()
        if self._banner:
            yield Static(Content(self._banner), classes="page--banner")
        yield from self.body()
        yield KeyLine(self.words, kept_by(self.thread.door.environ))

    def size_classes(self, size: Size) -> tuple[str, ...]:
        """The classes of a screen of this size."""
        width = max(name_from for name_from in WIDTHS if name_from[0] <= size.width)[1]
        height = max(name_from for name_from in HEIGHTS if name_from[0] <= size.height)[1]
        return width, height

    @on(ScreenResume)
    def _keep_styles(self, event: ScreenResume) -> None:
        # They were worked out as it was composed: the first time that it comes in front they stand.
        event.refresh_styles = event.refresh_styles and self._been_here
        self._been_here = True

    @on(Resize)
    def _lay_out_once(self, event: Resize) -> None:
        # Behind its first layout Textual tells a screen the size that it was laid out in, and would do so again.
        if event.size == self._began_in:
            event.prevent_default()
        self._began_in = None

    def body(self) -> ComposeResult:
        """What stands between the title line and the key line."""
        yield from ()

    async def ask(
        self, act: Callable[Given, Answer], *args: Given.args, **kwargs: Given.kwargs
    ) -> Answer | None:
        """What `act` gives on the journal's thread; None after saying why it could not."""
        try:
            answer = await self.thread.ask(act, *args, **kwargs)
        except (StorageError, Refusal) as error:
            self.refused = say_error(self.words, error)
            self.tell(self.refused, "error")
            return None
        if not (self.is_attached and self.app.is_running):
            # The screen went while the journal was at work: nobody is there to be shown the answer.
            raise CancelledError
        return answer

    async def choose(self, question: str, answers: Sequence[tuple[str, str]], told: str = "") -> str:
        """The id of the answer the person chooses; `question` and each answer's second part are wording keys.

        `told`: a sentence that stands below the question.
        """
        from tui.screens.choice import Choice

        asked = "\n\n".join(filter(None, (self.words(question), told)))
        worded = [(name, self.words(wording)) for name, wording in answers]
        return await self.app.push_screen_wait(Choice(asked, worded))

    def tell(self, sentence: str, severity: Severity = "information") -> None:
        """Say one sentence in passing."""
        self.app.notify(sentence, severity=severity)

    def start(self, day: date) -> None:
        """Be told, before being shown, which day was shown before."""

    def head(self, shown: str, stands: str = "") -> None:
        """Write the title line."""
        self.query_one(TitleLine).show(shown, stands)

    @property
    def refusing(self) -> frozenset[str]:
        """Names of the keys that would only say why they cannot: the key line and the palette leave them out."""
        return frozenset()

    @property
    def idle(self) -> frozenset[str]:
        """Names of the keys that would change nothing here and now: the palette leaves them out."""
        return frozenset()

    @property
    def foremost(self) -> tuple[str, ...]:
        """Names of the keys that are wanted now: the key line shows them, and before all others."""
        return ()

    @property
    def arriving(self) -> bool:
        """Whether it is still being read, so that signs have to wait for what they are typed into; then `Arrived`."""
        return False

    @property
    def unsaved(self) -> bool:
        """Whether leaving would lose words."""
        return False

    async def may_leave(self) -> bool:
        """Whether the screen may go; asks the person only when words would be lost."""
        return True

    def commands(self) -> Iterator[tuple[DOMNode, Binding]]:
        """Keys that the palette offers although the focus is elsewhere, and whose they are."""
        yield from ()

    @property
    def commands_first(self) -> bool:
        """Whether the palette begins with `commands`, not with what can be done where the cursor is."""
        return True

    def action_back(self) -> None:
        """Back to where the person came from."""
        self.post_message(GoBack())
