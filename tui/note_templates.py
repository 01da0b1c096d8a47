"""What a note can begin with: templates that come with Clearday, and files of the person's own beside the settings.

A template is a text and nothing more: what is to be filled in stands there as ordinary words.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from unicodedata import combining, normalize

from rules.nearest import nearest
from storage.errors import StorageError
from storage.texts import read_text
from tui.refusal import Refusal
from tui.wording import Words

LONGEST: Final = 20_000
"""Most code points of a template."""
_MOST: Final = 200
"""Most files of the person's own that are read."""
_SUFFIX: Final = ".md"
_BUILT_IN: Final = os.path.join(os.path.dirname(os.path.abspath(__file__)), "templates")
_LARGEST: Final = 1024 * 1024
"""Most bytes of its file."""
_NAMES: Final[tuple[Mapping[str, str], ...]] = (
    {"en": "decision", "fr": "décision"},
    {"en": "open-meeting", "fr": "rencontre"},
    {"en": "learned", "fr": "appris"},
    {"en": "call", "fr": "appel"},
    {"en": "thanks", "fr": "merci"},
)
"""Drawn from the guide to working in the open: what to write about, what to share, whom to credit."""


@dataclass(frozen=True, slots=True)
class Template:
    """A text that a note begins with."""

    name: str
    title: str
    """What a list calls it."""
    text: str


@dataclass(frozen=True, slots=True)
class Templates:
    """Every template by its name, and what is wrong with files that are none."""

    known: Mapping[str, Template]
    wrong: tuple[StorageError | Refusal, ...]
    unnamed: Mapping[str, Template]
    """Those of the other language: known by name, and in no list."""


def templates_folder(config: str) -> str:
    """The folder for templates of the person's own: beside the settings file `config`. It need not be there."""
    return os.path.join(os.path.dirname(os.path.abspath(config)), "templates")


def load_templates(config: str, words: Words) -> Templates:
    """The templates in the person's language; a file of their own takes the place of a built-in one of its name.

    What is wrong with a file of their own is in what is given: InputError, or Refusal that names the file.
    """
    own: dict[str, Template] = {}
    wrong: list[StorageError | Refusal] = []
    for path in _files(templates_folder(config)):
        try:
            template = _own(path)
        except (StorageError, Refusal) as error:
            wrong.append(error)
        else:
            own[template.name] = template
    there = "en" if words.language == "fr" else "fr"
    return Templates(_built_in(words, words.language) | own, tuple(wrong), _built_in(words, there))


def the_template(name: str, config: str, words: Words) -> Template:
    """The template called `name`, in either language. Raises Refusal where there is none, or its file is wrong."""
    found = load_templates(config, words)
    named = dict(found.unnamed) | {_plain(one): each for one, each in found.known.items()} | dict(found.known)
    asked = normalize("NFC", name)
    if asked in named:
        return named[asked]
    for error in found.wrong:
        if os.path.basename(str(error.values.get("path", ""))) == f"{name}{_SUFFIX}":
            raise error
    known = ", ".join(found.known)
    raise Refusal("no-such-template", name=name, near=nearest(name.casefold(), named), known=known)


def _built_in(words: Words, language: str) -> dict[str, Template]:
    found: dict[str, Template] = {}
    for names in _NAMES:
        text = read_text(os.path.join(_BUILT_IN, language, names["en"] + _SUFFIX))
        found[names[language]] = Template(names[language], words(f"template-{names['en']}"), text.rstrip())
    return found


def _plain(name: str) -> str:
    return "".join(sign for sign in normalize("NFD", name) if not combining(sign))


def _files(folder: str) -> list[str]:
    try:
        names = sorted(os.listdir(folder))
    except OSError:  # there are none
        return []
    wanted = [name for name in names if name.lower().endswith(_SUFFIX) and not name.startswith(".")]
    return [os.path.join(folder, name) for name in wanted[:_MOST]]


def _own(path: str) -> Template:
    text = read_text(path, limit=_LARGEST).removeprefix("\ufeff").rstrip()
    name = normalize("NFC", os.path.splitext(os.path.basename(path))[0])
    if not text.strip():
        raise Refusal("template-empty", path=path)
    if len(text) > LONGEST:
        raise Refusal("template-long", path=path, size=len(text), most=LONGEST)
    return Template(name, name.replace("-", " "), text)
