"""Clearday line by line: the whole of it for a screen reader, a braille display or a terminal that cannot draw.

What is typed is a note, as everywhere. A line that begins with a slash is a command of the command line, and the
slash alone lists by number what there is to do. Nothing is drawn, redrawn or told by a sign or a colour alone.
"""

import shlex
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from tui import exits
from tui.console import ask, say, tell, tell_once
from tui.line_mode import Why
from tui.sayings import say_error
from tui.spoken import spoken_flags
from tui.wording import Words

if TYPE_CHECKING:
    from tui.desk import Desk
    from tui.views import NoteView

Run = Callable[[Sequence[str]], int]
"""Runs a command line and returns its exit code; what goes wrong it says itself."""

_MENU: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("today", ("day",)),
    ("day", ("day", "?day")),
    ("week", ("week",)),
    ("search", ("search", "?words")),
    ("edit", ("edit", "?which")),
    ("clear", ("clear", "?which")),
    ("share", ("share", "?which", "--to", "?where")),
    ("copy", ("share", "?which", "--to", "?where", "--part", "?part", "--copy")),
    ("undo", ("undo",)),
    ("commands", ("--help",)),
)
"""What can be chosen by number, and the words of its command; behind `?` what has to be asked for."""
_LEAVING: Final = ("quit", "exit", "q")


class Lines:
    """One sitting, line by line."""

    def __init__(self, log: Callable[[str], int], desk: "Callable[[], Desk]", words: Words, run: Run) -> None:
        """`log` keeps a note, whatever is the matter with rules and settings, and gives its number.

        `desk` opens one to read each note with; `run` runs every other command.
        """
        self._log = log
        self._desk = desk
        self._words = words
        self._run = run

    def sit(self, why: Why) -> int:
        """Take lines until the person leaves or the input ends; returns an exit code."""
        tell(self._words(f"lines-on-{why}"))
        tell(self._words("lines-how"))
        self._run(["day"])
        try:
            while self._obey(ask(self._words("lines-prompt"))):
                pass
        except EOFError:
            tell("")
        tell(self._words("lines-bye"))
        return exits.DONE

    def _obey(self, line: str) -> bool:
        # Whether to go on.
        if not line.startswith("/"):
            if line.strip():
                self._keep(line)
            return True
        try:
            command = shlex.split(line[1:])
        except ValueError:
            tell(self._words("lines-quotes"))
            return True
        if command and command[0] in _LEAVING:
            return False
        self._do(command or self._chosen())
        return True

    def _keep(self, text: str) -> None:
        try:
            view = self._read(self._log(text))
        except Exception as error:  # noqa: BLE001 - one sentence, and the next line is taken
            tell_once(say_error(self._words, error))
            return
        for said in spoken_flags(view, self._words):
            say(said)

    def _read(self, number: int) -> "NoteView":
        desk = self._desk()
        try:
            return desk.note(number)
        finally:
            desk.close()

    def _do(self, command: Sequence[str]) -> None:
        if command and command[0] == "lines":
            tell(self._words("lines-how"))
        elif command:
            self._run(["--help"] if command[0] == "help" else command)

    def _chosen(self) -> list[str]:
        for place, (name, _) in enumerate(_MENU, 1):
            tell(self._words("lines-choice", n=place, what=self._words(f"lines-menu-{name}")))
        number = ask(self._words("lines-choose")).strip()
        known = {str(place): command for place, (_, command) in enumerate(_MENU, 1)}
        return self._filled(known.get(number, ()))

    def _filled(self, command: Sequence[str]) -> list[str]:
        # Nothing where the person gives nothing to what is asked.
        filled = []
        for word in command:
            given = ask(self._words(f"lines-ask-{word[1:]}")).strip() if word.startswith("?") else word
            if not given:
                return []
            filled.append(given)
        return filled
