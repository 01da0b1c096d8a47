"""Makes the weekly note: the roll-up of the week's notes, merged with what was edited by hand.

The last roll-up a saved week was merged with is kept beside it as JSON, so that the next merge
knows what came from the notes and what from a person.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from rules.closing_tags import TAGS
from rules.merge import blocks, join, merge
from rules.offers import (
    Passage,
    Past,
    base_with_stale,
    base_without,
    passages_of,
    passages_of_new,
    passages_of_text,
)
from rules.pairs import around, in_language
from rules.period import Period
from rules.private_spans import public
from rules.rollup import DayNote, Draft, Headings, Line, Section, roll_up
from rules.week import Week
from rules.week_shape import LAYOUTS, Form, WeekShape
from rules.weeknote import origins, origins_of_pieces, pieces_of, read_back, to_blocks, traced
from storage.acts import ActStore
from storage.days_off import DayOffStore
from storage.notes import NoteStore
from storage.records import Note, SavedWeek
from storage.weeks import WeekStore
from tui.carrying import Carried, Carrying
from tui.note_tags import tags_of
from tui.wording import Words

Shareable = Callable[[Sequence[Note]], Sequence[tuple[Note, str]]]
"""The notes that are not private, as readers get them, each with its kind: empty, `reply`, `passing-on` or `call`."""
WeekTitle = Callable[[Week], str]
"""What a week is called."""


@dataclass(frozen=True, slots=True)
class MadeWeek:
    """A weekly note as it stands, before it is checked."""

    text: str
    title: str
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    draft: Draft
    """The roll-up it was made from, which is its base once it is saved."""
    carried: tuple[Carried, ...]
    version: int
    news: int

    def says_nothing_but(self, context: str) -> bool:
        """Whether nothing stands under its title, but perhaps `context`, the line on what the work is for."""
        return all(line.text == context for section in self.sections for line in section.lines)


class Weekly:
    """Makes and saves the weekly notes of one journal."""

    def __init__(
        self,
        notes: NoteStore,
        weeks: WeekStore,
        acts: ActStore,
        *,
        shareable: Shareable,
        days_off: DayOffStore,
        carrying: Carrying,
        words: Words,
        shapes: Mapping[str, WeekShape],
        form: Form,
        title: WeekTitle,
        context: str = "",
        posted: Callable[[Week], Sequence[Line]] = lambda _: (),
    ) -> None:
        """`shareable` gives the notes that are not private as readers get them.

        `shapes` are those known, by id; `form` is the one a person chose; `title` names a week.

        `context` is the line under each title, `posted` lists what was posted in a week.
        """
        self._notes = notes
        self._weeks = weeks
        self._acts = acts
        self._shareable = shareable
        self._days_off = days_off
        self._carrying = carrying
        self._words = words
        self._title = title
        self._context = context
        self._posted = posted
        self._shapes = shapes
        self._form = form

    def make(self, week: Week, today: date, form: Form | None = None, *, carry: bool = True) -> MadeWeek:
        """The weekly note: rolled up when it was never saved, else merged with the saved text.

        `form` takes the place of the one it was saved in, or of the one a person chose. Without `carry` a week
        that was never saved has only its own notes.
        """
        saved = self._weeks.get(str(week))
        form = form or self._saved_form(saved)
        carried = self._carried(week, form) if carry or saved else ()
        standing = self._standing(saved) if saved else ()
        draft = self._draft(week, today, form, carried, standing)
        if saved is None:
            return self._made(draft, to_blocks(draft), _Known.of(draft), carried=carried)
        return self._merged(saved, draft, carried)

    def _standing(self, saved: SavedWeek) -> list[str]:
        _, own, _ = around(blocks(saved.text), self._words.language)
        return [*own, *_Base.read(saved.base).blocks]

    def _merged(self, saved: SavedWeek, draft: Draft, carried: tuple[Carried, ...]) -> MadeWeek:
        base, rolled = _Base.read(saved.base), to_blocks(draft)
        # Of a week in both languages only the person's own passage is merged; the other stays as it was written.
        before, own, behind = around(blocks(saved.text), self._words.language)
        past = Past(base.blocks, own)
        known = _Known.of(draft).beside(base)
        merged = merge(past.base, past.current, rolled, known.pieces)
        made = self._made(draft, merged, known, carried=carried)
        passages = passages_of(merged, rolled, past, known.pieces, known.notes)
        news = _news(merged, past.current)
        passages = [*map(_by_hand, before), *passages, *map(_by_hand, behind)]
        text = join([*before, *merged, *behind])
        return replace(made, text=text, version=saved.version, news=news, passages=tuple(passages))

    def fresh(self, week: Week, today: date) -> MadeWeek:
        """The week's notes rolled up in the form a person chose, whatever was saved."""
        carried = self._carried(week, self._form)
        draft = self._draft(week, today, self._form, carried)
        return self._made(draft, to_blocks(draft), _Known.of(draft), carried=carried)

    def over(self, period: Period, today: date, form: Form | None = None) -> MadeWeek:
        """The notes of any period rolled up as one text, under the form a person chose unless `form` is given.

        It is made anew each time: only the notes of an ISO week are saved as an edited text.
        """
        draft = self._rolled(
            period.days, self._words.span_title(period.first, period.last), today, form or self._form
        )
        return self._made(draft, to_blocks(draft), _Known.of(draft), carried=())

    def is_saved(self, week: Week) -> bool:
        """Whether the weekly note was ever saved."""
        return self._weeks.get(str(week)) is not None

    def save(
        self,
        week: Week,
        text: str,
        version: int,
        *,
        draft: Draft,
        seen: Sequence[Passage],
        now: datetime,
        form: Form | None = None,
        waiting: Sequence[Passage] = (),
    ) -> None:
        """Save `text`, which was edited on top of `version`, with the roll-up `draft` that was seen then as its base.

        `seen` are the passages that the two made when they were merged. What is `waiting` was offered and is neither
        taken nor dropped: it is offered again. What its notes became while the text was edited was never seen: it is
        not in the base, and so it is offered, or leaves, next.
        """
        saved = self._weeks.get(str(week))
        form, standing = form or self._saved_form(saved), blocks(text)
        known, rolled = _Known.of(draft), to_blocks(draft)
        if saved is not None:
            old = _Base.read(saved.base)
            known = known.beside(old)
            rolled = base_without(rolled, waiting, old.blocks, known.pieces, known.notes)
            stays = [one for one in seen if one.stale and one.text in standing]
            rolled = base_with_stale(rolled, stays, old.blocks, known.notes)
        # What stands in the text and came from notes keeps them, also where only a part of it was offered.
        found = {block: known.notes(block) for block in (*standing, *rolled)}
        traces = {block: notes for block, notes in found.items() if notes} | origins(draft)
        pieces = {block: known.pieces[block] for block in rolled if block in known.pieces}
        base = _Base(rolled, traces, pieces | pieces_of(draft), form)
        self._acts.save(SavedWeek(str(week), text, base.written(), version), changed=now)

    def _made(
        self, draft: Draft, parts: list[str], known: "_Known", *, carried: tuple[Carried, ...]
    ) -> MadeWeek:
        text = join(parts)
        notes = {public(block): known.notes(block) for block in parts if known.notes(block)}
        title, sections = read_back(public(text), notes, self._words("week-untitled"))
        passages = tuple(passages_of_new(parts, known.notes))
        return MadeWeek(text, title, sections, passages, draft, carried, version=0, news=0)

    def _saved_form(self, saved: SavedWeek | None) -> Form:
        form = _Base.read(saved.base).form if saved else None
        return form if form and form.shape in self._shapes else self._form

    def _carried(self, week: Week, form: Form) -> tuple[Carried, ...]:
        shape = self._shapes[form.shape]
        if shape.carrying is None:
            return ()
        return self._carrying.into(week, shape.parts[shape.carrying].tags)

    def _draft(
        self,
        week: Week,
        today: date,
        form: Form,
        carried: Sequence[Carried],
        standing: Iterable[str] = (),
    ) -> Draft:
        """The roll-up of a week; its parts keep the names they have in the `standing` blocks."""
        return self._rolled(
            week.days,
            self._title(week),
            today,
            form,
            carried=[one.note for one in carried],
            posted=self._posted(week),
            standing=frozenset(block[3:] for block in standing if block.startswith("## ")),
        )

    def _rolled(
        self,
        days: Sequence[date],
        title: str,
        today: date,
        form: Form,
        *,
        carried: Sequence[Note] = (),
        posted: Sequence[Line] = (),
        standing: frozenset[str] = frozenset(),
    ) -> Draft:
        notes = self._notes.between(days[0], days[-1])
        away = self._days_off.between(days[0], days[-1])
        words = self._words
        return roll_up(
            days,
            self._readable(notes),
            Headings(title, words.language, words.day_title, self._context, standing),
            self._shapes[form.shape],
            noted=frozenset(note.day for note in notes) | away,
            today=today,
            layout=form.layout,
            tags=form.tags,
            carried=self._readable(carried),
            posted=posted,
        )

    def _readable(self, notes: Sequence[Note]) -> list[DayNote]:
        language = self._words.language
        readable = (
            (replace(note, text=in_language(note.text, language)), kind)
            for note, kind in self._shareable(notes)
        )
        return [
            DayNote(note.id, note.day, note.text, tags_of(note), kind)
            for note, kind in readable
            if note.text.strip()
        ]


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
            "tags": self.form.tags if self.form else "",
        }
        return json.dumps(held, ensure_ascii=False)


def _form(held: Mapping[str, object]) -> Form | None:
    # A base may come from an imported file: anything odd means the form a person chose.
    shape = held.get("shape")
    layout = next((known for known in LAYOUTS if known == held.get("layout")), None)
    tags = next((known for known in TAGS if known == held.get("tags")), Form().tags)
    return Form(shape, layout, tags) if isinstance(shape, str) and shape else None


def _by_hand(block: str) -> Passage:
    return passages_of_text([block], ())[0]


def _news(merged: Sequence[str], current: Sequence[str]) -> int:
    return sum(block not in current for block in merged)
