"""What a waiver is bound to: words, never a place.

A waiver keyed to a line hides the next leak on that line and is lost when a line is added above. This
one is keyed to the rule, to the words of the passage and to those of its sentence: it survives edits
anywhere else, also in a week that repeats the sentence, and dies when its own sentence changes.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import replace

from rules.finding import Finding, Level
from rules.matching import Hit
from rules.reading import Reading

_REACH = 200
"""Most words of a sentence before the passage, and after it, that count: some texts are one endless sentence."""
_LEAST = 3
"""Letters and digits of the shortest reason that can tell anything."""


def says_why(reason: str) -> bool:
    """Whether `reason` can be one: a letter or two tell nothing to who reads the register later."""
    return sum(map(str.isalnum, reason)) >= _LEAST


def content_key(hit: Hit, reading: Reading) -> str:
    """The key of what a rule met: see `passage_key`."""
    return passage_key(hit.rule.id, hit.start, hit.end, reading)


def passage_key(rule: str, start: int, end: int, reading: Reading) -> str:
    """SHA-256, in hexadecimal, of the rule's id, the words of the passage and the words of its sentence.

    Words are read as rules read them: marks, line breaks and invisible signs change nothing, letters do.
    """
    passage, window = reading.place(start, end)
    around = (
        max((window or passage)[0], passage[0] - _REACH),
        min((window or passage)[1], passage[1] + _REACH),
    )
    said = [reading.tokens.cased[first:past] for first, past in (passage, around)]
    bare = "" if said[0] else " ".join(reading.text[start:end].split())
    told = json.dumps([rule, *said, bare])
    return hashlib.sha256(told.encode("utf-8")).hexdigest()


def with_waivers(findings: Iterable[Finding], reasons: Mapping[str, str]) -> tuple[Finding, ...]:
    """The findings, those whose key has a reason waived; a stop never is."""
    return tuple(
        replace(finding, waived=reasons[finding.key]) if _waivable(finding, reasons) else finding
        for finding in findings
    )


def _waivable(finding: Finding, reasons: Mapping[str, str]) -> bool:
    return finding.key in reasons and Level.NOTE < finding.level < Level.STOP
