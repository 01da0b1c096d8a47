"""Findings as SARIF 2.1.0 (OASIS, 2020), for editors and pipelines that read it.

SARIF counts columns in UTF-16 units unless told otherwise; we tell it code points, as everywhere here.
"""

from collections.abc import Sequence

from rules.finding import Finding, Level
from tui import __version__
from tui.shapes import Checked

_LEVELS = {Level.NOTE: "note", Level.QUESTION: "warning", Level.WARNING: "warning", Level.STOP: "error"}


def sarif(checked: Sequence[Checked]) -> dict[str, object]:
    """One run over these texts."""
    rules = {finding.rule: finding for one in checked for finding in one.found.findings}
    described = [
        {"id": rule, "helpUri": finding.source.url, "help": {"text": finding.advice}}
        for rule, finding in rules.items()
    ]
    driver = {"name": "clearday", "version": __version__, "rules": described}
    results = [_result(finding, one.name, one.text) for one in checked for finding in one.found.findings]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }


def _result(finding: Finding, name: str, text: str) -> dict[str, object]:
    region = {
        "startLine": text.count("\n", 0, finding.start) + 1,
        "startColumn": finding.start - (text.rfind("\n", 0, finding.start) + 1) + 1,
        "charOffset": finding.start,
        "charLength": finding.end - finding.start,
    }
    location = {"artifactLocation": {"uri": "stdin" if name == "-" else name}, "region": region}
    return {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.level],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": location}],
        "properties": {"category": finding.category, "level": finding.level.word},
    }
