"""What may have something to say is read as closely as ever, and the rest is left."""

from itertools import permutations
from pathlib import Path

import pytest

from rules.reader.floors import Floors
from rules.reader.reader import Reader
from rules.reader.remarks import parse_remarks
from rules.reader.remembered import Remembered
from tests.conftest import ROOT
from tests.rules.reader.judges import WordJudge

REMARKS = parse_remarks((Path(ROOT) / "rules/reader/remarks.toml").read_text("utf-8"))
QUIET = [f"We met the group number {number} in the hall." for number in range(30)]
"""Six stretches of five sentences."""
FLOORS = Floors(own=-1.0, first=-1.0)


def text_of(*sentences: str) -> str:
    return " ".join([*QUIET[:10], *sentences, *QUIET[10 + len(sentences) :]])


def test_a_stretch_below_the_floor_is_not_read_sentence_by_sentence() -> None:
    judge = WordJudge(conflict="gift")
    text = text_of("A gift came in.")
    found = Reader(judge, REMARKS, "en", floors=Floors(own=-1.0)).read(text)
    assert found == Reader(WordJudge(conflict="gift"), REMARKS, "en").read(text)
    alone = [weighed for weighed in judge.weighed if weighed.count(".") == 1]
    assert "A gift came in." in alone
    assert len(alone) == 5  # what stands with it in its stretch, or it could not be told which is the surest


def test_what_a_smaller_reader_leaves_the_reader_never_sees() -> None:
    first, judge = WordJudge(conflict="gift"), WordJudge(conflict="gift")
    (finding,) = Reader(judge, REMARKS, "en", floors=FLOORS, first=first).read(text_of("A gift came in."))
    assert finding.match == "A gift came in."
    assert not any(sentence in weighed for sentence in QUIET[:5] for weighed in judge.weighed)
    assert all(weighed.count(".") > 1 for weighed in first.weighed)


def test_what_a_person_taught_counts_before_the_floors() -> None:
    floors = Floors(own=-4.0, first=-4.0)

    def seen(shifts: dict[str, float]) -> int:
        first, judge = WordJudge(conflict="gift"), WordJudge(conflict="gift")
        Reader(judge, REMARKS, "en", floors=floors, shifts=shifts, first=first).read(text_of())
        return len(judge.weighed)

    assert seen({}) == 0
    assert seen({"conflict": 2.0}) == 36


def test_asked_what_it_missed_it_reads_everything() -> None:
    first = WordJudge(conflict="nothing")
    sparing = Reader(WordJudge(conflict="gift"), REMARKS, "en", floors=FLOORS, first=first)
    text = text_of("A gift came in.")
    assert sparing.read(text) == ()
    missed = sparing.missed(text, "conflict")
    assert missed is not None
    assert missed.match == "A gift came in."
    assert sparing.probabilities(text)["conflict"] > 0.5


@pytest.mark.parametrize("order", list(permutations(["a gift", "a gift gift", "none"])))
def test_a_text_is_weighed_once_whatever_it_comes_with(order: tuple[str, ...]) -> None:
    judge = WordJudge(conflict="gift")
    remembered = Remembered(judge)
    said = dict(zip(order, remembered.weigh(order), strict=True))
    assert remembered.weigh([*order, *order]) == [said[text] for text in (*order, *order)]
    assert sorted(judge.weighed) == sorted(order)


def test_what_it_forgot_it_reads_anew() -> None:
    judge = WordJudge(conflict="gift")
    reader = Reader(judge, REMARKS, "en")
    text = text_of("A gift came in.")
    first = reader.read(text)
    once = list(judge.weighed)
    reader.forget()
    assert reader.read(text) == first
    assert judge.weighed == once * 2


def test_a_reading_that_is_no_longer_wanted_ends_and_what_it_read_is_remembered() -> None:
    judge = WordJudge(conflict="gift")
    reader = Reader(judge, REMARKS, "en")
    long = (
        text_of("A gift came in.")
        + " "
        + " ".join(f"They took the road {number} home." for number in range(90))
    )
    answers = iter([True, False])
    assert reader.read(long, lambda: next(answers)) == ()
    before = list(judge.weighed)
    assert 0 < len(before) < 100
    (finding,) = reader.read(long)
    assert finding.match == "A gift came in."
    assert len(set(judge.weighed)) == len(judge.weighed)
