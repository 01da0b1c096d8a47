"""Which sentence somebody is in the middle of: nothing is said of it yet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.widgets.unfinished import unfinished_from


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("", None),
        ("The fund goes", 0),
        ("The fund goes up.", None),
        ("The fund goes up. ", None),
        ("It went well. The fund", len("It went well. ")),
        ("« Bien reçu. » La caisse", len("« Bien reçu. » ")),
        ("Done?\n- the fund", len("Done?\n")),
        ("Done.\n", None),
        ("12.5 % of", 0),
    ],
)
def test_it_begins_behind_the_last_sentence_that_ended(text: str, begins: int | None) -> None:
    assert unfinished_from(text, len(text)) == (len(text) if begins is None else begins)


def test_who_goes_back_into_a_text_is_not_in_the_middle_of_writing_it() -> None:
    assert unfinished_from("The fund goes up", 3) == len("The fund goes up")
    assert unfinished_from("The fund\nNext line.", len("The fund")) == 0


@given(st.text(alphabet=" .\nab!", max_size=30), st.integers(0, 30))
def test_it_never_begins_behind_the_cursor_unless_there_is_none(text: str, place: int) -> None:
    place = min(place, len(text))
    begun = unfinished_from(text, place)
    assert begun == len(text) or 0 <= begun <= place
