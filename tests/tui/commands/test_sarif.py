"""Findings as SARIF 2.1.0: what an editor needs to underline them."""

import json
from pathlib import Path

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
