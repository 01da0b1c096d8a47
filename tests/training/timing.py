"""How long a reader takes: for a note of 3 KB that is new to it, and for a lot of text in a row."""

import time
import tomllib
from collections.abc import Sequence
from pathlib import Path

from rules.reader.floors import Floors
from rules.reader.judge import Judge
from rules.reader.reader import Reader
from rules.reader.remarks import parse_remarks

HERE = Path(__file__).parent.parent.parent / "rules" / "reader"
REMARKS, FLOORS = HERE / "remarks.toml", HERE / "floors.toml"
TRIES = 5


def timings(judge: Judge, texts: Sequence[str], batch: int) -> dict[str, str]:
    """What the card tells: the best of five notes of 3 KB, each another, and one text of `batch` bytes."""
    notes = [_of(texts[at * 60 :], 3_000) for at in range(TRIES)]
    best, least = map(min, zip(*(_seconds(judge, note) for note in notes), strict=True))
    took, spent = _seconds(judge, _of(texts * 100, batch))
    size = f"{batch / 1e6:g} MB" if batch >= 1_000_000 else f"{batch // 1000} KB"
    return {
        "3 KB it never saw": f"{best * 1000:.0f} ms ({least * 1000:.0f} ms of one core)",
        "in a row": f"{size} in {took:.0f} s ({spent:.0f} s of one core)",
    }


def _of(texts: Sequence[str], size: int) -> str:
    said, length = [], 0
    for text in texts:
        said.append(text)
        length += len(text.encode()) + 2
        if length > size:
            break
    return "\n\n".join(said)


def _seconds(judge: Judge, text: str) -> tuple[float, float]:
    # By the clock, and of one core.
    floors = Floors(**tomllib.loads(FLOORS.read_text("utf-8"))[judge.weights.name])
    reader = Reader(judge, parse_remarks(REMARKS.read_text("utf-8")), "en", floors=floors)
    began, spent = time.perf_counter(), time.process_time()
    reader.read(text)
    return time.perf_counter() - began, time.process_time() - spent
