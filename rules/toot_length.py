"""How Mastodon counts: grapheme clusters, after links and mentions are put at their fixed price.

Facts: app/validators/status_length_validator.rb, app/lib/extractor.rb and Account::MENTION_RE of
mastodon/mastodon (https://docs.joinmastodon.org/user/posting/).
"""

from typing import Final

import regex

from rules.domains import LATIN
from rules.graphemes import grapheme_count
from rules.links import Span, link_spans

_WORD: Final = r"\p{L}\p{M}\p{Nd}\p{Pc}"
_MENTION: Final = regex.compile(
    rf"(?<![=/{_WORD}])@(?P<user>[a-z0-9_]++(?:[.\-]++[a-z0-9_]++)*+)"
    rf"(?:@(?P<host>[{_WORD}]++(?:[.\-]++[{_WORD}]++)*+))?+(?!@|＠|://|[{LATIN}])",
    regex.I,
)
_MOST_HOST: Final = 253


def toot_length(text: str, url_cost: int, endings: frozenset[str], content_warning: str = "") -> int:
    """Grapheme clusters of content warning and text together; a blank text counts nothing."""
    body = _priced(text, url_cost, endings) if text.strip() else ""
    return grapheme_count(content_warning + body)


def _priced(text: str, url_cost: int, endings: frozenset[str]) -> str:
    pieces: list[str] = []
    at = 0
    for (start, end), price in _entities(text, url_cost, endings):
        if start >= at:
            pieces += [text[at:start], price]
            at = end
    return "".join(pieces) + text[at:]


def _entities(text: str, url_cost: int, endings: frozenset[str]) -> list[tuple[Span, str]]:
    links = link_spans(text, "mastodon", endings) if "://" in text else []
    found = [(span, "x" * url_cost) for span in links]
    mentions = _MENTION.finditer(text) if "@" in text else ()
    found += [(name.span(), "@" + name["user"]) for name in mentions if len(name["host"] or "") <= _MOST_HOST]
    return sorted(found)
