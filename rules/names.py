"""The people a text names: those it marks, and those a few plain turns of phrase give away.

Quiet on purpose: in published weekly notes colleagues are named throughout, so only what is clearly a person
counts. `@[Name]` is one; so is a name behind thanks, a meeting or a call. Places, programs and whole teams,
which such words also stand before, are told by their first word or by what follows.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from rules.people import BRACKETED
from rules.towns import TOWNS

_NAME: Final = r"[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+(?:[-'’][A-ZÀ-ÖØ-Þa-zà-öø-ÿ]+)*"
_WHOLE: Final = rf"{_NAME}(?:\s{_NAME}){{0,2}}"
_CUES: Final = (
    r"(?i:thanks\s+to|thank\s+you(?:,|\s+to)?|shout-?out\s+to|kudos\s+to|hats\s+off\s+to|credit\s+to|props\s+to"
    r"|merci\s+à|mille\s+mercis\s+à|bravo\s+à|chapeau\s+à|félicitations\s+à"
    r"|(?:met|paired|spoke|talked|chatted|sat\s+down|worked|prep|coffee|lunch|call)\s+with|interviewed"
    r"|rencontré|(?:discuté|café|travaillé|entretien)\s+avec)"
)
_CUED: Final = re.compile(rf"(?<!\w){_CUES}\s+({_WHOLE})(?:\s+(?:and|et|&)\s+({_WHOLE}))?")
_NOT_BEHIND: Final = re.compile(
    r"\s*(?:team|group|office|branch|lab|project|équipe|staff|service|services)\b", re.I
)
_NO_PEOPLE: Final = frozenset((
    # First words of what is no person: articles and the like at a sentence's beginning, bodies, places, days.
    "the", "all", "everyone", "everybody", "our", "my", "your", "their", "his", "her", "this", "that", "two", "three",
    "le", "la", "les", "un", "une", "notre", "nos", "mon", "ma", "mes", "tous", "toute", "toutes",
    "service", "services", "canada", "health", "shared", "treasury", "statistics", "transport", "parks", "library",
    "public", "national", "federal", "government", "department", "ministry", "office", "agency", "council", "city",
    "statcan", "ontario", "quebec", "québec", "alberta", "nova", "new", "british", "north", "south", "east", "west",
    "ottawa", "toronto", "montreal", "montréal", "vancouver", "kingston", "london", "england", "scotland", "wales",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "lundi", "mardi", "mercredi",
    "jeudi", "vendredi", "samedi", "dimanche", "january", "february", "march", "april", "may", "june", "july",
    "august", "september", "october", "november", "december", "english", "french", "anglais", "français",
    "google", "microsoft", "github", "teams", "slack", "excel", "figma", "jira", "trello", "zoom",
))  # fmt: skip
_AND: Final = re.compile(rf"\s+(?:and|et|&)\s+({_WHOLE})(?!\w)")
_GOES_ON: Final = re.compile(rf"\s+{_NAME}|-\w")
_WORDS_TOO: Final = frozenset((
    # First names that are words as well: alone, they are as likely to begin a sentence as to be somebody.
    "will", "mark", "may", "june", "april", "august", "grace", "hope", "faith", "joy", "rose", "bill", "art", "rob",
    "sue", "pat", "grant", "drew", "chase", "dawn", "summer", "iris", "ivy", "jade", "ruby", "olive", "angel", "max",
    "pierre", "claire", "aimée", "constant", "victoire", "prudence", "juste", "marguerite", "ange", "flore", "clément",
    "désiré", "parfait", "rémi", "franc", "france", "florence", "sydney", "charlotte", "paris", "chelsea", "jordan",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Named:
    """A person named at a place of a text."""

    name: str
    start: int
    """Code points into the text; `end` likewise, exclusive."""
    end: int
    whole: str = ""
    """Where only a first name stands: the casefolded whole name of the one known person who has it."""

    @property
    def key(self) -> str:
        """The casefolded name of the person who is meant."""
        return self.whole or self.name.casefold()


def named_people(
    text: str, known: frozenset[str] = frozenset(), *, people: frozenset[str] = frozenset()
) -> tuple[Named, ...]:
    """The people that `text` names, in order. `known`: casefolded names that count wherever they stand.

    `people` are those of them that are a person's: a first name that only one of them has counts too, and so does
    the name that is joined to theirs by an "and".
    """
    there = (*_known(text, known), *_by_first_name(text, known, people))
    of_people = [one for one in (*_marked(text), *there) if one.key in people]
    beside = _beside(text, of_people)
    found = {(one.start, one.end): one for one in (*beside, *_cued(text), *_marked(text), *there)}
    ordered = sorted(found.values(), key=lambda one: (one.start, -one.end))
    kept: list[Named] = []
    for one in ordered:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def with_role(text: str, name: str, role: str) -> str:
    """`text` with `role` in the place of each mention of `name`, begun with a capital where a sentence begins."""
    pattern = re.compile(rf"@\[{re.escape(name)}\]|(?<![\w@\[]){re.escape(name)}(?!\w)", re.I)

    def put(found: re.Match[str]) -> str:
        before = text[: found.start()].rstrip(" *_")
        opens = not before or before[-1] in ".!?\n"
        return role[:1].upper() + role[1:] if opens else role

    return pattern.sub(put, text)


def _marked(text: str) -> Iterator[Named]:
    for found in BRACKETED.finditer(text):
        yield Named(found[1].strip(), found.start(), found.end())


def _cued(text: str) -> Iterator[Named]:
    for found in _CUED.finditer(text):
        for group in (1, 2):
            if found[group] and _is_person(text, found[group], found.end(group)):
                yield Named(found[group], found.start(group), found.end(group))


def _is_person(text: str, name: str, end: int) -> bool:
    words = name.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split()
    if words[0] in TOWNS or " ".join(words) in TOWNS:
        return False
    return _NO_PEOPLE.isdisjoint((words[0], words[-1])) and not _NOT_BEHIND.match(text, end)


def _known(text: str, known: frozenset[str]) -> Iterator[Named]:
    if not known:
        return
    names = "|".join(re.escape(name) for name in sorted(known, key=len, reverse=True))
    for found in re.finditer(rf"(?<![\w@\[])(?:{names})(?!\w)", text, re.I):
        # A name that is a common word as well, such as Will or Rose, counts only with its capital.
        if found[0][:1].isupper():
            yield Named(found[0], found.start(), found.end())


def _by_first_name(text: str, known: frozenset[str], people: frozenset[str]) -> Iterator[Named]:
    wholes = defaultdict[str, set[str]](set)
    for whole in people:
        wholes[whole.split()[0]].add(whole)
    alone = {
        first: next(iter(has))
        for first, has in wholes.items()
        if len(has) == 1 and first not in has and first not in known and first not in _WORDS_TOO
    }
    for one in _known(text, frozenset(alone)):
        # A longer name that only begins alike is somebody else, or stands there whole already.
        if not _GOES_ON.match(text, one.end):
            yield replace(one, whole=alone[one.name.casefold()])


def _beside(text: str, known: list[Named]) -> Iterator[Named]:
    for one in known:
        found = _AND.match(text, one.end)
        if found and _is_person(text, found[1], found.end(1)):
            yield Named(found[1], found.start(1), found.end(1))
