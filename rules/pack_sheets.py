"""What packs keep in sheets beside them: lists of words and accounts, and the periods of a calendar."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from rules.calendar import Calendar, Period
from rules.pack_lists import Listed, account, site
from rules.pack_rule import phrases, wording
from rules.pack_table import Fault, Table
from rules.phrase import Phrase, PhraseError, parse_phrase
from rules.rule import Wording
from rules.sheet import SheetError, SheetRow, sheet_rows

_LIST_COLUMNS = (
    "entity",
    "words",
    "exact",
    "handles",
    "hashtags",
    "sites",
    "first",
    "last",
    "source",
    "checked",
)
_PERIOD_COLUMNS = ("title-en", "title-fr", "first", "last", "source", "checked")


@dataclass(frozen=True, slots=True)
class Beside:
    """The sheets beside a pack, by file name, and the day it is read on, for rows that have their days."""

    sheets: Mapping[str, str]
    today: date | None = None

    def rows(self, table: Table, needed: tuple[str, ...], known: tuple[str, ...]) -> Iterator[SheetRow]:
        """The rows of the sheet that `table` names under `file`. Raises Fault, naming sheet and line."""
        file = table.text("file")
        if file not in self.sheets:
            raise table.fault("file", f"names “{file[:60]}”, which is no CSV file beside this pack", file)
        try:
            yield from sheet_rows(self.sheets[file], needed, known)
        except SheetError as problem:
            raise self.fault(table, problem) from None

    def fault(self, table: Table, problem: SheetError) -> Fault:
        """What is wrong in a sheet, said where the pack names it."""
        column = f", column {problem.column}" if problem.column else ""
        file = table.text("file")
        return Fault((*table.path, "file"), f"{file}, line {problem.line}{column}: {problem}", file)


def listed(table: Table, beside: Beside) -> Listed:
    """The list in `table`: written out in the pack, or in a sheet beside it."""
    table.only(("words", "exact", "source", "checked", "file"))
    if "file" not in table.data:
        table.text("source")
        table.day("checked")
        return Listed(phrases(table, "words") + phrases(table, "exact", cased=True))
    found, over = Listed(), _Over()
    counting = False
    for row in beside.rows(table, ("source", "checked"), _LIST_COLUMNS):
        try:
            row.text("source")
            row.day("checked")
            if over.leaves_out(row, beside.today):
                continue
            found, counting = _with_row(found, row), True
        except SheetError as problem:
            raise beside.fault(table, problem) from None
    return found if counting else replace(found, resting=str(over))


@dataclass(slots=True)
class _Over:
    """The rows of a sheet that do not count on the day it is read."""

    ended: date = date.min
    """The last day of the one that ended last."""
    begins: date = date.max
    """The first day of the one that begins next."""

    def leaves_out(self, row: SheetRow, today: date | None) -> bool:
        first, last = row.maybe_day("first"), row.maybe_day("last")
        if today is None:
            return False
        if last and today > last:
            self.ended = max(self.ended, last)
            return True
        if first and today < first:
            self.begins = min(self.begins, first)
            return True
        return False

    def __str__(self) -> str:
        ended = self.ended != date.min and f"after {self.ended.isoformat()}"
        begins = self.begins != date.max and f"before {self.begins.isoformat()}"
        return " and ".join(part for part in (ended, begins) if part)


def _with_row(found: Listed, row: SheetRow) -> Listed:
    sought = [_phrase(row, "words", written) for written in row.some("words")]
    sought += [_phrase(row, "exact", written) for written in row.some("exact")]
    return Listed(
        (*found.phrases, *sought),
        found.handles | {_account(row, "handles", "@", one) for one in row.some("handles")},
        found.hashtags | {_account(row, "hashtags", "#", one) for one in row.some("hashtags")},
        found.sites | {_site(row, one) for one in row.some("sites")},
    )


def _phrase(row: SheetRow, column: str, written: str) -> Phrase:
    try:
        return parse_phrase(written, column == "exact")
    except PhraseError as problem:
        raise SheetError(f"a phrase {problem}: “{written[:60]}”", row.line, column) from None


def _account(row: SheetRow, column: str, sign: str, written: str) -> str:
    found = account(written, sign)
    if found is None:
        raise SheetError(f"“{written[:40]}” is no name such as {sign}name", row.line, column)
    return found


def _site(row: SheetRow, written: str) -> str:
    found = site(written)
    if found is None:
        raise SheetError(f"“{written[:40]}” is no site such as example.org", row.line, "sites")
    return found


def calendars(table: Table, beside: Beside) -> tuple[Calendar, ...]:
    """The calendars under `calendars`, each with its periods written out or in a sheet. Raises Fault."""
    found = table.table("calendars")
    return tuple(_calendar(found.table(known), known, beside) for known in found.data)


def _calendar(table: Table, known: str, beside: Beside) -> Calendar:
    table.only(("raises", "period", "file"))
    written = [_period(row) for row in table.tables("period")]
    if "file" in table.data:
        for row in beside.rows(table, ("title-en", "first", "last", "source", "checked"), _PERIOD_COLUMNS):
            try:
                written.append(_period_in(row))
            except SheetError as problem:
                raise beside.fault(table, problem) from None
    if not written:
        raise Fault(table.path, "this calendar has no period; add [[…period]] or “file”")
    for period in written:
        if period.last < period.first:
            raise Fault(table.path, f"has a period that ends before it begins, on {period.last.isoformat()}")
    return Calendar(known, tuple(table.texts("raises")), tuple(written))


def _period(row: Table) -> Period:
    row.only(("title", "first", "last", "source", "checked"))
    name_of = wording(row, "title")
    return Period(name_of, row.day("first"), row.day("last"), row.text("source"), row.day("checked"))


def _period_in(row: SheetRow) -> Period:
    title = Wording(row.text("title-en"), row.cells.get("title-fr", "").strip() or None)
    return Period(title, row.day("first"), row.day("last"), row.text("source"), row.day("checked"))
