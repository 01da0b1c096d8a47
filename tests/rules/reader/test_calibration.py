"""Probabilities and thresholds: what a sentence's logits come to, alone and as one of many."""

from math import log
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.finding import Level
from rules.reader.calibration import MOST_COUNTED, Breach, Scale, _log_odds, calibration

META: dict[str, Any] = {
    "categories": ["vendor"],
    "breach": {"any": 0.5, "likeliest": [1], "shift": -2},
    "scales": {"vendor": {"own": 1, "breach": 0.5, "shift": -2, "question": 0.4, "warning": 0.8}},
    "context": 0.5,
}
TWO = META | {
    "categories": ["vendor", "secret"],
    "scales": {
        "vendor": META["scales"]["vendor"],
        "secret": META["scales"]["vendor"] | {"own": 2, "shift": -3},
    },
}
LOGITS = st.lists(st.floats(-8, 8), min_size=2, max_size=2)
COUNTS = st.integers(1, 500)


@given(LOGITS, LOGITS, COUNTS)
def test_weights_that_say_nothing_of_length_read_a_sentence_the_same_in_any_text(
    alone: list[float], context: list[float], among: int
) -> None:
    scales = calibration(META)
    assert scales.probabilities(alone, context, among=among) == scales.probabilities(alone, context)


@given(LOGITS, LOGITS, COUNTS, COUNTS)
def test_a_sentence_of_a_longer_text_is_never_likelier(
    alone: list[float], context: list[float], one: int, other: int
) -> None:
    scales = calibration(META | {"lengthy": 0.8})
    few, many = sorted((one, other))
    chance = {count: scales.probabilities(alone, context, among=count)["vendor"] for count in (few, many)}
    assert 0 <= chance[many] <= chance[few] <= 1
    assert scales.probabilities(alone, context, among=1) == calibration(META).probabilities(alone, context)


def test_past_some_length_a_text_is_no_longer_taken_for_longer() -> None:
    scales = calibration(META | {"lengthy": 0.8})
    said = [scales.probabilities([1, 1], [1, 1], among=count) for count in (MOST_COUNTED, 10 * MOST_COUNTED)]
    assert said[0] == said[1]


def test_what_a_person_taught_moves_that_category_and_keeps_the_rest_as_it_was() -> None:
    before = calibration(TWO | {"lengthy": 0.8})
    moved = before.moved({"vendor": 1.0})
    one, other = (scales.probabilities([1, 2, 0], [1, 2, 0], among=3) for scales in (before, moved))
    assert _log_odds(other["vendor"]) == pytest.approx(_log_odds(one["vendor"]) + 1)
    assert other["secret"] == one["secret"]


@given(st.lists(st.floats(-8, 8), min_size=3, max_size=3), COUNTS)
def test_the_likeliest_category_is_as_likely_as_any_breach_and_no_other_is_likelier(
    logits: list[float], among: int
) -> None:
    scales = calibration(TWO | {"lengthy": 0.8})
    told = scales.probabilities(logits, logits, among=among)
    own = {
        name: scale.log_odds(logits[at], logits[2]) for at, (name, scale) in enumerate(scales.scales.items())
    }
    likeliest = max(own, key=lambda name: own[name])
    assert told[likeliest] == max(told.values())
    less = 0.8 * log(min(among, MOST_COUNTED))
    assert _log_odds(told[likeliest]) == pytest.approx(scales.breach.log_odds(logits[:2], logits[2]) - less)


def test_any_breach_is_told_from_the_highest_logits_whichever_categories_they_are_of() -> None:
    breach = Breach(any=1.0, likeliest=(2.0, -0.5), shift=-1.0)
    assert breach.log_odds([3.0, 1.0, -4.0], 0.5) == breach.log_odds([-4.0, 3.0, 1.0], 0.5) == 5.0
    assert breach.log_odds([3.0], 0.5) == 5.5


def test_a_level_is_asked_for_at_its_threshold_and_never_a_stop() -> None:
    scale = Scale(1, 0, 0, 0.4, 0.8)
    assert [scale.level(chance) for chance in (0.39, 0.4, 0.8, 1.0)] == [
        None, Level.QUESTION, Level.WARNING, Level.WARNING,
    ]  # fmt: skip
