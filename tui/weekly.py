"""Makes the weekly note: the roll-up of the week's notes, merged with what was edited by hand.

The last roll-up a saved week was merged with is kept beside it as JSON, so that the next merge
knows what came from the notes and what from a person.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from rules.merge import blocks, join, merge
from rules.rollup import DayNote, Draft, Headings, Section, roll_up
from rules.week import Week
from rules.weeknote import origins, read_back, to_blocks
from storage.acts import ActStore
from storage.notes import NoteStore
from storage.records import SavedWeek
from storage.weeks import WeekStore
from tui.searching import tags_of
from tui.wording import Words


@dataclass(frozen=True, slots=True)
class MadeWeek:
    """A weekly note as it stands, before it is checked."""

    text: str
    title: str
    sections: tuple[Section, ...]
    gaps: tuple[date, ...]
    version: int
    news: int


class Weekly:
    """Makes and saves the weekly notes of one journal."""

    def __init__(self, notes: NoteStore, weeks: WeekStore, acts: ActStore, words: Words) -> None:
        self._notes = notes
        self._weeks = weeks
        self._acts = acts
        self._words = words

    def make(self, week: Week, today: date) -> MadeWeek:
        """The weekly note: rolled up when it was never saved, else merged with the saved text."""
        draft = self._draft(week, today)
        saved = self._weeks.get(str(week))
        fresh = to_blocks(draft)
        if saved is None:
            return self._made(draft, fresh, known=origins(draft), version=0, news=0)
        base = _Base.read(saved.base)
        current = blocks(saved.text)
        merged = merge(base.blocks, current, fresh)
        known = {**base.origins, **origins(draft)}
        return self._made(draft, merged, known=known, version=saved.version, news=_news(merged, current))

    def is_saved(self, week: Week) -> bool:
        """Whether the weekly note was ever saved."""
        return self._weeks.get(str(week)) is not None

    def save(self, week: Week, text: str, version: int, *, now: datetime, today: date) -> None:
        """Save `text`, which was edited on top of `version`, with today's roll-up as its base."""
        draft = self._draft(week, today)
        base = _Base(to_blocks(draft), origins(draft))
        self._acts.save(SavedWeek(str(week), text, base.written(), version), changed=now)

    def _made(
        self, draft: Draft, parts: list[str], *, known: Mapping[str, tuple[int, ...]], version: int, news: int
    ) -> MadeWeek:
        text = join(parts)
        title, sections = read_back(text, known, self._words("week-untitled"))
        return MadeWeek(text, title, sections, draft.gaps, version, news)

    def _draft(self, week: Week, today: date) -> Draft:
        notes = self._notes.between(week.monday, week.sunday)
        shareable = [
            DayNote(note.id, note.day, note.text, tags_of(note)) for note in notes if not note.private
        ]
        noted = frozenset(note.day for note in notes)
        return roll_up(week, shareable, self._headings(week), noted=noted, today=today)

    def _headings(self, week: Week) -> Headings:
        words = self._words
        standing = {key: words(f"section-{key}") for key in ("learned", "stuck", "thanks", "next")}
        return Headings(words.week_title(week), standing, words("section-rest"), words("section-only"))


@dataclass(frozen=True, slots=True)
class _Base:
    """The roll-up a saved week was last merged with."""

    blocks: list[str]
    origins: Mapping[str, tuple[int, ...]]

    @classmethod
    def read(cls, written: str) -> "_Base":
        held = json.loads(written)
        return cls(held["blocks"], {text: tuple(notes) for text, notes in held["origins"]})

    def written(self) -> str:
        held = {
            "blocks": self.blocks,
            "origins": [[text, list(notes)] for text, notes in self.origins.items()],
        }
        return json.dumps(held, ensure_ascii=False)


def _news(merged: list[str], current: list[str]) -> int:
    return sum(block not in current for block in merged)
