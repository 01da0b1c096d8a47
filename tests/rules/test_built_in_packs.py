"""Every built-in pack keeps its own promises, and none of them raises what another calls harmless."""

from datetime import date
from pathlib import Path

import pytest

from rules.calendar import as_of
from rules.finding import Level
from rules.pack import RulePack
from rules.pack_text import parse_pack
from rules.review import review
from rules.trial import try_pack

FOLDER = Path(__file__).parents[2] / "rules" / "packs"


def pack_at(path: Path) -> RulePack:
    sheets = {sheet.name: sheet.read_text("utf-8") for sheet in path.parent.glob("*.csv")}
    return parse_pack(path.read_text("utf-8"), path.name, sheets)


PACKS = {path.stem: pack_at(path) for path in sorted(FOLDER.rglob("*.toml"))}


@pytest.mark.parametrize("name", PACKS)
def test_every_example_holds_and_nothing_is_silent_or_crossed(name: str) -> None:
    trial = try_pack(PACKS[name])
    assert [str(failure) for failure in (*trial.failures, *trial.crossed, *trial.silent, *trial.caught)] == []
    assert PACKS[name].notices == ()


@pytest.mark.parametrize("name", PACKS)
def test_every_rule_speaks_the_languages_of_its_country_and_has_examples_in_each(name: str) -> None:
    english_alone = name in ("uk", "au", "us", "nz")
    for rule in PACKS[name].rules:
        for wording in (rule.title, rule.message, rule.advice):
            assert wording.en
            assert wording.fr or english_alone
        spoken = {"en"} if english_alone else {"en", "fr"}
        assert {one.language for one in rule.flags} == {one.language for one in rule.passes} == spoken
        assert len(rule.flags) >= 4 <= len(rule.passes)


def test_no_two_packs_have_a_rule_of_one_name() -> None:
    names = [rule.id for pack in PACKS.values() for rule in pack.all_rules]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("place", ["ca", "uk", "au", "us", "nz"])
def test_what_one_pack_calls_harmless_no_other_beside_it_flags(place: str) -> None:
    packs = as_of(
        [pack_at(path) for path in (*FOLDER.glob("*.toml"), *FOLDER.glob(f"{place}/*.toml"))], date.min
    )
    crossed = [
        (rule.id, finding.rule, one.text)
        for pack in packs
        for rule in pack.rules
        for one in rule.passes
        for finding in review(one.text, packs).findings
        if finding.level >= Level.WARNING
    ]
    assert crossed == []


@pytest.mark.parametrize(
    "text",
    [
        "Call me on the number you have.",
        "My mail is on the intranet page, as always.",
        "The password field needs a label.",
        "We tested 10.2.3 on the laptop at work.",
        "A candidate for the job said yes, and the party is on Friday.",
        "The minister said in the House that the report is out.",
        "Our photo of the wall of sticky notes is on the wiki.",
        "Le mot de passe doit avoir 12 caractères.",
        "La candidate a accepté le poste et la fête est vendredi.",
    ],
)
def test_everyday_sentences_are_left_alone(text: str) -> None:
    packs = as_of(tuple(PACKS.values()), date.min)
    assert [f.rule for f in review(text, packs).findings if f.level >= Level.WARNING] == []


@pytest.mark.parametrize(
    "text",
    [
        "SIN 130 692 544",
        "the key is AKIA" + "IOSFODNN7EXAMPLE",
        "mot de passe : Lilas2030",
        "carte 5555 5555 5555 4444",
    ],
)
def test_what_identifies_or_opens_is_never_repeated(text: str) -> None:
    findings = review(text, tuple(PACKS.values())).findings
    assert findings
    for finding in findings:
        assert not any(secret in repr(finding) for secret in ("692", "AKIA", "Lilas", "4444"))
