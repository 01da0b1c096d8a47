"""The rule packs in use: the built-in ones and those a person added, read, tried and named.

A pack that a person added is tried on its own examples first; a rule that fails one is left out and
said so, the rest of the pack is used.
"""

import gc
import json
import os
import sys
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from rules.calendar import Calendar, Period, as_of, current
from rules.pack import LARGEST, PackError, RulePack, sheets_named
from rules.pack_form import FormError, read_back, written
from rules.quieting import quieted, woken
from rules.sheet_days import turning_days
from storage.kept import keep, kept, signature
from storage.texts import lines_of, read_text

_RULES = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "rules")
_BUILT_IN = os.path.join(_RULES, "packs")

USUAL = "ca"
"""The jurisdiction whose packs are read where none was chosen: the guide that Clearday grew from is Canadian."""

MADE: dict[str, "Packs"] = {}
"""The packs that this process made last, by all they were made from: texts, sheets, program, day."""
_MOST_MADE = 4


@dataclass(frozen=True, slots=True)
class Packs:
    """Rule packs together with what identifies them."""

    packs: tuple[RulePack, ...]
    digest: str
    """SHA-256, in hexadecimal, of the packs' texts: a pack that changed without a new version is noticed."""
    notices: tuple[str, ...] = ()
    """What a person should know: rules left out, packs out of date."""
    periods: tuple[tuple[Calendar, Period], ...] = ()
    """The periods of now, in which some rules weigh more."""

    @property
    def versions(self) -> tuple[tuple[str, str], ...]:
        """Id and version of each pack, in the order they are read."""
        return tuple((pack.id, pack.version) for pack in self.packs)


def load_packs(
    paths: tuple[str, ...] = (),
    jurisdiction: str = "",
    quiet: Collection[str] = (),
    *,
    wake: Collection[str] = (),
    keep_in: str = "",
    today: date | None = None,
) -> Packs:
    """The built-in packs for everybody and for `jurisdiction` (empty: the usual one), and those at `paths`.

    Rules named in `quiet` only advise; a stop stays one. Those named in `wake` speak, of those that sleep. A
    later pack with the same id takes the place of an earlier one, and one that extends another stands in for it.
    With `keep_in`, a folder, packs that were read and tried before are not again; in one process they are not in
    any case. Rules weigh what they do on `today`; None: on an ordinary day. Raises InputError for a file that
    cannot be read and PackError, naming file, line and key, for one that is no pack.
    """
    built_in = [_Source(path, os.path.basename(path)) for path in _built_in(jurisdiction or USUAL)]
    own = [_Source(path, path) for path in paths]
    return _on(today, _awake(wake, _made(built_in, own, quiet, keep_in, today)))


@dataclass(frozen=True, slots=True)
class _Source:
    """Where a pack lies, with the sheets beside it, and what it is called in messages."""

    path: str
    name: str

    def told(self, today: date | None) -> list[object]:
        """What changes whenever its text or a sheet does, or which rows of one count `today`.

        Its text is read once and not held: most days what was made of it is kept.
        """
        digest, naming = sha256(), []
        for line in lines_of(self.path, limit=LARGEST):
            digest.update(line)
            if _may_name_sheets(line):
                naming.append(line)
        beside = self._beside(naming).items()
        return [
            self.name,
            digest.hexdigest(),
            [[name, _digest(sheet), _since(sheet, today)] for name, sheet in beside],
        ]

    def pack(self, today: date | None) -> RulePack:
        """What it holds, read anew. Raises InputError and PackError."""
        from rules.pack_text import parse_pack

        return parse_pack(_text(self.path), self.name, self.sheets(), today)

    def turns(self) -> bool:
        """Whether a row of a sheet beside it counts on some days only."""
        return any(map(turning_days, self.sheets().values()))

    def sheets(self) -> dict[str, str]:
        """The texts of the sheets beside it, by their names and in their order."""
        return self._beside(filter(_may_name_sheets, lines_of(self.path, limit=LARGEST)))

    def _beside(self, naming: Iterable[bytes]) -> dict[str, str]:
        folder = os.path.dirname(self.path)
        names = sheets_named(b"".join(naming).decode("utf-8", "replace"))
        places = {name: os.path.join(folder, name) for name in names}
        return {name: _text(place) for name, place in places.items() if os.path.exists(place)}


def _may_name_sheets(line: bytes) -> bool:
    return b".csv" in line


