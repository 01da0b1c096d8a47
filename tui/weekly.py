"""Makes the weekly note: the roll-up of the week's notes, merged with what was edited by hand.

The last roll-up a saved week was merged with is kept beside it as JSON, so that the next merge
knows what came from the notes and what from a person.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from rules.merge import blocks, join, merge
from rules.private_spans import public
from rules.rollup import DayNote, Draft, Headings, Section, roll_up
from rules.week import Week
from rules.week_shape import LAYOUTS, Form, WeekShape
from rules.weeknote import origins, origins_of_pieces, pieces_of, read_back, to_blocks, traced
from storage.acts import ActStore
from storage.notes import NoteStore
from storage.records import Note, SavedWeek
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

    def __init__(
        self,
        notes: NoteStore,
        weeks: WeekStore,
        acts: ActStore,
        words: Words,
        *,
        shapes: Mapping[str, WeekShape],
        form: Form,
    ) -> None:
        """`shapes` are those known, by id; `form` is the one a person chose."""
        self._notes = notes
        self._weeks = weeks
        self._acts = acts
        self._words = words
        self._shapes = shapes
        self._form = form

    def make(self, week: Week, today: date, form: Form | None = None) -> MadeWeek:
        """The weekly note: rolled up when it was never saved, else merged with the saved text.

        `form` takes the place of the one it was saved in, or of the one a person chose.
        """
        saved = self._weeks.get(str(week))
        draft = self._draft(week, today, form or self._saved_form(saved))
        if saved is None:
            return self._made(draft, to_blocks(draft), _Known.of(draft), version=0, news=0)
        base = _Base.read(saved.base)
        current = blocks(saved.text)
        known = _Known.of(draft).beside(base)
        merged = merge(base.blocks, current, to_blocks(draft), known.pieces)
        return self._made(draft, merged, known, version=saved.version, news=_news(merged, current))

    def is_saved(self, week: Week) -> bool:
        """Whether the weekly note was ever saved."""
        return self._weeks.get(str(week)) is not None

    def save(
        self,
        week: Week,
        text: str,
        version: int,
        *,
        now: datetime,
        today: date,
        form: Form | None = None,
    ) -> None:
        """Save `text`, which was edited on top of `version`, with today's roll-up as its base."""
        saved = self._weeks.get(str(week))
        form = form or self._saved_form(saved)
        draft = self._draft(week, today, form)
        known = _Known.of(draft)
        if saved is not None:
            known = known.beside(_Base.read(saved.base))
        # What stands in the text and came from notes keeps them, also where only a part of it was offered.
        standing = {block: known.notes(block) for block in blocks(text)}
        traces = {block: notes for block, notes in standing.items() if notes} | origins(draft)
        base = _Base(to_blocks(draft), traces, pieces_of(draft), form)
        self._acts.save(SavedWeek(str(week), text, base.written(), version), changed=now)

    def _made(self, draft: Draft, parts: list[str], known: "_Known", *, version: int, news: int) -> MadeWeek:
        text = join(parts)
        notes = {public(block): known.notes(block) for block in parts if known.notes(block)}
        title, sections = read_back(public(text), notes, self._words("week-untitled"))
        return MadeWeek(text, title, sections, draft.gaps, version, news)

    def _saved_form(self, saved: SavedWeek | None) -> Form:
        form = _Base.read(saved.base).form if saved else None
        return form if form and form.shape in self._shapes else self._form

    def _draft(self, week: Week, today: date, form: Form) -> Draft:
        notes = self._notes.between(week.monday, week.sunday)
        shareable = [
            DayNote(note.id, note.day, note.text, tags_of(note))
            for note in map(_for_readers, notes)
            if not note.private and note.text.strip()
        ]
        words = self._words
        return roll_up(
            week,
            shareable,
            Headings(words.week_title(week), words.language, words.long_date),
            self._shapes[form.shape],
            noted=frozenset(note.day for note in notes),
            today=today,
            layout=form.layout,
        )


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of generated passages: their notes, and the pieces of those that were joined."""

    origins: Mapping[str, tuple[int, ...]]
    pieces: Mapping[str, tuple[str, ...]]
    of_pieces: Mapping[str, tuple[int, ...]]

    @classmethod
    def of(cls, draft: Draft) -> "_Known":
        return cls(origins(draft), pieces_of(draft), origins_of_pieces(draft))

    def beside(self, base: "_Base") -> "_Known":
        return _Known({**base.origins, **self.origins}, {**base.pieces, **self.pieces}, self.of_pieces)

    def notes(self, block: str) -> tuple[int, ...]:
        return self.origins.get(block) or traced(block, self.pieces.values(), self.of_pieces)


@dataclass(frozen=True, slots=True)
class _Base:
    """The roll-up a saved week was last merged with."""

    blocks: list[str]
    origins: Mapping[str, tuple[int, ...]]
    pieces: Mapping[str, tuple[str, ...]]
    form: Form | None
    """None for a week that was saved before it could take other shapes."""

    @classmethod
    def read(cls, written: str) -> "_Base":
        held = json.loads(written)
        return cls(
            held["blocks"],
            {text: tuple(notes) for text, notes in held["origins"]},
            {text: tuple(parts) for text, parts in held.get("pieces", ())},
            _form(held),
        )

    def written(self) -> str:
        held = {
            "blocks": self.blocks,
            "origins": [[text, list(notes)] for text, notes in self.origins.items()],
            "pieces": [[text, list(parts)] for text, parts in self.pieces.items()],
            "shape": self.form.shape if self.form else "",
            "layout": (self.form.layout if self.form else None) or "",
        }
        return json.dumps(held, ensure_ascii=False)


def _form(held: Mapping[str, object]) -> Form | None:
    # A base may come from an imported file: anything odd means the form a person chose.
    shape = held.get("shape")
    layout = next((known for known in LAYOUTS if known == held.get("layout")), None)
    return Form(shape, layout) if isinstance(shape, str) and shape else None


def _news(merged: list[str], current: list[str]) -> int:
    return sum(block not in current for block in merged)


def _for_readers(note: Note) -> Note:
    return replace(note, text=public(note.text))
