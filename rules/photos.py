"""The pictures that a text names: `![what it shows](walk.jpg)`. They stay where they are; only the name is kept."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rules.measure import utf16_length
from rules.naming import named
from rules.platforms import Platform
from rules.regions import Span
from rules.visible import visible_text

_MARKS = re.compile(r"[\[\]`*_<>~]")
_BARE = re.compile(r"[\w./~+-]+", re.ASCII)
_AS_TYPED = re.compile(
    r"!\[(?P<alt>(?:[^\[\]\n]|\[[^\[\]\n]{0,100}\]){0,300})\]"
    r"\([ \t]*(?:<(?P<angled>[^<>\n]{1,1000})>|(?P<bare>[^\s()<>]{1,1000}))"
)
_ANGLES = re.compile(r"[\\<>]")


@dataclass(frozen=True, slots=True)
class Photo:
    """One picture in a text, written `![alt](name)`."""

    name: str
    """Its file or address, as written."""
    alt: str
    """What it shows, in words; empty where nothing was written."""

    @property
    def length(self) -> int:
        """How long the description is, in UTF-16 code units, as platforms limit it."""
        return utf16_length(self.alt)

    def alt_fits(self, platform: Platform) -> bool:
        """Whether the description is within what `platform` takes."""
        return platform.alt_limit is None or self.length <= platform.alt_limit


def photos_in(text: str) -> tuple[Photo, ...]:
    """The pictures in `text` (Markdown) as rendering sees them, each name once, in the order they stand."""
    seen = visible_text(text)
    if "![" not in seen:
        return ()
    found: dict[str, Photo] = {}
    from rules.marks import MOST_BRACKETS

    for photo in _typed(seen) if seen.count("[") > MOST_BRACKETS else _photos(seen):
        found.setdefault(photo.name, photo)
    return tuple(found.values())


def picture_paths(text: str) -> list[Span]:
    """Where the files of the pictures in `text` are named, as typed: code points, in order and apart."""
    if "![" not in text:
        return []
    return [found.span("angled" if found["angled"] else "bare") for found in _AS_TYPED.finditer(text)]


def photos_beside(text: str, platform: Platform) -> tuple[Photo, ...]:
    """The pictures in `text` whose descriptions go into a field of their own on `platform`, not into the text."""
    return photos_in(named(text, platform)) if platform.pictures == "beside" else ()


def photo_markup(name: str, alt: str) -> str:
    """How a text names the picture `name`, which shows `alt` (one line): `![alt](name)`, in Markdown."""
    said = _MARKS.sub(r"\\\g<0>", " ".join(alt.split()))
    plain = _BARE.fullmatch(name)
    return f"![{said}]({name})" if plain else f"![{said}](<{_ANGLES.sub(_escaped, name)}>)"


def _escaped(found: re.Match[str]) -> str:
    return f"\\{found[0]}"


def _typed(text: str) -> Iterator[Photo]:
    """The same where a text is too full of brackets to be parsed: whoever shows its Markdown may well show them."""
    for found in _AS_TYPED.finditer(text):
        yield Photo(found["angled"] or found["bare"], found["alt"].strip())


def _photos(text: str) -> Iterator[Photo]:
    # Imported here: the parser takes 40 ms, and most notes have no picture.
    from rules.inline_text import inline_text
    from rules.marks import note_tokens

    for token in note_tokens(text, quotes=True):
        for child in token.children or ():
            if child.type == "image":
                yield Photo(str(child.attrGet("src") or ""), inline_text(child.children or ()).strip())
