"""The rules that the settings quiet, found to be rules: a name with a slip in it would quiet nothing, silently."""

import difflib
from collections.abc import Iterator

from storage.errors import SettingsError
from storage.settings import Settings
from storage.texts import read_text
from storage.toml_lines import line_of
from tui.packs import Packs, jurisdictions, load_packs
from tui.second_reader import remarks


def check_quiet(settings: Settings, packs: Packs, config: str) -> None:
    """Raises SettingsError for a name under `quiet` in the file `config` that no rule has.

    `packs` are those in use. A rule of another jurisdiction's packs is one: people move.
    """
    known = _rules(packs)
    unknown = [name for name in settings.quiet if name not in known]
    if not unknown:
        return
    known |= set(_elsewhere())
    for name in unknown:
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            line = line_of(read_text(config), "quiet") or 1
            raise SettingsError(
                "settings-quiet", path=config, line=line, key="quiet", name=name, near=near[0] if near else ""
            )


def _rules(packs: Packs) -> set[str]:
    return {rule.id for pack in packs.packs for rule in pack.all_rules}


def _elsewhere() -> Iterator[str]:
    for jurisdiction in jurisdictions():
        yield from _rules(load_packs(jurisdiction=jurisdiction))
    yield from (remark.rule for remark in remarks().values())
