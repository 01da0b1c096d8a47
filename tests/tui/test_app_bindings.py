"""Every key has a name, words in both languages, a place in the help, and takes nothing from typing."""

import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from textual.binding import Binding
from textual.dom import DOMNode

import tui.screens
import tui.widgets
from tui.app import ClearApp
from tui.composer import Composer
from tui.screens.help import TOPICS, help_text
from tui.screens.places import PLACES
from tui.wording.keys_en import SENTENCES as ENGLISH
from tui.wording.keys_fr import SENTENCES as FRENCH

TO_MANY_TERMINALS_THESE_ARE_ENTER_TAB_AND_BACKSPACE = {"ctrl+j", "ctrl+i", "ctrl+m", "ctrl+h"}


def classes() -> list[type[DOMNode]]:
    found: set[type[DOMNode]] = {ClearApp, Composer}
    for package in (tui.screens, tui.widgets):
        for info in iter_modules(package.__path__):
            module = import_module(f"{package.__name__}.{info.name}")
            found |= {
                thing
                for thing in vars(module).values()
                if isinstance(thing, type)
                and issubclass(thing, DOMNode)
                and thing.__module__ == module.__name__
            }
    return sorted(found, key=lambda one: one.__name__)


OWN = [
    (one.__name__, binding)
    for one in classes()
    for binding in one.__dict__.get("BINDINGS", [])
    if isinstance(binding, Binding)
]


def test_there_are_keys_to_test() -> None:
    assert len(OWN) > 40


@pytest.mark.parametrize(
    ("where", "binding"), OWN, ids=lambda part: part if isinstance(part, str) else part.id
)
def test_a_key_has_a_name_and_words(where: str, binding: Binding) -> None:
    assert binding.id
    assert binding.tooltip
    for sentences in (ENGLISH, FRENCH):
        assert sentences[f"key-{binding.id}"]
        assert sentences[f"tip-{binding.id}"]


def test_no_word_of_a_key_is_left_over() -> None:
    named = {binding.id for _, binding in OWN} | {"theme", *PLACES}
    assert {key.partition("-")[2] for key in ENGLISH if key.startswith(("key-", "tip-"))} == named


@pytest.mark.parametrize(
    ("where", "binding"), OWN, ids=lambda part: part if isinstance(part, str) else part.id
)
def test_a_key_never_takes_a_letter_from_who_is_typing(where: str, binding: Binding) -> None:
    keys = binding.key.split(",")
    assert not TO_MANY_TERMINALS_THESE_ARE_ENTER_TAB_AND_BACKSPACE & set(keys)
    # In a form of single lines these write nothing, and have to be there before what is typed behind them.
    allowed = "|enter|up|down|tab|shift\\+tab" if where == "Beside" else ""
    if binding.priority:
        assert all(re.fullmatch(rf"f\d+|ctrl\+\w|left|right{allowed}", key) for key in keys)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("topic", TOPICS)
def test_the_help_begins_with_where_one_is_and_holds_everything_once(language: str, topic: str) -> None:
    text = help_text(language, topic)
    headings = re.findall("^## (.+)$", text, re.MULTILINE)
    assert len(headings) == len(set(headings)) == len(TOPICS)
    whole = (Path(tui.screens.__path__[0]).parent / f"help_{language}.md").read_text("utf-8")
    assert headings[0] == re.findall("^## (.+)$", whole, re.MULTILINE)[TOPICS.index(topic)]


def written(key: str) -> str:
    named = {"slash": "/", "question_mark": "?", "left": "←", "right": "→", "up": "↑", "down": "↓"}
    return "+".join(named.get(part, part) for part in key.split("+"))


@pytest.mark.parametrize(
    ("where", "binding"), OWN, ids=lambda part: part if isinstance(part, str) else part.id
)
def test_the_help_names_every_key_that_the_key_line_shows(where: str, binding: Binding) -> None:
    if not binding.show or where == "Choice":
        return
    text = help_text("en", "today")
    french = help_text("fr", "today")
    for key in binding.key.split(","):
        name = {"escape": "esc"}.get(key, written(key))
        assert re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text), name
        named = {"escape": "échap", "enter": "entrée", "space": "espace", "backspace": "retour arrière"}
        name = named.get(key, written(key).replace("+enter", "+entrée"))
        assert re.search(rf"(?<!\w){re.escape(name)}(?!\w)", french), name
