"""The people that weekly notes name, and what was said of naming them. Said once, kept until said otherwise."""

from datetime import datetime
from typing import cast

from storage.database import Journal
from storage.records import Person, PersonStanding

SET_PERSON = (
    "INSERT INTO person (name, spelling, standing, role, at) VALUES (?, ?, ?, ?, ?)"
    " ON CONFLICT (name) DO UPDATE SET spelling = excluded.spelling, standing = excluded.standing,"
    " role = excluded.role, at = excluded.at"
)
_ALL = "SELECT spelling, standing, role, at FROM person ORDER BY name"
_REMOVE = "DELETE FROM person WHERE name = ?"


class PeopleStore:
    """The people of one journal."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def set(self, name: str, standing: PersonStanding, role: str, *, at: datetime) -> None:
        """Keep what was said of naming a person; it takes the place of what was said before."""
        row = [name.casefold(), name, standing, role, at.isoformat()]
        self._journal.database.execute(SET_PERSON, row)

    def all(self) -> dict[str, Person]:
        """Every person, by casefolded name."""
        rows = self._journal.database.execute(_ALL).fetchall()
        return {
            name.casefold(): Person(name, cast("PersonStanding", standing), role, datetime.fromisoformat(at))
            for name, standing, role, at in rows
        }

    def remove(self, name: str) -> bool:
        """Forget a person; whether they were known."""
        return self._journal.database.execute(_REMOVE, [name.casefold()]).rowcount == 1
