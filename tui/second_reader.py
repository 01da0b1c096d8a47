"""The second reader at work: which of the two it is, its weights read from beside the rules, only when first needed.

Choosing one costs nothing: what a clearance is bound to stands in a small table beside the weights. A
reader that cannot run is said so once and its smaller sibling takes its place; it never fails a command. What
reads is imported by who reads.
"""

import json
import os
import tomllib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.util import find_spec
from threading import Lock
from typing import TYPE_CHECKING

from rules.finding import Finding, Level
from rules.rule import Language
from storage.settings import READERS
from storage.texts import read_text

if TYPE_CHECKING:
    from rules.reader.floors import Floors
    from rules.reader.judge import Judge
    from rules.reader.reader import Reader
    from rules.reader.remarks import Remark
    from rules.reader.weights import Weights

_HERE = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "rules", "reader")

_MOST_CORES = 4
"""Cores that the large reader takes for a long text; the others are left to everything else."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Weights as the table beside them names them."""

    file: str
    version: str
    sha256: str


class SecondReader:
    """Reads texts closely, with the reader that was asked for. Safe to call from several threads."""

    def __init__(
        self,
        asked: str,
        language: Language,
        *,
        quiet: Collection[str] = (),
        shifts: Mapping[str, float] | None = None,
        missed: Collection[tuple[str, str]] = (),
    ) -> None:
        """`asked` is one of `READERS`, or empty for `auto`: the large one where it can run, else the small one.

        `quiet`: rules of the reader that only advise; `shifts`: what this person taught it; `missed`: the category
        and the key of each sentence that it missed.
        """
        self._language = language
        self._quiet = frozenset(quiet)
        self.shifts = dict(shifts or {})
        """How far what this person taught it moves each category, in log-odds."""
        self._missed = frozenset(missed)
        self._kept = _table()
        self.name = self._chosen(asked or "auto")
        """`none`, `small` or `large`: the one chosen, whether or not it turns out to run."""
        self.notices: list[str] = []
        """Names of readers that could not run, in the order they were tried, each once."""
        self._reader: Reader | None = None
        self._tried = False
        self._told: Callable[[int, int], None] | None = None
        self._lock = Lock()

    def _chosen(self, asked: str) -> str:
        if asked == "auto":
            asked = "large" if find_spec("onnxruntime") else "small"
        # A checkout without the weights of one reads with the other.
        found = [name for name in _in_turn(asked) if name in self._kept]
        return found[0] if found else "none"

    @property
    def versions(self) -> tuple[tuple[str, str], ...]:
        """What a clearance says was read with: the reader's id, its version and the beginning of its fingerprint."""
        if self.name == "none":
            return ()
        kept = self._kept[self.name]
        return ((f"reader-{self.name}", f"{kept.version}+{kept.sha256[:12]}"),)

    @property
    def fingerprint(self) -> str:
        """SHA-256, in hexadecimal, of the weights in use, and what a person taught them; empty without a reader."""
        if self.name == "none":
            return ""
        taught = json.dumps([self.shifts, sorted(self._missed)], sort_keys=True) if self.shifts else ""
        return self._kept[self.name].sha256 + taught

    @property
    def could_be_large(self) -> bool:
        """Whether the larger reader is not at work only because what runs it is not installed."""
        return self.name == "small" and "large" in self._kept and not find_spec("onnxruntime")

    def watch(self, told: Callable[[int, int], None]) -> None:
        """Have `told` called with how many passages of how many are read, now and then, in a long text."""
        self._told = told

    def read(self, text: str, wanted: Callable[[], bool] = lambda: True) -> tuple[Finding, ...]:
        """What the reader remarks on in all of `text`; nothing without a reader, or once it is no longer `wanted`."""
        reader = self.reader()
        found = reader.read(text, wanted) if reader else ()
        return tuple(replace(one, level=Level.NOTE) if one.rule in self._quiet else one for one in found)

    def recall(self, text: str, said: Mapping[str, str]) -> tuple[Finding, ...]:
        """What it `said` of `text` before (key and rule of each), where that still stands in it; reads nothing."""
        if self.name == "none":
            return ()
        from rules.reader.reader import recalled

        spoken = {key: rule for key, rule in said.items() if rule not in self._quiet}
        return recalled(text, spoken, remarks(), self._language)

    def reader(self) -> "Reader | None":
        """The reader itself, its weights read the first time; None when none was asked for or none can run."""
        with self._lock:
            if not self._tried:
                self._tried = True
                self._reader = self._made()
            return self._reader

    def _made(self) -> "Reader | None":
        for name in _in_turn(self.name):
            try:
                return self._reader_of(name, _floors()[name])
            except Exception:  # noqa: BLE001 - whatever a runtime raises: its sibling reads, and a person is told
                self.notices.append(name)
        return None

    def _reader_of(self, name: str, floors: "Floors") -> "Reader":
        from rules.reader.reader import Reader

        return Reader(
            self._judge(name),
            remarks(),
            self._language,
            told=self._told,
            shifts=self.shifts,
            missed=self._missed,
            floors=floors,
            first=self._judge("small") if self._sieved(floors) else None,
        )

    def _sieved(self, floors: "Floors") -> bool:
        # A floor that was chosen for other weights of the small reader says nothing of these.
        return "small" in self._kept and floors.first_sha256 == self._kept["small"].sha256

    def _judge(self, name: str) -> "Judge":
        from tui.one_core import import_numpy

        import_numpy()
        return _JUDGES[name](_weights(self._kept[name]))


def reader_in(environ: Mapping[str, str]) -> str:
    """The reader that the environment asks for in CLEARDAY_READER; empty where it names none."""
    named = environ.get("CLEARDAY_READER", "")
    return named if named in READERS else ""


@lru_cache(maxsize=1)
def remarks() -> "Mapping[str, Remark]":
    """What the reader says, by category."""
    from rules.reader.remarks import parse_remarks

    return parse_remarks(read_text(os.path.join(_HERE, "remarks.toml")))


def _in_turn(name: str) -> tuple[str, ...]:
    return {"large": ("large", "small"), "small": ("small",)}.get(name, ())


def _table() -> dict[str, Kept]:
    table = tomllib.loads(read_text(os.path.join(_HERE, "weights.toml")))
    kept = {name: Kept(**entry) for name, entry in table.items()}
    return {name: entry for name, entry in kept.items() if os.path.exists(os.path.join(_HERE, entry.file))}


def _floors() -> "dict[str, Floors]":
    from rules.reader.floors import Floors

    table = tomllib.loads(read_text(os.path.join(_HERE, "floors.toml")))
    return {name: Floors(**entry) for name, entry in table.items()}


def _weights(kept: Kept) -> "Weights":
    from rules.reader.weights import WeightsError, parse_weights

    with open(os.path.join(_HERE, kept.file), "rb") as file:
        weights = parse_weights(file.read())
    if weights.fingerprint != kept.sha256:
        raise WeightsError("weights that are not those of the table")
    return weights


def _small(weights: "Weights") -> "Judge":
    from rules.reader.small import SmallJudge

    return SmallJudge(weights)


def _large(weights: "Weights") -> "Judge":
    # Read by onnxruntime as it is loaded: its official builds report to their maker unless they are told not to.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    from rules.reader.large import LargeJudge

    return LargeJudge(weights, min(os.cpu_count() or 1, _MOST_CORES))


_JUDGES: "dict[str, Callable[[Weights], Judge]]" = {"small": _small, "large": _large}
