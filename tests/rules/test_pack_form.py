"""Packs written down after they were read, and taken up again: the same packs, or a refusal."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.pack_form import FormError, read_back, written
from rules.review import review
from tui.packs import load_packs

PACKS = load_packs().packs
FORM = written(PACKS)


def test_the_packs_are_the_same():
    assert read_back(FORM) == PACKS


def test_they_find_the_same():
    again = read_back(FORM)
    for rule in (rule for pack in PACKS for rule in pack.rules):
        for example in (*rule.flags, *rule.passes):
            assert review(example.text, again, asking=True) == review(example.text, PACKS, asking=True)


_JSON = st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=3), st.lists, max_leaves=20)


@given(_JSON)
def test_anything_else_is_refused(other: object):
    form = json.dumps([[["a", False, None]], [other]])
    with pytest.raises(FormError):
        read_back(form)


@pytest.mark.parametrize("form", ["", "[", "{}", "[1]", "[[],[{}]]", "[" * 100_000])
def test_what_is_no_form_is_refused(form: str):
    with pytest.raises(FormError):
        read_back(form)
