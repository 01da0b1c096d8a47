"""What one person teaches moves a category a little, in the way taught, and holds no word."""

from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.reader.personal import MOST, Lesson, learned

LESSONS = st.builds(
    Lesson,
    key=st.text(max_size=4),
    category=st.sampled_from(["privacy", "vendor"]),
    chance=st.floats(0, 1),
    right=st.booleans(),
)


def lessons(count: int, *, right: bool, chance: float = 0.5) -> list[Lesson]:
    return [Lesson(str(n), "privacy", chance, right) for n in range(count)]


def test_nothing_learned_moves_nothing() -> None:
    assert learned([]) == {}


def test_a_reason_makes_it_quieter_and_a_miss_makes_it_louder() -> None:
    assert learned(lessons(1, right=False))["privacy"] < 0 < learned(lessons(1, right=True))["privacy"]


def test_one_lesson_moves_it_little_and_many_move_it_more() -> None:
    one, many = (learned(lessons(count, right=False))["privacy"] for count in (1, 20))
    assert -0.5 < one < 0
    assert many < one


@given(st.lists(LESSONS, max_size=40))
def test_a_shift_stays_within_its_bounds(some: list[Lesson]) -> None:
    assert all(abs(shift) <= MOST for shift in learned(some).values())


@pytest.mark.parametrize("field", ["text", "match", "sentence"])
def test_a_lesson_holds_no_words(field: str) -> None:
    assert field not in asdict(lessons(1, right=True)[0])
