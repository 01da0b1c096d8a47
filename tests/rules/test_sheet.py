"""Sheets beside a pack: lists that an office keeps in a spreadsheet, each row with its source and date."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.pack import PackError, sheets_named
from rules.pack_text import parse_pack
from rules.review import review
from rules.sheet_days import turning_days
from tests.rules.test_pack import HEAD, RULE

LISTED = (
    HEAD
    + '[lists.names]\nfile = "names.csv"\n'
    + RULE.replace(
        'phrases = ["boat*", "bateau*"]', 'phrases = ["boat*", "bateau*"]\naccount-lists = ["names"]'
    )
    + '[[rule.find]]\nphrases = ["sail*", "voile*"]\nnear-lists = ["names"]\n'
)
SHEET = """entity,words,exact,handles,hashtags,sites,first,last,source,checked
Heron,wide heron;grand héron,HERON,@heron_hq;heron2,#GoHeron,heron.example,,,our list,2026-11-27
Crane,,CRANE,,,,2027-01-01,2027-12-31,our list,2026-11-27
"""


def found(text: str, today: date | None = None) -> list[str]:
    pack = parse_pack(LISTED, "own.toml", {"names.csv": SHEET}, today)
    return [one.match for one in review(text, [pack]).findings]


def refused(sheet: str, text: str = LISTED) -> PackError:
    with pytest.raises(PackError) as caught:
        parse_pack(text, "own.toml", {"names.csv": sheet})
    return caught.value


def test_a_list_in_a_sheet_has_words_and_accounts():
    assert found("ask @Heron_HQ, or #goheron") == ["@Heron_HQ", "#goheron"]
    assert found("see Join.heron.example, not my-heron.example") == ["Join.heron.example"]
    assert found("the sails of the wide heron") == ["sails of the wide heron"]
    assert found("Les voiles du grand heron") == ["voiles du grand heron"]
    assert found("a sail on the heron") == []


def test_a_sheet_turns_where_a_row_begins_and_the_day_after_it_ends():
    assert turning_days(SHEET) == {date(2027, 1, 1), date(2028, 1, 1)}
    assert turning_days("entity,words\nfirst,last\n") == set()
    assert turning_days("title-en,first,last\nElection,2025-03-23,2025-04-28\n") == set()


@pytest.mark.parametrize("row", ["soon,", "2026-13-01,", "2026-11-27", '"', "2026-11-27,9999-12-31"])
def test_a_row_that_cannot_be_read_turns_nothing(row: str):
    assert turning_days(f"first,last\n2026-11-20,\n{row}\n") == {date(2026, 11, 20)}


def test_a_row_holds_on_its_days():
    assert found("the sails of CRANE", date(2026, 11, 27)) == []
    assert found("the sails of CRANE", date(2027, 1, 1)) == ["sails of CRANE"]
    assert found("the sails of CRANE", date(2028, 1, 1)) == []


ONE_ROW = (
    "entity,words,handles,first,last,source,checked\n"
    "Heron,wide heron,heron_hq,2026-01-01,2026-12-31,our list,2026-11-27\n"
)


@pytest.mark.parametrize(
    ("day", "when"), [(date(2027, 1, 1), "after 2026-12-31"), (date(2025, 5, 1), "before 2026-01-01")]
)
def test_a_pack_whose_only_row_is_out_of_date_loads_and_says_so(day: date, when: str):
    """It was refused: a list without a row was taken for a list without words."""
    pack = parse_pack(LISTED, "own.toml", {"names.csv": ONE_ROW}, day)
    line = LISTED[: LISTED.index("[lists.names]")].count("\n") + 1
    said = f"no row of the list names counts {when}; what looks for them rests until one does"
    assert pack.notices == (f"own.toml, line {line}: {said}.",)
    met = [
        one.match for one in review("a boat and @heron_hq, and the sails of the wide heron", [pack]).findings
    ]
    assert met == ["boat"]


def test_what_asks_for_company_from_such_a_list_meets_nothing_rather_than_everything():
    text = LISTED.replace('near-lists = ["names"]', 'near-lists = ["names"]\nwithin = 3')
    for listed in (LISTED, text):
        pack = parse_pack(listed, "own.toml", {"names.csv": ONE_ROW}, date(2027, 1, 1))
        assert review("The sails are up.", [pack]).findings == ()


def test_company_from_a_list_without_words_is_refused():
    problem = refused("entity,handles,source,checked\nHeron,heron_hq,our list,2026-11-27\n")
    assert "near-lists" in str(problem)
    assert "words" in str(problem)


def test_a_pack_names_its_sheets_and_no_other_file():
    assert sheets_named(LISTED) == ["names.csv"]
    assert sheets_named('file = "../names.csv"\nfile = "/etc/passwd"\nfile = "a/b.csv"') == []
    assert sheets_named("# file = 'a.csv'\nprofile = 'b.csv'\n\n  file='c.csv'\r\n") == ["c.csv"]


def test_a_pack_of_empty_lines_is_looked_through_in_no_time():
    """For each of its lines all that follow were looked at."""
    assert sheets_named("\n" * 1_000_000) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("our list,2026-11-27\nCrane", ",2026-11-27\nCrane", "names.csv, line 2, column source"),
        ("2026-11-27\nCrane", "yesterday\nCrane", "names.csv, line 2, column checked"),
        ("wide heron;", "(wide;", "names.csv, line 2, column words"),
        ("@heron_hq", "@heron hq", "names.csv, line 2, column handles"),
        (",heron.example", ",https://heron.example/", "names.csv, line 2, column sites"),
        (",source,", ",origin,", "column “source”"),
        ("Crane,", "Crane", "line 3"),
        ("Heron,wide", '"Heron,wide', "this is not CSV"),
        ("entity,", "entity,entity,", "one twice"),
    ],
)
def test_what_is_wrong_in_a_sheet_is_said_with_its_line(old: str, new: str, said: str):
    problem = str(refused(SHEET.replace(old, new, 1)))
    assert said in problem
    assert problem.startswith("own.toml, line ")


def test_a_sheet_that_is_not_there_is_said():
    with pytest.raises(PackError, match="no CSV file beside this pack"):
        parse_pack(LISTED, "own.toml")


@given(st.text(alphabet='ab,;"\n\r\ufeff@#'))
def test_any_sheet_is_read_or_refused(text: str):
    refused(text)
    with suppress(PackError):
        parse_pack(LISTED, "own.toml", {"names.csv": SHEET + text})
