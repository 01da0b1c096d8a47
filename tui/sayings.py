"""Turns what went wrong into the one sentence a person reads. Never repeats the text of a note."""

from collections.abc import Iterable

from storage.errors import StorageError
from tui.clock import ClockError
from tui.refusal import Refusal
from tui.unforeseen import place_of
from tui.visible import visible
from tui.wording import Words


class UsageError(Exception):
    """The command was not given as it should be; the argument is the sentence to say."""


def say_error(words: Words, error: Exception) -> str:
    """One sentence: what is wrong, where, and what to do."""
    if isinstance(error, UsageError):
        return _on_one_line(str(error))
    if isinstance(error, Refusal | StorageError):
        return words(error.kind, **_details(words, error.values))
    if isinstance(error, ClockError):
        return words("zone-wrong" if error.name == "TZ" else "clock-wrong", words=visible(error.words))
    if _is_rules_error(error):
        return visible(str(error))
    return words("unforeseen", kind=type(error).__name__, where=place_of(error))


def say_aside(words: Words, error: Exception) -> str:
    """One sentence for a fault that arose beside what the person asked for, and that stops nothing."""
    return words("unforeseen-aside", kind=type(error).__name__, where=place_of(error))


def did_you_mean(words: Words, name: str, known: Iterable[str]) -> str:
    """A question, behind a blank, for the one of `known` that `name` looks most like; empty where none does."""
    from rules.nearest import nearest

    near = nearest(name, known)
    return words("did-you-mean", near=near) if near else ""


def _details(words: Words, values: dict[str, object]) -> dict[str, object]:
    details: dict[str, object] = {"reason": "", "near": ""}
    details |= {name: _on_one_line(str(value)) for name, value in values.items()}
    amounts = {name: value for name, value in values.items() if name in ("size", "most")}
    details |= {name: words.figure(value) for name, value in amounts.items() if isinstance(value, int)}
    if details["near"]:
        details["near"] = words("did-you-mean", near=details["near"])
    if details["reason"]:
        from tui.system_words import in_words

        details["reason"] = f" ({in_words(words, str(details['reason']))})"
    if details.get("path") == "":
        details["path"] = '""'
    return details


def _on_one_line(value: str) -> str:
    # A file's name may hold line ends; a sentence does not.
    return visible(value).replace("\n", "\N{SYMBOL FOR LINE FEED}")


def _is_rules_error(error: Exception) -> bool:
    # By name, so that saying something about a note never loads the rules.
    return type(error).__name__ in ("PackError", "PlatformError", "ShapeError")
