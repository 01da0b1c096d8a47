"""Questions that are asked only while a text is being cleared: once each, and never on top of a judgement."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.pack import PackError
from rules.pack_text import parse_pack
from rules.review import review
from tests.rules.test_pack import HEAD
from tests.rules.test_review import pack_with

ASKS = pack_with(
    'phrases = ["budget"]', "at-clearing = true\nanswers.en = ['It is public.']", "question", "asks"
)
JUDGES = pack_with('phrases = ["leak"]', level="warning", name="judges")
ADVISES = pack_with('phrases = ["leak"]', level="note", name="advises")


def asked(text: str, *packs, asking: bool = True) -> list[tuple[str, int]]:
    found = review(text, packs, asking=asking).findings
    return [(finding.rule, finding.start) for finding in found if finding.rule == "asks"]


def test_nothing_is_asked_until_a_text_is_being_cleared() -> None:
    assert asked("The budget.", ASKS, asking=False) == []
    assert asked("The budget.", ASKS) == [("asks", 4)]


def test_a_topic_is_asked_once_however_often_it_is_named() -> None:
    assert asked("The budget. Our budget.\n\nMy budget.", ASKS) == [("asks", 4)]


def test_no_question_where_a_rule_has_judged_the_sentence() -> None:
    assert asked("The budget leak.", ASKS, JUDGES) == []
    assert asked("The budget leak. Another budget.", ASKS, JUDGES) == [("asks", 25)]
    assert asked("The budget leak.", ASKS, ADVISES) == [("asks", 4)]


@given(st.lists(st.sampled_from(["The budget. ", "A leak. ", "A budget leak. ", "Rain.\n\n"]), max_size=12))
def test_at_most_one_question_and_every_judgement_stays(parts: list[str]) -> None:
    text = "".join(parts)
    quiet, asking = (review(text, [ASKS, JUDGES], asking=asks).findings for asks in (False, True))
    assert [finding for finding in asking if finding.rule != "asks"] == list(quiet)
    assert len(asking) - len(quiet) == int("The budget. " in parts)


def test_the_answers_come_with_the_question() -> None:
    [finding] = review("The budget.", [ASKS], "fr", asking=True).findings
    assert finding.answers == ("It is public.",)


@pytest.mark.parametrize(
    ("extra", "level", "says"),
    [
        ("at-clearing = true", "warning", "at-clearing"),
        ("answers.en = [" + "'x'," * 7 + "]", "question", "more than 6 answers"),
        ("answers.de = ['ja']", "question", "de"),
    ],
)
def test_what_cannot_be_read_is_said(extra: str, level: str, says: str) -> None:
    with pytest.raises(PackError, match=says):
        pack_with('phrases = ["budget"]', extra, level)


def test_a_pack_without_questions_asks_nothing() -> None:
    assert review("budget", [parse_pack(HEAD.replace("x", "x") + "", "own.toml")], asking=True).findings == ()
