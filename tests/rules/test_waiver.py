"""A waiver is bound to words: it follows them anywhere, and dies with the smallest change of its sentence."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.finding import Finding, verdict_of
from rules.reading import read
from rules.review import review
from rules.waiver import passage_key, with_waivers
from tui.packs import load_packs

PACKS = load_packs().packs
SENTENCE = "Highly recommend Deloitte for this kind of work."
STOP = "PROTECTED B\nThe plan for the room."
PROSE = st.lists(
    st.sampled_from(["We met.", "The form is shorter now.", "Ça avance bien.", "- a list item", "> quoted"]),
    max_size=6,
)


def keys(text: str) -> set[str]:
    return {finding.key for finding in review(text, PACKS).findings if finding.holds}


def findings(text: str) -> tuple[Finding, ...]:
    return review(text, PACKS).findings


@given(before=PROSE, after=PROSE)
def test_words_elsewhere_change_nothing(before: list[str], after: list[str]) -> None:
    whole = "\n\n".join([*before, SENTENCE, *after])
    assert keys(SENTENCE) <= keys(whole)


@pytest.mark.parametrize(
    "rewrapped",
    [
        SENTENCE.replace(" for ", "\nfor "),
        SENTENCE.replace("Deloitte", "**Deloitte**"),
        SENTENCE.replace(" ", "\u00a0"),
        f"We met on Monday. {SENTENCE} Then we ate.",
    ],
)
def test_marks_and_line_breaks_change_nothing(rewrapped: str) -> None:
    assert keys(rewrapped) == keys(SENTENCE)


@pytest.mark.parametrize(
    "changed",
    [
        SENTENCE.replace("Deloitte", "Accenture"),
        SENTENCE.replace("this kind", "that kind"),
        SENTENCE.replace("Highly", "Strongly"),
        SENTENCE.replace("work.", "work, and for others."),
        SENTENCE.replace("work", "Work"),
    ],
)
def test_a_change_of_its_sentence_ends_it(changed: str) -> None:
    assert not keys(changed) & keys(SENTENCE)


def test_another_secret_on_the_same_line_is_not_waived() -> None:
    first, second = "Write to marie.roy@gmail.com for it.", "Write to paul.ray@gmail.com for it."
    assert keys(first)
    assert not keys(first) & keys(second)


def test_a_waived_warning_holds_nothing_and_a_stop_always_does() -> None:
    reasons = dict.fromkeys((finding.key for finding in (*findings(SENTENCE), *findings(STOP))), "Because.")
    assert verdict_of(with_waivers(findings(SENTENCE), reasons)) == "clear"
    assert verdict_of(with_waivers(findings(STOP), reasons)) == "stopped"
    assert not any(finding.waived for finding in with_waivers(findings(STOP), reasons))
    forged = tuple(replace(finding, waived="Because.") for finding in findings(STOP))
    assert verdict_of(forged) == "stopped"


def test_an_endless_sentence_is_read_around_the_passage_only() -> None:
    much = " word" * 5000
    assert keys(f"{much} highly recommend Deloitte {much}") == keys(
        f"x{much} highly recommend Deloitte {much} y"
    )


@pytest.mark.parametrize(("apart", "same"), [(250, True), (150, False)])
@pytest.mark.parametrize(
    "text", ["{other}{between} highly recommend Deloitte", "highly recommend Deloitte{between} {other}"]
)
def test_two_hundred_words_of_a_sentence_count_on_each_side(text: str, apart: int, same: bool) -> None:
    one, other = (text.format(other=word, between=" word" * apart) for word in ("first", "second"))
    assert keys(one)
    assert (keys(one) == keys(other)) is same


def test_a_passage_without_a_word_is_known_by_its_signs() -> None:
    one, other = (passage_key("rule", 4, 7, read(f"See {signs}.")) for signs in ("§§§", "¶¶¶"))
    assert one != other
