"""A short text is read whole, of a long one what may have something to say; nothing else is said of it for that."""

from collections.abc import Sequence
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


def text_of(*sentences: str) -> str:
    return " ".join([*QUIET[:10], *sentences, *QUIET[10:]])


def test_below_the_floor_a_sentence_is_not_read_among_its_neighbours() -> None:
    judge = WordJudge(conflict="gift")
    sparing = Reader(judge, REMARKS, "en", floors=Floors(among=3, alone=-1.0))
    found = sparing.read(text_of("A gift came in."))
    whole = Reader(WordJudge(conflict="gift"), REMARKS, "en").read(text_of("A gift came in."))
    assert found == whole
    (context,) = [text for text in judge.weighed if text.count(".") > 1]
    assert "A gift came in." in context


def test_a_short_text_is_read_whole() -> None:
    judge = WordJudge(conflict="gift")
    Reader(judge, REMARKS, "en", floors=Floors(among=3, alone=-1.0)).read("We met. They left.")
    assert "We met. They left." in judge.weighed


def test_what_a_smaller_reader_leaves_the_reader_never_sees() -> None:
    first, judge = WordJudge(conflict="gift"), WordJudge(conflict="gift")
    sparing = Reader(judge, REMARKS, "en", floors=Floors(3, -1.0, -1.0), first=first)
    (finding,) = sparing.read(text_of("A gift came in."))
    assert finding.match == "A gift came in."
    assert set(QUIET) < set(first.weighed)
    assert not set(QUIET[:5]) & set(judge.weighed)


def test_the_neighbours_of_what_may_be_asked_about_are_read_too() -> None:
    first, judge = WordJudge(conflict="gift"), WordJudge(conflict="lunch")
    sparing = Reader(judge, REMARKS, "en", floors=Floors(3, -9.0, -1.0), first=first)
    (finding,) = sparing.read(text_of("The gift came in.", "A lunch was had."))
    assert finding.match == "A lunch was had."


def test_what_a_person_taught_counts_before_the_floors() -> None:
    taught = {"conflict": 2.0}
    floors = Floors(among=3, alone=-4.0)
    judge = WordJudge(conflict="gift")
    Reader(judge, REMARKS, "en", floors=floors).read(text_of())
    assert all(text in QUIET for text in judge.weighed)
    Reader(judge, REMARKS, "en", floors=floors, shifts=taught).read(text_of())
    assert not all(text in QUIET for text in judge.weighed)


def test_asked_what_it_missed_it_reads_everything() -> None:
    sparing = Reader(
        WordJudge(conflict="gift"),
        REMARKS,
        "en",
        floors=Floors(3, 9.0, 9.0),
        first=WordJudge(conflict="nothing"),
    )
    missed = sparing.missed(text_of("A gift came in."), "conflict")
    assert missed is not None
    assert missed.match == "A gift came in."


class Counting(WordJudge):
    """Says how often it was asked."""

    def weigh(self, texts: Sequence[str]) -> list[list[float]]:
        assert len(set(texts)) == len(texts)
        return super().weigh(texts)


@pytest.mark.parametrize("order", list(permutations(["a gift", "a gift gift", "none"])))
def test_a_text_is_weighed_once_whatever_it_comes_with(order: tuple[str, ...]) -> None:
    judge = Counting(conflict="gift")
    remembered = Remembered(judge)
    said = dict(zip(order, remembered.weigh(order), strict=True))
    assert remembered.weigh([*order, *order]) == [said[text] for text in (*order, *order)]
    assert sorted(judge.weighed) == sorted(order)
