"""Reads the command line's arguments, and says what is wrong with them in the person's language."""

import argparse
import re
from collections.abc import Sequence
from typing import Any, NoReturn

from tui.sayings import UsageError
from tui.wording import Words

_SENTENCES = {
    "usage: ": "usage-usage",
    "positional arguments": "usage-positional",
    "options": "usage-options",
    "show this help message and exit": "usage-help",
    "the following arguments are required: %s": "usage-required",
    "one of the arguments %s is required": "usage-one-required",
    "unrecognized arguments: %s": "usage-unrecognized",
    "argument %(argument_name)s: %(message)s": "usage-argument",
    "expected one argument": "usage-expects-one",
    "not allowed with argument %s": "usage-not-with",
    "ignored explicit argument %r": "usage-takes-none",
    "invalid %(type)s value: %(value)r": "usage-invalid",
    "invalid choice: %(value)r (choose from %(choices)s)": "usage-choice",
}
"""What argparse says, and the key of the sentence we say in its place, with the same blanks."""


_WORD = "\0"
"""Stands before each argument that follows `--`; the system lets no argument hold it."""


def take_format(parser: argparse.ArgumentParser, words: Words, *formats: str) -> None:
    """Let a command take `--format`, the first of `formats` where none is named, and `--json` for short."""
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--format", choices=formats, default=formats[0], help=words("option-format"))
    how.add_argument("--json", dest="format", action="store_const", const="json", help=words("option-json"))


class AsTyped(argparse.Action):
    """Takes the words of a note: `--` before them ends the options, between them it is one of them."""

    def __call__(  # noqa: D102 - as argparse says
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[Any] | None,
        option_string: str | None = None,
    ) -> None:
        words = list(values or [])
        setattr(namespace, self.dest, words[1:] if words[:1] == ["--"] else words)


class Parser(argparse.ArgumentParser):
    """An argument parser that knows `-3d` for a value, and raises UsageError with the sentence to say."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - whatever argparse takes
        super().__init__(allow_abbrev=False, **settings)
        # A day three days ago is written -3d and a week two ago -2w: values, not options.
        self._negative_number_matcher = re.compile(r"-\d+[a-z]?")

    def parse_intermixed_args(  # type: ignore[override] # one way to call it is enough
        self, args: Sequence[str], namespace: argparse.Namespace | None = None
    ) -> argparse.Namespace:
        """As argparse does; and what follows `--` is no option, also where no word stands before it."""
        return super().parse_intermixed_args(self._sealed(args), namespace)

    def _sealed(self, arguments: Sequence[str]) -> list[str]:
        # argparse reads twice, options first, and by the second time has forgotten where `--` stood.
        if "--" not in arguments:
            return list(arguments)
        end = arguments.index("--")
        kept = any(isinstance(action, AsTyped) for action in self._actions)
        words = arguments[end if kept else end + 1 :]
        return [*arguments[:end], "--", *(f"{_WORD}{word}" for word in words)]

    def _get_value(self, action: argparse.Action, arg_string: str) -> object:
        return super()._get_value(action, arg_string.removeprefix(_WORD))

    def error(self, message: str) -> NoReturn:
        """Raise UsageError with the message and the way to the command's help."""
        raise UsageError(f"{message.replace(_WORD, '')} ({self.prog} --help)")


def speak(words: Words) -> None:
    """Let argparse say its few sentences in the language of `words`; one we do not know stays English."""

    def said(sentence: str) -> str:
        key = _SENTENCES.get(sentence)
        return words(key) if key else sentence

    # argparse looks each sentence up under this name, meant for gettext; a catalogue in a binary file would be
    # a second place for our wording.
    vars(argparse)["_"] = said
