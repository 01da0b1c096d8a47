"""Probabilities and thresholds: what a sentence's logits come to, alone and as one of many."""

from hypothesis import given
from hypothesis import strategies as st

from rules.finding import Level
from rules.reader.calibration import MOST_COUNTED, Scale, calibration

META = {
    "categories": ["vendor"],
    "scales": {"vendor": {"own": 1, "breach": 0.5, "shift": -2, "question": 0.4, "warning": 0.8}},
    "context": 0.5,
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


def test_what_a_person_taught_keeps_the_rest_as_it_was() -> None:
    moved = calibration(META | {"lengthy": 0.8}).moved({"vendor": 1.0})
    assert (moved.lengthy, moved.context, moved.scales["vendor"].shift) == (0.8, 0.5, -1.0)


def test_a_level_is_asked_for_at_its_threshold_and_never_a_stop() -> None:
    scale = Scale(1, 0, 0, 0.4, 0.8)
    assert [scale.level(chance) for chance in (0.39, 0.4, 0.8, 1.0)] == [
        None, Level.QUESTION, Level.WARNING, Level.WARNING,
    ]  # fmt: skip
