"""What left, where to and when, what was posted, and the two questions: where did I say this, what was this?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rules.web_address import holds_password, is_web_address
from rules.week import Week
from storage.clearances import ClearanceStore
from storage.records import MARKS, Shared
from tui.clock import Clock
from tui.gate import Gate, Release
from tui.refusal import Refusal
from tui.subject import Subject
from tui.wording import Words

COPIES = ("clipboard", "unconfirmed", "osc52", "file")
"""The routes a part takes one at a time, to be pasted."""


@dataclass(frozen=True, slots=True)
class PartState:
    """How far one part of a thread is."""

    left: Shared | None
    """How it left last; None when it did not."""
    posted: Shared | None
    """When a person said that it was posted; None when it is not."""
    on_clipboard: bool = False
    """It was copied, and nothing after it."""


class Outbox:
    """The ledger of one journal."""

    def __init__(self, gate: Gate, clearances: ClearanceStore, clock: Clock) -> None:
        self._gate = gate
        self._clearances = clearances
        self._clock = clock

    def record(self, release: Release, parts: Sequence[int], route: str) -> None:
        """Enter in the ledger that these parts (counted from 1) left by `route`."""
        for part in release.parts:
            if part.n in parts:
                self._gate.record(release, part, route, now=self._clock.now())

    def record_alt(self, release: Release, n: int, route: str) -> None:
        """Enter in the ledger that the description of picture `n` (from 1) left by `route`."""
        self._gate.record_alt(release, n, route, now=self._clock.now())

    def mark(self, release: Release, n: int, *, posted: bool, link: str = "") -> None:
        """Note that part `n` was posted and where, or that it was not after all. Raises Refusal for a wrong link."""
        if link and not is_web_address(link):
            raise Refusal("link-wrong")
        if link and holds_password(link):
            raise Refusal("link-password")
        part = release.parts[n - 1]
        self._gate.record(release, part, MARKS[0 if posted else 1], now=self._clock.now(), link=link)

    def lines(self, subject: Subject | None = None) -> list[Shared]:
        """What left of `subject`, or of everything, oldest first."""
        return self._clearances.ledger(subject.key if subject else None)

    def page(self, before: Shared | None = None, *, most: int) -> list[Shared]:
        """The `most` newest lines, or those before `before`, the newest first."""
        return self._clearances.ledger_page(before.id if before else None, most)

    def parts_left(self) -> int:
        """How many parts left in all, descriptions of pictures and what was said of parts not counted."""
        return self._clearances.parts_left()

    def in_week(self, week: Week) -> list[Shared]:
        """What left or was marked in this week, oldest first."""
        return [line for line in self.lines() if week.monday <= line.at.date() <= week.sunday]

    def said(self, words: str) -> list[Shared]:
        """Where these words left to, oldest first: a passage, whatever its case and white space."""
        wanted = _folded(words)
        return [line for line in self.lines() if wanted and wanted in _folded(line.text)]

    def at(self, link: str) -> list[Shared]:
        """What can be read at this address, as a person noted it."""
        wanted = link.rstrip("/")
        return [line for line in self.lines() if line.link and line.link.rstrip("/") == wanted]


def part_state(
    lines: Iterable[Shared], platform: str, n: int, text: str, *, beside: bool = False
) -> PartState:
    """How far part `n` on `platform`, which reads `text`, is by the ledger lines of its source, oldest first.

    `beside`: it is no part, but the description of picture `n`. What was said of other words does not count;
    lines that are older than the ledger's texts do.
    """
    left = posted = copied = None
    for line in lines:
        copied = line if line.way in COPIES else copied
        other = bool(line.text) and _folded(line.text) != _folded(text)
        if other or (line.platform, line.part, line.beside) != (platform, n, beside):
            continue
        if line.route not in MARKS:
            left = line
        else:
            posted = line if line.route == "posted" else None
    return PartState(left, posted, on_clipboard=left is not None and left is copied)


def next_part(lines: Sequence[Shared], platform: str, texts: Sequence[str]) -> int | None:
    """The first part (from 1) that is not posted yet; None where all are."""
    states = (part_state(lines, platform, n, text) for n, text in enumerate(texts, 1))
    return next((n for n, state in enumerate(states, 1) if state.posted is None), None)


def went(line: Shared, words: Words) -> str:
    """What became of it, in words: copied, posted, …; and that it is a picture's description, where it is."""
    said = words(f"went-{line.way}")
    return words("went-alt", went=said) if line.beside else said


def next_alt(alts: Sequence[str], states: Sequence[PartState]) -> int | None:
    """The picture (from 1) whose description is to be copied: the one behind that on the clipboard, or the first.

    Behind the last one comes the first again; pictures without a description are passed over. None where all are.
    """
    described = [n for n, alt in enumerate(alts, 1) if alt]
    there = next((n for n, state in enumerate(states, 1) if state.on_clipboard), 0)
    return next((n for n in described if n > there), next(iter(described), None))


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
