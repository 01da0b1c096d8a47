"""How long a reader takes, as it comes with Clearday: for a note of 3 KB that is new to it, and for a lot of text."""

import time
from collections.abc import Sequence
from statistics import fmean

from tui.second_reader import SecondReader

TRIES = 5


def timings(name: str, texts: Sequence[str], prose: Sequence[str], batch: int) -> dict[str, str]:
    """What the card tells: the mean of five notes of 3 KB, each another, and one text of `batch` bytes.

    Of `texts`, which are hard, half of them breaches, and of `prose`, published pages.
    """
    told = {}
    for kind, some in (("hard texts", texts), ("published prose", prose)):
        notes = [_of(some[at * len(some) // TRIES :], 3_000) for at in range(TRIES)]
        took, spent = map(fmean, zip(*(_seconds(name, note) for note in notes), strict=True))
        told[f"3 KB of {kind} it never saw"] = f"{took * 1000:.0f} ms ({spent * 1000:.0f} ms of one core)"
    for kind, some in (("hard texts", texts), ("published prose", prose)):
        took, spent = _seconds(name, _of(some, batch))
        told[f"{batch // 1000} KB of {kind}"] = f"{took:.2g} s ({spent:.2g} s of one core)"
    return told


def _of(texts: Sequence[str], size: int) -> str:
    # So many bytes and no more.
    said, length = [], 0
    for text in texts:
        said.append(text)
        length += len(text.encode()) + 2
        if length > size:
            break
    return "\n\n".join(said).encode()[:size].decode(errors="ignore")


def _seconds(name: str, text: str) -> tuple[float, float]:
    # By the clock, and of one core.
    reader = SecondReader(name, "en")
    reader.read("Its weights are read first.")
    began, spent = time.perf_counter(), time.process_time()
    reader.read(text)
    return time.perf_counter() - began, time.process_time() - spent
