"""What a text that is cleared or shared is called in a title."""

from rules.week import Week
from tui.one_line import in_one_line
from tui.subject import Subject
from tui.visible import visible
from tui.wording import Words

_MOST = 40


def subject_title(words: Words, subject: Subject) -> str:
    """The week's title, or a note's number and first words."""
    week = Week.named(subject.name.partition("@")[0])
    if week is not None:
        return words.week_title(week)
    return first_words(words, subject.name, subject.text)


def first_words(words: Words, name: str, text: str) -> str:
    """The number `name` of a note and the first words of its `text`."""
    return words("note-called", number=name, text=in_one_line(visible(text[: 4 * _MOST]), _MOST))
