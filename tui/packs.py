"""The rule packs in use: the built-in ones and those a person added, read, tried and named.

A pack that a person added is tried on its own examples first; a rule that fails one is left out and
said so, the rest of the pack is used.
"""

import hashlib
import os
from dataclasses import dataclass

from rules.pack import LARGEST, RulePack, parse_pack
from rules.trial import tried
from storage.texts import read_text

_BUILT_IN = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "rules", "packs")


@dataclass(frozen=True, slots=True)
class Packs:
    """Rule packs together with what identifies them."""

    packs: tuple[RulePack, ...]
    digest: str
    """SHA-256, in hexadecimal, of the packs' texts: a pack that changed without a new version is noticed."""
    notices: tuple[str, ...] = ()
    """What a person should know: rules left out, packs out of date."""

    @property
    def versions(self) -> tuple[tuple[str, str], ...]:
        """Id and version of each pack, in the order they are read."""
        return tuple((pack.id, pack.version) for pack in self.packs)


def load_packs(paths: tuple[str, ...] = ()) -> Packs:
    """The built-in packs and those at `paths`; a later pack with the same id takes the place of an earlier one.

    Raises InputError for a file that cannot be read and PackError, naming file, line and key, for one
    that is no pack.
    """
    read = [parse_pack(_text(path), os.path.basename(path)) for path in _built_in()]
    # The built-in packs are tried by the test suite, once; anybody else's here, every time.
    read += [tried(read_pack(path)) for path in paths]
    chosen = {pack.id: pack for pack in read}
    digest = hashlib.sha256("\0".join(pack.text for pack in chosen.values()).encode("utf-8"))
    notices = tuple(notice for pack in chosen.values() for notice in pack.notices)
    return Packs(tuple(chosen.values()), digest.hexdigest(), notices)


def read_pack(path: str) -> RulePack:
    """The pack in the file at `path`, not tried yet. Raises InputError and PackError."""
    return parse_pack(_text(path), path)


def _text(path: str) -> str:
    return read_text(path, limit=LARGEST)


def _built_in() -> list[str]:
    names = (name for name in os.listdir(_BUILT_IN) if name.endswith(".toml"))
    # The core pack first: it is what the others stand beside.
    return [
        os.path.join(_BUILT_IN, name) for name in sorted(names, key=lambda name: (name != "core.toml", name))
    ]
