"""A pack that extends another: what it takes on, what it may change, and what it may not."""

import pytest

from rules.finding import Level
from rules.inheritance import inherit
from rules.pack import PackError, RulePack
from rules.pack_text import parse_pack
from rules.review import review
from rules.trial import try_pack
from tests.rules.test_pack import HEAD, RULE

STOP = (
    RULE.replace("no-boats", "no-trams")
    .replace('"note"', '"stop"')
    .replace("boat", "tram")
    .replace("bateau", "wagon")
)
BASE = parse_pack(HEAD.replace('"own"', '"base"') + RULE + STOP, "base.toml")


def extending(top: str = "", tail: str = "") -> RulePack:
    head = HEAD.replace("requires = 1", f'requires = 1\nextends = "base"\n{top}')
    return inherit(parse_pack(head + tail, "own.toml"), BASE)


def change(body: str, rule: str = "no-boats") -> str:
    return f'[[change]]\nrule = "{rule}"\n{body}\n'


def found(text: str, pack: RulePack) -> list[tuple[str, Level]]:
    return [(finding.rule, finding.level) for finding in review(text, [pack]).findings]


def test_it_takes_on_every_rule_and_has_its_own() -> None:
    own = RULE.replace("no-boats", "no-cars").replace("boat", "lorry").replace("bateau", "camion")
    pack = extending(tail=own)
    assert [rule.id for rule in pack.rules] == ["no-boats", "no-trams", "no-cars"]
    assert found("A boat, a tram, a lorry.", pack) == [
        ("no-boats", Level.NOTE),
        ("no-trams", Level.STOP),
        ("no-cars", Level.NOTE),
    ]


def test_a_level_may_rise_and_advice_may_differ() -> None:
    tail = change('level = "stop"\nadvice = { en = "Ask the harbour.", fr = "Demandez au port." }')
    [finding] = review("A boat.", [extending(tail=tail)], "fr").findings
    assert (finding.level, finding.advice) == (Level.STOP, "Demandez au port.")


def test_what_is_added_is_found_and_what_is_let_pass_passes() -> None:
    tail = change(
        'unless = ["toy"]\npasses.en = ["A toy boat."]\nflags.en = ["A canoe."]\n[[change.find]]\nphrases = ["canoe"]'
    )
    pack = extending(tail=tail)
    assert found("A canoe.", pack) == [("no-boats", Level.NOTE)]
    assert found("A toy boat.", pack) == []
    trial = try_pack(pack)
    assert (trial.failures, trial.crossed, trial.silent) == ((), (), ())


def test_a_phrase_is_taken_out_with_the_examples_that_needed_it() -> None:
    pack = extending(tail=change('remove = ["bateau*"]'))
    assert found("Un bateau. A boat.", pack) == [("no-boats", Level.NOTE)]
    assert [one.text for one in pack.rules[0].flags] == ["We bought a boat."]


def test_a_rule_that_is_not_wanted_is_gone() -> None:
    assert found("A boat.", extending('without = ["no-boats"]')) == []


@pytest.mark.parametrize(
    ("top", "tail", "says"),
    [
        ('without = ["no-trams"]', "", "a stop of base"),
        ('without = ["no-boat"]', "", "did you mean no-boats"),
        ("", change('level = "warning"', "no-trams"), "stricter, not milder"),
        ("", change('unless = ["toy"]\npasses.en = ["A toy."]', "no-trams"), "stricter, not milder"),
        ("", change('remove = ["tram*"]', "no-trams"), "stricter, not milder"),
        ("", change('remove = ["sub"]'), "does not look for"),
        ("", change('level = "note"', "nothing"), "has no rule nothing"),
        ("", change('[[change.find]]\nphrases = ["canoe"]'), "flags"),
        ("", change('unless = ["toy"]'), "passes"),
        ("", RULE, "has a rule no-boats already"),
    ],
)
def test_what_it_may_not_do_is_said_with_its_line(top: str, tail: str, says: str) -> None:
    with pytest.raises(PackError, match=says) as refused:
        extending(top, tail)
    assert refused.value.line > 1
    assert str(refused.value).startswith("own.toml, line ")


@pytest.mark.parametrize("key", ['without = ["no-boats"]', '[[change]]\nrule = "no-boats"'])
def test_a_pack_that_extends_nothing_changes_nothing(key: str) -> None:
    place = HEAD.replace("requires = 1", f"requires = 1\n{key}") if "[[" not in key else HEAD + key
    with pytest.raises(PackError, match="extends"):
        parse_pack(place, "own.toml")
