"""What notes answer, pass on or ask for: kept beside them, put behind them when they go out, and checked.

Of a question that somebody asked nothing goes out. A credit, a link, a day and a place to answer do, behind the
person's own words, unless they stand there already.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Final

from rules.finding import Finding, Level, Source
from rules.language import clear_language_of
from rules.occasion import Lack, called_a_reply, lacking, says, with_line
from rules.pairs import Language
from rules.people import unmarked
from rules.private_spans import public
from storage.database import Journal
from storage.occasions import OccasionStore
from storage.records import Note, Occasion
from tui.checking import Checking
from tui.wording import Words

_GUIDE: Final = Source(
    "Open working: a guide for public servants",
    "share your team’s content",
    "https://apolitical.co",
)


@dataclass(frozen=True, slots=True)
class Told:
    """A note as its readers get it, and what is kept beside it."""

    text: str
    """Without private passages, with the line behind it that its occasion asks for."""
    occasion: Occasion | None
    line: str = ""
    """That line alone; empty for none."""


class Occasions:
    """The occasions of one journal's notes."""

    def __init__(self, journal: Journal, words: Words, checking: Checking) -> None:
        self._store = OccasionStore(journal)
        self._words = words
        self._checking = checking

    def history(self, note: int) -> list[Occasion]:
        """Everything that was ever said of a note, in the order it was said."""
        return self._store.history(note)

    def of(self, notes: Iterable[int]) -> dict[int, Occasion]:
        """What is known of these notes, by number; ordinary ones are left out."""
        return self._store.standing(notes)

    def told(self, note: Note) -> Told:
        """One note as its readers get it."""
        return self._told(note, self.of([note.id]))

    def shareable(self, notes: Sequence[Note]) -> list[tuple[Note, str]]:
        """The notes that are not private, as readers get them, each with its kind; empty for an ordinary one."""
        open_ones = [note for note in notes if not note.private]
        known = self.of(note.id for note in open_ones)
        told = ((note, self._told(note, known)) for note in open_ones)
        return [
            (replace(note, text=one.text), one.occasion.kind if one.occasion else "") for note, one in told
        ]

    def _told(self, note: Note, known: Mapping[int, Occasion]) -> Told:
        text, occasion = public(note.text), known.get(note.id)
        if occasion is None or occasion.kind == "reply":
            return Told(text, occasion)
        shown = replace(occasion, who=public(occasion.who).strip(), link=public(occasion.link).strip())
        shown = replace(shown, until=public(occasion.until).strip())
        line = self._line(text, shown, None)
        return Told(with_line(text, lambda part, spoken: self._line(part, shown, spoken)), occasion, line)

    def _line(self, text: str, shown: Occasion, spoken: Language | None) -> str:
        words = Words(spoken or clear_language_of(text) or self._words.language)
        what = shown.who if shown.kind == "passing-on" else shown.until
        bare = unmarked(what)
        what = "" if says(text, bare) else what
        link = "" if says(text, shown.link) else shown.link
        if not what:
            return words("call-line-link", link=link) if link and shown.kind == "call" else link
        name = f"{'via' if shown.kind == 'passing-on' else 'call'}-line{'-both' if link else ''}"
        return words(name, what=what, link=link)

    # Checking

    def beside(self, told: Told) -> tuple[Finding, ...]:
        """What rules say at once of what stands beside a note: they point at no place in it."""
        in_line = self._checking.review(told.line).findings if told.line else ()
        return tuple(replace(one, start=0, end=0) for one in (*in_line, *self._in_question(told.occasion)))

    def tagged(self, note: Note, tags: Iterable[str]) -> tuple[Finding, ...]:
        """Advice for a note that only a tag calls a reply: its question goes out, and names at its head count."""
        if not called_a_reply(note.text, tags):
            return ()
        return (self._remark("reply-by-tag", "reply-tag", Level.NOTE, note.text),)

    def findings(self, occasion: Occasion | None, text: str) -> tuple[Finding, ...]:
        """What is asked when `text` is cleared: what it owes its readers, and what its question touches on."""
        if occasion is None:
            return ()
        bare = unmarked(public(occasion.who)).strip()
        lacks = lacking(occasion.kind, text, who=bare, until=public(occasion.until).strip())
        return (*(self._asked(lack, text) for lack in lacks), *self._in_question(occasion))

    def _in_question(self, occasion: Occasion | None) -> tuple[Finding, ...]:
        # Nothing of it goes out, so it never holds a text for good; but whoever answers should have seen it.
        if occasion is None or occasion.kind != "reply":
            return ()
        asked = "\n".join(filter(None, (occasion.quote, occasion.who, occasion.link)))
        found = (one for one in self._checking.review(asked).findings if one.level > Level.NOTE)
        return tuple(self._of_question(one) for one in found)

    def _of_question(self, one: Finding) -> Finding:
        message = self._words("question-remark", message=one.message)
        return replace(one, level=Level.QUESTION, start=0, end=0, message=message)

    def _asked(self, lack: Lack, text: str) -> Finding:
        rule = f"{'credit' if lack in ('credit', 'link') else 'call'}-without-{_LACKS[lack]}"
        asked = self._remark(rule, f"lacks-{lack}", Level.QUESTION, text)
        return replace(asked, answers=(self._words(f"lacks-{lack}-answer"),))

    def _remark(self, rule: str, said: str, level: Level, text: str) -> Finding:
        return Finding(
            rule=rule,
            by="rule",
            category="credit",
            level=level,
            start=0,
            end=0,
            match="",
            message=self._words(said),
            advice=self._words(f"{said}-advice"),
            source=_GUIDE,
            key=sha256(f"{rule}\n{text}".encode("utf-8", "replace")).hexdigest(),
        )


_LACKS: Final[Mapping[Lack, str]] = {"credit": "name", "link": "link", "until": "day", "where": "place"}
