"""What a person types to search, taken apart: words, phrases, beginnings of words, tags, people, states, days.

Anything that is not a filter is words to find; nothing is a syntax error.
"""

import re
from dataclasses import dataclass
from datetime import date

from rules.dates import parse_day
from rules.hashtags import clean_tag
from rules.people import people

_PIECE = re.compile(r'"([^"]*)"?|(\S+)')
_WORD = re.compile(r"\w", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Sought:
    """One word or phrase to find; with `prefix`, its last word may go on."""

    text: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A search: all of `sought`, `tags` and `people`, one of `states`, between `first` and `last`, both included."""

    sought: tuple[Sought, ...] = ()
    tags: tuple[str, ...] = ()
    """Tags without `#`, casefolded."""
    people: tuple[str, ...] = ()
    """Names without `@`, casefolded."""
    states: tuple[str, ...] = ()
    """`draft`, `held`, `cleared`, `shared` or `private`; empty for any."""
    first: date = date.min
    last: date = date.max
    unknown: tuple[str, ...] = ()
    """Filters whose value is missing or could not be understood, as typed: `from:someday`, `tag:`."""


def parse_query(words: str, today: date) -> Query:
    """The search that `words` ask for, days seen from `today`."""
    read = _Read(today)
    for phrase, word in _PIECE.findall(words):
        read.piece(phrase, word)
    return Query(
        tuple(read.sought),
        tuple(tag.casefold() for tag in read.tags),
        tuple(name.casefold() for name in read.people),
        tuple(read.states),
        read.bounds["from"],
        read.bounds["to"],
        tuple(read.unknown),
    )


def kind_of(filter_: str) -> str:
    """Which filter was typed, whatever it was called: `from`, `to`, `tag`, `state` or `person`. Raises KeyError."""
    return _FILTERS[filter_.partition(":")[0].casefold()]


def unfinished(words: str) -> str:
    """`words` as they are meant while they are being typed: the last one, if it is a word, may go on."""
    last = words.rpartition(" ")[2]
    ends_in_word = last[-1:].isalnum() and not last.startswith(("@", "#"))
    return f"{words}*" if ends_in_word and ":" not in last and words.count('"') % 2 == 0 else words


_FILTERS = {
    **dict.fromkeys(("from", "de", "depuis"), "from"),
    **dict.fromkeys(("to", "à", "jusqu'à"), "to"),
    **dict.fromkeys(("tag", "étiquette", "mot-clé"), "tag"),
    **dict.fromkeys(("state", "état", "etat"), "state"),
    **dict.fromkeys(("person", "personne"), "person"),
}
_STATES = {
    **dict.fromkeys(("draft", "brouillon"), "draft"),
    **dict.fromkeys(("held", "retenu", "retenue"), "held"),
    **dict.fromkeys(("cleared", "approuvé", "approuvée"), "cleared"),
    **dict.fromkeys(("shared", "diffusé", "diffusée"), "shared"),
    **dict.fromkeys(("private", "privé", "privée"), "private"),
}


class _Read:
    """What was understood so far."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.sought: list[Sought] = []
        self.tags: list[str] = []
        self.people: list[str] = []
        self.states: list[str] = []
        self.unknown: list[str] = []
        self.bounds = {"from": date.min, "to": date.max}

    def piece(self, phrase: str, word: str) -> None:
        """Take in a phrase, or else one word: a filter, a name, something looked for."""
        name, _, value = word.partition(":")
        if ":" in word and name.casefold() in _FILTERS:
            if not self.filter(_FILTERS[name.casefold()], value):
                self.unknown.append(word)
        elif word.startswith("@") and people(word):
            self.people += people(word)
        elif _WORD.search(phrase or word):
            self.sought.append(_sought(phrase, word))

    def filter(self, name: str, value: str) -> bool:
        """Take in one filter; whether its value was understood."""
        if name in self.bounds:
            day = parse_day(value, self.today)
            self.bounds[name] = day or self.bounds[name]
            return day is not None
        if name == "state":
            state = _STATES.get(value.casefold())
            self.states += [state] if state else []
            return state is not None
        found = (clean_tag(value) or "",) if name == "tag" else people("@" + value.lstrip("@"))
        into = self.tags if name == "tag" else self.people
        into += [one for one in found if one]
        return any(found)


def _sought(phrase: str, word: str) -> Sought:
    if phrase:
        return Sought(phrase)
    return Sought(word.rstrip("*"), prefix=word.endswith("*"))
