"""The rules that the settings quiet or wake, found to be rules: a name with a slip in it would do nothing, silently."""

from collections.abc import Iterator

from storage.settings import Settings
from tui.known_names import must_be_known
from tui.packs import Packs, jurisdictions, load_packs
from tui.second_reader import remarks


def check_rule_names(settings: Settings, packs: Packs, config: str) -> None:
    """Raises SettingsError for a name under `quiet` or `wake` in the file `config` that no rule has.

    `packs` are those in use. A rule of another jurisdiction's packs is one: people move.
    """
    known = _rules(packs)
    named = [("quiet", name) for name in settings.quiet] + [("wake", name) for name in settings.wake]
    if all(name in known for _, name in named):
        return
    known |= set(_elsewhere())
    for key, name in named:
        must_be_known("settings-rule", name, known, key=key, config=config)


def _rules(packs: Packs) -> set[str]:
    return {rule.id for pack in packs.packs for rule in pack.all_rules}


def _elsewhere() -> Iterator[str]:
    for jurisdiction in jurisdictions():
        yield from _rules(load_packs(jurisdiction=jurisdiction))
    yield from (remark.rule for remark in remarks().values())
