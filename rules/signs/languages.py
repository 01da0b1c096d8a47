"""Links to federal pages in one official language alone.

Source: Directive on Official Languages for Communications and Services, 6.6.4.1; the forms of addresses are those of
canada.ca and of departments' sites, checked 2026-11-27.
"""

import re
from collections.abc import Iterator

Span = tuple[int, int]

_PAGE = re.compile(
    r"https?://[\w.-]{1,80}(?:canada|gc)\.ca/(?P<rest>[^\s<>()\[\]\"'“”«»]{1,300})", re.IGNORECASE
)
_SIDES = (
    re.compile(r"(?:^|/)en?(?:/|\.html?$|$)|(?:^|/)eng(?:/|$)|[-_](?:eng|e)\.(?:html?|aspx?|cfm|pdf)", re.I),
    re.compile(r"(?:^|/)fr?(?:/|\.html?$|$)|(?:^|/)fra(?:/|$)|[-_](?:fra|f)\.(?:html?|aspx?|cfm|pdf)", re.I),
)


def one_language_link(text: str) -> Iterator[Span]:
    """Links to federal pages, where the text links to such pages in one official language and never in the other."""
    found: tuple[list[Span], list[Span]] = ([], [])
    for page in _PAGE.finditer(text):
        rest = page["rest"].split("?")[0].rstrip(".,;:!")
        for side, spans in zip(_SIDES, found, strict=True):
            if side.search(rest):
                spans.append(page.span())
                break
    english, french = found
    yield from english if not french else french if not english else ()
