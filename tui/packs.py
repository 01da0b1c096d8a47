"""The rule packs in use: the built-in ones and those a person added, read, tried and named.

A pack that a person added is tried on its own examples first; a rule that fails one is left out and
said so, the rest of the pack is used.
"""

import hashlib
import json
import os
import sys
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from rules.inheritance import inherit
from rules.pack import LARGEST, PackError, RulePack, parse_pack
from rules.pack_form import FormError, read_back, written
from rules.pack_lines import line_of
from rules.quieting import quieted
from rules.trial import tried
from storage.kept import keep, kept, signature
from storage.texts import read_text

_RULES = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "rules")
_BUILT_IN = os.path.join(_RULES, "packs")

USUAL = "ca"
"""The jurisdiction whose packs are read where none was chosen: the guide that Clearday grew from is Canadian."""


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


def load_packs(
    paths: tuple[str, ...] = (), jurisdiction: str = "", quiet: Collection[str] = (), *, keep_in: str = ""
) -> Packs:
    """The built-in packs for everybody and for `jurisdiction` (empty: the usual one), and those at `paths`.

    Rules named in `quiet` only advise; a stop stays one. A later pack with the same id takes the place of
    an earlier one, and one that extends another stands in for it. With `keep_in`, a folder, packs that were
    read and tried before are not again. Raises InputError for a file that cannot be read and PackError,
    naming file, line and key, for one that is no pack.
    """
    built_in = [(os.path.basename(path), _text(path)) for path in _built_in(jurisdiction or USUAL)]
    own = [(path, _text(path)) for path in paths]
    if not keep_in:
        return _read(built_in, own, quiet)
    texts = [text for _, text in (*built_in, *own)]
    key = _key([*built_in, *own], quiet)
    packs = _kept(keep_in, key, texts)
    if packs is None:
        packs = _read(built_in, own, quiet)
        keep(keep_in, key, f"{packs.digest}\n{written(packs.packs, texts)}")
    return packs


def _read(built_in: list[tuple[str, str]], own: list[tuple[str, str]], quiet: Collection[str]) -> Packs:
    chosen: dict[str, RulePack] = {}
    texts: list[str] = []
    # The built-in packs are tried by the test suite, once; anybody else's here.
    for name, text in built_in:
        pack = parse_pack(text, name)
        chosen[pack.id] = pack
    for name, text in own:
        pack = parse_pack(text, name)
        base = _base(pack, chosen)
        if base is not None:
            chosen.pop(base.id, None)
            texts.append(base.text)
        chosen[pack.id] = tried(pack if base is None else inherit(pack, base))
    texts += [*(pack.text for pack in chosen.values()), *sorted(quiet)]
    digest = hashlib.sha256("\0".join(texts).encode("utf-8"))
    packs = tuple(quieted(pack, quiet) for pack in chosen.values())
    return Packs(packs, digest.hexdigest(), _notices(packs))


def _notices(packs: Iterable[RulePack]) -> tuple[str, ...]:
    return tuple(notice for pack in packs for notice in pack.notices)


def _key(read: list[tuple[str, str]], quiet: Collection[str]) -> str:
    # What is kept was made by this very program: another Python, or a changed file of its own, makes it anew.
    made_by = [sys.version, unicodedata.unidata_version, signature(_RULES)]
    told = json.dumps([made_by, read, sorted(quiet)])
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def _kept(folder: str, key: str, texts: Sequence[str]) -> Packs | None:
    found = kept(folder, key)
    if found is None:
        return None
    digest, _, form = found.partition("\n")
    try:
        packs = read_back(form, texts)
    except FormError:
        return None
    return Packs(packs, digest, _notices(packs))


def read_pack(path: str) -> RulePack:
    """The pack in the file at `path` with the rules it takes on, not tried yet. Raises InputError and PackError."""
    pack = parse_pack(_text(path), path)
    base = _base(pack, {})
    return pack if base is None else inherit(pack, base)


def jurisdictions() -> list[str]:
    """The names of the jurisdictions that have packs of their own."""
    return sorted(entry.name for entry in os.scandir(_BUILT_IN) if entry.is_dir())


def _base(pack: RulePack, chosen: Mapping[str, RulePack]) -> RulePack | None:
    if not pack.extends or pack.extends in chosen:
        return chosen.get(pack.extends)
    for name in (None, *jurisdictions()):
        for path in _toml_in(_BUILT_IN if name is None else os.path.join(_BUILT_IN, name)):
            if os.path.basename(path) == f"{pack.extends}.toml":
                return parse_pack(_text(path), os.path.basename(path))
    raise PackError(
        f"extends “{pack.extends}”, which is no pack that came with Clearday or stands before it in the settings; "
        "see clearday rules",
        pack.name,
        line_of(pack.text, ("extends",)),
        "extends",
    )


def _text(path: str) -> str:
    return read_text(path, limit=LARGEST)


def _built_in(jurisdiction: str) -> list[str]:
    # The core pack first: it is what the others stand beside.
    for_all = sorted(_toml_in(_BUILT_IN), key=lambda path: (os.path.basename(path) != "core.toml", path))
    own = os.path.join(_BUILT_IN, jurisdiction)
    return for_all + (sorted(_toml_in(own)) if os.path.isdir(own) else [])


def _toml_in(folder: str) -> list[str]:
    return [os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(".toml")]
