"""Our wikitext held against pandoc's reading of it: ordinary prose comes out as it went in. Skipped without pandoc."""

import json
import shutil
import subprocess

import pytest

from rules.snippet import snippets
from tests.rules.profiles import PROFILES

pytestmark = pytest.mark.skipif(shutil.which("pandoc") is None, reason="not installed here: pandoc")

PROSE = """# Semaine 47

Cinq personnes ont *terminé* le **nouveau** formulaire : voir [le guide](https://canada.ca/fr/guide.html).

## Thanks

- The facilities team, for the room & the biscuits
- Ana, for `form.py`
  - and her team

1. First
2. Second

> One question a page.

Un prix de 12,5 % et 3 < 4.
"""
LIVE = "{{template}} [[link]] ~~~~ ''bold'' <ref>x</ref> <nowiki> == head == * item # two"


def tree(text: str, reader: str) -> list[object]:
    done = subprocess.run(
        ["pandoc", "-f", reader, "-t", "json"], input=text.encode(), capture_output=True, check=True
    )
    blocks: list[object] = json.loads(done.stdout)["blocks"]
    return blocks


def kinds(node: object) -> list[str]:
    if isinstance(node, dict):
        own = [str(node["t"])] if "t" in node else []
        return own + kinds(node.get("c"))
    return [kind for item in node for kind in kinds(item)] if isinstance(node, list) else []


def words(node: object) -> list[str]:
    if isinstance(node, dict):
        if node.get("t") in ("Str", "Code", "CodeBlock"):
            held = node["c"]
            return str(held[-1] if isinstance(held, list) else held).split()
        return words(node.get("c"))
    return [word for item in node for word in words(item)] if isinstance(node, list) else []


def wikitext(text: str) -> str:
    return "\n".join(part.text for part in snippets(text, PROFILES["gcpedia"]))


def test_ordinary_prose_reads_the_same_in_a_wiki() -> None:
    ours, theirs = tree(wikitext(PROSE), "mediawiki"), tree(PROSE, "commonmark")
    assert words(ours) == words(theirs)
    counted = ("Header", "BulletList", "OrderedList", "BlockQuote", "Strong", "Emph", "Link", "Code")
    for kind in counted:
        assert kinds(ours).count(kind) == kinds(theirs).count(kind), kind


def test_nothing_that_was_typed_is_live_in_a_wiki() -> None:
    read = tree(wikitext(LIVE), "mediawiki")
    assert set(kinds(read)) <= {"Para", "Str", "Space", "SoftBreak"}
    assert " ".join(words(read)) == LIVE
