"""Where things live follows the environment."""

import os
import pwd
import sys

import pytest

from storage.locations import journal_path, settings_path, snippets_folder

on_linux = pytest.mark.skipif(sys.platform == "darwin", reason="macOS keeps its own folders")


def test_named_places_win() -> None:
    environ = {"CLEARDAY_JOURNAL": "/a/j.db", "CLEARDAY_CONFIG": "/a/c.toml", "HOME": "/home/x"}
    assert (journal_path(environ), settings_path(environ)) == ("/a/j.db", "/a/c.toml")


@on_linux
def test_the_data_and_settings_folders_are_used() -> None:
    environ = {"XDG_DATA_HOME": "/data", "XDG_CONFIG_HOME": "/conf", "HOME": "/home/x"}
    assert (journal_path(environ), settings_path(environ)) == (
        "/data/clearday/journal.db",
        "/conf/clearday/config.toml",
    )


@on_linux
def test_relative_folders_are_ignored_as_the_specification_says() -> None:
    environ = {"XDG_DATA_HOME": "data", "HOME": "/home/x"}
    assert journal_path(environ) == "/home/x/.local/share/clearday/journal.db"


def test_snippets_lie_beside_the_journal() -> None:
    assert snippets_folder("/a/b/journal.db") == "/a/b/snippets"


@pytest.mark.parametrize("environ", [{}, {"HOME": ""}])
def test_without_a_home_the_systems_record_of_the_user_holds(
    environ: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty HOME was taken for the top of the disk."""
    monkeypatch.setenv("HOME", "")
    assert journal_path(environ).startswith(pwd.getpwuid(os.getuid()).pw_dir)
