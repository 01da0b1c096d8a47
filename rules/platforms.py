"""What a platform's profile is: one frozen value, read from data, that every count, cut and rendering obeys.

Reading the data file is somebody else's work; this module takes its text.
"""

import hashlib
import json
import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any, Final, Literal, cast

from rules.profile_keys import KEYS, ProfileFault, checked_profile

Unit = Literal["weighted", "graphemes", "utf16", "code points", "emoji bytes"]
"""What one unit of length is: X's weighted characters, grapheme clusters, UTF-16 code units, code points,
or code points with each emoji as its UTF-8 bytes."""
Markup = Literal["plain", "markdown", "html", "page", "wikitext", "slack"]
"""What is handed over: words alone, the Markdown as it is, an HTML fragment, an HTML page of a Government of
Canada intranet, MediaWiki's markup, or Slack's."""

TagRule = Literal["x", "mastodon", "bluesky", "threads", "elgg", "none"]
"""Which words after `#` a platform links; `none`: not known, or nothing is linked."""

_SERVER: Final = re.compile(
    r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+(?::\d{1,5})?"
)


class PlatformError(ValueError):
    """A profile cannot be used; its text is one sentence with the source's name, the place and what to do."""


@dataclass(frozen=True, slots=True)
class Platform:
    """One place a text may go: what it counts and how, what of Markdown it shows, where one writes there."""

    id: str
    """As the commands spell it: `x`, `gccollab-wire`, …"""
    name: str
    """As people call it."""
    name_fr: str
    """As they do in French; empty where that is no different."""
    ready: bool
    """False: known by name only, and `later` says why."""
    usual: bool
    """Offered until a person's settings choose others."""
    later: str
    """One sentence for what is not ready; empty otherwise."""
    closed: str
    """One sentence for a place that closed and is kept for its archive; empty otherwise."""
    version: int
    """Raised whenever the profile changes what is rendered, counted or cut."""
    limit: int | None
    """Most that fits, in `unit`; None where there is no limit."""
    unit: Unit
    byte_limit: int | None
    """Most UTF-8 bytes, where the platform counts those as well."""
    link_limit: int | None
    """Most different links in one post; None where there is no such limit."""
    link_rule: Literal["x", "mastodon", "none"]
    """Whose idea of a link is counted; `none`: a link costs what it spells."""
    url_cost: int | None
    """What one link costs, in `unit`, under `link_rule`."""
    short_links: bool
    """Whether its own app shortens links before counting (rules/bluesky_app.py)."""
    strips_tags: bool
    """Whether its server cuts out what looks like a tag, and all behind one that is not closed."""
    mentions: Literal["full", "name"]
    """`name`: @name@server costs only @name."""
    free_mentions: bool
    """Whether the names at the head of a reply cost nothing."""
    empty_fits: bool
    """Whether an empty text can be sent."""
    pictures: Literal["within", "beside"]
    """`beside`: a picture is attached, and its description has a field of its own; `within`: it stands in the text."""
    alt_limit: int | None
    """Most UTF-16 code units of a picture's description; None where no limit is published."""
    tag_rule: TagRule
    """Whose idea of a hashtag it is."""
    tag_limit: int | None
    """Most hashtags that work in one post; None where there is no such limit."""
    sure: Literal["exact", "about"]
    """`exact`: the platform publishes the rule; `about`: a reading on the safe side."""
    source: str
    """Public address the figures were read at."""
    checked: date
    """Day they were read."""
    markup: Markup
    pairs: Literal["together", "apart", "fields", "switch"]
    """How a text in two languages goes out: one after the other, in posts of their own, each as a part of its own
    for a field or a page, or as a wiki's language switch."""
    numbering: Literal["line", "space", "none"]
    """Where a part's 1/3 stands: on its own last line, after a space, nowhere."""
    compose: str
    """Address that opens the platform with {text} in it; empty where there is none."""
    server: str = ""
    """Host that {server} in `compose` stands for; empty until settings name one."""
    endings: str = ""
    """Domain endings that make a bare name a link, with spaces between; empty when `link_rule` is `none`."""
    own: bool = False
    """Added or changed by the person."""
    handles: tuple[tuple[str, str], ...] = ()
    """Casefolded names of people and what they are called here, from the person's address book."""
    tags: tuple[tuple[str, str, str], ...] = ()
    """Casefolded names of hashtag sets, a language, and the tags of that set here."""

    @property
    def domain_endings(self) -> frozenset[str]:
        """Each of `endings` in lower case, put into a set when it is first asked for: most texts hold no bare name."""
        return _lowered(self.endings)

    @property
    def fingerprint(self) -> str:
        """SHA-256, in hex, of everything that alters rendering, counting or cutting, and of nothing else."""
        return _fingerprint(self)

    def called_in(self, language: str) -> "Platform":
        """The same platform under the name it has in `language`, `en` or `fr`."""
        return replace(self, name=self.name_fr) if language == "fr" and self.name_fr else self

    def tuned(self, *, limit: int | None, server: str = "") -> "Platform":
        """The same platform as one site sets it: its own `limit` (in `unit`, None for none) and host.

        Raises PlatformError where the limit is under 20 or `server` is not a host name.
        """
        if limit is not None and limit < KEYS["limit"].least:
            raise PlatformError(f"{self.id}: the limit {limit} is too small; give 20 or more, or none.")
        if server and not _SERVER.fullmatch(server.lower()):
            raise PlatformError(f"{self.id}: {server!r} is not a host name; write it as in mastodon.example.")
        return replace(self, limit=limit, server=server.lower())


