"""The calendar: a month, the year around it, and in words what they show of the day that is pointed at."""

import asyncio
from collections.abc import Mapping
from datetime import date, timedelta
from textwrap import shorten
from typing import ClassVar

from rich.console import Group
from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Static

from rules.rhythm import feel_of
from rules.week import Week
from tui.bindings import key
from tui.screens.page import Page
from tui.screens.requests import OpenDay, OpenWeek
from tui.views import NoteView
from tui.visible import visible
from tui.widgets.day_grid import DayGrid
from tui.widgets.month_grid import MonthGrid
from tui.widgets.signs import sign_of
from tui.widgets.year_grid import YearGrid

PAUSE = 0.08
"""Seconds a day is pointed at before its notes are read."""
_MOST_NOTES = 6
_MOST_SHOWN = 240
_BEFORE = len("▲ 09:12 ")


class CalendarPage(Page):
    """Both grids point at one day."""

    TOPIC = "calendar"
    LAYOUT = "calendar"

    BINDINGS: ClassVar[list[BindingType]] = [
        key("t", "today", "calendar-today"),
        key("f3,w", "week", "calendar-week", show=False),
        key("tab", "app.focus_next", "calendar-other", show=False),
    ]

    def start(self, day: date) -> None:
        """Point at the day that was shown before."""
        self._day = day

    def body(self) -> ComposeResult:
        """The month with its sentence, the year."""
        given = self.words, self.desk.first_weekday, self.desk.clock.today()
        with Horizontal(id="calendar-month"):
            yield MonthGrid(*given)
            yield Static(id="calendar-told", markup=False)
        yield YearGrid(*given)

    def on_mount(self) -> None:
        """Point at the day, then count."""
        self.head(self.words("title-calendar"))
        self.query_one(MonthGrid).focus()
        self._show(getattr(self, "_day", self.desk.clock.today()))

    def on_screen_resume(self) -> None:
        """Something may have been noted since."""
        self._count()

    def _show(self, day: date) -> None:
        self._day = day
        for grid in self.query(DayGrid):
            grid.day = day
        self._count()

    @work(exclusive=True, group="count")
    async def _count(self) -> None:
        day = self._day
        await asyncio.sleep(PAUSE)
        first, last = date(day.year, 1, 1), date(day.year, 12, 31)
        # Whole weeks, so that the first and the last one of the year are judged like the others.
        around = await self.ask(self.desk.counts, _back(first), _on(last))
        notes = await self._first_of(day, around) if around is not None else None
        if around is None or notes is None:
            self.query_one("#calendar-told", Static).update(Text(self.refused))
            return
        for grid in self.query(DayGrid):
            grid.counts = around
        self.query_one("#calendar-told", Static).update(self._told(day, around, notes))

    async def _first_of(self, day: date, counts: Mapping[date, int]) -> list[NoteView] | None:
        # Only those that are told: a day can have thousands.
        return await self.ask(self.desk.day, day, _MOST_NOTES, max(0, counts.get(day, 0) - _MOST_NOTES))

    def _told(self, day: date, counts: Mapping[date, int], notes: list[NoteView]) -> Group:
        told = [Text(self._day_in_words(day, counts), "bold"), Text(self._sums(day, counts)), Text()]
        told += [Text(self._line(view), no_wrap=True, overflow="ellipsis") for view in notes]
        return Group(*told)

    def _line(self, view: NoteView) -> str:
        # Cut between words; a wide script is cut by the terminal's own measure instead.
        room = max(20, self.query_one("#calendar-told").content_size.width) - _BEFORE
        words = shorten(visible(view.note.text[:_MOST_SHOWN]), room, placeholder=" …")
        return f"{sign_of(view)} {view.note.at:%H:%M} {words}"

    def _day_in_words(self, day: date, counts: Mapping[date, int]) -> str:
        count, week = counts.get(day, 0), Week.of(day)
        today = self.desk.clock.today()
        going_on = week == Week.of(today) and today < week.sunday
        feel = feel_of(week, counts)
        said = self.words(f"feel-{feel}-now" if going_on else f"feel-{feel}", week=week.number)
        key = "calendar-day" if count else "calendar-none"
        if not count and day > today:
            return self.words("calendar-ahead", day=self.words.long_date(day))
        sentence = self.words.count(key, count, day=self.words.long_date(day), feel=said)
        return sentence if day != today else self.words("calendar-now", sentence=sentence)

    def _sums(self, day: date, counts: Mapping[date, int]) -> str:
        month = [count for one, count in counts.items() if (one.year, one.month) == (day.year, day.month)]
        year = [count for one, count in counts.items() if one.year == day.year]
        return self.words(
            "calendar-sums",
            month=self.words.month(day).capitalize(),
            month_notes=self.words.count("count-notes", sum(month)),
            month_days=self.words.count("count-days", len(month)),
            year=day.year,
            year_notes=self.words.count("count-notes", sum(year)),
            year_days=self.words.count("count-days", len(year)),
        )

    @on(DayGrid.Pointed)
    def _pointed(self, event: DayGrid.Pointed) -> None:
        self._show(event.day)

    @on(DayGrid.Chosen)
    def _chosen(self, event: DayGrid.Chosen) -> None:
        self.post_message(OpenDay(event.day))

    @property
    def idle(self) -> frozenset[str]:
        """Where today is pointed at, no key need lead to it."""
        at_today = getattr(self, "_day", None) == self.desk.clock.today()
        return super().idle | ({"calendar-today"} if at_today else set())

    def action_today(self) -> None:
        """Point at today."""
        self._show(self.desk.clock.today())

    def action_week(self) -> None:
        """The weekly note of the day that is pointed at."""
        self.post_message(OpenWeek(Week.of(self._day)))


def _back(day: date) -> date:
    return day if day.toordinal() < 7 else day - timedelta(days=6)


def _on(day: date) -> date:
    return day if day.year == date.max.year else day + timedelta(days=6)
