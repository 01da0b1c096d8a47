"""What a newcomer is asked: three things, each of which can be skipped, and all of them by typing a first note."""

from typing import ClassVar, Final

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from storage.errors import StorageError
from storage.settings import JURISDICTIONS, LANGUAGES
from tui.bindings import key
from tui.sayings import say_error
from tui.screens.desk_thread import DeskThread
from tui.screens.page import Page
from tui.screens.requests import GoBack, SettingsChanged
from tui.visible import visible
from tui.widgets.barred_list import BarredList
from tui.widgets.journal_line import JournalLine

_QUESTIONS: Final = ("jurisdiction", "language", "team-tags")
_GATHERED: Final = 0.1
"""Seconds for which what is typed ahead is gathered."""
_OFFERED: Final = {"jurisdiction": JURISDICTIONS, "language": LANGUAGES}


class WelcomePage(Page):
    """The three questions, one after another."""

    TOPIC = "settings"

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape", "skip_all", "welcome-skip-all"),
        key("tab,f2", "skip", "welcome-skip"),
    ]

    def __init__(self, thread: DeskThread, *, banner: str = "") -> None:
        super().__init__(thread, banner=banner)
        self._left = list(_QUESTIONS)
        self._ahead = ""
        self._answers: dict[str, list[str]] = {}

    def body(self) -> ComposeResult:
        """What this is, the question, its answers or a line."""
        yield Static(id="welcome-what", markup=False)
        yield Static(id="welcome-ask", markup=False)
        yield BarredList(id="welcome-answers", markup=False)
        yield Input(id="welcome-line", select_on_focus=False)

    def on_mount(self) -> None:
        """The first question."""
        self.head(self.words("title-welcome"))
        path = visible(self.thread.door.preferences.path)
        self.query_one("#welcome-what", Static).update(self.words("welcome-what", path=path))
        self._ask()

    def _ask(self) -> None:
        if not self._left:
            self._finish()
            return
        name = self._left[0]
        self.query_one("#welcome-ask", Static).update(self.words(f"welcome-{name}"))
        listed, line = self.query_one(OptionList), self.query_one(Input)
        offered = _OFFERED.get(name, ())
        listed.display, line.display = bool(offered), not offered
        if offered:
            listed.set_options(Option(self.words(f"{name}-{one}"), id=one) for one in offered)
            listed.highlighted = offered.index(self._usual(name))
            listed.focus()
        else:
            line.placeholder = self.words("welcome-line")
            line.focus()

    def _usual(self, name: str) -> str:
        settings = self.desk.settings
        return self.words.language if name == "language" else settings.jurisdiction or JURISDICTIONS[0]

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        if self._ahead:
            self._type_ahead("\n")
        elif self._left:
            self._answers[self._left.pop(0)] = [event.option.id or ""]
            self._ask()

    @on(Input.Submitted)
    def _given(self, event: Input.Submitted) -> None:
        tags = event.value.replace("#", " ").replace(",", " ").split()
        if tags:
            self._answers[self._left[0]] = tags
        self._left.pop(0)
        self._ask()

    def action_skip(self) -> None:
        """Leave this question as it is."""
        if self._left:
            self._left.pop(0)
            self._ask()

    def action_skip_all(self) -> None:
        """Leave all that was not answered yet as it is."""
        self._left.clear()
        self._finish()

    def on_key(self, event: events.Key) -> None:
        """Whoever begins to type writes a note, and is asked nothing more."""
        if event.is_printable and event.character and self.query_one(OptionList).display:
            event.stop()
            self._type_ahead(event.character)

    def on_paste(self, event: events.Paste) -> None:
        """So does whoever pastes."""
        if self.query_one(OptionList).display:
            event.stop()
            self._type_ahead(event.text)

    def _type_ahead(self, text: str) -> None:
        # Fast fingers, and programs, type on before another screen can be there: all of it arrives.
        if not self._ahead:
            self.set_timer(_GATHERED, self._to_the_line)
        self._ahead += text

    def _to_the_line(self) -> None:
        text, self._left = self._ahead, []
        self._finish()
        line = self.app.screen_stack[0].query_one(JournalLine)
        self.app.pop_screen()
        line.insert(text.rstrip("\n"))
        if text.endswith("\n"):
            line.action_enter_note()

    @work(exclusive=True)
    async def _finish(self) -> None:
        # The file is made in any case: nobody is asked twice.
        try:
            await self.thread.ask(self.desk.preferences.set_all, self._answers)
        except (StorageError, ValueError) as error:
            self.app.notify(say_error(self.words, error), severity="error")
            self._answers.clear()
        if self._ahead:
            return
        if self._answers:
            self.app.post_message(SettingsChanged())
        else:
            self.post_message(GoBack())
