"""Packs written down after they were read, and taken up again: the same packs, or a refusal."""

import json
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.kept_examples import KeptExamples
from rules.pack_form import FormError, read_back, written
from rules.review import review
from tui.packs import load_packs

PACKS = load_packs().packs
FORM = written(PACKS)
LINES = FORM.split("\n")


def test_the_packs_are_the_same():
    assert read_back(LINES) == PACKS


def test_every_phrase_can_begin_as_it_could():
    kept, read = ([rule.find for pack in packs for rule in pack.rules] for packs in (read_back(LINES), PACKS))
    for again, before in zip(kept, read, strict=True):
        phrases = [[phrase for clause in find for phrase, _ in clause.finds] for find in (again, before)]
        assert all(phrase.opened for phrase in phrases[0])
        assert [phrase.openings for phrase in phrases[0]] == [phrase.openings for phrase in phrases[1]]


def test_their_examples_wait_as_they_were_written_until_somebody_looks():
    rules = [rule for pack in read_back(LINES) for rule in pack.all_rules]
    assert rules
    assert all(isinstance(kept, KeptExamples) for rule in rules for kept in (rule.flags, rule.passes))
    read = [rule for pack in PACKS for rule in pack.all_rules]
    assert [(*rule.flags, *rule.passes) for rule in rules] == [(*rule.flags, *rule.passes) for rule in read]


def test_nothing_but_the_packs_is_held_while_they_are_taken_up():
    tracemalloc.start()
    again = read_back(LINES)
    held, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert again
    assert most < 1.3 * held


def test_what_is_the_same_in_many_rules_is_held_once():
    clauses = [clause for pack in read_back(LINES) for rule in pack.rules for clause in rule.find]
    for kind in ([one.handles for one in clauses], [one.hashtags for one in clauses]):
        assert len({id(held) for held in kind}) == len(set(kind))
    assert not any(hasattr(phrase, "__dict__") for clause in clauses for phrase, _ in clause.finds)


def test_they_find_the_same():
    again = read_back(LINES)
    for rule in (rule for pack in PACKS for rule in pack.rules):
        for example in (*rule.flags, *rule.passes):
            assert review(example.text, again, asking=True) == review(example.text, PACKS, asking=True)


_JSON = st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=3), st.lists, max_leaves=20)


@given(_JSON)
def test_anything_else_is_refused(other: object):
    form = "\n".join(map(json.dumps, ([1, 1], [["a", False, None]], other)))
    with pytest.raises(FormError):
        read_back(form.split("\n"))


@pytest.mark.parametrize(
    "form",
    [
        *("", "[", "{}", "[1]", "[0,1]\n{}", "[" * 100_000, FORM[:-40], f"{FORM}\n[]"),
        *("[1,0]\n[[1,false,null]]", '[1,0]\n[["a",false,["b"]]]'),
    ],
)
def test_what_is_no_form_is_refused(form: str):
    with pytest.raises(FormError):
        read_back(form.split("\n"))
