"""How the rest of a link is read after its host, as X reads it and as Mastodon does.

Facts: twitter-text at commit 30e2430 for X; Mastodon's changes to it in config/initializers/twitter_regex.rb.
Every pattern is possessive: none can go back over what it has read.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

import regex

from rules.domains import LATIN

_X_PATH: Final = rf"A-Za-z\u0400-\u04FF0-9!*';:=+,.$/%#\[\]\-\u2013_~@|&{LATIN}"
_GEM_PATH: Final = rf"A-Za-z\p{{Cyrillic}}0-9!*';:=+,.$/%#\[\]\p{{Pd}}_~&|@{LATIN}"
_BEYOND_ASCII: Final = r"\u00A0-\uD7FF\uE000-\uFDCF\uFDF0-\uFFEF\U00010000-\U0010FFFD"


@dataclass(frozen=True, slots=True)
class Grammar:
    """The compiled pieces of one platform's idea of a link."""

    scheme: "regex.Pattern[str]"
    """What ends right before a host name, with `s` at the scheme's first letter."""
    path: "regex.Pattern[str]"
    """A slash and all that may follow in a path."""
    path_last: "regex.Pattern[str]"
    """What a path may end in, brackets apart."""
    group: "regex.Pattern[str]"
    """A bracketed group that a path may end in."""
    query: "regex.Pattern[str]"
    query_last: "regex.Pattern[str]"
    short: "regex.Pattern[str]"
    """A t.co link: nothing after its slug (group 1) belongs to it."""
    bare: bool
    """Whether a host name without a scheme is a link."""


def _group(inside: str) -> str:
    return rf"\((?:{inside}++|{inside}*+\({inside}++\){inside}*+)\)"


def _compiled(schemes: str, *, path: tuple[str, str, str], query: tuple[str, str], short: str) -> Grammar:
    """`path`: what it holds, what it ends in, what a group it ends in holds; `query`: holds, ends in."""
    return Grammar(
        regex.compile(rf"(?<![A-Za-z0-9@＠$#＃\uFFFE\uFEFF\uFFFF])(?P<s>(?:{schemes})://)\Z", regex.I),
        regex.compile(rf"/(?:{path[0]}++|{_group(path[0])})*+"),
        regex.compile(path[1]),
        regex.compile(_group(path[2])),
        regex.compile(rf"\?{query[0]}*+"),
        regex.compile(query[1]),
        regex.compile(rf"https?://t\.co/([a-z0-9]+){short}", regex.I),
        schemes == "https?",
    )


@lru_cache(maxsize=2)
def grammar(rule: Literal["x", "mastodon"]) -> Grammar:
    """The grammar of one link rule, compiled once."""
    return _x_grammar() if rule == "x" else _mastodon_grammar()


def _x_grammar() -> Grammar:
    query = r"[A-Za-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]"
    last = rf"[+\-A-Za-z\u0400-\u04FF0-9=_#/{LATIN}]"
    tail = rf"(?:\?{query}*[A-Za-z0-9\-_&=#/])?"
    path = f"[{_X_PATH}]", last, f"[{_X_PATH}]"
    return _compiled("https?", path=path, query=(query, r"[A-Za-z0-9\-_&=#/]"), short=tail)


def _mastodon_grammar() -> Grammar:
    return _compiled(
        "https?|dat|dweb|ipfs|ipns|ssb|gopher|gemini",
        path=(
            r"[^\p{White_Space}<>()?]",
            r"""[^\p{White_Space}()?!*"'「」<>;:=,.$%\[\]~&|@]""",
            f"[{_GEM_PATH}]",
        ),
        query=(
            rf"[A-Za-z0-9!?*'();:&=+$/%#\[\]\-_.,~|@\^{_BEYOND_ASCII}]",
            rf"[A-Za-z0-9_&=#/\-{_BEYOND_ASCII}]",
        ),
        short="",
    )
