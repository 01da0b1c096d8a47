"""Which keys a platform's profile may hold, of what shape, and what each means when left out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final
from urllib.parse import urlsplit


class ProfileFault(ValueError):
    """What is wrong with one key; its text says so and what to do, `key` names it (may be empty)."""

    def __init__(self, key: str, sentence: str) -> None:
        super().__init__(f"{key}: {sentence}" if key else sentence)
        self.key = key


@dataclass(frozen=True, slots=True)
class Key:
    """The shape of one key's value."""

    kind: type
    choices: tuple[str, ...] = ()
    """Allowed values; empty: any."""
    default: object = None
    """Value when left out."""
    least: int = 1
    """Smallest whole number allowed."""
    always: bool = False
    """Must be written."""
    once_ready: bool = False
    """Must be written when `ready` is true."""


KEYS: Final[Mapping[str, Key]] = {
    "name": Key(str, always=True),
    "name_fr": Key(str, default=""),
    "ready": Key(bool, always=True),
    "usual": Key(bool, default=False),
    "later": Key(str, default=""),
    "closed": Key(str, default=""),
    "version": Key(int, least=0, always=True),
    # Under 20 a numbered part would hold no word of its own.
    "limit": Key(int, least=20),
    "unit": Key(
        str, ("weighted", "graphemes", "utf16", "code points", "emoji bytes"), "code points", once_ready=True
    ),
    "byte_limit": Key(int, least=80),
    "link_limit": Key(int),
    "link_rule": Key(str, ("x", "mastodon", "none"), "none"),
    "url_cost": Key(int),
    "mentions": Key(str, ("full", "name"), "full"),
    "short_links": Key(bool, default=False),
    "strips_tags": Key(bool, default=False),
    "free_mentions": Key(bool, default=False),
    "empty_fits": Key(bool, default=True),
    "pictures": Key(str, ("within", "beside"), "within"),
    "alt_limit": Key(int),
    "tag_rule": Key(str, ("x", "mastodon", "bluesky", "threads", "elgg", "none"), "none"),
    "tag_limit": Key(int),
    "sure": Key(str, ("exact", "about"), "about", once_ready=True),
    "source": Key(str, always=True),
    "checked": Key(date, always=True),
    "markup": Key(str, ("plain", "markdown", "html", "page", "wikitext", "slack"), "plain", once_ready=True),
    "pairs": Key(str, ("together", "apart", "fields", "switch"), "together"),
    "numbering": Key(str, ("line", "space", "none"), "none", once_ready=True),
    "compose": Key(str, default=""),
    "server": Key(str, default=""),
}
"""Every key, by name; `limit` is in `unit`, `byte_limit` in UTF-8 bytes, `checked` a TOML date."""

_KINDS: Final = {
    str: "a text",
    int: "a whole number",
    bool: "true or false",
    date: "a date such as 2026-11-22",
}


def checked_profile(table: object) -> dict[str, object]:
    """A profile's values, defaults filled in; raises ProfileFault at the first thing wrong."""
    if not isinstance(table, dict):
        raise ProfileFault("", "this is not a table; write its keys under the heading.")
    for key in table:
        if key not in KEYS:
            raise ProfileFault(str(key), f"no such key; the keys are {', '.join(KEYS)}.")
    ready = table.get("ready") is True
    values = {key: _value(key, shape, table, ready) for key, shape in KEYS.items()}
    _agree(values)
    return values


def _value(key: str, shape: Key, table: Mapping[str, object], ready: bool) -> object:
    if key not in table:
        if shape.always or (shape.once_ready and ready):
            raise ProfileFault(key, "missing; add it.")
        return shape.default
    value = table[key]
    if type(value) is not shape.kind:
        raise ProfileFault(key, f"{value!r} is not {_KINDS[shape.kind]}.")
    if shape.choices and value not in shape.choices:
        raise ProfileFault(key, f"{value!r} is not one of {', '.join(shape.choices)}.")
    if isinstance(value, int) and not isinstance(value, bool) and value < shape.least:
        raise ProfileFault(key, f"{value} is too small; give {shape.least} or more.")
    return value


def _agree(values: Mapping[str, object]) -> None:
    if (values["link_rule"] == "none") != (values["url_cost"] is None):
        raise ProfileFault("url_cost", "goes with link_rule x or mastodon; give both or neither.")
    if not values["ready"] and not values["later"]:
        raise ProfileFault("later", "missing; say in one sentence why this platform is not ready.")
    compose = str(values["compose"])
    if compose and ("{text}" not in compose or not _opens(compose)):
        raise ProfileFault(
            "compose", "must be an https address with {text} in it, and no braces but {server}."
        )
    if not _opens(str(values["source"])):
        raise ProfileFault("source", "must be the https address the figures were read at.")


def _opens(address: str) -> bool:
    bare = address.replace("{text}", "").replace("{server}", "server")
    try:
        parts = urlsplit(bare)
    except ValueError:
        return False
    return parts.scheme == "https" and bool(parts.netloc) and not set("{}") & set(bare)
