"""Files that the settings name: which setting, on which line, names one that is not there."""

import os

from storage.errors import SettingsError
from storage.settings import Settings
from storage.texts import read_text
from storage.toml_lines import line_of


def check_named_files(settings: Settings, config: str) -> None:
    """Raises SettingsError for the first file that the settings in `config` name and that cannot be found."""
    shapes = (settings.week_shape,) if settings.week_shape.endswith(".toml") else ()
    sharing = (settings.sharing,) if settings.sharing else ()
    for key, paths in (("packs", settings.packs), ("sharing", sharing), ("week-shape", shapes)):
        for path in paths:
            try:
                os.stat(path)
            except OSError as error:
                line = line_of(read_text(config), key) or 1
                reason = error.strerror or ""
                raise SettingsError(
                    "settings-file", path=config, line=line, key=key, file=path, reason=reason
                ) from None
