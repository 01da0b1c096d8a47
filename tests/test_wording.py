"""The languages say the same things, with the same blanks, and every key that is asked for exists."""

import ast
import re
from importlib import import_module
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

from rules.finding import Level
from tui.gate import Why
from tui.wording import Words

ROOT = Path(__file__).parent.parent
CATALOGUES = (
    "talk",
    "usage",
    "faults",
    "safety",
    "sharing",
    "choices",
    "weeks",
    "keys",
    "screens",
    "browse",
    "lines",
)


def sentences(catalogue: str, language: str) -> dict[str, str]:
    found: dict[str, str] = import_module(f"tui.wording.{catalogue}_{language}").SENTENCES
    return found


def blanks(sentence: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize("catalogue", CATALOGUES)
def test_each_language_has_every_sentence_with_the_same_blanks(catalogue: str) -> None:
    english, french = sentences(catalogue, "en"), sentences(catalogue, "fr")
    assert english.keys() == french.keys()
    assert {key for key in english if blanks(english[key]) != blanks(french[key])} == set()


def test_french_sentences_have_the_apostrophe_of_the_remarks() -> None:
    straight = re.compile(r"(?<=[^\W\d_])'(?=[\w{«])")
    assert [
        key for each in CATALOGUES for key, said in sentences(each, "fr").items() if straight.search(said)
    ] == []


def test_no_sentence_is_in_two_catalogues() -> None:
    keys = [key for catalogue in CATALOGUES for key in sentences(catalogue, "en")]
    assert len(keys) == len(set(keys))


def test_large_numbers_are_written_as_each_language_writes_them() -> None:
    assert (Words("en").figure(1_234_567), Words("en").figure(999)) == ("1,234,567", "999")
    assert Words("fr").figure(1_234_567) == "1\u202f234\u202f567"
    assert Words("fr").count("count-notes", 1_234) == "1\u202f234 notes"


def keys_asked_for() -> set[str]:
    asked = set()
    for path in (ROOT / "tui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                name = (
                    node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                )
                if name == "words" and isinstance(node.args[0].value, str):
                    asked.add(node.args[0].value)
    return asked


def test_every_key_that_is_asked_for_exists() -> None:
    known = {key for catalogue in CATALOGUES for key in sentences(catalogue, "en")}
    assert keys_asked_for() <= known


def test_every_error_the_journal_can_meet_has_a_sentence() -> None:
    known = {key for catalogue in CATALOGUES for key in sentences(catalogue, "en")}
    kinds = set()
    for path in [*(ROOT / "storage").rglob("*.py"), *(ROOT / "tui").glob("*.py")]:
        raised = (
            r'(?:Error|NoSuchNote|Elsewhere|UnknownId)\(\s*"([a-z0-9-]+)"|"(journal-[a-z]+|settings-[a-z]+)"'
        )
        kinds |= {kind for pair in re.findall(raised, path.read_text("utf-8")) for kind in pair if kind}
    assert len(kinds) > 25
    assert kinds <= known


@pytest.mark.parametrize("language", ["en", "fr"])
def test_levels_states_and_refusals_have_words(language: str) -> None:
    words = Words("fr" if language == "fr" else "en")
    keys = [f"level-{level.word}" for level in Level]
    keys += [f"state-{state}" for state in ("draft", "held", "cleared", "shared")]
    for key in keys:
        assert words(key)
    for why in get_args(Why):
        assert words(f"why-{why}", when="a")
        assert words(f"held-{why}", name="1", id="1", rules="a", when="b", photos="c")


def test_every_setting_is_explained_where_they_are_listed() -> None:
    from dataclasses import fields

    from storage.settings import Settings

    for field in fields(Settings):
        assert Words("en")(f"setting-{field.name.replace('_', '-')}")


def test_plurals_follow_the_language() -> None:
    english, french = Words("en"), Words("fr")
    assert english.count("found", 0) == "0 notes found."
    assert english.count("found", 1) == "1 note found."
    assert french.count("found", 0) == "0 note trouvée."
    assert french.count("found", 2) == "2 notes trouvées."


def test_dates_read_as_people_write_them() -> None:
    from datetime import date

    from rules.week import Week

    assert Words("fr").long_date(date(2026, 11, 1)) == "dimanche 1er novembre 2026"
    assert Words("en").week_title(Week(2026, 53)) == "Week 53, 28 December 2026–3 January 2027"
    assert Words("fr").week_title(Week(2026, 47)) == "Semaine 47, du 16 au 22 novembre 2026"
    assert Words("fr").week_title(Week(2019, 14)) == "Semaine 14, du 1er au 7 avril 2019"
    assert Words("fr").span(date(2026, 10, 26), date(2026, 11, 1)) == "du 26 octobre au 1er novembre 2026"
    assert (
        Words("fr").span_title(date(2026, 10, 1), date(2026, 12, 31)) == "Du 1er octobre au 31 décembre 2026"
    )
    assert Words("en").span_title(date(2026, 10, 1), date(2026, 12, 31)) == "1 October–31 December 2026"
