"""The change that a finding suggests: what is changed, what is left alone, and that nothing private gets out by it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.change import Change, Changes, changed, parse_changes
from rules.finding import Finding, Level, Source
from rules.private_spans import public
from tests.conftest import ROOT

CHANGES: Changes = parse_changes((Path(ROOT) / "rules" / "changes.toml").read_text("utf-8"))
SOURCE = Source("Guide", "1", "")


def finding(
    text: str, passage: str, *, rule: str = "any", category: str = "secret", level: Level = Level.STOP
) -> Finding:
    start = text.index(passage)
    return Finding(rule, "rule", category, level, start, start + len(passage), passage, "", "", SOURCE)


def made(text: str, *found: Finding) -> str:
    return changed(text, CHANGES.of_all(text, found))


@pytest.mark.parametrize(
    ("text", "passage", "after"),
    [
        (
            "Stand-up done. The fund goes up next month. Lunch.",
            "fund goes up",
            "Stand-up done. ||The fund goes up next month.|| Lunch.",
        ),
        ("- One.\n- “The fund goes up.”\n- Two.", "fund", "- One.\n- ||“The fund goes up.”||\n- Two."),
        ("Le fonds monte. Ça va.", "fonds", "||Le fonds monte.|| Ça va."),
        ("#fund goes up", "fund", "||#fund goes up||"),
        ("A ||b|| fund goes up.", "fund", "A ||b|| ||fund|| goes up."),
    ],
)
def test_what_holds_is_kept_apart_with_its_sentence(text: str, passage: str, after: str) -> None:
    assert made(text, finding(text, passage)) == after


def test_two_findings_in_one_sentence_are_one_change_and_those_in_two_are_two() -> None:
    text = "The fund goes up in May. The tender closes. Lunch."
    found = [finding(text, "fund"), finding(text, "in May"), finding(text, "tender")]
    assert made(text, *found) == "||The fund goes up in May.|| ||The tender closes.|| Lunch."


@pytest.mark.parametrize(
    ("rule", "text", "passage", "after"),
    [
        ("emoji-as-text", "We did it 🎉🎉🎉", "🎉🎉🎉", "We did it 🎉"),
        ("emoji-as-text", "WE DID IT TODAY", "WE DID IT TODAY", "We did it today"),
        ("plain-language", "Operationalize it.", "Operationalize", "Put into practice it."),
        (
            "plain-language",
            "Il faut opérationnaliser le plan.",
            "opérationnaliser",
            "Il faut mettre en pratique le plan.",
        ),
        (
            "secrets-and-credentials",
            "The token is sk_test_abc here.",
            "sk_test_abc",
            "The token is [secret removed] here.",
        ),
        (
            "secrets-and-credentials",
            "Le jeton est sk_test_abc pour nous.",
            "sk_test_abc",
            "Le jeton est [secret retiré] pour nous.",
        ),
    ],
)
def test_a_rule_with_a_change_of_its_own(rule: str, text: str, passage: str, after: str) -> None:
    assert made(text, finding(text, passage, rule=rule, category="style", level=Level.NOTE)) == after


@pytest.mark.parametrize(
    "found",
    [
        finding("The fund goes up.", "fund", level=Level.NOTE),
        finding("The fund goes up.", "fund", category="vendor"),
        finding("The fund goes up.", "fund", rule="plain-language", category="style", level=Level.NOTE),
        finding("The fund goes up.", ""),
    ],
)
def test_where_no_change_is_sure_none_is_suggested(found: Finding) -> None:
    assert CHANGES.kind("The fund goes up.", found) is None
    assert CHANGES.of("The fund goes up.", found) is None


def test_a_passage_that_touches_a_private_one_is_left_alone() -> None:
    text = "The ||secret|| fund."
    assert CHANGES.of(text, finding(text, "The ||secret|| fund")) is None


@given(
    st.lists(
        st.sampled_from(["aa", "BB.", "||cc||", "|", "||dd. ee||", "\n", "- ff", "(gg)", "«hh»"]), max_size=8
    ),
    st.data(),
)
def test_keeping_apart_lets_nothing_private_out_and_takes_the_passage_in(
    pieces: list[str], data: st.DataObject
) -> None:
    text = " ".join([*pieces[: len(pieces) // 2], "XPASSAGEX", *pieces[len(pieces) // 2 :]])
    change = CHANGES.of(text, finding(text, "XPASSAGEX"))
    assert change is not None
    after = changed(text, [change])
    assert "XPASSAGEX" not in public(after)
    assert "cc" not in public(after)
    assert "dd" not in public(after)
    assert after.replace("|", "") == text.replace("|", "")


def test_changes_are_made_from_the_end() -> None:
    assert changed("abc", [Change(0, 1, "xx", "words"), Change(2, 3, "", "words")]) == "xxb"
