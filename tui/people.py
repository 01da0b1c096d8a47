"""The people that weekly notes name: asked about once each, when a week is being cleared, and remembered.

Nothing is asked while somebody writes, and a colleague in a public role is never asked about again: published
weekly notes name colleagues throughout. A person who did not want to be named is remarked on wherever they are.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from rules.finding import Finding, Level, Source
from rules.names import Named, named_people
from storage.database import Journal
from storage.people import PeopleStore
from storage.records import Person, PersonStanding
from tui.clock import Clock
from tui.refusal import Refusal
from tui.wording import Words

STANDINGS: Final[tuple[PersonStanding, ...]] = ("colleague", "agreed", "refused", "nobody")
"""What can be said of naming a person."""
_RULE: Final = "person-"
_LONGEST: Final = 80


@dataclass(frozen=True, slots=True)
class Mention:
    """A person that a text names, and what is known of them."""

    name: str
    times: int
    person: Person | None
    """None for somebody who was not asked about yet."""
    spellings: tuple[str, ...] = ()
    """Each way they are named in the text, the longest first."""


class People:
    """The people of one journal."""

    def __init__(self, journal: Journal, clock: Clock, words: Words) -> None:
        self._store = PeopleStore(journal)
        self._clock = clock
        self._words = words

    def known(self) -> list[Person]:
        """Everybody something was said of, by name."""
        return list(self._store.all().values())

    def say(self, name: str, standing: PersonStanding, role: str = "") -> None:
        """Keep what holds for naming a person from now on. Raises Refusal for what is no name."""
        name = " ".join(name.removeprefix("@").strip("[]").split())
        if not name or len(name) > _LONGEST or any(sign in name for sign in "[]|\n"):
            raise Refusal("people-no-name", name=name[:_LONGEST])
        self._store.set(name, standing, " ".join(role.split()), at=self._clock.now())

    def forget(self, name: str) -> None:
        """Know nothing of a person any more. Raises Refusal for somebody who was not known."""
        if not self._store.remove(name):
            raise Refusal("people-unknown", name=name[:_LONGEST])

    def mentioned(self, text: str) -> list[Mention]:
        """Whom a text names, in the order they first stand; names that are no person's are left out."""
        known = self._store.all()
        times: dict[str, list[Named]] = {}
        for one in _named(text, known):
            times.setdefault(one.key, []).append(one)
        return [
            Mention(places[0].name, len(places), known.get(name), _spellings(places))
            for name, places in times.items()
            if name not in known or known[name].standing != "nobody"
        ]

    def findings(self, text: str) -> tuple[Finding, ...]:
        """A question for each person who was not asked about yet, a warning for each who did not want to be named."""
        known = self._store.all()
        found: dict[str, Finding] = {}
        for one in _named(text, known):
            name = one.key
            if name not in known:
                found.setdefault(name, self._question(one, text))
            elif known[name].standing == "refused":
                found.setdefault(name, self._warning(one, text, known[name].role))
        return tuple(found.values())

    def answered(self, findings: Iterable[Finding], answers: Mapping[str, str]) -> None:
        """Remember what was said of each person when a week was cleared."""
        for one in findings:
            if is_of_people(one) and one.level is Level.QUESTION and one.rule in answers:
                self.say(one.match, self._standing(answers[one.rule]))

    def _standing(self, answer: str) -> PersonStanding:
        said = {
            self._words(f"people-answer-{standing}"): standing
            for standing in ("colleague", "agreed", "nobody")
        }
        found = next((standing for words, standing in said.items() if words == answer), "agreed")
        return next(standing for standing in STANDINGS if standing == found)

    def _question(self, one: Named, text: str) -> Finding:
        words = self._words
        answers = tuple(words(f"people-answer-{standing}") for standing in ("colleague", "agreed", "nobody"))
        asks = words("people-asks", name=one.name)
        return self._finding(one, Level.QUESTION, asks, words("people-asks-advice"), answers)

    def _warning(self, one: Named, text: str, role: str) -> Finding:
        words = self._words
        advice = words("people-refused-role", role=role) if role else words("people-refused-advice")
        return self._finding(one, Level.WARNING, words("people-refused", name=one.name), advice, ())

    def _finding(
        self, one: Named, level: Level, message: str, advice: str, answers: tuple[str, ...]
    ) -> Finding:
        return Finding(
            rule=_RULE + "-".join(one.name.casefold().split()),
            by="rule",
            category="consent",
            level=level,
            start=one.start,
            end=one.end,
            match=one.name,
            message=message,
            advice=advice,
            source=Source(self._words("people-source"), "", ""),
            answers=answers,
        )


def _named(text: str, known: Mapping[str, Person]) -> tuple[Named, ...]:
    people = frozenset(name for name, person in known.items() if person.standing != "nobody")
    return named_people(text, frozenset(known), people=people)


def _spellings(places: Iterable[Named]) -> tuple[str, ...]:
    return tuple(sorted({one.name for one in places}, key=lambda name: (-len(name), name)))


def is_of_people(finding: Finding) -> bool:
    """Whether a finding is about naming somebody: it is remembered with the person, not with the passage."""
    return not finding.key and finding.rule.startswith(_RULE)
