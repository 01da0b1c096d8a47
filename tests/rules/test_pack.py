"""Reading a pack, and what its author is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.finding import Level
from rules.pack import LARGEST, PackError
from rules.pack_text import parse_pack

HEAD = """id = "own"
version = "1.2.0"
title = { en = "Our rules", fr = "Nos règles" }
publisher = "Example Department"
licence = "MIT"
languages = ["en", "fr"]
requires = 1
effective = 2026-01-01
review-by = 2027-01-01
[sources.code]
title = "Our code"
url = "https://example.gc.ca/code"
checked = 2026-01-01
[lists.boats]
source = "harbour register"
checked = 2026-01-01
words = ["canoe*", "(raft/barge)"]
exact = ["Bluenose"]
"""
RULE = """[[rule]]
id = "no-boats"
title = { en = "Boats", fr = "Bateaux" }
category = "style"
level = "note"
clause = "O2"
sources = ["code#4.2"]
message = { en = "A boat.", fr = "Un bateau." }
advice = { en = "Name the need.", fr = "Nommez le besoin." }
flags.en = ["We bought a boat."]
flags.fr = ["On a pris le bateau."]
passes.en = ["We bought a car."]
passes.fr = ["On a pris le train."]
[[rule.find]]
phrases = ["boat*", "bateau*"]
"""


def refused(text: str) -> PackError:
    with pytest.raises(PackError) as caught:
        parse_pack(text, "own.toml")
    said = str(caught.value)
    assert said.startswith(f"own.toml, line {caught.value.line}")
    assert "\n" not in said
    assert said.endswith((".", "?"))
    return caught.value


def test_a_pack_holds_what_its_file_says():
    pack = parse_pack(HEAD + RULE, "own.toml")
    rule = pack.rules[0]
    assert (pack.id, pack.version, pack.review_by.isoformat()) == ("own", "1.2.0", "2027-01-01")
    assert (rule.id, rule.level, rule.category) == ("no-boats", Level.NOTE, "style")
    assert rule.message.said("fr") == "Un bateau."
    assert rule.sources[0].source("fr").clause == "4.2"
    assert pack.notices == ()


def test_windows_line_ends_and_a_byte_order_mark_are_fine():
    assert parse_pack("\ufeff" + (HEAD + RULE).replace("\n", "\r\n"), "own.toml").rules


@pytest.mark.parametrize(
    ("old", "new", "line", "key", "said"),
    [
        ('level = "note"', 'level = "loud"', 23, "rule[1].level", "note, question, warning, stop"),
        ('category = "style"', 'categry = "style"', 22, "rule[1].categry", "did you mean “category”?"),
        (
            'phrases = ["boat*",',
            'phrases = [\n"sail",\n"(boat",',
            35,
            "rule[1].find[1].phrases",
            "does not close",
        ),
        ('sources = ["code#4.2"]', 'sources = ["cod#4.2"]', 25, "rule[1].sources", "not under [sources]"),
        ('clause = "O2"\n', "", 19, "rule[1]", "“clause” is missing"),
        ('clause = "O2"', "clause = 2", 24, "rule[1].clause", "quotation marks"),
        (
            'clause = "O2"',
            'clause = "O2"\nskip = ["footnote"]',
            25,
            "rule[1].skip",
            "link-address, code, quote",
        ),
        ('clause = "O2"', 'clause = "O2"\nmask = "yes"', 25, "rule[1].mask", "true or false"),
        ("[[rule.find]]", "[[rule.find]]\nwithin = 3", 33, "rule[1].find[1].within", "needs “near”"),
        (
            "[[rule.find]]",
            '[[rule.find]]\nnear-lists = ["ships"]',
            33,
            "rule[1].find[1].near-lists",
            "not under [lists]",
        ),
        ('id = "no-boats"', 'id = "No Boats"', 20, "rule[1].id", "hyphens"),
        ("requires = 1", "requires = 9", 7, "requires", "update Clearday"),
        ("effective = 2026-01-01", 'effective = "soon"', 8, "effective", "date"),
        ('version = "1.2.0"', 'version = "new"', 2, "version", "1.2.0"),
        ("https://example.gc.ca/code", "javascript:alert(1)", 12, "sources.code.url", "https://"),
        ('languages = ["en", "fr"]', 'languages = ["de"]', 6, "languages", "en and fr"),
        ("message = {", "message = { de = 'x',", 26, "rule[1].message.de", "en, fr"),
    ],
)
def test_a_fault_is_told_with_its_line_and_key(old: str, new: str, line: int, key: str, said: str):
    assert old in HEAD + RULE
    error = refused((HEAD + RULE).replace(old, new, 1))
    assert (error.line, error.key) == (line, key)
    assert said in str(error)


def test_a_second_rule_of_one_name_is_refused():
    error = refused(HEAD + RULE + RULE)
    assert "earlier rule" in str(error)
    assert error.key == "rule[2].id"
    assert error.line == 35


def test_what_is_not_toml_is_told_with_its_line():
    assert refused(HEAD + "this is not\n").line == 19
    assert refused('id = "open').line == 1
    assert refused("a = " + "[" * 100_000).line == 1


def test_a_pack_too_large_is_refused_before_it_is_read():
    assert "split" in str(refused("#" * (LARGEST + 1)))


def test_a_pack_full_of_costly_phrases_is_refused():
    costly = '"' + " ".join(f"[a{word}]" for word in range(26)) + ' a",\n'
    rules = RULE.replace('phrases = ["boat*", "bateau*"]', f"phrases = [{costly * 399}]")
    assert "too large" in str(refused(HEAD + rules + rules.replace("no-boats", "more-boats")))


FINDS = "".join(f'[[rule.find]]\nphrases = ["boat{number}"]\n' for number in range(60))
EXCEPTIONS = (
    "unless = ["
    + ", ".join(f'"({"/".join(f"a{row}b{word}" for word in range(40))})"' for row in range(10))
    + "]\n"
)


def test_what_lets_a_whole_rule_pass_counts_once_as_it_is_looked_for_once():
    """It counted once for each thing that the rule looks for: a fourth of the words of a large pack were such."""
    rule = RULE.replace("[[rule.find]]", f"{EXCEPTIONS}[[rule.find]]")
    assert parse_pack(HEAD + rule + FINDS, "own.toml").notices == ()
    each = FINDS.replace("[[rule.find]]\n", f"[[rule.find]]\n{EXCEPTIONS}")
    assert "too large" in str(refused(HEAD + RULE + each))


@pytest.mark.parametrize(
    ("old", "said"),
    [
        ('flags.fr = ["On a pris le bateau."]\n', "no “flags” example in fr"),
        ('passes.en = ["We bought a car."]\n', "no “passes” example in en"),
    ],
)
def test_a_rule_without_examples_is_left_out_with_a_notice_and_the_others_stay(old: str, said: str):
    untested = RULE.replace(old, "").replace("no-boats", "untested")
    pack = parse_pack(HEAD + RULE + untested, "own.toml")
    assert [rule.id for rule in pack.rules] == ["no-boats"]
    assert len(pack.notices) == 1
    assert pack.notices[0].startswith("own.toml, line 34: the rule untested ")
    assert said in pack.notices[0]


def test_a_rule_in_one_language_owes_examples_in_that_one_only():
    french = RULE.replace("flags.en", "languages = ['fr']\nflags.en").replace(
        'flags.en = ["We bought a boat."]\n', ""
    )
    french = french.replace('["On a pris le bateau."]', '["Un bateau.", "Deux bateaux."]')
    french = french.replace('passes.en = ["We bought a car."]\n', "")
    french = french.replace('["On a pris le train."]', '["Un train.", "Deux trains."]')
    assert parse_pack(HEAD + french, "own.toml").notices == ()


@given(st.integers(0, len(HEAD + RULE)), st.text(max_size=12), st.integers(0, 40))
def test_a_damaged_pack_is_read_or_refused_in_one_sentence(place: int, junk: str, cut: int):
    text = HEAD + RULE
    try:
        parse_pack(text[:place] + junk + text[place + cut :], "own.toml")
    except PackError as error:
        told = error
    else:
        return
    assert str(told).startswith("own.toml, line ")
    assert 1 <= told.line <= text.count("\n") + junk.count("\n") + 2
