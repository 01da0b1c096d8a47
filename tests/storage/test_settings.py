"""A settings file is read, or its first mistake is named with line and key."""

from pathlib import Path

import pytest

from storage.errors import SettingsError
from storage.settings import Settings, read_settings


def write(tmp_path: Path, text: str | bytes) -> str:
    path = tmp_path / "config.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return str(path)


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert read_settings(str(tmp_path / "none.toml")) == Settings()


def test_every_setting_is_read(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        'language = "fr"\ntheme = "nord"\nplatforms = ["x", "mastodon"]\n'
        'packs = ["mine.toml", "/etc/theirs.toml"]\nmastodon-server = "social.example"\nday-ends = "04:00"\n',
    )
    assert read_settings(path) == Settings(
        language="fr",
        theme="nord",
        platforms=("x", "mastodon"),
        packs=(str(tmp_path / "mine.toml"), "/etc/theirs.toml"),
        mastodon_server="social.example",
        day_ends="04:00",
    )


@pytest.mark.parametrize(
    ("text", "kind", "line", "key", "near"),
    [
        ('\nlanguge = "fr"', "settings-unknown", 2, "languge", "language"),
        ("language = 3", "settings-not-text", 1, "language", "language"),
        ('# hello\n\nlanguage = "de"', "settings-language", 3, "language", "language"),
        ('day-ends = "4am"', "settings-day-ends", 1, "day-ends", "day-ends"),
        ('day-ends = "12:00"', "settings-day-ends", 1, "day-ends", "day-ends"),
        ('platforms = "x"', "settings-not-list", 1, "platforms", "platforms"),
        ("platforms = [1]", "settings-not-list", 1, "platforms", "platforms"),
        ("[colours]\nred = 1", "settings-unknown", 1, "colours", ""),
        (
            'mastodon-server = "https://social.example/a b"',
            "settings-server",
            1,
            "mastodon-server",
            "mastodon-server",
        ),
        ('mastodon-server = "."', "settings-server", 1, "mastodon-server", "mastodon-server"),
        ('week-title = "Week\\nnotes"', "settings-not-line", 1, "week-title", "week-title"),
        ('week-title = " "', "settings-not-line", 1, "week-title", "week-title"),
        ('week-context = "\\u001b[31m"', "settings-not-line", 1, "week-context", "week-context"),
        ('site = "https://example.ca/\\u0007"', "settings-not-line", 1, "site", "site"),
        ('week-first = "2027-W53"', "settings-week-first", 1, "week-first", "week-first"),
        ('week-first = "0000-W01"', "settings-week-first", 1, "week-first", "week-first"),
        ('density = "airy"', "settings-density", 1, "density", "density"),
        ('animations = "yes"', "settings-not-flag", 1, "animations", "animations"),
        ('keys = "f3"', "settings-not-keys", 1, "keys", "keys"),
        ("\n[keys]\nweek = 3", "settings-not-keys", 2, "keys", "keys"),
    ],
)
def test_a_mistake_is_named_with_its_line_and_key(
    tmp_path: Path, text: str, kind: str, line: int, key: str, near: str
) -> None:
    path = write(tmp_path, text)
    with pytest.raises(SettingsError) as raised:
        read_settings(path)
    assert raised.value.kind == kind
    assert raised.value.values == {"path": path, "line": line, "key": key, "near": near}


@pytest.mark.parametrize(("text", "line"), [("a = \n", 1), ("a = 1\nb = [1\n", 3), ("a = 1\na = 2", 2)])
def test_broken_toml_is_named_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    with pytest.raises(SettingsError, match="settings-syntax") as raised:
        read_settings(write(tmp_path, text))
    assert raised.value.values["line"] == line


def test_brackets_nested_without_end_are_no_accident_of_clearday(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="settings-nested"):
        read_settings(write(tmp_path, "x = " + "[" * 5000))


def test_settings_that_are_not_utf8_are_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="settings-not-utf8"):
        read_settings(write(tmp_path, b"language = '\xff'"))


def test_a_folder_is_no_settings_file(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="settings-unreadable"):
        read_settings(str(tmp_path))
