"""Lines on a screen: none begins with a sign that French sets apart, and no text is changed for it."""

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Text
from textual._wrap import compute_wrap_offsets

from tui.line_breaks import keep_signs_with_their_words

TEXTS = st.lists(
    st.sampled_from(["mot", "une", "long", ":", ";", "?", "!", "«", "»", "».", "12\u00a0%", "1\u202f234"])
).map(" ".join)


@pytest.fixture(autouse=True, scope="module")
def _kept() -> None:
    keep_signs_with_their_words()


def drawn(text: str, width: int) -> list[str]:
    return [line.plain.rstrip() for line in Text(text).wrap(Console(width=width), width)]


def written(text: str, width: int) -> list[str]:
    ends = [0, *compute_wrap_offsets(text, width, 4), len(text)]
    return [text[start:end] for start, end in pairwise(ends)]


@pytest.mark.parametrize("broken", [drawn, written])
def test_no_line_begins_with_a_sign_or_ends_in_an_opening_quotation_mark(
    broken: Callable[[str, int], list[str]],
) -> None:
    text = "Ce qu'ils veulent : moins d'écrans ; 12 % des gens disent « oui » ! Et 1\u202f234 « non »."
    for width in range(12, 60):
        for line in broken(text, width):
            assert not re.match(r"\s*[:;!?%»]|\s*234", line), (width, line)
            assert not line.rstrip().endswith(("«", "1")), (width, line)


@pytest.mark.parametrize("broken", [drawn, written])
def test_no_line_ends_between_a_key_and_what_it_does(broken: Callable[[str, int], list[str]]) -> None:
    """Below a note, a line ended with “c” and the next began with “clear”."""
    text = "↑, then e reword · r give a reason · p keep private · ctrl+t not this · c clear"
    for width in range(14, 80):
        for line in broken(text, width):
            assert not re.search(r"· (r|p|ctrl\+t|c)\s*$", line), (width, line)


@given(TEXTS, st.integers(8, 40))
def test_nothing_is_lost_or_changed_by_it(text: str, width: int) -> None:
    assert "".join(written(text, width)) == text
    assert "".join("".join(drawn(text, width)).split()) == "".join(text.split())


def test_a_text_without_such_signs_breaks_where_it_did() -> None:
    assert written("one two three four: five", 10) == ["one two ", "three ", "four: five"]
    assert drawn("one two three four: five", 10) == ["one two", "three", "four: five"]
