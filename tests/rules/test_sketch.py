"""What a sketch of a text rules out is not in the text, and plain text rules out all it lacks."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.sketch import has_dialled, has_mixed, has_run, long_runs, sketch

TEXT = st.text(alphabet="aZ09 -.?+()\n\u00a0\u2028\x85é٣Ж’👩\ud800")


@pytest.mark.parametrize(
    ("text", "drawn"),
    [("In 2019, a B-52?", b"Aa 0000, a A-00!"), ("#open_gov", b"#aaaa_aaa"), ("", b""), ("٣", b"?\x80")],
)
def test_letters_and_digits_are_drawn_as_their_kind(text: str, drawn: bytes):
    assert sketch(text) == drawn


@given(TEXT)
def test_a_text_holds_nothing_that_its_sketch_rules_out(text: str):
    drawn = sketch(text)
    assert b"0" in drawn or b"?" in drawn or not re.search(r"\d", text)
    assert has_run(drawn, 4) or not re.search(r"\S{4}", text)
    assert has_dialled(drawn, 4) or not re.search(r"[+\d\s().-]{4}", text)
    assert has_mixed(drawn) or not re.search(r"[^\W\d_]-?\d|\d-?[^\W\d_]", text)


@given(st.text(alphabet="aZ09 -.?+()\n"))
def test_of_ascii_it_holds_what_its_sketch_does_not_rule_out(text: str):
    drawn = sketch(text)
    assert (b"0" in drawn) is bool(re.search(r"\d", text))
    assert has_run(drawn, 4) is bool(re.search(r"\S{4}", text))
    assert has_mixed(drawn) is bool(re.search(r"[a-zA-Z][+().-]*\d|\d[+().-]*[a-zA-Z]", text)) or "?" in text


@given(TEXT)
def test_every_long_run_lies_in_one_of_those_told(text: str):
    runs = list(long_runs(text, 4))
    assert all(past < start for (_, past), (start, _) in pairwise(runs))
    for found in re.finditer(r"\S{4,}", text):
        assert any(start <= found.start() and found.end() <= end for start, end in runs)


@given(st.text(alphabet="aZ09 -.?+()\n"))
def test_of_ascii_the_long_runs_are_told_to_the_letter(text: str):
    assert list(long_runs(text, 4)) == [found.span() for found in re.finditer(r"\S{4,}", text)]
