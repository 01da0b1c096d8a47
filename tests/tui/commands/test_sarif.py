"""Findings as SARIF 2.1.0: what an editor needs to underline them."""

import json
from argparse import Namespace
from pathlib import Path
from urllib.parse import unquote, urlsplit

from jsonschema import Draft4Validator

from tests.conftest import Run
from tui.commands.check import _checked
from tui.opening import open_desk


def test_a_result_has_its_place_in_lines_and_columns_and_in_code_points(
    clearday: Run, tmp_path: Path
) -> None:
    text = "Une note 👩🏽‍💻.\n\nIt now says PROTECTED\nB for now."
    path = tmp_path / "ma note, é.md"
    path.write_text(text, "utf-8")
    ran = clearday("check", str(path), "--format", "sarif")
    [run] = json.loads(ran.out)["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    [result] = [one for one in run["results"] if one["ruleId"] == "security-marking"]
    [location] = result["locations"]
    region = location["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endLine"], region["endColumn"]) == (
        3,
        13,
        4,
        2,
    )
    start = region["charOffset"]
    assert text[start : start + region["charLength"]] == "PROTECTED\nB"
    uri = location["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.endswith("ma%20note%2C%20%C3%A9.md")
    assert {"ruleId", "level", "message", "locations"} <= set(result)
    assert result["level"] in ("none", "note", "warning", "error")
    described = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert described["security-marking"]["helpUri"].startswith("https://")


SCHEMA = json.loads((Path(__file__).parents[2] / "data" / "sarif-2.1.0-rtm.5.json").read_text("utf-8"))
"""The schema knows every object of the standard and allows no property that it does not know."""


def test_a_report_has_what_the_standard_needs_and_nothing_it_does_not_know(
    clearday: Run, tmp_path: Path
) -> None:
    held, clear = tmp_path / "tenu, à part.md", tmp_path / "clear.md"
    held.write_text("Highly recommend Deloitte.\n\nSECRET//CEO and #opengovernment\n", "utf-8")
    clear.write_text("Forms.\n", "utf-8")
    ran = clearday("check", str(held), str(clear), "--format", "sarif", "--questions")
    log = json.loads(ran.out)
    Draft4Validator(SCHEMA).validate(log)
    [run] = log["runs"]
    rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    assert len(rules) == len(run["tool"]["driver"]["rules"]) >= 3
    for rule in run["tool"]["driver"]["rules"]:
        assert urlsplit(rule["helpUri"]).scheme == "https"
    for result in run["results"]:
        assert result["ruleId"] in rules
        [location] = result["locations"]
        place = location["physicalLocation"]
        uri = place["artifactLocation"]["uri"]
        assert unquote(uri) == str(held)
        assert uri.isascii()
        assert " " not in uri
        region = place["region"]
        assert (region["startLine"], region["startColumn"]) <= (region["endLine"], region["endColumn"])
    assert {result["level"] for result in run["results"]} >= {"note", "warning", "error"}


def test_a_report_of_nothing_has_an_empty_list_of_results(clearday: Run) -> None:
    log = json.loads(clearday("check", "--format", "sarif", stdin="Forms.").out)
    Draft4Validator(SCHEMA).validate(log)
    [run] = log["runs"]
    assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])


def test_the_schema_refuses_a_report_that_is_not_one(clearday: Run) -> None:
    log = json.loads(clearday("check", "--format", "sarif", stdin="Forms.").out)
    log["runs"][0]["columnKind"] = "graphemes"
    assert not Draft4Validator(SCHEMA).is_valid(log)


def test_what_a_report_has_no_place_for_is_not_worked_out(home: dict[str, str], tmp_path: Path) -> None:
    """The words that moved the reader most take a reading each, and no report has them."""
    text = "Our new director is useless and everybody knows it."
    desk = open_desk(home, journal=str(tmp_path / "journal.db"), reader="small")
    told = {
        form: _checked("-", text, desk, Namespace(format=form, questions=False)) for form in ("json", "sarif")
    }
    desk.close()
    assert told["json"].found == told["sarif"].found
    assert (bool(told["json"].moved), told["sarif"].moved) == (True, {})
