"""The words of a rendered text as its readers get them, without the markup that a page shows them with."""

import re
from typing import Final

from rules.platforms import Platform

_BREAK: Final = re.compile(r"<br />\n?")
_TAG: Final = re.compile(r"</?[a-z][^<>]*>")
"""A tag of ours: what was typed has its signs as references."""


def readable(rendered: str, platform: Platform) -> str:
    """`rendered` for `platform` without tags, references as the signs they stand for; other markup as it is."""
    if platform.markup not in ("html", "page", "wikitext"):
        return rendered
    from html import unescape  # it brings a table of two thousand names, which most texts never need

    return unescape(_TAG.sub("", _BREAK.sub("\n", rendered)))
