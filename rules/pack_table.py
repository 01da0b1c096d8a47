"""Reading typed values out of a pack, so that every complaint names the key it is about."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from rules.nearest import nearest
from rules.pack_lines import Path


class Fault(ValueError):
    """What is wrong at a path of the pack; the pack's reader adds file and line."""

    def __init__(self, path: Path, sentence: str, value: str = "") -> None:
        super().__init__(sentence)
        self.path = path
        self.value = value


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the file and its path. Every method raises Fault for a missing key or a wrong type."""

    data: Mapping[str, object]
    path: Path = ()

    def only(self, known: Iterable[str]) -> None:
        """Refuse a key that is not in `known`, with the nearest one that is."""
        known = list(known)
        for key in self.data:
            if key not in known:
                raise Fault((*self.path, key), f"there is no key “{key}” here{_nearest(key, known)}")

    def text(self, key: str) -> str:
        """A string that is not blank."""
        found = self._get(key)
        if not isinstance(found, str) or not found.strip():
            raise self.fault(key, "must be a text in quotation marks")
        return found

    def number(self, key: str, least: int, most: int) -> int:
        """A whole number between `least` and `most`."""
        found = self._get(key)
        if not isinstance(found, int) or isinstance(found, bool) or not least <= found <= most:
            raise self.fault(key, f"must be a whole number from {least} to {most}")
        return found

    def flag(self, key: str) -> bool:
        """A truth value; false when absent."""
        found = self.data.get(key, False)
        if not isinstance(found, bool):
            raise self.fault(key, "must be true or false, without quotation marks")
        return found

    def day(self, key: str) -> date:
        """A date written YYYY-MM-DD without quotation marks."""
        found = self._get(key)
        if not isinstance(found, date) or isinstance(found, datetime):
            raise self.fault(key, "must be a date such as 2026-11-20, without quotation marks")
        return found

    def texts(self, key: str) -> list[str]:
        """A list of strings; empty when absent."""
        found = self.data.get(key, [])
        if not isinstance(found, list) or not all(isinstance(item, str) and item.strip() for item in found):
            raise self.fault(key, 'must be a list of texts, such as ["one", "two"]')
        return found

    def table(self, key: str) -> "Table":
        """A table; empty when absent."""
        found = self.data.get(key, {})
        if not isinstance(found, dict):
            raise self.fault(key, "must be a table")
        return Table(found, (*self.path, key))

    def tables(self, key: str) -> Iterator["Table"]:
        """The tables of a list; none when absent."""
        found = self.data.get(key, [])
        if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
            raise self.fault(key, f"must be a list of tables, each under [[{key}]]")
        for number, item in enumerate(found):
            yield Table(item, (*self.path, key, number))

    def fault(self, key: str, sentence: str, value: str = "") -> Fault:
        """A Fault about `key`: “key” and then `sentence`."""
        return Fault((*self.path, key), f"“{key}” {sentence}", value)

    def _get(self, key: str) -> object:
        if key not in self.data:
            raise Fault(self.path, f"the key “{key}” is missing")
        return self.data[key]


def _nearest(key: str, known: list[str]) -> str:
    near = nearest(key, known)
    return f"; did you mean “{near}”?" if near else f"; the keys are {', '.join(known)}"
