"""Platforms that a person added or changed: a server's own limit, another site with a known one's rules.

A table with a known id changes what it names and keeps the rest; a new one may begin `like` a known one.
`limit = "none"` takes a limit away.
"""

import re
from collections.abc import Mapping
from typing import Final

from rules.platforms import Platform, PlatformError, make_platform, place_of, read_toml
from rules.profile_keys import KEYS

_ID: Final = re.compile(r"[a-z][a-z0-9-]{0,39}")
_LIMITS: Final = frozenset({"limit", "byte_limit", "link_limit", "alt_limit", "tag_limit"})
_FRESH: Final[Mapping[str, object]] = {"ready": True, "version": 1}


def own_platforms(text: str, name: str, known: Mapping[str, Platform]) -> dict[str, Platform]:
    """The platforms of `known`, by id, with those that the TOML text `name` changes or adds, in that order.

    Raises PlatformError, which names the table and the key.
    """
    tables = read_toml(text, name).get("platform", {})
    if not isinstance(tables, dict):
        raise PlatformError(f"{name}: write each platform as a table of its own: [platform.ID].")
    platforms = dict(known)
    for key, table in tables.items():
        if not _ID.fullmatch(key):
            raise PlatformError(
                f"{name}: {key!r} is no id of a platform; use small letters, digits and hyphens."
            )
        values, like = _values(key, table, platforms, (text, name))
        platforms[key] = make_platform(key, values, like.endings if like else "", text, name, own=True)
    return platforms


def _values(
    key: str, table: object, known: Mapping[str, Platform], where: tuple[str, str]
) -> tuple[object, Platform | None]:
    if not isinstance(table, dict):
        return table, None
    like = _like(key, table, known, where)
    begun = dict(_FRESH) if like is None else _written(like)
    if key not in known and like is not None and "name" not in table:
        begun |= {"name": key, "name_fr": ""}
    given = {name: value for name, value in table.items() if name != "like"}
    if "name" in given:
        begun["name_fr"] = ""  # another name is the same in both languages, unless the table says otherwise
    none = {name for name in _LIMITS if given.get(name) == "none"}
    return {name: value for name, value in (begun | given).items() if name not in none}, like


def _like(
    key: str, table: Mapping[str, object], known: Mapping[str, Platform], where: tuple[str, str]
) -> Platform | None:
    if "like" not in table:
        return known.get(key)
    like = table["like"]
    if not isinstance(like, str) or like not in known:
        text, name = where
        place = place_of(text, key, "like")
        raise PlatformError(
            f"{name}, {place}, platform {key!r}: like: {like!r} is no platform that stands before it; "
            "see clearday platforms."
        )
    return known[like]


def _written(platform: Platform) -> dict[str, object]:
    """The keys of a profile as its table would have them."""
    told = {key: getattr(platform, key) for key in KEYS}
    return {key: value for key, value in told.items() if value is not None}
