"""The small reader leaves neighbours that are far from a question, and says all that it would have said of them."""

import tracemalloc

from rules.finding import Finding
from rules.reader.reader import Reader
from tests.conftest import ROOT
from tests.training.corpus import read_corpus
from tui import second_reader
from tui.second_reader import SecondReader

TOGETHER = 4
"""Texts of a note: with fewer, more of its stretches are read closely; with more, fewer sentences are asked about."""


def notes() -> list[str]:
    """What every tenth voice wrote, some texts a note; a floor of -0.25 would change what is said of five."""
    by: dict[str, list[str]] = {}
    for text in read_corpus(ROOT / "tests" / "training" / "corpus" / "voices"):
        by.setdefault(text.voice, []).append(text.text)
    return [
        "\n\n".join(texts[start : start + TOGETHER])
        for texts in list(by.values())[1::10]
        for start in range(0, len(texts), TOGETHER)
    ]


def said(findings: tuple[Finding, ...]) -> list[tuple[object, ...]]:
    return [(finding.start, finding.category, finding.level) for finding in findings]


def test_no_warning_and_no_question_is_lost() -> None:
    sparing = SecondReader("small", "en").reader()
    assert sparing is not None
    whole = Reader(sparing._judge, second_reader.remarks(), "en")
    told = [said(sparing.read(note)) for note in notes()]
    assert told == [said(whole.read(note)) for note in notes()]
    assert sum(map(len, told)) > 100


def test_a_note_is_weighed_in_room_that_is_there() -> None:
    """Asking for memory anew cost a third of the time that a first note took: half a megabyte for each matrix."""
    reader = SecondReader("small", "en").reader()
    assert reader is not None
    judge = reader._judge._judge
    sentences = [f"On day {day} five people finished the form, and two asked for help." for day in range(40)]
    judge.weigh(sentences)
    tracemalloc.start()
    try:
        judge.weigh(sentences)
        assert tracemalloc.get_traced_memory()[1] < 150_000
    finally:
        tracemalloc.stop()
