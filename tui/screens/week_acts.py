"""What can be done to one passage of the weekly note, or to all of it, without writing."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import reduce
from typing import TYPE_CHECKING

from textual import on, work
from textual.widgets import OptionList

from storage.records import OutcomeKind
from tui.bindings import KeysNow
from tui.screens.requests import OpenDay
from tui.screens.week_text import WeekTextPage
from tui.visible import visible
from tui.widgets.note_list import NoteList
from tui.widgets.week_reading import WeekReading

if TYPE_CHECKING:
    from rules.offers import Passage
    from rules.week_shape import Form
    from tui.carrying import Carried
    from tui.people import Mention

_SHORTENED = 60
"""Most code points of a note that are quoted in a question."""


class WeekActsPage(WeekTextPage):
    """The weekly note, and the keys that act on a passage of it."""

    @on(WeekReading.Asked)
    def _asked(self, event: WeekReading.Asked) -> None:
        if event.what == "write":
            self._write()
        elif event.what == "keep":
            self.keep()
        else:
            self._act(event.what)

    @on(OptionList.OptionSelected)
    def _open(self) -> None:
        shown = self.reading.selected
        days = (
            [(self._days[note], note) for note in shown.passage.notes if note in self._days] if shown else []
        )
        if self.reading.gap:
            self.post_message(OpenDay(self.reading.gap))
        elif days:
            self._open_day(days)

    @work
    async def _open_day(self, days: Sequence[tuple[date, int]]) -> None:
        day, note = min(days)
        if await self.may_leave():
            self.post_message(OpenDay(day, note))

    def _write(self) -> None:
        """Write at the selected passage; words typed before the week is there would have nowhere to stay."""
        if self._view is None:
            self._early = True
            return
        from rules.offers import settled

        row = self.reading.place
        before = settled(self._view.passages[:row]) if self._view and row is not None else []
        place = sum(len(block) + 2 for block in before)
        self.write_at(min(place, len(self.editor.text)) if row is not None else None)

    @work(exclusive=True, group="act")
    async def _act(self, what: str) -> None:
        # The row is the one that was seen when the key was pressed: saving words by hand may draw others.
        shown = self.reading.selected
        if self.unsaved and not await self.save():
            return
        if what == "leave":
            await self._take_off(self.reading.gap or (self.reading.gaps or (None,))[0])
        elif what == "undo":
            await self._undo()
        elif shown is not None and what == "role":
            await self._role(shown.passage)
        elif shown is not None and what == "done":
            await self._outcome(shown.carried, "done")
        elif shown is not None and what == "drop" and shown.carried and not shown.passage.offered:
            await self._outcome(shown.carried, "dropped")
        elif shown is not None:
            await self._change(what, shown.passage)

    async def _change(self, what: str, passage: "Passage") -> None:
        if self._view is None or passage not in self._view.passages:
            return
        passages = self._view.passages
        changed = self._changed(what, passages, passages.index(passage))
        if changed == list(passages) or not await self._save_passages(changed):
            return
        self.tell(self.words(f"week-did-{what}"))
        if what in ("up", "down", "highlight"):
            self.reading.go_to_row(
                next(n for n, row in enumerate(self.rows) if row.passage.text == passage.text)
            )

    def _changed(self, what: str, passages: "Sequence[Passage]", place: int) -> "list[Passage]":
        from rules.offers import highlighted, left_out, moved, taken

        return {
            "take": lambda: taken(passages, place),
            "drop": lambda: left_out(passages, place),
            "up": lambda: moved(passages, place, -1),
            "down": lambda: moved(passages, place, 1),
            "highlight": lambda: highlighted(passages, place, self.words("highlights-heading")),
        }[what]()

    async def _save_passages(self, passages: "Sequence[Passage]") -> bool:
        from rules.merge import join
        from rules.offers import settled

        view = await self.ask(self.desk.begin_week, self._view) if self._view else None
        waiting = [one for one in passages if one.offered]
        return view is not None and await self.saved(view, join(settled(passages)), waiting)

    async def _role(self, passage: "Passage") -> None:
        """Put somebody's role in the place of the name, and remember that they are not to be named."""
        from rules.names import with_role
        from tui.screens.line import Line

        one = await self._one_named_in(passage.text)
        if one is None or self._view is None or passage not in self._view.passages:
            self.tell(self.words("role-nobody"))
            return
        known = one.person.role if one.person else ""
        role = await self.app.push_screen_wait(Line(self.words("role-line", name=visible(one.name)), known))
        if role:
            text = reduce(lambda text, name: with_role(text, name, role), one.spellings, passage.text)
            worded = replace(passage, text=text)
            changed = [worded if each == passage else each for each in self._view.passages]
            await self.ask(self.desk.people.say, one.person.name if one.person else one.name, "refused", role)
            if await self._save_passages(changed):
                self.tell(self.words("week-did-role", name=visible(one.name)))

    async def _one_named_in(self, text: str) -> "Mention | None":
        """Who is named in `text`; where they are several, the one that is chosen."""
        named = await self.ask(self.desk.people.mentioned, text) or []
        if len(named) < 2:
            return next(iter(named), None)
        chosen = await self._one_of("role-which", [(each.name, visible(each.name)) for each in named])
        return next((each for each in named if each.name == chosen), None)

    async def _take_off(self, day: date | None) -> None:
        if day is not None and await self.ask(self.desk.weeks.take_off, day) is not None:
            self.tell(
                self.words("week-did-leave", day=self.words.long_date(day), key=KeysNow(self, NoteList))
            )
            self.load()

    async def _outcome(self, carried: "Sequence[Carried]", outcome: OutcomeKind) -> None:
        one = carried[0] if len(carried) == 1 else await self._which(carried)
        settle = self.desk.weeks.intentions.settle
        if one is not None and (await self.ask(settle, one.note.id, outcome)) is not None:
            self.tell(self.words(f"week-did-{outcome}", note=one.note.id))
            self.load()

    async def _which(self, carried: "Sequence[Carried]") -> "Carried | None":
        from tui.screens.choice import Choice

        named = [(str(place), visible(one.note.text[:_SHORTENED])) for place, one in enumerate(carried)]
        answers = [("stay", self.words("choice-none")), *((f"n{name}", said) for name, said in named)]
        chosen = await self.app.push_screen_wait(Choice(self.words("which-carried"), answers))
        return None if chosen == "stay" else carried[int(chosen[1:])]

    async def _undo(self) -> None:
        if await self.ask(self._undone):
            self.tell(self.words("week-did-undo"))
            self.load()

    def _undone(self) -> bool:
        self.desk.weeks.undo(self.week)
        return True

    # All of it

    @work(exclusive=True, group="act")
    async def action_title(self) -> None:
        """Ask for another title."""
        if self._view is None or (self.unsaved and not await self.save()):
            return
        from rules.offers import Passage
        from tui.screens.line import Line

        passages = self._view.passages
        now = next((one.text for one in passages if one.kind == "title"), "")
        line = Line(self.words("line-title"), now.removeprefix("# "))
        given = " ".join((await self.app.push_screen_wait(line)).split())
        if given and f"# {given}" != now:
            rest = [one for one in passages if one.text != now]
            if await self._save_passages([Passage(f"# {given}", "title"), *rest]):
                self.tell(self.words("week-did-title"))

    @work(exclusive=True, group="act")
    async def action_reshape(self) -> None:
        """Choose another shape and layout, see what that changes, then take it or not."""
        if self._view is None or (self.unsaved and not await self.save()):
            return
        form = await self._choose_form()
        view = await self.ask(self.desk.week, self.week, form) if form else None
        if view is None or self._view is None:
            return
        if view.settled == self._view.settled:
            self.tell(self.words("week-same-shape"))
            return
        from tui.screens.comparison import Comparison

        wanted = await self.app.push_screen_wait(Comparison(self.words, self._view.settled, view.settled))
        if wanted and await self.saved(view, view.settled, view.waiting):
            self.tell(self.words("week-did-reshape"))

    async def _choose_form(self) -> "Form | None":
        from rules.week_shape import LAYOUTS, Form

        shapes = [
            (key, shape.name.said(self.words.language)) for key, shape in self.desk.weeks.shapes.items()
        ]
        shape = await self._one_of("choose-shape", shapes)
        layouts = [
            ("own", self.words("layout-own")),
            *((one, self.words(f"layout-{one}")) for one in LAYOUTS),
        ]
        layout = await self._one_of("choose-layout", layouts) if shape else ""
        laid = next((one for one in LAYOUTS if one == layout), None)
        return await self._choose_tags(Form(shape, laid)) if layout else None

    async def _choose_tags(self, form: "Form") -> "Form | None":
        """The form with what becomes of closing hashtags; not asked where no note of the week has any."""
        from rules.closing_tags import TAGS

        forms = [replace(form, tags=one) for one in TAGS]
        texts = {view.settled for one in forms if (view := await self.ask(self.desk.week, self.week, one))}
        if len(texts) < len(forms):
            return form
        tags = await self._one_of("choose-tags", [(one, self.words(f"tags-{one}")) for one in TAGS])
        return next((one for one in forms if one.tags == tags), None)

    async def _one_of(self, question: str, named: Sequence[tuple[str, str]]) -> str:
        """What was chosen, by its name; empty for nothing."""
        from tui.screens.choice import Choice

        answers = [("stay", self.words("choice-none"))]
        answers += [(f"n{place}", said) for place, (_, said) in enumerate(named)]
        chosen = await self.app.push_screen_wait(Choice(self.words(question), answers))
        return "" if chosen == "stay" else named[int(chosen[1:])][0]
