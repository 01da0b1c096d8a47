"""Findings as SARIF 2.1.0: what an editor needs to underline them."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from tests.conftest import Run


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


TYPES: dict[str, tuple[set[str], set[str]]] = {
    "log": ({"version", "runs"}, {"$schema", "inlineExternalProperties", "properties"}),
    "run": ({"tool"}, {"results", "columnKind", "artifacts", "invocations", "language", "properties"}),
    "tool": ({"driver"}, {"extensions", "properties"}),
    "driver": (
        {"name"},
        {"version", "semanticVersion", "informationUri", "rules", "fullName", "language", "properties"},
    ),
    "rule": (
        {"id"},
        {
            "name",
            "shortDescription",
            "fullDescription",
            "help",
            "helpUri",
            "defaultConfiguration",
            "properties",
        },
    ),
    "help": ({"text"}, {"markdown", "properties"}),
    "result": (
        {"message"},
        {"ruleId", "ruleIndex", "rule", "kind", "level", "locations", "fixes", "rank", "properties"},
    ),
    "message": (set(), {"text", "markdown", "id", "arguments", "properties"}),
    "location": (set(), {"id", "physicalLocation", "logicalLocations", "message", "properties"}),
    "place": (set(), {"address", "artifactLocation", "region", "contextRegion", "properties"}),
    "artifact": (set(), {"uri", "uriBaseId", "index", "description", "properties"}),
    "region": (
        set(),
        {
            "startLine",
            "startColumn",
            "endLine",
            "endColumn",
            "charOffset",
            "charLength",
            "snippet",
            "properties",
        },
    ),
}
"""What SARIF 2.1.0 (OASIS Standard, 2020-03-27, 3.13 to 3.30) needs of each object we write, and some it allows.

Written by hand from the standard: its schema is over 3,000 lines, of which a report like ours meets twelve objects,
and a validator would be a dependency for one test.
"""


def must_be(kind: str, found: dict[str, Any]) -> dict[str, Any]:
    needed, allowed = TYPES[kind]
    assert needed <= set(found) <= needed | allowed, (kind, set(found))
    return found


def test_a_report_has_what_the_standard_needs_and_nothing_it_does_not_know(
    clearday: Run, tmp_path: Path
) -> None:
    held, clear = tmp_path / "tenu, à part.md", tmp_path / "clear.md"
    held.write_text("Highly recommend Deloitte.\n\nSECRET//CEO and #opengovernment\n", "utf-8")
    clear.write_text("Forms.\n", "utf-8")
    ran = clearday("check", str(held), str(clear), "--format", "sarif", "--questions")
    log = must_be("log", json.loads(ran.out))
    assert log["version"] == "2.1.0"
    assert log["$schema"].startswith("https://")
    [run] = log["runs"]
    must_be("run", run)
    assert run["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")
    driver = must_be("driver", must_be("tool", run["tool"])["driver"])
    rules = {must_be("rule", rule)["id"] for rule in driver["rules"]}
    assert len(rules) == len(driver["rules"]) >= 3
    for rule in driver["rules"]:
        must_be("help", rule["help"])
        assert urlsplit(rule["helpUri"]).scheme == "https"
    for result in run["results"]:
        must_be("result", result)
        assert result["ruleId"] in rules
        assert result["level"] in ("none", "note", "warning", "error")
        assert must_be("message", result["message"])["text"]
        [location] = result["locations"]
        place = must_be("place", must_be("location", location)["physicalLocation"])
        uri = must_be("artifact", place["artifactLocation"])["uri"]
        assert unquote(uri) == str(held)
        assert uri.isascii()
        assert " " not in uri
        region = must_be("region", place["region"])
        assert min(region[name] for name in ("startLine", "startColumn", "endLine", "endColumn")) >= 1
        assert (region["startLine"], region["startColumn"]) <= (region["endLine"], region["endColumn"])
        assert region["charOffset"] >= 0 < region["charLength"]
    assert {result["level"] for result in run["results"]} >= {"note", "warning", "error"}


def test_a_report_of_nothing_has_an_empty_list_of_results(clearday: Run) -> None:
    [run] = json.loads(clearday("check", "--format", "sarif", stdin="Forms.").out)["runs"]
    assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])