def _made(
    built_in: list[_Source], own: list[_Source], quiet: Collection[str], keep_in: str, today: date | None
) -> Packs:
    key = _key([*built_in, *own], quiet, today)
    packs = MADE.pop(key, None)
    if packs is None:
        packs = _kept(keep_in, key) if keep_in else None
    if packs is None:
        packs = _read(built_in, own, quiet, today)
        if _key([*built_in, *own], quiet, today) != key:
            return packs  # a file was changed while it was read: what was made may be of either
        if keep_in:
            keep(keep_in, key, f"{packs.digest}\n{written(packs.packs)}")
    _remember(key, packs)
    return packs


def _remember(key: str, packs: Packs) -> None:
    MADE[key] = packs
    while len(MADE) > _MOST_MADE:
        MADE.pop(next(iter(MADE)), None)


def _awake(wake: Collection[str], packs: Packs) -> Packs:
    awake = tuple(woken(pack, wake) for pack in packs.packs)
    told = sorted(rule.id for pack in packs.packs for rule in pack.rules if rule.asleep and rule.id in wake)
    if not told:
        return packs
    digest = _digest("\0".join([packs.digest, *told]))
    return replace(packs, packs=awake, digest=digest)


def _on(today: date | None, packs: Packs) -> Packs:
    # A period that begins or ends is a change of the packs: what was cleared before was read more mildly.
    day = today or date.min
    periods = tuple(current(packs.packs, day))
    digest = packs.digest
    if periods:
        told = [f"{calendar.id} {period.first.isoformat()}" for calendar, period in periods]
        digest = _digest("\0".join([digest, *told]))
    return replace(packs, packs=as_of(packs.packs, day), digest=digest, periods=periods)


def _read(built_in: list[_Source], own: list[_Source], quiet: Collection[str], today: date | None) -> Packs:
    from rules.inheritance import inherit
    from rules.trial import tried

    chosen: dict[str, RulePack] = {}
    texts: list[str] = []
    # The built-in packs are tried by the test suite, once; anybody else's here.
    for read in built_in:
        pack = read.pack(today)
        chosen[pack.id] = pack
    for read in own:
        pack = read.pack(today)
        base = _base(pack, chosen)
        if base is not None:
            chosen.pop(base.id, None)
            texts.append(base.text)
        days = (pack, read.pack(None)) if today and read.turns() else (pack,)
        chosen[pack.id] = tried(*(one if base is None else inherit(one, base) for one in days))
    texts += [*(pack.text for pack in chosen.values()), *sorted(quiet)]
    texts += [sheet for read in (*built_in, *own) for sheet in read.sheets().values()]
    packs = tuple(quieted(pack, quiet) for pack in chosen.values())
    return Packs(packs, _digest("\0".join(texts)), _notices(packs))


def _notices(packs: Iterable[RulePack]) -> tuple[str, ...]:
    return tuple(notice for pack in packs for notice in pack.notices)


def _key(sources: list[_Source], quiet: Collection[str], today: date | None) -> str:
    # What is kept was made by this very program: another Python, or a changed file of its own, makes it anew.
    made_by = [sys.version, unicodedata.unidata_version, signature(_RULES)]
    told = [one.told(today) for one in sources]
    return _digest(json.dumps([made_by, told, sorted(quiet)]))


def _since(sheet: str, today: date | None) -> str:
    # What was made on one day stands until a row of the sheet begins or ceases to count.
    turns = turning_days(sheet)
    if today is None or not turns:
        return str(today) if turns else ""
    return str(max((day for day in turns if day <= today), default=date.min))


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@contextmanager
def _undisturbed() -> Iterator[None]:
    # Every object made stays: looking among them for what can go takes longer than making them.
    looked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looked:
            gc.enable()


def _kept(folder: str, key: str) -> Packs | None:
    form = kept(folder, key)
    digest = next(form, b"").decode("ascii", "replace").rstrip()
    try:
        with _undisturbed():
            packs = read_back(form)
    except FormError:
        return None
    return Packs(packs, digest, _notices(packs))


def read_pack(path: str) -> RulePack:
    """The pack in the file at `path` with the rules it takes on, not tried yet. Raises InputError and PackError."""
    from rules.inheritance import inherit

    pack = _Source(path, path).pack(None)
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
                return _Source(path, os.path.basename(path)).pack(None)
    from rules.pack_lines import line_of

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
