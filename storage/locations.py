"""Where things live, from the environment that is passed in. Creates nothing.

Linux and other systems follow the XDG Base Directory Specification 0.8 (relative values are
ignored, as it says); macOS uses its Library folder.
"""

import os
import sys
from collections.abc import Mapping

_NAME = "clearday"


def journal_path(environ: Mapping[str, str]) -> str:
    """The journal file: `CLEARDAY_JOURNAL`, or `journal.db` in the data folder."""
    return home_in(environ.get("CLEARDAY_JOURNAL", "")) or os.path.join(data_folder(environ), "journal.db")


def settings_path(environ: Mapping[str, str]) -> str:
    """The settings file: `CLEARDAY_CONFIG`, or `config.toml` in the settings folder."""
    named = home_in(environ.get("CLEARDAY_CONFIG", ""))
    return named or os.path.join(_folder(environ, "XDG_CONFIG_HOME", ".config"), "config.toml")


def home_in(path: str) -> str:
    """`path` with a leading `~` as the home folder: a shell leaves it as it is in a variable and after `=`."""
    return os.path.expanduser(path)


def data_folder(environ: Mapping[str, str]) -> str:
    """The folder that holds the journal and the snippets."""
    return _folder(environ, "XDG_DATA_HOME", os.path.join(".local", "share"))


def kept_folder(environ: Mapping[str, str]) -> str:
    """The folder for what can be made again at any time."""
    if sys.platform == "darwin" and not os.path.isabs(environ.get("XDG_CACHE_HOME", "")):
        home = _home(environ)
        return os.path.join(home, "Library", "Caches", _NAME)
    return _folder(environ, "XDG_CACHE_HOME", ".cache")


def snippets_folder(journal: str) -> str:
    """The private folder for cleared snippets: beside the journal file `journal`."""
    return os.path.join(os.path.dirname(os.path.abspath(journal)), "snippets")


def drafts_folder(journal: str) -> str:
    """The private folder for texts on loan to an editor: beside the journal file `journal`."""
    return os.path.join(os.path.dirname(os.path.abspath(journal)), "drafts")


def backups_folder(journal: str) -> str:
    """The private folder for backups: beside the journal file `journal`."""
    return os.path.join(os.path.dirname(os.path.abspath(journal)), "backups")


def _folder(environ: Mapping[str, str], variable: str, otherwise: str) -> str:
    named = environ.get(variable, "")
    if os.path.isabs(named):
        return os.path.join(named, _NAME)
    home = _home(environ)
    if sys.platform == "darwin":
        return os.path.join(home, "Library", "Application Support", _NAME)
    return os.path.join(home, otherwise, _NAME)


def _home(environ: Mapping[str, str]) -> str:
    if environ.get("HOME"):
        return environ["HOME"]
    import pwd

    try:
        return pwd.getpwuid(os.getuid()).pw_dir
    except KeyError:  # a user that the system has no record of
        return os.path.expanduser("~")
