"""The tour: taken from the real app, small, true to what was drawn, and fetching nothing when it is looked at."""

import asyncio
import json
import re
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from rich.style import Style

from screenshots.cast import cast_of
from screenshots.film import film_of
from screenshots.frames import Frame, merged
from screenshots.tour import FOLDER, SIZE, TOUR, frames
from tests.test_screenshots import SAME

SMALL = 500_000
"""Bytes: what a page can carry."""
HELLO = ((("Hello", Style(bold=True)), (" <there>", Style())),)
BYE = ((("Bye", Style()),),)


def text_of(frame: Frame) -> str:
    return "\n".join("".join(text for text, _ in row).rstrip() for row in frame.rows)


def replayed(cast: str) -> list[str]:
    """What a terminal shows after each event of a cast whose rows are always drawn whole."""
    rows: dict[int, str] = {}
    screens = []
    for line in cast.splitlines()[1:]:
        drawn = json.loads(line)[2]
        for number, row in re.findall(r"\x1b\[(\d+);1H(.*?)(?=\x1b\[\d+;1H|$)", drawn, re.DOTALL):
            rows[int(number)] = re.sub(r"\x1b\[[^a-zA-Z]*[a-zA-Z]", "", row).rstrip()
        screens.append("\n".join(rows[number] for number in sorted(rows)))
    return screens


@pytest.fixture(scope="module")
def taken() -> list[Frame]:
    return asyncio.run(frames())


@pytest.mark.xdist_group("tour")
def test_the_tour_goes_from_a_note_to_its_readers(taken: list[Frame]) -> None:
    seen = [text_of(frame) for frame in taken]
    places = [
        next(number for number, screen in enumerate(seen) if words in screen)
        for words in ("Five people finished", "▲ warning", "Private now", "Week 47, 16", "Your reason",
                      "Cleared by you at", "174 of 280", "tagged forms", "33 notes on 13 days")
    ]  # fmt: skip
    assert places == sorted(places)
    assert len(taken) <= len(TOUR) + 1
    assert sum(frame.look for frame in taken) < 70


@pytest.mark.xdist_group("tour")
def test_both_files_are_small_and_true_to_the_screen(taken: list[Frame]) -> None:
    film, cast = film_of(taken, SIZE), cast_of(taken, SIZE)
    assert max(len(film.encode()), len(cast.encode())) < SMALL
    ElementTree.fromstring(film)
    assert replayed(cast)[: len(taken)] == [text_of(frame) for frame in taken]


@pytest.mark.xdist_group("tour")
def test_the_kept_tour_shows_the_app_as_it_is(taken: list[Frame]) -> None:
    # When a screen changes: python -m screenshots.tour. Another Textual or Rich may draw otherwise.
    kept = replayed(Path(FOLDER, "tour.cast").read_text("utf-8"))
    now = [text_of(frame) for frame in taken]
    stale = [number for number, (one, other) in enumerate(zip(now, kept, strict=False)) if one != other]
    assert not SAME or (len(kept) == len(now) + 1 and stale == [])


def test_the_film_escapes_what_was_written_and_draws_each_row_once() -> None:
    film = film_of([Frame((*HELLO, *BYE, *BYE), 1.0), Frame((*HELLO, *HELLO, *BYE), 2.5)], (20, 3))
    drawn = ElementTree.fromstring(film)
    texts = ["".join(text.itertext()) for text in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert texts == ["Hello", "<there>", "Bye"]
    assert "tour 3.5s" in film


def test_frames_that_show_nothing_new_are_one() -> None:
    assert merged([Frame(HELLO, 1.0), Frame(HELLO, 0.5), Frame(BYE, 1.0)]) == [
        Frame(HELLO, 1.5),
        Frame(BYE, 1.0),
    ]


def test_a_cast_draws_only_the_rows_that_changed() -> None:
    cast = cast_of([Frame((*HELLO, *BYE), 1.0), Frame((*HELLO, *HELLO), 1.0)], (20, 2)).splitlines()
    assert json.loads(cast[0])["version"] == 2
    assert [json.loads(line)[0] for line in cast[1:]] == [0.0, 1.0, 2.0]
    assert "\x1b[1;1H" not in json.loads(cast[2])[2]
    assert "\x1b[2;1H" in json.loads(cast[2])[2]


@pytest.mark.parametrize("name", ["tour.svg", "tour.cast"])
def test_what_is_kept_is_small_and_fetches_nothing(name: str) -> None:
    kept = Path(FOLDER, name).read_text("utf-8")
    assert len(kept.encode()) < SMALL
    assert "/tmp/" not in kept
    assert "url(" not in kept
    assert set(re.findall(r"https?://[\w./-]+", kept)) <= {"http://www.w3.org/2000/svg"}
    if name.endswith(".cast"):
        times = [json.loads(line)[0] for line in kept.splitlines()[1:]]
        assert all(one <= other for one, other in pairwise(times))
