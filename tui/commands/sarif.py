"""Findings as SARIF 2.1.0 (OASIS, 2020), for editors and pipelines that read it.

SARIF counts columns in UTF-16 units unless told otherwise; we tell it code points, as everywhere here.
"""

import os
from collections.abc import Sequence
from urllib.parse import quote

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
    # A file's name is no URI yet: it may hold blanks, accents and signs that mean something there.
    uri = "stdin" if name == "-" else quote(os.fsencode(name))
    location = {"artifactLocation": {"uri": uri}, "region": _region(finding, text)}
    return {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.level],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": location}],
        "properties": {"category": finding.category, "level": finding.level.word},
    }


def _region(finding: Finding, text: str) -> dict[str, int]:
    (first, begin), (last, end) = _place(text, finding.start), _place(text, finding.end)
    return {
        "startLine": first,
        "startColumn": begin,
        "endLine": last,
        "endColumn": end,
        "charOffset": finding.start,
        "charLength": finding.end - finding.start,
    }


def _place(text: str, offset: int) -> tuple[int, int]:
    # Line and column, from 1, in code points.
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
