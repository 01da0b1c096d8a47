"""What is wrong with a command line is said in the person's language."""

import argparse
import inspect

import pytest

from tests.conftest import Run
from tui.arguments import _SENTENCES


@pytest.mark.parametrize("sentence", _SENTENCES)
def test_each_sentence_we_replace_is_one_that_argparse_says(sentence: str) -> None:
    """A Python that words it otherwise would fall back to English unseen."""
    assert repr(sentence) in inspect.getsource(argparse)


@pytest.mark.parametrize(
    ("line", "english", "french"),
    [
        (["search"], "what is missing: QUERY", "il manque : QUERY"),
        (
            ["search", "x", "--limit", "b"],
            "--limit: 'b' is not a number",
            "--limit : 'b' n’est pas un nombre",
        ),
        (
            ["day", "--soon"],
            "nothing is known by the name of --soon",
            "rien n’est connu sous le nom de --soon",
        ),
        (["--journal"], "--journal: a value has to follow", "--journal : il faut une valeur après"),
    ],
)
def test_wrong_usage_is_said_in_either_language(
    clearday: Run, line: list[str], english: str, french: str
) -> None:
    for language, said in (("en_CA.UTF-8", english), ("fr_CA.UTF-8", french)):
        ran = clearday(*line, env={"LANG": language})
        assert (ran.code, ran.err.startswith(f"{said} (clearday ")) == (3, True), ran.err


def test_what_follows_two_dashes_is_no_option_of_any_command(clearday: Run) -> None:
    clearday("add", "--", "the -verbose way")
    assert "-verbose" in clearday("search", "--", "-verbose").out
    assert clearday("day", "--", "--json").err.startswith("“--json” is no day I know")
    assert "-x (clearday locate --help)" in clearday("locate", "--", "-x").err
    assert clearday("count", "--to", "--", "x").err.startswith("--to: a value has to follow")


def test_french_help_has_no_english_headings(clearday: Run) -> None:
    said = clearday("add", "--help", env={"LANG": "fr_CA.UTF-8"}).out
    assert "ce que prend la commande :" in said
    assert "show this help" not in said
