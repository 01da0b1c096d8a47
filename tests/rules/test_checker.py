"""Reading a text piece by piece: only what changed is read again, and the places stay right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.checker import Checker
from rules.identifiers.catalogue import DETECTORS
from rules.identifiers.traits import worth_running
from rules.pack import RulePack
from rules.reading import read
from rules.review import review
from rules.signs.catalogue import SIGNS, signs_in
from rules.tokens import tokenise
from tests.rules.test_review import pack_with
from tui.packs import load_packs

HERRING = pack_with('phrases = ["red herring"]')
BUILT_IN = load_packs().packs
PARAGRAPHS = [f"Paragraph {word} says a red herring swims by, and then it ends." for word in "abcdefghij"]


def places(checker: Checker, text: str) -> list[str]:
    return [text[one.start : one.end] for one in checker.met(text, asking=False)]


def test_editing_one_paragraph_reads_that_paragraph_alone():
    checker = Checker([HERRING])
    assert places(checker, "\n\n".join(PARAGRAPHS)) == ["red herring"] * 10
    before = checker.read_anew
    edited = [*PARAGRAPHS]
    edited[4] = "Now it says something longer: another red herring, and one more red herring, swim by."
    assert places(checker, "\n\n".join(edited)) == ["red herring"] * 11
    assert checker.read_anew - before == 1


def test_a_line_added_above_reads_that_line_alone():
    checker = Checker([HERRING])
    places(checker, "\n\n".join(PARAGRAPHS))
    before = checker.read_anew
    assert places(checker, "\n\n".join(["A new beginning, before all that was there already.", *PARAGRAPHS]))
    assert checker.read_anew - before == 1


def test_paragraphs_of_a_text_that_was_read_are_passed_over_in_another():
    edited = [
        *PARAGRAPHS[:4],
        "Here a longer one: another red herring swims by, and then it ends.",
        *PARAGRAPHS[5:],
    ]
    read, other = "\n\n".join(PARAGRAPHS), "\n\n".join(edited)
    found = list(Checker([HERRING]).met(other, asking=False, beside=read))
    assert [one.start for one in found] == [other.index("another red") + len("another ")]
    assert list(Checker([HERRING]).met(read, asking=True, beside=read)) == []


def test_what_is_asked_once_is_asked_once_in_the_whole_text():
    text = "\n\n".join(["The Minister visited the branch office on Tuesday afternoon."] * 5)
    asked = [finding.rule for finding in review(text, BUILT_IN, asking=True).findings]
    assert len(asked) == len(set(asked)) > 0


def test_other_packs_see_a_text_with_their_own_eyes():
    text = "A red herring, and a blue one."
    other = pack_with('phrases = ["blue one"]')
    assert [found.match for found in review(text, [HERRING]).findings] == ["red herring"]
    assert [found.match for found in review(text, [other]).findings] == ["blue one"]
    assert len(review(text, [HERRING, other]).findings) == 2


def alone(text: str, packs: tuple[RulePack, ...]) -> list[tuple[str, str]]:
    return [(found.rule, found.match) for found in review(text, packs).findings]


SAID = [example.text for pack in BUILT_IN for rule in pack.rules for example in (*rule.flags, *rule.passes)]


@given(st.lists(st.sampled_from(SAID), min_size=2, max_size=5))
def test_a_text_of_many_paragraphs_is_read_like_its_paragraphs(said: list[str]):
    ended = [f"{one.rstrip('.!? ')}." for one in said]
    apart = [found for one in ended for found in alone(one, BUILT_IN)]
    assert sorted(alone("\n\n".join(ended), BUILT_IN)) == sorted(apart)


_PIECES = [
    *"0123456789 -./:@#=\n",
    *(
        "AB",
        "sin ",
        "password ",
        "is ",
        "hunter2",
        "GB",
        "rue ",
        "Main St",
        "10.",
        "https://",
        "a:b@c",
        "gmail.com",
    ),
    *(
        "ghp_",
        "A" * 36,
        "sk_live_a1b2c3d4e5",
        "Authorization: Token ",
        "a1b2c3d4e5f6",
        "!",
        "-fish",
        "-----BEGIN PRIVATE KEY-----",
        "born ",
        "\\\\a\\b",
        ".prv",
        "intranet.",
        "admin/",
    ),
    *("https://h", "ost/", "u.v@", "licence ", "client no ", "né le ", "d.o.b ", "19/11/2001", "A1234-", "+"),
    *("clé d'API ", "mot de passe ", "PRI ", "passport ", "xoxb-", "0123456789"),
]


@given(st.lists(st.sampled_from(_PIECES), max_size=12))
def test_a_detector_that_is_not_worth_running_would_find_nothing(parts: list[str]):
    text = "".join(parts)
    able = worth_running(text, tokenise(text).words, DETECTORS)
    assert [name for name, detect in DETECTORS.items() if name not in able and list(detect(text))] == []


def test_every_example_of_an_identifier_is_worth_running_its_detector():
    for text in SAID:
        able = worth_running(text, tokenise(text).words, DETECTORS)
        assert [name for name, detect in DETECTORS.items() if name not in able and list(detect(text))] == []


@pytest.mark.parametrize(
    "text", ["The lock box is 4321.", "Log in as jdoe, Larch52.", "It opens with Larch#52."]
)
def test_a_password_told_in_two_words_is_looked_for_whatever_else_is_said(text: str):
    assert "spoken-password" in worth_running(text, tokenise(text).words, DETECTORS)


def test_an_account_alone_or_a_door_that_opens_is_no_password():
    for text in ("A user told us in 2019.", "It opens in 2019.", "Test 12: the form."):
        assert "spoken-password" not in worth_running(text, tokenise(text).words, DETECTORS)


def test_a_year_and_a_link_ask_for_few_detectors():
    text = "In 2019 we wrote https://www.canada.ca/en/page.html for everybody."
    assert worth_running(text, tokenise(text).words, DETECTORS) == {"secret-key"}


_FORMS = [
    *(
        "![",
        "](a.png)",
        "#openwork",
        "#",
        "\u2600\u2600\u2600\u2600",
        "“" + "a word " * 60 + "”",
        "@JaneDoeMP ",
        " ",
    ),
    *(
        "Thanks to ",
        "Mary Ann",
        "merci à ",
        "Met WITH\n",
        "discuté avec ",
        "https://www.canada.ca/en/a ",
        "\n",
    ),
    *("ALL OF IT IN CAPITALS AND LONG\n", "é", "SHOUT "),
]


@given(st.lists(st.sampled_from(_FORMS), max_size=8))
def test_a_sign_that_could_not_be_there_is_not(parts: list[str]):
    text = "".join(parts)
    able = signs_in(text)
    assert [name for name, detect in SIGNS.items() if name not in able and list(detect(text))] == []


def test_a_sentence_without_company_says_nothing_of_the_next_one():
    pack = pack_with('phrases = ["herring"]\nnear = ["red"]\nunless = ["fresh"]')
    text = "A herring and a herring. A red herring and a herring. A fresh red herring, a herring. A herring is red."
    assert len(list(Checker([pack]).met(text, asking=False))) == 2


def test_sentences_are_cut_only_where_a_phrase_has_company_somewhere():
    matcher = pack_with('phrases = ["herring"]\nnear = ["red ... fish"]').matcher
    alone, accompanied = read("A herring, and a red one."), read("A herring, and a red little fish.")
    assert [len(list(matcher.hits(reading))) for reading in (alone, accompanied)] == [0, 1]
    assert ["sentences" in vars(reading) for reading in (alone, accompanied)] == [False, True]


def test_a_long_text_whose_words_are_no_company_is_not_cut_into_sentences():
    matcher = pack_with('phrases = ["herring"]\nnear = ["red ... fish", "redd*"]').matcher
    for said, cut in (("A herring. " * 2000, False), ("A herring. " * 2000 + "Reddest.", True)):
        reading = read(said)
        assert [len(list(matcher.hits(reading))), "sentences" in vars(reading)] == [0, cut]


def test_a_long_text_is_not_looked_through_for_every_company():
    pack = pack_with('phrases = ["herring"]\nnear = ["red"]')
    words = "blue " * 3000
    text = f"{words}. A red herring. {words}"
    assert len(list(Checker([pack]).met(text, asking=False))) == 1


@given(
    st.lists(st.sampled_from(["A herring.", "Red herring.", "and", "red", "fresh", "\n\n", "herring.", "- "]))
)
def test_a_phrase_is_met_only_with_the_company_of_its_own_sentence(parts: list[str]):
    text = " ".join(parts)
    pack = pack_with('phrases = ["herring"]\nnear = ["red"]\nunless = ["fresh"]')
    reading = read(text)
    meant = [
        window
        for window in reading.sentences
        for said in [reading.tokens.words[slice(*window)]]
        if {"herring", "red"} <= set(said) and "fresh" not in said
    ]
    met = {reading.place(one.start, one.end)[1] for one in Checker([pack]).met(text, asking=False)}
    assert met == set(meant)
