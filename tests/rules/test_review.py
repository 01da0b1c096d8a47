"""What a check says about a text."""

import json
from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.finding import Level
from rules.folding import fold
from rules.pack import RulePack
from rules.pack_text import parse_pack
from rules.review import MOST_FINDINGS, review
from tests.rules.test_pack import HEAD, RULE


def pack_with(find: str, extra: str = "", level: str = "warning", name: str = "planted") -> RulePack:
    rule = RULE.replace('phrases = ["boat*", "bateau*"]', find).replace("clause =", f"{extra}\nclause =")
    return parse_pack(HEAD + rule.replace('"note"', f'"{level}"').replace("no-boats", name), "own.toml")


def seen(text: str, find: str, extra: str = "") -> list[str]:
    return [text[finding.start : finding.end] for finding in review(text, [pack_with(find, extra)]).findings]


PLANTED = pack_with('phrases = ["red herring"]')
_ODD = st.text(
    alphabet=st.sampled_from("abz é\u0301İßﬁ👩🏽\u200d\r\n.,-—'’« »\u200b\u202e\ud800Жα0"), max_size=30
)


@given(
    _ODD,
    st.sampled_from(
        ["red herring", "RED-HERRING", "réd\u00a0he\u0301rring", "r\u200bed herrıng", "rеd hеrring"]
    ),
    _ODD,
)
def test_a_planted_phrase_is_found_at_its_place_whatever_stands_around(before: str, phrase: str, after: str):
    text = f"{before}\n\n{phrase}\n\n{after}"
    findings = review(text, [PLANTED]).findings
    assert any(
        len(before) + 2 <= finding.start and finding.end <= len(text) - len(after) - 2 for finding in findings
    )
    for finding in findings:
        words = fold(text[finding.start : finding.end]).text.casefold()
        assert words.replace("-", " ").split() == ["red", "herring"]


@given(st.text())
def test_any_text_is_reviewed_and_its_findings_can_be_written_as_json(text: str):
    result = review(text + " red herring", [PLANTED])
    for finding in result.findings:
        assert 0 <= finding.start < finding.end <= len(text) + 12
    json.dumps([asdict(finding) for finding in result.findings]).encode("utf-8")


def test_a_finding_says_who_what_where_and_why_in_the_language_asked():
    text = "Une note 👩🏽‍💻 : bateau bleu"
    (finding,) = review(text, [parse_pack(HEAD + RULE, "own.toml")], "fr").findings
    assert (finding.rule, finding.by, finding.category, finding.level) == (
        "no-boats",
        "rule",
        "style",
        Level.NOTE,
    )
    assert text[finding.start : finding.end] == finding.match == "bateau"
    assert (finding.message, finding.advice) == ("Un bateau.", "Nommez le besoin.")
    assert finding.source.clause == "4.2"


def test_the_review_names_the_packs_asked_and_gives_the_verdict():
    result = review("red herring", [PLANTED])
    assert result.packs == (("own", "1.2.0"),)
    assert result.verdict == "held"
    assert review("nothing", [PLANTED]).verdict == "clear"
    assert review("red herring", []).verdict == "clear"


def test_a_phrase_does_not_cross_a_sentence_but_crosses_a_wrapped_line():
    find = 'phrases = ["red herring"]'
    assert seen("It was red. Herring swim.", find) == []
    assert seen("- red\n- herring", find) == []
    assert seen("It was a red\nherring indeed", find) == ["red\nherring"]


def test_company_must_be_near_and_apart():
    find = 'phrases = ["launch*"]\nnear = ["next week", "launch pad"]\nwithin = 3'
    assert seen("It launches in Halifax next week", find) == ["launches in Halifax next week"]
    assert seen("Next week, at last, we launch", find) == ["Next week, at last, we launch"]
    assert seen("It launches from one two three next week", find) == []
    assert seen("The launch pad is wet", find) == []
    assert seen("It launches. Next week is free", find) == []


def test_company_may_come_from_a_list_with_its_capitals():
    find = 'phrases = ["buy"]\nnear-lists = ["boats"]'
    assert seen("buy a canoe", find) == ["buy a canoe"]
    assert seen("buy the Bluenose", find) == ["buy the Bluenose"]
    assert seen("buy the bluenose", find) == []


def test_an_exception_lets_its_sentence_pass_and_no_other():
    find = 'phrases = ["red herring"]\nunless = ["recipe*"]'
    assert seen("A recipe for red herring. The red herring again.", find) == ["red herring"]


def test_an_exception_may_stand_in_the_sentence_before_or_after_where_the_rule_says_so():
    find, extra = 'phrases = ["red herring"]\nunless = ["recipe*"]', "neighbours = true"
    assert seen("Red herring. It was a recipe.", find) == ["Red herring"]
    assert seen("Red herring. It was a recipe.", find, extra) == []
    assert seen("A recipe. Red herring.", find, extra) == []
    assert seen("A recipe. Then lunch. Red herring.", find, extra) == ["Red herring"]
    assert seen("- A recipe.\n- Red herring.\n\nA recipe.", find, extra) == ["Red herring"]


