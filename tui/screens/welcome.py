"""What a newcomer is asked: three things, each of which can be skipped, and all of them by typing a first note.

The answers are kept, and begin to hold, while the first note is being typed.
"""

from asyncio import shield
from typing import ClassVar, Final

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from rules.hashtags import clean_tag
from storage.errors import StorageError
from storage.settings import JURISDICTIONS, LANGUAGES
from tui.bindings import KeysNow, key
from tui.sayings import say_error
from tui.screens.desk_thread import DeskThread
from tui.screens.page import Page
from tui.screens.requests import GoBack, SettingsChanged
from tui.visible import visible
from tui.widgets.barred_list import BarredList
from tui.widgets.journal_line import JournalLine
from tui.widgets.key_line import KeyLine
from tui.wording import Words

_QUESTIONS: Final = ("language", "jurisdiction", "team-tags")
_GATHERED: Final = 0.1
"""Seconds for which what is typed ahead is gathered."""
_OFFERED: Final = {"language": LANGUAGES, "jurisdiction": JURISDICTIONS}


class _Line(Input):
    """A line that is empty again the moment enter is pressed: what follows is the next thing."""

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Submitted(self, self.value))
            self.value = ""


class WelcomePage(Page):
    """The three questions, one after another."""

    TOPIC = "welcome"
    LAYOUT = "welcome"
    WITHOUT: ClassVar[frozenset[str]] = frozenset({"week", "open", "home"})

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape", "skip_all", "welcome-skip-all"),
        key("tab,f2", "skip", "welcome-skip"),
    ]

    def __init__(self, thread: DeskThread, *, banner: str = "") -> None:
        super().__init__(thread, banner=banner)
        self._left = list(_QUESTIONS)
        self._ahead = ""
        self._entered: list[str] = []
        self._begun = ""
        self._typed = ""
        self._answers: dict[str, list[str]] = {}

    def body(self) -> ComposeResult:
        """What this is, the question, its answers or a line, and below them how to answer."""
        yield Static(id="welcome-what", markup=False)
        yield Static(id="welcome-ask", markup=False)
        yield BarredList(id="welcome-answers", markup=False)
        yield _Line(id="welcome-line", select_on_focus=False)
        yield Static(id="welcome-how", markup=False)

    def on_mount(self) -> None:
        """The first question."""
        self._introduce()
        self._ask()

    @property
    def line(self) -> Input:
        """Where tags are typed, and then the first note."""
        return self.query_one(Input)

    def _introduce(self) -> None:
        self.head(self.words("title-welcome"))
        self.query_one("#welcome-what", Static).update(self.words("welcome-what"))

    def _ask(self) -> None:
        name = self._left[0] if self._left else "done"
        self.query_one("#welcome-ask", Static).update(self.words(f"welcome-{name}"))
        self.query_one("#welcome-how", Static).update(self._how(name))
        listed = self.query_one(OptionList)
        offered = _OFFERED.get(name, ())
        listed.display, self.line.display = bool(offered), not offered
        if offered:
            listed.set_options(Option(self.words(f"{name}-{one}"), id=one) for one in offered)
            listed.highlighted = offered.index(self._usual(name))
            listed.focus()
        else:
            self.line.placeholder = self.words("welcome-line") if self._left else ""
            self.line.focus()
        self.refresh_bindings()
        if not self._left:
            self._keep()

    def _how(self, name: str) -> str:
        if name == "done":
            return ""
        how = self.words("welcome-how-line" if name == "team-tags" else "welcome-how-list")
        kept = self.words(
            "welcome-kept",
            path=visible(self.thread.door.preferences.path),
            key=KeysNow(self, typing=True),
        )
        return f"{how}\n\n{kept}"

    def _usual(self, name: str) -> str:
        settings = self.thread.door.settings  # known before the journal is open
        return self.words.language if name == "language" else settings.jurisdiction or JURISDICTIONS[0]

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        answer = event.option.id or ""
        if self._ahead:
            self._type_ahead("\n")
            return
        if self._left[0] == "language" and answer != self.words.language:
            self.words = Words("fr" if answer == "fr" else "en")
            self.query_one(KeyLine).speak(self.words)
            self._introduce()
        self._answers[self._left.pop(0)] = [answer]
        self._ask()

    @on(Input.Changed)
    def _typing(self, event: Input.Changed) -> None:
        self._typed = event.value

    @on(Input.Submitted)
    def _given(self, event: Input.Submitted) -> None:
        if not self._left:
            self._entered.append(event.value)
            return
        tags = event.value.replace("#", " ").replace(",", " ").split()
        if wrong := [tag for tag in tags if not clean_tag(tag)]:
            self.tell(self.words("no-such-tag", words=visible(wrong[0])), "warning")
            self.line.value = event.value
            self.line.cursor_position = len(event.value)
            return
        if tags:
            self._answers[self._left[0]] = tags
        self.action_skip()

    @property
    def refusing(self) -> frozenset[str]:
        """A letter that leaves elsewhere begins a note here."""
        return super().refusing | {"quit-letter"}

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is left to skip once all is asked."""
        return bool(self._left) if action == "skip" else super().check_action(action, parameters)

    def action_skip(self) -> None:
        """Leave this question as it is."""
        if self._left:
            self._left.pop(0)
            self._ask()

    def action_skip_all(self) -> None:
        """Leave all that was not answered yet as it is; pressed once more, wait no longer for what was."""
        if self._left:
            self._left.clear()
            self._ask()
        else:
            self.post_message(GoBack())

    # Whoever begins to type writes a note, and is asked nothing more

    def on_key(self, event: events.Key) -> None:
        """A letter is the first of a note, except where tags are asked for."""
        if event.is_printable and event.character and not self.line.has_focus:
            event.stop()
            self._type_ahead(event.character)

    def on_paste(self, event: events.Paste) -> None:
        """So is what is pasted."""
        if not self.line.has_focus:
            event.stop()
            self._type_ahead(event.text)

    def _type_ahead(self, text: str) -> None:
        # Fast fingers, and programs, type on before another line can be there: all of it arrives.
        if not self._ahead:
            self.set_timer(_GATHERED, self._to_the_note)
        self._ahead += text

    def _to_the_note(self) -> None:
        text, self._ahead = self._ahead, ""
        if text.endswith("\n"):
            self._entered.append(text.rstrip("\n"))
        elif "\n" in text:  # there is room for one line here
            self._begun = text
        else:
            self.line.value = text
        self._left.clear()
        self._ask()

    def on_unmount(self) -> None:
        """What was entered is added, and what was only begun goes on on today's line."""
        if self._entered or self._begun_here:
            line = self.app.screen_stack[0].query_one(JournalLine)
            line.insert(self._begun_here, (0, 0))
            for text in self._entered:
                line.post_message(JournalLine.Entered(text))

    @property
    def _begun_here(self) -> str:
        return "" if self._left else self._begun + self._typed

    @property
    def unsaved(self) -> bool:
        """Whether a note was written here that the journal has not yet."""
        return bool(self._entered or self._begun_here)

    async def may_leave(self) -> bool:
        """Always; all that was written goes on on today's line, which asks about it where the app closes."""
        self._begun, self._typed = "\n".join((*self._entered, self._begun_here)), ""
        self._entered.clear()
        await shield(self.app.pop_screen())
        return True

    @work(exclusive=True)
    async def _keep(self) -> None:
        # The file is made in any case: nobody is asked twice.
        try:
            await self.thread.ask(self.thread.door.preferences.set_all, self._answers)
        except (StorageError, ValueError) as error:
            self.app.notify(say_error(self.words, error), severity="error")
            self._answers.clear()
        if self._answers:
            self.app.post_message(SettingsChanged())
        elif self.app.screen is self:
            self.app.pop_screen()
