"""A yes or no from the person at the terminal."""

from tui.console import ask, has_person
from tui.sayings import UsageError
from tui.wording import Words


def says_yes(question: str, words: Words) -> bool:
    """Ask the `question`, a key of the wording; whether the answer is a yes. Raises EOFError when the input ends."""
    return ask(words(question)).strip().casefold() in words("yes-words").split()


def is_sure(question: str, words: Words, *, unasked: str) -> bool:
    """The same; raises UsageError with the sentence `unasked` where there is nobody to ask."""
    if not has_person():
        raise UsageError(words(unasked))
    return says_yes(question, words)
