"""Everything about weekly notes that needs no rules: shapes, titles, intentions, days off, looking back.

What the settings say of shapes is read on first use: a person whose shape is broken can still log and read. So is
the code that makes a week, which a sitting may never need.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Final

from rules.period import Period
from rules.platforms import Platform
from rules.private_spans import public
from rules.week import Week
from storage.acts import ActStore
from storage.clearances import ClearanceStore
from storage.database import Journal
from storage.days_off import DayOffStore
from storage.guided import GuidedStore
from storage.notes import NoteStore
from storage.settings import Settings
from storage.weeks import WeekStore
from tui.clock import Clock
from tui.occasions import Occasions
from tui.refusal import Refusal, UnknownId
from tui.subject import Subject
from tui.week_titles import WeekTitles
from tui.wording import Language, Words

if TYPE_CHECKING:
    from rules.lookback import By
    from rules.offers import Passage
    from rules.rollup import Line
    from rules.week_shape import Form, WeekShape
    from tui.carrying import Carrying
    from tui.posted import Posted
    from tui.week_history import WeekVersionView
    from tui.week_view import WeekView
    from tui.weekly import MadeWeek, Weekly

STEPS: Final = ("offers", "highlights", "gaps", "remarks", "order", "title", "clear", "share")
"""The steps of the guided half hour, in order; each can be skipped."""


class Weeks:
    """The weekly notes of one journal, as one person's settings have them."""

    def __init__(
        self,
        journal: Journal,
        acts: ActStore,
        occasions: Occasions,
        *,
        settings: Settings,
        clock: Clock,
        words: Words,
        platforms: Mapping[str, Platform],
    ) -> None:
        self._journal = journal
        self._notes = NoteStore(journal)
        self._store = WeekStore(journal)
        self._acts = acts
        self._occasions = occasions
        self._settings = settings
        self._clock = clock
        self._words = words
        self._platforms = platforms
        self._days_off = DayOffStore(journal)
        self._guided = GuidedStore(journal)
        self.title = WeekTitles(settings, words)
        """What a week is called."""

    @cached_property
    def shapes(self) -> "Mapping[str, WeekShape]":
        """The shapes a weekly note can take, by id. Raises InputError and ShapeError for the person's own."""
        from tui.week_shapes import load_shapes

        return load_shapes(self._settings)

    @cached_property
    def form(self) -> "Form":
        """The form of a weekly note that the settings ask for."""
        from tui.week_shapes import chosen_form

        return chosen_form(self._settings, self.shapes)

    @cached_property
    def intentions(self) -> "Carrying":
        """What a person meant to do next."""
        from tui.carrying import Carrying

        carrying = (part for shape in self.shapes.values() for part in shape.parts if part.carries)
        tags = frozenset[str]().union(*(part.tags for part in carrying))
        return Carrying(self._journal, self._notes, self._clock, tags)

    @cached_property
    def weekly(self) -> "Weekly":
        """Makes and saves the weekly notes."""
        from tui.weekly import Weekly

        return Weekly(
            self._notes,
            self._store,
            self._acts,
            shareable=self._occasions.shareable,
            days_off=self._days_off,
            carrying=self.intentions,
            words=self._words,
            shapes=self.shapes,
            form=self.form,
            title=self.title,
            context=self._settings.week_context,
            posted=self._posted_in,
        )

    @cached_property
    def _posted(self) -> "Posted":
        from tui.posted import Posted

        return Posted(ClearanceStore(self._journal), self._platforms, self._words)

    def _posted_in(self, week: Week) -> "Sequence[Line]":
        saved = self._store.versions(str(week))
        return self._posted.lines(week, saved[-1].changed if saved else None)

    def made(self, week: Week, form: "Form | None" = None) -> "MadeWeek":
        """The weekly note as it stands today, not checked. `form` as in `Weekly.make`."""
        return self.weekly.make(week, self._clock.today(), form)

    def save(self, view: "WeekView", text: str, waiting: "Sequence[Passage]" = ()) -> None:
        """Save `text` as the next version of the week that `view` shows, as `Weekly.save` does.

        Raises ChangedElsewhere.
        """
        self.weekly.save(
            view.week,
            text,
            view.version,
            draft=view.draft,
            seen=view.passages,
            now=self._clock.now(),
            form=view.form,
            waiting=waiting,
        )

    def noted(self, week: Week) -> dict[int, date]:
        """The day of each note of a week, by number; private ones included."""
        return self._notes.days(week.days[0], week.days[-1])

    def over(self, period: Period, form: "Form | None" = None) -> "MadeWeek":
        """The notes of any period as one text, made anew each time."""
        return self.weekly.over(period, self._clock.today(), form)

    def subject(self, of: Week | Period) -> Subject:
        """What would be cleared of a week or another period: its text without private passages."""
        made = self.made(of) if isinstance(of, Week) else self.over(of)
        key = f"week:{of}" if isinstance(of, Week) else f"period:{of}"
        bare = made.says_nothing_but(self._settings.week_context)
        return Subject(key, str(of), public(made.text), bare=bare)

    def paired(self, week: Week) -> str:
        """The week in both languages, each after its mark (rules/pairs.py): the person's own as it stands.

        The other is rolled up anew: a note written as a pair gives its words in that language, any other its own.
        One that was saved as a pair stays as it is; what is new is offered in the person's own language.
        """
        from rules.pairs import is_paired

        own = self._words.language
        texts = {own: self.made(week).text}
        if is_paired(texts[own]):
            return texts[own]
        other: Language = "fr" if own == "en" else "en"
        texts[other] = self._in(other).weekly.fresh(week, self._clock.today()).text
        return "\n".join(f"[{language}]\n\n{texts[language]}" for language in ("en", "fr"))

    def _in(self, language: Language) -> "Weeks":
        return Weeks(
            self._journal,
            self._acts,
            self._occasions,
            settings=self._settings,
            clock=self._clock,
            words=Words(language),
            platforms=self._platforms,
        )

    def look_back(self, period: Period, by: "By" = "heading") -> str:
        """The weekly notes of a period up to today as one Markdown text, as they were saved or else rolled up."""
        from rules.lookback import PastWeek, look_back

        today = self._clock.today()
        begun = (week for week in period.weeks if week.monday <= today)
        weeks = ((week, self.weekly.make(week, today, carry=False)) for week in begun)
        past = [PastWeek(self.title(week), made.sections) for week, made in weeks]
        return look_back(self._words.span_title(period.first, period.last), past, by)

    # Versions

    def versions(self, week: Week) -> "tuple[WeekVersionView, ...]":
        """Every version of a weekly note, oldest first, with what each changed."""
        from tui.week_history import week_history

        return week_history(self._store.versions(str(week)))

    def restore(self, week: Week, version: int) -> None:
        """Make version `version` the weekly note again, as its next. Raises Refusal where it stands already.

        What was taken from the notes since is offered again. Raises UnknownId where there is no such version, and
        ChangedElsewhere.
        """
        now, then = self._store.get(str(week)), self._store.version(str(week), version)
        if now is None:
            raise UnknownId("no-such-saved-week", week=week)
        if then is None:
            raise UnknownId("no-such-week-version", week=week, version=version)
        if (now.text, now.base) == (then.text, then.base):
            raise Refusal("version-stands-week", week=week, version=version)
        self._acts.save(replace(then, version=now.version), changed=self._clock.now())

    def undo(self, week: Week) -> None:
        """Take back the last save of this weekly note. Raises Refusal where something else was done since."""
        newest = self._acts.newest()
        if newest is None or newest.source != f"week:{week}":
            raise Refusal("undo-no-week", week=week)
        self._acts.undo(changed=self._clock.now())

    # The guided half hour

    def step(self, week: Week) -> str:
        """The step of the guided half hour that `week` is at: the first of STEPS when it was never begun."""
        step = self._guided.step(str(week))
        return step if step in STEPS else STEPS[0]

    def go_to_step(self, week: Week, step: str) -> None:
        """Remember that `week` is at this step."""
        self._guided.go_to(str(week), step, at=self._clock.now())

    # Days off

    def take_off(self, day: date) -> bool:
        """Mark a day as off, so that it is no gap; whether it was not marked before."""
        return self._days_off.add(day, at=self._clock.now())

    def work_again(self, day: date) -> bool:
        """Take that mark away; whether there was one."""
        return self._days_off.remove(day)

    def days_off(self, first: date, last: date) -> frozenset[date]:
        """The days off from `first` to `last`, both included."""
        return self._days_off.between(first, last)
