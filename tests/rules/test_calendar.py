"""Calendars: what weighs more before an election, by the date."""

from datetime import date

import pytest

from rules.calendar import as_of, current
from rules.finding import Level
from rules.pack_text import parse_pack
from rules.review import review
from tests.rules.test_pack import HEAD, RULE, refused
from tui.packs import load_packs

PERIOD = """[calendars.regatta]
raises = ["no-boats"]
[[calendars.regatta.period]]
title = { en = "Regatta", fr = "Régate" }
first = 2026-07-01
last = 2026-07-14
source = "https://example.gc.ca/regatta"
checked = 2026-01-01
"""
PACK = parse_pack(HEAD + PERIOD + RULE, "own.toml")
BEFORE, DURING, LAST, AFTER = (date(2026, *day) for day in ((6, 30), (7, 1), (7, 14), (7, 15)))


def levels(today: date) -> list[Level]:
    return [one.level for one in review("We bought a boat.", as_of([PACK], today)).findings]


def test_a_rule_weighs_one_level_more_from_the_first_day_to_the_last():
    assert levels(BEFORE) == levels(AFTER) == [Level.NOTE]
    assert levels(DURING) == levels(LAST) == [Level.QUESTION]


def test_a_stop_stays_a_stop():
    stop = parse_pack((HEAD + PERIOD + RULE).replace('level = "note"', 'level = "stop"'), "own.toml")
    assert as_of([stop], DURING)[0].rules[0].level is Level.STOP


def test_a_rule_for_the_period_speaks_only_in_it():
    only = parse_pack((HEAD + PERIOD + RULE).replace("clause =", 'only-in = "regatta"\nclause ='), "own.toml")
    assert review("A boat.", as_of([only], BEFORE)).findings == ()
    assert len(review("A boat.", as_of([only], DURING)).findings) == 1


def test_the_period_of_now_is_known_with_its_source():
    [(calendar, period)] = current([PACK], DURING)
    assert (calendar.id, period.source) == ("regatta", "https://example.gc.ca/regatta")


def test_packs_that_a_day_does_not_change_stay_the_same():
    assert as_of([PACK], BEFORE)[0] is PACK


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("last = 2026-07-14", "last = 2026-06-14", "ends before it begins"),
        ("checked = 2026-01-01\n[[rule]]", "[[rule]]", "checked"),
        ("[[calendars.regatta.period]]", "[[calendars.regatta.periods]]", "periods"),
    ],
)
def test_what_is_wrong_with_a_calendar_is_said(old: str, new: str, said: str):
    assert said in str(refused((HEAD + PERIOD + RULE).replace(old, new)))


def test_the_caretaker_period_of_australia_is_known_by_its_days():
    talk = "The Greens would have fixed this in a week."
    for day, level in (
        (date(2025, 3, 27), Level.WARNING),
        (date(2025, 3, 28), Level.STOP),
        (date(2025, 5, 3), Level.STOP),
        (date(2025, 5, 4), Level.WARNING),
        (date(2026, 11, 27), Level.WARNING),
    ):
        assert [one.level for one in review(talk, load_packs((), "au", today=day).packs).findings] == [level]


def test_an_election_raises_what_is_said_of_parties_and_asks_about_news():
    usual, election = (load_packs((), "ca", today=day) for day in (date(2025, 3, 22), date(2025, 3, 23)))
    talk = "The Conservatives would have fixed this in a week."
    assert usual.digest != election.digest
    assert [one.level for one in review(talk, usual.packs).findings] == [Level.WARNING]
    assert [one.level for one in review(talk, election.packs).findings] == [Level.STOP]
    news = "The Minister visits our office."
    assert "election-period" not in [one.rule for one in review(news, usual.packs).findings]
    assert "election-period" in [one.rule for one in review(news, election.packs).findings]