_COUNTED: Final = (
    "version limit unit byte_limit link_limit link_rule url_cost mentions empty_fits markup numbering".split()  # noqa: SIM905
)


@lru_cache(maxsize=64)
def _fingerprint(platform: Platform) -> str:
    told = {key: getattr(platform, key) for key in _COUNTED} | {"endings": sorted(platform.domain_endings)}
    if platform.free_mentions:
        told["free_mentions"] = True
    if platform.strips_tags:
        told["strips_tags"] = True
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def parse_platforms(text: str, name: str) -> dict[str, Platform]:
    """The profiles in a TOML text, by id, in the order written.

    `name` is what the reader calls the source, for messages. Raises PlatformError.
    """
    data = read_toml(text, name)
    tables = data.get("platform")
    if not isinstance(tables, dict) or not tables:
        raise PlatformError(f"{name}: no [platform.ID] table; add one for each platform.")
    endings = _endings(data, name)
    return {key: make_platform(key, table, endings, text, name) for key, table in tables.items()}


def read_toml(text: str, name: str) -> dict[str, object]:
    """What a TOML text called `name` holds. Raises PlatformError."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PlatformError(f"{name}: not valid TOML: {error}; correct that place.") from None
    except RecursionError:
        raise PlatformError(f"{name}: nested too deeply to be a list of platforms.") from None


@lru_cache(maxsize=4)
def _lowered(endings: str) -> frozenset[str]:
    lowered = endings.lower().split()
    return frozenset(lowered) | {unicodedata.normalize("NFC", ending) for ending in lowered}


def _endings(data: Mapping[str, object], name: str) -> str:
    table = data.get("domain_endings", {})
    names = table.get("names", "") if isinstance(table, dict) else None
    if not isinstance(names, str):
        raise PlatformError(f"{name}: [domain_endings] names: give one text of endings with spaces between.")
    return names


def make_platform(
    key: str, table: object, endings: str, text: str, name: str, *, own: bool = False
) -> Platform:
    """The platform with id `key` that `table` describes; `text` and `name` are for messages. Raises PlatformError."""
    try:
        values = checked_profile(table)
    except ProfileFault as fault:
        where = place_of(text, key, fault.key)
        raise PlatformError(f"{name}, {where}, platform {key!r}: {fault}") from None
    linked = values["link_rule"] != "none"
    if linked and not endings.strip():
        raise PlatformError(f"{name}: platform {key!r} counts links; add names under [domain_endings].")
    # checked_profile has proved each value's type against KEYS, which the type checker cannot see.
    return Platform(id=key, endings=endings if linked else "", own=own, **cast("dict[str, Any]", values))


def place_of(text: str, key: str, wanted: str) -> str:
    """Where in a TOML text the key `wanted` of platform `key` stands, in words."""
    opened = found = 0
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip().startswith("["):
            opened = (
                number if line.split("#")[0].strip() in {f"[platform.{key}]", f'[platform."{key}"]'} else 0
            )
            found = opened or found
        elif opened and wanted and re.match(rf"\s*{re.escape(wanted)}\s*=", line):
            return f"line {number}"
    return f"line {found}" if found else f"[platform.{key}]"
