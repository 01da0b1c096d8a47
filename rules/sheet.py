"""A spreadsheet beside a pack, as CSV text: rows that an office keeps up to date, each with its source and date."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

MOST_ROWS = 2000
LONGEST_CELL = 400
"""Code points."""


class SheetError(ValueError):
    """A sheet that cannot be read. `line` counts from 1, `column` is its name or empty."""

    def __init__(self, sentence: str, line: int, column: str = "") -> None:
        super().__init__(sentence)
        self.line = line
        self.column = column


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row, by the names of its columns. Every method raises SheetError."""

    cells: dict[str, str]
    line: int

    def text(self, column: str) -> str:
        """The words in a cell, without blanks at the ends. Raises SheetError where there are none."""
        found = self.cells.get(column, "").strip()
        if not found:
            raise SheetError(f"the column “{column}” is empty here", self.line, column)
        return found

    def some(self, column: str) -> list[str]:
        """What a cell holds, apart by semicolons; nothing when it is empty or there is no such column."""
        return [part.strip() for part in self.cells.get(column, "").split(";") if part.strip()]

    def day(self, column: str) -> date:
        """A date written YYYY-MM-DD. Raises SheetError for anything else."""
        try:
            return date.fromisoformat(self.text(column))
        except ValueError:
            raise SheetError(
                f"“{self.cells[column][:20]}” is no date such as 2026-11-20", self.line, column
            ) from None

    def maybe_day(self, column: str) -> date | None:
        """A date as `day` reads it; None for an empty cell. Raises SheetError."""
        return self.day(column) if self.cells.get(column, "").strip() else None


def sheet_rows(
    text: str, needed: Sequence[str] = (), known: Sequence[str] | None = None
) -> Iterator[SheetRow]:
    """The rows of `text`; its first line names the columns, `known` those it may have. Raises SheetError."""
    lines = text.removeprefix("\ufeff").splitlines()
    reader = csv.reader(lines, strict=True)
    try:
        columns = [cell.strip() for cell in next(reader, [])]
        _check_columns(columns, needed, known)
        for number, cells in enumerate(reader):
            line = reader.line_num
            if number >= MOST_ROWS:
                raise SheetError(f"has more than {MOST_ROWS:,} rows; split it in two", line)
            if any(cell.strip() for cell in cells):
                yield _row(cells, columns, line)
    except csv.Error as problem:
        raise SheetError(f"this is not CSV ({problem})", reader.line_num) from None


def _row(cells: list[str], columns: list[str], line: int) -> SheetRow:
    if len(cells) != len(columns):
        raise SheetError(f"has {len(cells)} cells; the first line names {len(columns)}", line)
    if any(len(cell) > LONGEST_CELL for cell in cells):
        raise SheetError(f"has a cell longer than {LONGEST_CELL} characters", line)
    return SheetRow(dict(zip(columns, cells, strict=True)), line)


def _check_columns(columns: list[str], needed: Sequence[str], known: Sequence[str] | None) -> None:
    missing = [name for name in needed if name not in columns]
    known = columns if known is None else known
    unknown = [name for name in columns if name not in known]
    if missing:
        raise SheetError(f"the first line must name the column “{missing[0]}”", 1, missing[0])
    if unknown or len(set(columns)) < len(columns):
        raise SheetError(
            f"the first line names a column that is not known, or one twice; known are {', '.join(known)}", 1
        )
