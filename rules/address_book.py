"""The people and hashtags a person keeps for sharing: who is called what where, and which tags go together.

Read from data; `@[Name]` and `#[set]` in a text are looked up here when it is rendered (rules/naming.py).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from rules.platforms import Platform, PlatformError, read_toml

_LANGUAGES: Final = ("en", "fr")
_HANDLE: Final = re.compile(r"@?[^\s@<>()\[\]{}\"'`|]+(?:@[^\s@<>()\[\]{}\"'`|]+)?")
_TAG: Final = re.compile(r"[#＃]?[^\s#＃<>()\[\]{}\"'`|]+")
_NAME: Final = re.compile(r"[^\[\]\n\r|]{1,80}")


@dataclass(frozen=True, slots=True)
class AddressBook:
    """Handles and hashtag sets, each by platform; names casefolded."""

    people: tuple[tuple[str, str, str], ...] = ()
    """Name, platform id, handle with its `@`."""
    tags: tuple[tuple[str, str, str, str], ...] = ()
    """Name of the set, platform id (empty: everywhere), language, the tags with their `#`, blanks between."""

    def on(self, platform: Platform) -> Platform:
        """`platform` with the handles and tags that are known there."""
        handles = tuple((name, handle) for name, place, handle in self.people if place == platform.id)
        everywhere = {(name, language): tags for name, place, language, tags in self.tags if not place}
        here = {(name, language): tags for name, place, language, tags in self.tags if place == platform.id}
        sets = tuple((name, language, tags) for (name, language), tags in (everywhere | here).items())
        return replace(platform, handles=handles, tags=sets)


def parse_book(text: str, name: str, platforms: Mapping[str, Platform]) -> AddressBook:
    """The [person.NAME] and [tags.NAME] tables of the TOML text `name`.

    Raises PlatformError, which names the table and the key.
    """
    data = read_toml(text, name)
    for key in data:
        if key not in ("platform", "person", "tags"):
            raise PlatformError(f"{name}: no such table: {key!r}; it can hold platform, person and tags.")
    reader = _Reader(name, platforms)
    return AddressBook(tuple(reader.people(data.get("person", {}))), tuple(reader.sets(data.get("tags", {}))))


@dataclass(frozen=True, slots=True)
class _Reader:
    name: str
    platforms: Mapping[str, Platform]

    def people(self, tables: object) -> Iterator[tuple[str, str, str]]:
        for person, table in self._tables(tables, "person"):
            for place, handle in table.items():
                self._known(place, f"person {person!r}")
                if not isinstance(handle, str) or not _HANDLE.fullmatch(handle):
                    raise self._fault(
                        f"person {person!r}", place, f"{handle!r} is no handle; write it as in @ana."
                    )
                yield person.casefold(), place, f"@{handle.removeprefix('@')}"

    def sets(self, tables: object) -> Iterator[tuple[str, str, str, str]]:
        for name, table in self._tables(tables, "tags"):
            for key, value in table.items():
                if key in _LANGUAGES:
                    yield name.casefold(), "", key, self._tags(name, key, value)
                    continue
                self._known(key, f"tags {name!r}")
                if not isinstance(value, dict) or set(value) - set(_LANGUAGES):
                    raise self._fault(f"tags {name!r}", key, "write it as { en = [...], fr = [...] }.")
                for language, tags in value.items():
                    yield name.casefold(), key, language, self._tags(name, f"{key}.{language}", tags)

    def _tags(self, name: str, key: str, value: object) -> str:
        tags = [tag for tag in value if isinstance(tag, str)] if isinstance(value, list) else []
        if not tags or tags != value or not all(map(_TAG.fullmatch, tags)):
            raise self._fault(f"tags {name!r}", key, 'give a list of hashtags, as in ["#OpenGov"].')
        return " ".join(f"#{tag.lstrip('#＃')}" for tag in tags)

    def _tables(self, tables: object, kind: str) -> Iterator[tuple[str, dict[str, object]]]:
        if not isinstance(tables, dict):
            raise PlatformError(f"{self.name}: write each {kind} as a table of its own: [{kind}.NAME].")
        for name, table in tables.items():
            if not isinstance(table, dict) or not _NAME.fullmatch(name):
                raise PlatformError(f"{self.name}: {kind} {name!r}: write it as a table: [{kind}.NAME].")
            yield name, table

    def _known(self, place: str, what: str) -> None:
        if place not in self.platforms:
            raise self._fault(what, place, "no such platform; see clearday platforms.")

    def _fault(self, what: str, key: str, sentence: str) -> PlatformError:
        return PlatformError(f"{self.name}, {what}: {key}: {sentence}")
