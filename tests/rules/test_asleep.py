"""Rules that sleep say nothing until they are woken, and are tried on their examples all the same."""

import pytest

from rules.pack_text import parse_pack
from rules.review import review
from rules.trial import try_pack
from tests.rules.test_pack import HEAD, RULE
from tui.packs import load_packs

ASLEEP = RULE.replace("clause =", "asleep = true\nclause =")


def test_a_sleeping_rule_says_nothing_and_its_examples_hold() -> None:
    awake, asleep = parse_pack(HEAD + RULE, "own.toml"), parse_pack(HEAD + ASLEEP, "own.toml")
    assert len(review("We bought a boat.", [awake]).findings) == 1
    assert review("We bought a boat.", [asleep]).findings == ()
    assert try_pack(asleep).failures == try_pack(awake).failures == ()


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("vendor-mention", "We moved the site to Azure."),
        ("named-colleague", "Merci à Élise Gagnon pour la relecture."),
        ("official-languages", "Read https://www.canada.ca/en/guide.html first."),
    ],
)
def test_a_rule_is_woken_by_name_and_what_was_cleared_before_lapses(rule: str, text: str) -> None:
    usual, woken = load_packs(), load_packs(wake=[rule])
    assert review(text, usual.packs).findings == ()
    assert [one.rule for one in review(text, woken.packs).findings] == [rule]
    assert usual.digest != woken.digest


def test_a_link_in_each_language_is_no_link_in_one() -> None:
    packs = load_packs(wake=["official-languages"]).packs
    both = "https://www.canada.ca/en/guide.html · https://www.canada.ca/fr/guide.html"
    assert review(both, packs).findings == ()
    assert review("https://www.canada.ca/en/a.html, https://www.canada.ca/en/b.html", packs).findings != ()
