"""A pack tried on its own examples."""

from rules.pack_text import parse_pack
from rules.trial import tried, try_pack
from tests.rules.test_pack import HEAD, RULE

CARS = RULE.replace("no-boats", "no-cars").replace('"boat*", "bateau*"', '"car", "voiture"')
CARS = CARS.replace("bought a boat", "bought a car today").replace("le bateau", "la voiture")
CARS = CARS.replace("bought a car.", "bought a house.")


def test_a_sound_pack_passes_every_example():
    trial = try_pack(parse_pack(HEAD + RULE, "own.toml"))
    assert (trial.passed, trial.failures, trial.crossed, trial.silent, trial.caught) == (4, (), (), (), ())


def test_an_example_that_its_rule_misses_is_named_with_its_line():
    text = HEAD + RULE.replace("We bought a boat", "We bought a ship")
    (failure,) = try_pack(parse_pack(text, "own.toml")).failures
    assert (failure.rule, failure.example, failure.line) == ("no-boats", "We bought a ship.", 28)
    assert "should find something" in str(failure)


def test_a_harmless_example_that_is_flagged_is_named():
    text = HEAD + RULE.replace("We bought a car", "We rowed a boat")
    (failure,) = try_pack(parse_pack(text, "own.toml")).failures
    assert (failure.line, failure.expected) == (30, "should find nothing in")


def test_a_rule_that_fails_is_left_out_and_the_others_stay():
    pack = tried(parse_pack(HEAD + RULE.replace("a boat", "a ship") + CARS, "own.toml"))
    assert [rule.id for rule in pack.rules] == ["no-cars"]
    assert len(pack.notices) == 1
    assert "no-boats" in pack.notices[0]
    assert "line 28" in pack.notices[0]


def test_a_sound_pack_comes_back_as_it_is():
    pack = parse_pack(HEAD + RULE, "own.toml")
    assert tried(pack) is pack


def test_what_one_rule_passes_is_tried_on_the_others():
    trial = try_pack(parse_pack(HEAD + RULE + CARS, "own.toml"))
    assert [(crossed.rule, crossed.example) for crossed in trial.crossed] == [("no-cars", "We bought a car.")]
    assert trial.failures == ()


def test_a_clause_that_no_example_meets_is_reported():
    text = HEAD + RULE + '[[rule.find]]\nphrases = ["submarine"]\n'
    (silent,) = try_pack(parse_pack(text, "own.toml")).silent
    assert (silent.rule, silent.line) == ("no-boats", 34)


def test_a_known_miss_that_is_found_now_is_reported_and_a_real_one_is_not():
    text = HEAD + RULE.replace("passes.en", 'known-misses.en = ["A boat!", "A vessel."]\npasses.en')
    assert [caught.example for caught in try_pack(parse_pack(text, "own.toml")).caught] == ["A boat!"]
