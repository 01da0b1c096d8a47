"""Bringing notes in and taking copies out: the use cases behind `clearday import` and `clearday export`.

A copy taken out is a person's own journal leaving its file because they asked for it by name. It is no
sharing, no gate is passed, and so private notes stay behind unless they are asked for as well.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rules.private_spans import public
from storage.database import Journal
from storage.exchange.arrival import Progress, bring_in
from storage.exchange.comparison import Comparison, compare
from storage.exchange.contents import Contents, Format, JournalNote, Understood
from storage.exchange.copies import write_copy, write_folder
from storage.exchange.reading import understand
from storage.exchange.whole_journal import between, read_journal
from storage.exchange.writing import in_order, written
from tui.clock import Clock


@dataclass(frozen=True, slots=True)
class Arrived:
    """What a file was understood to be, and what became, or would become, of everything in it."""

    understood: Understood
    comparison: Comparison

    @property
    def clearances_left_out(self) -> int:
        """Acts of clearing that stay behind: in a journal with notes of its own, or from another
        journal's file, clearing is done anew.
        """
        come_along = self.comparison.into_empty and self.understood.format == "clearday"
        return 0 if come_along else len(self.understood.contents.clearances)


@dataclass(frozen=True, slots=True)
class Departed:
    """A copy of the journal, or of a part of it."""

    format: Format
    notes: int
    private_left_out: int
    text: str | None
    """The copy, when it was not written to a file."""
    files: int = 0
    """How many files were written."""
    shortened: int = 0
    """How many notes went without their private passages."""


def for_readers(notes: Sequence[JournalNote]) -> list[JournalNote]:
    """The notes that may go along unasked, each as it is now, without private passages there and beside it."""
    shown = [
        replace(
            note,
            versions=(replace(note.now, text=public(note.now.text)),),
            said=tuple(public(words) for words in note.said),
        )
        for note in notes
        if not note.now.private
    ]
    return [note for note in shown if note.now.text.strip()]


class Exchange:
    """The comings and goings of one journal."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def bring_in(
        self,
        path: str,
        form: Format | None = None,
        *,
        dry_run: bool = False,
        progress: Callable[[int], Progress | None] = lambda _: None,
    ) -> Arrived:
        """Bring in what is new in the file or folder at `path`, all or none; `dry_run` changes nothing.

        `progress` is asked, with the number of notes, for whom to tell how far it is. Raises InputError.
        """
        understood = understand(path, local=self._clock.local, form=form)
        database = self._journal.database
        if dry_run:
            return Arrived(understood, compare(database, understood))
        listener = progress(len(understood.contents.notes))
        now = self._clock.now().isoformat()
        return Arrived(understood, bring_in(database, understood, now=now, progress=listener))

    def take_out(
        self,
        form: Format,
        to: str | None = None,
        *,
        first: date | None = None,
        last: date | None = None,
        private: bool = False,
        force: bool = False,
    ) -> Departed:
        """A copy of the notes of the days `first` to `last`, as text or written to `to`. Raises CopyError.

        `clearday` holds everything; other formats hold what the journal shows, private notes only
        when asked. `markdown` is a folder, so it needs `to`.
        """
        contents = read_journal(self._journal.database)
        if first or last:
            contents = between(contents, (first or date.min).isoformat(), (last or date.max).isoformat())
        if form == "clearday":
            return self._everything(contents, to, force=force)
        return self._shown(form, contents, to, private=private, force=force)

    def _everything(self, contents: Contents, to: str | None, *, force: bool) -> Departed:
        from storage.exchange.clearday_json import write_clearday

        return self._copied("clearday", write_clearday(contents), to, len(contents.notes), 0, force=force)

    def _shown(
        self, form: Format, contents: Contents, to: str | None, *, private: bool, force: bool
    ) -> Departed:
        shown = in_order(contents)
        notes = shown if private else for_readers(shown)
        left_out = len(shown) - len(notes)
        shortened = len({note.now.text for note in notes} - {note.now.text for note in shown})
        if form != "markdown":
            gone = self._copied(form, written(form, notes), to, len(notes), left_out, force=force)
            return replace(gone, shortened=shortened)
        if to is None:
            raise ValueError("a folder has no text of its own")
        from storage.exchange.markdown_folder import markdown_files

        files = markdown_files(notes)
        write_folder(to, files, journal=self._journal.path, force=force)
        return Departed(form, len(notes), left_out, None, len(files), shortened)

    def _copied(
        self, form: Format, text: str, to: str | None, notes: int, left_out: int, *, force: bool
    ) -> Departed:
        if to is None:
            return Departed(form, notes, left_out, text)
        write_copy(to, text, journal=self._journal.path, force=force)
        return Departed(form, notes, left_out, None, 1)
