"""The built-in pack keeps its own promises."""

from pathlib import Path

import pytest

from rules.pack import RulePack
from rules.pack_text import parse_pack
from rules.review import review
from rules.rule import Language
from rules.trial import try_pack

TEXT = (Path(__file__).parents[2] / "rules" / "packs" / "core.toml").read_text("utf-8")


@pytest.fixture(scope="module")
def core() -> RulePack:
    return parse_pack(TEXT, "core.toml")


def test_every_example_holds_and_nothing_is_silent_or_crossed(core: RulePack):
    trial = try_pack(core)
    assert [str(failure) for failure in (*trial.failures, *trial.crossed, *trial.silent, *trial.caught)] == []
    assert core.notices == ()
    assert trial.passed > 200


def test_the_fourteen_rules_are_there_with_sources_and_both_languages(core: RulePack):
    assert len(core.rules) == 14
    for rule in core.rules:
        for wording in (rule.title, rule.message, rule.advice):
            assert wording.en
            assert wording.fr
            assert wording.en != wording.fr
        assert (
            {example.language for example in rule.flags}
            == {"en", "fr"}
            == {one.language for one in rule.passes}
        )


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("security-marking", "Notes\nＳＥＣＲＥＴ\nfin"),
        ("security-marking", "la page PROTE\u0301GE\u0301 B"),
        ("security-marking", "the PROTECTED\u00a0“B” page"),
        ("procurement-sensitive", "L’appel d’offres sort le 3 mai"),
        ("legal-privilege", "solicitor\u2011client"),
        ("cabinet-confidence", "Bonne nouvelle : LE MEMOIRE AU CABINET EST PRET"),
        ("embargoed-material", "un\u00adder em\u200bbargo"),
    ],
)
def test_disguise_and_typography_do_not_hide_a_breach(core: RulePack, rule: str, text: str):
    assert rule in {finding.rule for finding in review(text, [core]).findings}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_finding_speaks_in_plain_whole_sentences(core: RulePack, language: Language):
    for rule in core.rules:
        for text in (rule.message.said(language), rule.advice.said(language)):
            assert text.endswith(".")
            assert len(text) < 200
