"""The one road from a note to what is shown, counted and copied: render, cut, measure."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from rules.measure import measure
from rules.platforms import Platform
from rules.render import render

_MOST_LINK: Final = 2_000
"""Characters of a compose link. No platform states a limit; longer ones fail in some browsers."""


@dataclass(frozen=True, slots=True)
class Part:
    """One post, as it is copied."""

    n: int
    """Place in the chain, from 1."""
    text: str
    length: int
    """In the platform's unit."""
    limit: int | None
    """Most that fits, in the same unit; None where there is no limit."""
    fits: bool = True
    """Within every limit (bytes too, where they count), and taken by the platform."""


def snippets(markdown: str, platform: Platform, *, reply: bool = False) -> tuple[Part, ...]:
    """The parts that `markdown` makes on `platform`, each rendered, cut and measured; `reply` as in `parts_of`."""
    return parts_of(render(markdown, platform), platform, reply=reply)


def parts_of(rendered: str, platform: Platform, *, reply: bool = False) -> tuple[Part, ...]:
    """The parts of what `platform`'s readers see. `reply`: the first one answers somebody, and is counted so."""
    from rules.thread import split

    texts = enumerate(split(rendered, platform, reply=reply), 1)
    return tuple(_part(n, text, platform, reply=reply and n == 1) for n, text in texts)


def words_of(rendered: str, platform: Platform) -> str:
    """What of a rendered text a clearance is about: on a platform that is posted to in parts all but white
    space and the places where it is cut; anywhere else, the text to the letter.
    """
    if platform.limit is None or platform.markup != "plain":
        return rendered
    from rules.thread import WANTED_CUT

    return " ".join(WANTED_CUT.sub(" ", rendered).split())


def _part(n: int, text: str, platform: Platform, *, reply: bool) -> Part:
    length = measure(text, platform, reply=reply)
    return Part(n, text, length.value, length.limit, length.fits)


def compose_link(part_text: str, platform: Platform) -> str | None:
    """An address that opens `platform` with `part_text` typed in; nothing is sent until a person does.

    None where the platform has none, where it needs a server that is not set, or where the address
    would pass 2,000 characters: then the clipboard is the way.
    """
    if not platform.compose or ("{server}" in platform.compose and not platform.server):
        return None
    encoded = quote(part_text, safe="", errors="replace")
    link = platform.compose.replace("{server}", platform.server).replace("{text}", encoded)
    return link if len(link) <= _MOST_LINK else None
