"""The use cases: everything a person can do, once, for the command line and the app alike.

Knows no screen and no argv. Each method opens what it needs on the calling thread, so the app may
call from worker threads. A new ability goes here first.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from rules.finding import Finding
from rules.platforms import Platform
from rules.private_spans import public
from rules.review import Review
from rules.vocabulary import Vocabulary, vocabulary
from rules.week import Week
from storage.acts import ActStore
from storage.clearances import ClearanceStore
from storage.database import Journal
from storage.drafts import DraftStore
from storage.notes import NoteStore
from storage.records import Act, ActKind, Clearance, Note, Occasion
from storage.weeks import WeekStore
from tui.capture import capture, check_storable
from tui.checking import Checking
from tui.doorway import Doorway
from tui.occasions import Occasions
from tui.packs import Packs
from tui.refusal import Refusal
from tui.rooms import Rooms
from tui.safekeeping import Safekeeping
from tui.second_reader import SecondReader
from tui.subject import Subject
from tui.viewing import Viewing
from tui.views import Found, NoteView
from tui.waiving import Waiving
from tui.weeks import Weeks

if TYPE_CHECKING:
    from rules.offers import Passage
    from rules.query import Query
    from rules.week_shape import Form
    from tui.gate import Release, Standing
    from tui.history import VersionView
    from tui.seeking import Far, Seeking
    from tui.week_view import WeekView

MOST_READ = 3_000
"""Newest notes that a vocabulary is made from."""


class Desk(Rooms):
    """One person's journal, rules and platforms, ready to work with."""

    def __init__(
        self, door: Doorway, *, packs: Packs, platforms: Mapping[str, Platform], reader: SecondReader
    ) -> None:
        self.door = door
        """Where things live, clock, language and settings."""
        self.path, self.clock, self.words = door.path, door.clock, door.words
        self.settings, self.preferences = door.settings, door.preferences
        self.first_weekday = door.first_weekday
        self.packs = packs
        self.platforms = platforms
        """Every platform by its id, those that are not ready yet included."""
        self.reader = reader
        self._journal = Journal(self.path)
        self._notes = NoteStore(self._journal)
        self._clearances = ClearanceStore(self._journal)
        self._set_out_judging()
        self._set_out_keeping()

    def _set_out_judging(self) -> None:
        journal, clock = self._journal, self.clock
        self.waivers = Waiving(journal, clock)
        """What was decided about passages, and what became of the remarks."""
        self.checking = Checking(self.packs, self.reader, self.waivers, self.words.language)
        """What rules and second reader say of a text."""
        self.occasions = Occasions(journal, self.words, self.checking)
        """What notes answer, pass on or ask for."""
        seen = self._clearances, self.checking, self.occasions, self.ready_platforms
        self._viewing = Viewing(lambda: self.gate, *seen)

    def _set_out_keeping(self) -> None:
        journal = self._journal
        self.safe = Safekeeping(self.path, self.clock)
        """The copies of the journal."""
        self.acts = ActStore(journal, self._notes, WeekStore(journal))
        self.weeks = Weeks(
            journal,
            self.acts,
            self.occasions,
            settings=self.settings,
            clock=self.clock,
            words=self.words,
            platforms=self.platforms,
        )
        """Shapes, intentions, days off, looking back."""
        self.drafts = DraftStore(journal)

    @property
    def chosen_platforms(self) -> tuple[Platform, ...]:
        """The platforms a person works with: those in the settings, or the usual ones."""
        chosen = [self.platforms[name] for name in self.settings.platforms if name in self.platforms]
        usual = (platform for platform in self.ready_platforms if platform.usual)
        return tuple(platform for platform in chosen if platform.ready) or tuple(usual)

    # Notes

    def log(
        self,
        text: str,
        *,
        on: str | None = None,
        at: str | None = None,
        tags: tuple[str, ...] = (),
        private: bool = False,
        occasion: Occasion | None = None,
    ) -> NoteView:
        """Log a note. Raises CaptureError or JournalError; then nothing was written."""
        self._journal.must_be_in_place()  # capture would make a new journal where one was deleted
        beside = occasion.written if occasion else ()
        given = capture(
            self.path, text, self.clock, on=on, at=at, tags=tags, private=private, occasion=beside
        )
        return self.note(given[0])

    def note(self, number: int) -> NoteView:
        """One note. Raises NoSuchNote."""
        return self._view(self._notes.get(number))

    def day(self, day: date, most: int | None = None, later: int = 0) -> list[NoteView]:
        """The notes of a local day, in the order they happened; with `most`, that many before the `later` last."""
        notes = self._notes.between(day, day) if most is None else self._notes.last_of(day, most, later)
        return [self._view(note) for note in notes]

    def later_than(self, number: int) -> int:
        """How many notes of its own day happened after the note `number`."""
        return self._notes.later_than(number)

    def counts(self, first: date, last: date) -> dict[date, int]:
        """How many notes each day from `first` to `last` has; days without are left out."""
        return self._notes.counts(first, last)

    def rewrite(self, note: Note, text: str) -> NoteView:
        """Write `text` as the next version of `note`. Raises ChangedElsewhere and NoSuchNote.

        An empty text is refused with CaptureError: to delete is another act.
        """
        check_storable(text)
        return self._revise("edit", replace(note, text=text))

    def set_private(self, note: Note, private: bool) -> NoteView:
        """Mark a note private, or not. Raises ChangedElsewhere."""
        return self._revise("private" if private else "public", replace(note, private=private))

    def delete(self, note: Note) -> NoteView:
        """Set a note aside; its history stays and `undo` brings it back. Raises ChangedElsewhere."""
        return self._revise("delete", replace(note, deleted=True))

    def say_occasion(self, number: int, occasion: Occasion) -> None:
        """Keep what a note answers, passes on or asks for, from now on. Raises NoSuchNote and CaptureError."""
        for held in filter(None, occasion.written[1:]):
            check_storable(held)
        self.acts.say(number, occasion, changed=self.clock.now())

    def undo(self, *, over: bool = False) -> Act:
        """Take back the newest act on a note or a week. Raises Refusal when there is none.

        Raises ChangedElsewhere when another window changed it since, unless `over`.
        """
        return _there(self.acts.undo(changed=self.clock.now(), over=over), "undo-nothing")

    def redo(self, *, over: bool = False) -> Act:
        """Do again what was taken back last. Raises Refusal and ChangedElsewhere as `undo` does."""
        return _there(self.acts.redo(changed=self.clock.now(), over=over), "redo-nothing")

    def history(self, number: int) -> "tuple[VersionView, ...]":
        """Every version of a note and all it ever answered, passed on or asked for, oldest first. Raises NoSuchNote."""
        from tui.history import histories

        return histories(self._notes.history(number), self.occasions.history(number))

    def restore(self, number: int, version: int) -> Note:
        """Write version `version` of a note as its next. Raises NoSuchNote, NoSuchVersion and ChangedElsewhere.

        A version that is already how the note stands is refused with Refusal.
        """
        now, then = self._notes.find(number), self._notes.version(number, version)
        if replace(then, version=now.version) == now:
            raise Refusal("version-stands", note=number, version=version)
        return self.acts.revise("restore", replace(then, version=now.version), changed=self.clock.now())

    def waiting(self) -> list[str]:
        """Public ids of the notes and weeks for which a window that is gone left unsaved words."""
        sources = [source.partition(":") for source in self.drafts.waiting()]
        shown = set(map(str, self._notes.shown(name for kind, _, name in sources if kind == "note")))
        return [name for kind, _, name in sources if kind == "week" or name in shown]

    def total(self) -> int:
        """How many notes the journal shows."""
        return self._notes.total()

    def vocabulary(self) -> Vocabulary:
        """The tags, people and projects of the newest notes, for who is writing another."""
        return vocabulary(self._notes.newest(MOST_READ), self.settings.team_tags)

    def search(self, words: str, limit: int = 50, far: "Far | None" = None) -> Found:
        """Notes that hold all of `words`, at most `limit`, best match first.

        Where notes have to be looked into, as far as `far` allows or else `FAR`, the newest come first.
        """
        from rules.query import parse_query
        from tui.seeking import FAR

        query = parse_query(words, self.clock.today())
        seeking = self.seek(query)
        notes = seeking.go_on(far or FAR)
        found = tuple(islice(notes, limit))
        return Found(found, next(notes, None) is not None, query.unknown, seeking.looked)

    def seek(self, query: "Query") -> "Seeking[NoteView]":
        """A search to be gone on with, on this thread."""
        from tui.seeking import Seeking

        def taken(note: Note) -> NoteView | None:
            view = self._view(note)
            meant = not query.states or view.state in query.states
            return view if meant or (note.private and "private" in query.states) else None

        return Seeking(self._journal.database.conn, query, taken)

    # Weeks

    def week(self, week: Week, form: "Form | None" = None) -> "WeekView":
        """The weekly note: rolled up if it is new, merged with hand edits if it is not. Saves nothing.

        `form` takes the place of the one it was saved in, or of the one in the settings.
        """
        from tui.week_view import week_view

        made = self.weeks.made(week, form)
        subject = Subject(f"week:{week}", str(week), public(made.text))
        found = self._viewing.recalling(subject, made.text, self.review(made.text, week=True))
        return week_view(week, made, self._viewing.state(subject, found), found.findings, form)

    def begin_week(self, view: "WeekView") -> "WeekView":
        """`view` with a version to go back to: saved as it stands, where it never was. Raises ChangedElsewhere."""
        return view if view.version else self.save_week(view, view.text)

    def save_week(self, view: "WeekView", text: str, waiting: "Sequence[Passage]" = ()) -> "WeekView":
        """Save `text` as the weekly note that `view` shows, as its next version. Raises ChangedElsewhere.

        What is `waiting` is offered again; what else the notes offered counts as taken or dropped.
        """
        self.weeks.save(view, text, waiting)
        return self.week(view.week)

    # Checking, clearing, sharing

    def review(self, text: str, *, week: bool = False) -> Review:
        """What rules find at once in `text`, or in a weekly note, but for private passages and what has its reason."""
        return self.checking.review(text, week=week)

    def read_closely(self, text: str, wanted: Callable[[], bool] = lambda: True) -> tuple[Finding, ...]:
        """What the second reader adds, in the same way: may take seconds, for a thread beside the screen's."""
        return self.checking.closely(text, wanted)

    def check(self, text: str, *, asking: bool = False) -> Review:
        """What rules and reader find in all of `text`, which need not come from the journal."""
        return self.checking.check(text, asking=asking)

    def inspect(self, subject: Subject) -> "Standing":
        """What holds a text and what a person still owes, shown to a person."""
        standing = self.gate.inspect(subject)
        self.waivers.read(subject.key, standing.findings)
        return standing

    def clear(
        self, subject: Subject, answers: Mapping[str, str], platforms: Iterable[Platform] = ()
    ) -> Clearance:
        """Record that a person clears `subject`. Raises Held when something is still owed or stops it."""
        return self.gate.clear(subject, answers, now=self.clock.now(), platforms=platforms)

    def release(self, subject: Subject, platform: Platform) -> "Release":
        """The cleared parts for a platform. Raises Held when it is not cleared."""
        return self.gate.release(self.variants.of(subject, platform), platform)

    def close(self) -> None:
        """Close this thread's connection to the journal."""
        self._journal.close()

    def stamp(self) -> int:
        """A number that changes whenever another window or program wrote; to be compared on one thread only."""
        return int(self._journal.database.execute("PRAGMA data_version").fetchone()[0])

    def _revise(self, kind: ActKind, note: Note) -> NoteView:
        return self._view(self.acts.revise(kind, note, changed=self.clock.now()))

    def _view(self, note: Note) -> NoteView:
        return self._viewing.note(note)


def _there(act: Act | None, otherwise: str) -> Act:
    if act is None:
        raise Refusal(otherwise)
    return act
