"""Hashtags behind the last sentence of a note: which they are, and that nothing else goes with them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.closing_tags import without_closing_tags
from rules.hashtags import hashtags

PIECES = st.sampled_from(
    ["#forms", "#OpenGov", "#123", "＃tag", "Done.", "done", "🌿", "C#", "\n", "`a`", "«", "»", ":"]
)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Five people finished. #forms", "Five people finished."),
        ("Five people finished. #forms #OpenGov\n", "Five people finished."),
        ("C’est fait ! #suite", "C’est fait !"),
        ("Photos of the plants 🌿 #office", "Photos of the plants 🌿"),
        ("Form tests start monday\n#forms #tests", "Form tests start monday"),
        ("One.\n\nTwo.\n\n#a\n\n#b", "One.\n\nTwo."),
    ],
)
def test_what_only_sorts_a_note_is_left_out(text: str, left: str) -> None:
    assert without_closing_tags(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "Talked about #OpenGov",
        "Talked about #OpenGov #forms",
        "Two things: #forms",
        "Done. See #123",
        "Read https://canada.ca/a#part",
        "We moved from C to C#",
        "#forms #tests",
        "#forms",
        " ",
        "",
    ],
)
def test_a_hashtag_that_is_a_word_of_the_text_stays(text: str) -> None:
    assert without_closing_tags(text) == text


@given(st.lists(PIECES).map(" ".join) | st.text())
def test_nothing_but_hashtags_and_white_space_goes(text: str) -> None:
    left = without_closing_tags(text)
    assert text.startswith(left)
    gone = text[len(left) :].split()
    assert all(hashtags(word) == (word[1:],) for word in gone)
    assert without_closing_tags(left) == left


def test_a_note_of_a_million_hashtags_is_read_once() -> None:
    assert without_closing_tags("Done. " + "#a " * 100_000) == "Done."