def test_an_exception_that_rules_share_may_stand_beside_whatever_the_rule_says():
    find, extra = 'phrases = ["red herring"]\nunless = ["recipe*"]', 'unless-lists = ["boats"]'
    assert seen("Red herring in a canoe.", find, extra) == []
    assert seen("Red herring. It stood on the Bluenose.", find, extra) == []
    assert seen("A barge. Red herring.", find, extra) == []
    assert seen("A barge. Then lunch. Red herring.", find, extra) == ["Red herring"]
    assert seen("Red herring. It was a recipe.", find, extra) == ["Red herring"]


def test_company_may_stand_beside_too_unless_its_distance_is_told():
    find, extra = 'phrases = ["launch*"]\nnear = ["next week"]', "neighbours = true"
    assert seen("It launches. Next week is free.", find) == []
    assert seen("It launches. Next week is free.", find, extra) == ["launches. Next week"]
    assert seen("It launches. Next week is free.", find + "\nwithin = 3", extra) == []


def test_a_public_link_in_the_sentence_lets_it_pass_and_an_internal_one_does_not():
    find, extra = 'phrases = ["red herring"]', "unless-link = true"
    assert seen("Red herring: https://www.canada.ca/x", find, extra) == []
    assert seen("Red herring. https://www.canada.ca/x", find, extra) == []
    assert seen("Red herring: https://wiki.corp/x", find, extra) == ["Red herring"]
    assert seen("Red herring: https://www.canada.ca/x\n- red herring", find, extra) == ["red herring"]


@pytest.mark.parametrize(
    ("skip", "found"),
    [("", 3), ("skip = []", 4), ('skip = ["code"]', 3), ('skip = ["link-address", "code", "quote"]', 1)],
)
def test_words_in_skipped_regions_do_not_count(skip: str, found: int):
    text = "red herring\n\n`red herring`\n\n> red herring\n\nhttps://a.ca/red-herring"
    assert len(seen(text, 'phrases = ["red herring"]', skip)) == found


@pytest.mark.parametrize(
    "text",
    [
        "SECRET",
        "a\n  **SECRET**  \nb",
        "[SECRET]\r\n",
        "# SECRET",
        "the SECRET//CEO thing",
        "SECRET - BUDGET",
        "S\u0415CRET // X",
    ],
)
def test_a_banner_is_seen_by_its_shape(text: str):
    assert len(seen(text, 'banner = ["SECRET"]')) == 1


@pytest.mark.parametrize(
    "text",
    ["no SECRET here", "SECRET garden", "secret", "SECRET - and more", "SECRET!", "Secret\n", "SECRET-ish"],
)
def test_a_word_in_capitals_is_not_a_banner(text: str):
    assert seen(text, 'banner = ["SECRET"]') == []


def test_a_portion_mark_is_seen_by_its_shape():
    assert seen("(S//NF) one; (S) two; s//nf; S // x", 'portion = ["S"]') == ["S"]


def test_passages_of_one_rule_that_overlap_are_one_finding():
    assert seen("a red herring bone", 'phrases = ["red herring", "herring bone", "red"]') == [
        "red herring bone"
    ]


def test_a_masked_rule_never_repeats_its_passage():
    (finding,) = review("a red herring", [pack_with('phrases = ["red herring"]', "mask = true")]).findings
    assert finding.match == "•••• (11 characters)"
    assert (finding.start, finding.end) == (2, 13)


def test_the_heaviest_findings_outlast_many_light_ones_and_stay_in_reading_order():
    note = pack_with('phrases = ["red herring"]', level="note", name="light")
    stop = pack_with('phrases = ["whale"]', level="stop", name="heavy")
    result = review("red herring. " * 300 + "whale", [note, stop])
    assert len(result.findings) == MOST_FINDINGS
    assert result.findings[-1].rule == "heavy"
    assert result.verdict == "stopped"
    assert [finding.start for finding in result.findings] == sorted(
        finding.start for finding in result.findings
    )


def test_at_one_place_the_heavier_finding_comes_first():
    packs = [
        pack_with('phrases = ["whale"]', level=level, name=level) for level in ("note", "stop", "question")
    ]
    assert [finding.level.word for finding in review("whale", packs).findings] == ["stop", "question", "note"]


@pytest.mark.parametrize(
    "unit", ["red herring ", "red ", "launch next week ", "x", "é", "\u0301", "1 2 ", "SECRET "]
)
def test_a_large_paste_is_read_to_its_end(unit: str):
    find = 'phrases = ["red herring", "red ... ... [red] [red] whale", "launch*", "the end"]'
    text = unit * (200_000 // len(unit)) + "\n\nthe end"
    findings = review(text, [pack_with(find)]).findings
    assert len(findings) == 200 or findings[-1].match == "the end"
