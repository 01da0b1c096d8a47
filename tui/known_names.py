"""Names in the settings file that have to be known: one with a slip in it would do nothing, silently."""

from collections.abc import Collection

from rules.nearest import nearest
from storage.errors import SettingsError
from storage.texts import read_text
from storage.toml_lines import line_of


def must_be_known(kind: str, name: str, known: Collection[str], *, key: str, config: str) -> None:
    """Raises SettingsError where `name`, under `key` in the settings file `config`, is none of `known`.

    `kind` is the key of its sentence, which may name the line, the name, the nearest known one, and all of those.
    """
    if name not in known:
        raise SettingsError(
            kind,
            path=config,
            line=line_of(read_text(config), key) or 1,
            key=key,
            name=name,
            near=nearest(name, known),
            known=", ".join(known),
        )
