"""One setting is changed and nothing else is: comments, order, and whatever cannot be checked."""

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.errors import SettingsError
from storage.settings import read_settings
from storage.settings_file import change_settings, rewritten

MINE = '# mine\nlanguage = "fr"   # at work\n\n# we share to\nplatforms = ["x"]\n\n[keys]\nweek = "f3"  # as ever\n'


def test_every_comment_and_the_order_of_the_rest_stay() -> None:
    changed = rewritten(MINE, {"language": "en", "keys.week": "f9"}, "config.toml")
    assert changed == MINE.replace('"fr"', '"en"').replace('"f3"', '"f9"')


def test_a_new_setting_stands_before_the_tables() -> None:
    changed = rewritten(MINE, {"theme": "nord", "keys.search": "f10"}, "config.toml")
    assert changed.index("theme") < changed.index("[keys]") < changed.index("search")


def test_a_setting_is_taken_out_also_where_it_never_was() -> None:
    assert rewritten(MINE, {"language": None, "theme": None, "other.thing": None}, "c").startswith(
        "# mine\n\n# we"
    )


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_any_words_come_back_as_they_were_given(words: str) -> None:
    import tomllib

    assert tomllib.loads(rewritten(MINE, {"theme": words}, "c"))["theme"] == words


def test_what_is_refused_leaves_the_file_to_the_byte_and_names_the_file_itself(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(MINE, "utf-8")
    with pytest.raises(SettingsError, match="settings-language") as raised:
        change_settings(str(path), {"language": "de"}, read_settings)
    assert raised.value.values["path"] == str(path)
    assert raised.value.values["line"] == 2
    assert path.read_text("utf-8") == MINE
    assert os.listdir(tmp_path) == ["config.toml"]


def test_a_file_that_is_not_toml_is_named_with_its_line_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("a = 1\nb = [1\n", "utf-8")
    with pytest.raises(SettingsError, match="settings-syntax") as raised:
        change_settings(str(path), {"language": "en"}, read_settings)
    assert raised.value.values["line"] == 3
    assert path.read_text("utf-8") == "a = 1\nb = [1\n"


def test_a_link_stays_a_link_and_permissions_stay(tmp_path: Path) -> None:
    real, link = tmp_path / "kept" / "mine.toml", tmp_path / "config.toml"
    real.parent.mkdir()
    real.write_text(MINE, "utf-8")
    real.chmod(0o640)
    link.symlink_to(real)
    change_settings(str(link), {"language": "en"}, read_settings)
    assert link.is_symlink()
    assert read_settings(str(real)).language == "en"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


def test_a_new_file_and_its_folder_are_the_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "config.toml"
    change_settings(str(path), {"language": "en"}, read_settings)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_two_programs_that_change_at_once_both_have_their_way(tmp_path: Path) -> None:
    from concurrent.futures import ThreadPoolExecutor

    path = str(tmp_path / "config.toml")
    names = ["language", "theme", "density", "week-starts", "week-layout"]
    values = ["fr", "nord", "roomy", "sunday", "lines"]
    with ThreadPoolExecutor(5) as several:
        list(
            several.map(
                lambda one: change_settings(path, {one[0]: one[1]}, read_settings),
                zip(names, values, strict=True),
            )
        )
    settings = read_settings(path)
    assert [getattr(settings, name.replace("-", "_")) for name in names] == values
