"""Takes a note out of the journal for good: its words, every version of it, and every trace in the file.

Deleting rows is not enough: words stay in free pages, in the search index and in the write-ahead
file. So what is deleted is overwritten, the index is made again, the file is rewritten without free
pages, and the write-ahead file is emptied. What a disk or a backup keeps is beyond this module.
"""

import sqlite3
from dataclasses import dataclass

from storage.database import Journal
from storage.notes import NoteStore

_COUNTS = """
    SELECT (SELECT count(*) FROM note_version WHERE note = :number),
           (SELECT count(*) FROM clearance WHERE source = :source),
           (SELECT count(*) FROM shared WHERE source = :source)
"""
_DELETIONS = (
    "DELETE FROM draft WHERE source = :source",
    "DELETE FROM draft WHERE substr(source, 1, length(:source) + 9) = 'variant:' || :source || '@'",
    "DELETE FROM act WHERE source = :source",
    "DELETE FROM waiver WHERE source = :source",
    "DELETE FROM remark WHERE source = :source",
    "DELETE FROM variant WHERE source = :source",
    "UPDATE shared SET text = '' WHERE source = :source",
    "DELETE FROM note WHERE id = :number",
)


@dataclass(frozen=True, slots=True)
class Extent:
    """What purging a note takes, and what it leaves."""

    versions: int
    """Versions that would be gone for good."""
    clearances: int
    """Acts of clearing that stay, with the reasons a person typed and without the note's text."""
    shared: int
    """Lines of the ledger that stay: where, when and how a part left."""


class Purge:
    """Purges notes of one journal."""

    def __init__(self, journal: Journal, notes: NoteStore) -> None:
        self._journal = journal
        self._notes = notes

    def extent(self, number: int) -> Extent:
        """What purging this note would take and leave. Raises NoSuchNote."""
        return Extent(*self._journal.database.execute(_COUNTS, self._named(number)).fetchone())

    def purge(self, number: int) -> bool:
        """Take the note out for good; whether every trace was wiped from the file and the one beside it.

        Traces may stay, False, while another program reads the journal or the disk is too full to
        rewrite it; the note is gone all the same. Raises NoSuchNote; then nothing was changed.
        """
        named = self._named(number)
        database = self._journal.database
        before = database.execute("PRAGMA secure_delete").fetchone()[0]
        database.execute("PRAGMA secure_delete = ON")
        try:
            with database.atomic():
                for deletion in _DELETIONS:
                    database.execute(deletion, named)
                # A term that was taken out of the index stays in it until it is merged: make it again.
                database.execute("INSERT INTO note_text (note_text) VALUES ('rebuild')")
        finally:
            database.execute(f"PRAGMA secure_delete = {int(before)}")
        return self.wipe()

    def wipe(self) -> bool:
        """Rewrite the file without its free pages and empty the write-ahead file; whether both were done."""
        database = self._journal.database
        try:
            # The copy that SQLite makes while it rewrites must not lie in a folder for everybody.
            database.execute("PRAGMA temp_store = MEMORY")
            database.execute("VACUUM")
            busy = database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        except sqlite3.OperationalError:
            return False
        return not busy

    def _named(self, number: int) -> dict[str, object]:
        return {"number": self._notes.find(number).id, "source": f"note:{number}"}
