"""Where a text is cut to be read piece by piece, and that reading it so finds the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.blocks import block_spans

LONG = "A paragraph that says enough to stand by itself, and ends as one does."


def blocks(text: str) -> list[str]:
    return [text[start:end] for start, end in block_spans(text)]


@given(
    st.lists(
        st.sampled_from(["a", "word. ", "\n", "\r\n", "\n\n", " ", "```\n", "“", "”", "«", "»", "#", "1"])
    )
)
def test_the_pieces_are_the_text(parts: list[str]):
    text = "".join(parts)
    assert "".join(blocks(text)) == text


def test_paragraphs_stand_alone():
    assert blocks(f"{LONG}\n\n{LONG}\r\n \r\n{LONG}") == [f"{LONG}\n\n", f"{LONG}\r\n \r\n", LONG]


@pytest.mark.parametrize(
    "whole",
    [
        f"## A heading\n\n{LONG}",
        "Her number, as she gave it to us over the counter on Monday morning:\n\n046 454 286",
        f"A label with a number below it that goes on for more than sixty signs\n\n046 454 286. {LONG}",
        f"```\n{LONG}\n\n{LONG}\n```",
        f"“{LONG}\n\n{LONG}”",
        f"~~~\n{LONG}\n\n{LONG}",
    ],
)
def test_what_belongs_together_stays_together(whole: str):
    assert blocks(whole) == [whole]
    assert blocks(f"{LONG}\n\n{whole}") == [f"{LONG}\n\n", whole]


def test_a_quotation_mark_that_is_never_closed_holds_nothing_together():
    assert len(blocks(f"“{LONG}\n\n{LONG}\n\n{LONG}")) == 3
