"""What a week adds up to: rules over many notes, as data of a pack."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.finding import Level
from rules.pack_text import parse_pack
from rules.review import review
from rules.trial import tried, try_pack
from rules.week_review import review_week
from tests.rules.test_pack import HEAD, refused
from tui.packs import load_packs

PACKS = load_packs().packs
RULE = """[[week-rule]]
id = "boats-all-week"
title = { en = "Boats", fr = "Bateaux" }
category = "style"
level = "note"
clause = "O2"
sources = ["code#4.2"]
message = { en = "Boats.", fr = "Des bateaux." }
advice = { en = "Name the need.", fr = "Nommez le besoin." }
flags.en = ["A boat.\\n\\nA boat.", "The boat.\\n\\nThat boat."]
flags.fr = ["Un bateau.\\n\\nLe bateau."]
passes.en = ["A boat.", "A car.\\n\\nA car."]
passes.fr = ["Un bateau."]
[[week-rule.find]]
phrases = ["boat*", "bateau*"]
at-least = 2
"""


def found(text: str, *, asking: bool = True) -> list[str]:
    return [finding.rule for finding in review_week(text, PACKS, asking=asking)]


CRITICAL = [
    "This government is a joke.",
    "The Minister lied to us again.",
    "Our department is a laughing stock.",
]


def test_criticism_counts_when_it_is_sustained():
    assert "sustained-criticism" not in found("\n\n".join(CRITICAL[:2]))
    assert "sustained-criticism" in found("\n\n".join(CRITICAL))
    assert "sustained-criticism" not in found(" ".join(CRITICAL[:2]) + "\n\nThe form works.")


def test_a_question_of_the_week_is_asked_only_while_it_is_cleared():
    assert "sustained-criticism" not in found("\n\n".join(CRITICAL), asking=False)


def test_two_harmless_lines_identify_somebody_only_together():
    first, second = "Our new intern comes from Iqaluit.", "The intern is back on medication."
    other = "The analyst is back on medication."
    assert "identified-together" not in found(first)
    assert "identified-together" not in found(second)
    assert "identified-together" not in found(f"{first}\n\n{other}")
    [finding] = [
        one for one in review_week(f"{first}\n\n{second}", PACKS) if one.rule == "identified-together"
    ]
    assert finding.level is Level.WARNING
    assert "comes from" in finding.match
    assert "back on medication" in finding.match


def test_a_finding_stands_at_its_first_passage_in_the_text_with_its_private_passages():
    text = "# Week\n\n||mine||\n\nOur new intern comes from Iqaluit.\n\nThe intern is back on medication."
    [finding] = [one for one in review_week(text, PACKS) if one.rule == "identified-together"]
    assert text[finding.start : finding.end] == "comes from"


def test_what_is_private_counts_for_nothing():
    text = "Our new intern comes from Iqaluit.\n\n||The intern is back on medication.||"
    assert "identified-together" not in found(text)


def test_headings_are_no_notes():
    assert "one-vendor-all-week" not in found(
        "## Azure\n\nAzure is up.\n\n## Azure\n\nAzure is down.\n\nAzure."
    )


def test_the_reason_for_a_week_is_bound_to_its_sentences():
    def key(text: str) -> str:
        return next(
            one.key for one in review_week(text, PACKS, asking=True) if one.rule == "sustained-criticism"
        )

    week = "\n\n".join(CRITICAL)
    assert key(week) == key(f"# A title\n\n{week}\n\nThe form works.")
    assert key(week) != key(week.replace("again", "twice"))


def test_every_weekly_rule_keeps_its_promises_beside_all_packs():
    for rule in (rule for pack in PACKS for rule in pack.week_rules):
        for example in rule.flags:
            assert rule.id in found(example.text), example.text
        for example in rule.passes:
            assert rule.id not in found(example.text), example.text


def test_a_weekly_rule_is_data_with_tests_of_its_own():
    pack = parse_pack(HEAD + RULE, "own.toml")
    assert [rule.id for rule in pack.week_rules] == ["boats-all-week"]
    assert try_pack(pack).failures == ()
    assert [one.rule for one in review_week("A boat.\n\nNo.\n\nThe boats.", [pack])] == ["boats-all-week"]


def test_a_weekly_rule_that_its_examples_contradict_is_left_out():
    pack = tried(
        parse_pack((HEAD + RULE).replace('"A car.\\n\\nA car."', '"A boat.\\n\\nA boat."'), "own.toml")
    )
    assert pack.week_rules == ()
    assert "boats-all-week" in pack.notices[0]


def test_a_weekly_rule_without_examples_is_not_loaded():
    pack = parse_pack((HEAD + RULE).replace('flags.fr = ["Un bateau.\\n\\nLe bateau."]\n', ""), "own.toml")
    assert pack.week_rules == ()
    assert "flags" in pack.notices[0]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('level = "note"', 'level = "stop"', "stops nobody"),
        ("at-least = 2", "at-least = 0", "from 1 to 50"),
        ('phrases = ["boat*", "bateau*"]\n', "", "missing or empty"),
        ("at-least = 2", "absent = true", "looks for nothing"),
        ("at-least = 2", "at-lest = 2", "at-least"),
    ],
)
def test_what_is_wrong_with_a_weekly_rule_is_said(old: str, new: str, said: str):
    assert said in str(refused((HEAD + RULE).replace(old, new)))


_LINES = st.lists(
    st.sampled_from([*CRITICAL, "# Azure", "Azure.", "The intern comes from Gaspé.", "||a||", "||", ""])
)


@given(_LINES)
def test_any_week_is_read_and_its_findings_stand_inside_it(lines: list[str]):
    text = "\n\n".join(lines)
    for finding in review_week(text, PACKS, asking=True):
        assert 0 <= finding.start < finding.end <= len(text)


def test_published_notes_of_one_day_are_not_a_week_of_anything():
    assert found("We tested the form with five people.\n\nThree of them got lost on page two.") == []
    assert review("We tested the form with five people.", PACKS).findings == ()
