"""What the reader reads of a text: each sentence, alone and among its neighbours."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from rules.photos import picture_paths
from rules.reading import Reading
from rules.regions import Span, code_spans, inside, public_paths

MOST_WORDS = 60
"""Words of a sentence, and of a sentence with its neighbours, that are read at once."""
_MOST_SENTENCES = 5
_FEWEST_WORDS = 2
_TITLE = re.compile(r"\s*# [^\n]*")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, or a stretch of an endless one: its place in code points, its words, its words in context.

    Of a public address its words hold the host alone, of a picture what it shows and not where its file lies.
    """

    start: int
    end: int
    alone: str
    context: str
    """The same as `alone` where nothing stands around it."""


def passages(reading: Reading) -> list[Passage]:
    """The passages of a text, in order; its title, code and what has hardly a word is left out."""
    spans = list(_spans(reading))
    paths = sorted([*public_paths(reading.text), *picture_paths(reading.text)])
    said = [" ".join(_without(paths, reading.text, start, end).split()) for start, end in spans]
    counts = [len(words.split()) for words in said]
    gaps = zip([0, *(end for _, end in spans)], (start for start, _ in spans), strict=False)
    begins = [bool(_BLANK_LINE.search(reading.text, *gap)) for gap in gaps]
    return [
        Passage(*spans[at], said[at], " ".join(said[first:past]))
        for first, past in _stretches(counts, begins)
        for at in range(first, past)
    ]


def _without(paths: Sequence[Span], text: str, start: int, end: int) -> str:
    # Behind the host of an address that anyone could open, and in the name of a picture's file, stands what looks
    # like a key and is none. The rules read it.
    kept, past = [], start
    for first, last in paths[bisect_right(paths, start, key=itemgetter(1)) :]:
        if first >= end:
            break
        kept.append(text[past:first])
        past = max(past, last)
    return "".join([*kept, text[past:end]])


def _spans(reading: Reading) -> Iterator[tuple[int, int]]:
    code = sorted(code_spans(reading.text))
    title = _TITLE.match(reading.text)
    starts, ends = reading.tokens.starts, reading.tokens.ends
    for number, (first, past) in enumerate(reading.sentences):
        limit = len(reading.text)
        if number + 1 < len(reading.sentences):
            limit = starts[reading.sentences[number + 1][0]]
        for begin in range(first, past, MOST_WORDS):
            last = min(begin + MOST_WORDS, past)
            if last - begin < min(_FEWEST_WORDS, past - first) or past - first < _FEWEST_WORDS:
                continue
            if title and starts[begin] < title.end():
                continue  # a name and dates, and no sentence
            if not inside(starts[begin], code):
                end = _closed(reading.text, ends[last - 1], limit) if last == past else ends[last - 1]
                yield starts[begin], end


def _closed(text: str, end: int, limit: int) -> int:
    # The full stop and what stands with it belong to the sentence.
    while end < limit and not text[end].isspace():
        end += 1
    return end


def _stretches(counts: Sequence[int], begins: Sequence[bool]) -> Iterator[tuple[int, int]]:
    # As many sentences of a paragraph in a row as fit: in a week the next one is of another day, and of something
    # else. Each sentence belongs to one stretch, so that a long text is read twice, not thrice.
    first = words = 0
    for at, count in enumerate(counts):
        if at > first and (begins[at] or words + count > MOST_WORDS or at - first == _MOST_SENTENCES):
            yield first, at
            first, words = at, 0
        words += count
    if counts:
        yield first, len(counts)
