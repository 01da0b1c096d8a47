"""`clearday config`: what is set, and what is refused with a line and the nearest kin."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run
from tui import packs
from tui.preferences import Preferences


@pytest.fixture
def config(home: dict[str, str]) -> Path:
    return Path(home["HOME"], ".config", "clearday", "config.toml")


def test_a_setting_is_made_read_listed_and_taken_out_again(clearday: Run, config: Path) -> None:
    assert clearday("config", "path").out.strip() == str(config)
    assert clearday("config", "set", "platforms", "x,mastodon", "gcpedia").code == 0
    assert clearday("config", "get", "platforms").out == "x\nmastodon\ngcpedia\n"
    assert clearday("config", "set", "animations", "on").code == 0
    listed = clearday("config").out.splitlines()
    assert any(line.startswith('platforms = ["x", "mastodon", "gcpedia"]') for line in listed)
    assert any(line.startswith('# theme = ""') for line in listed)
    assert json.loads(clearday("config", "--json").out)["animations"] is True
    assert clearday("config", "unset", "animations").code == 0
    assert config.read_text("utf-8") == 'platforms = ["x", "mastodon", "gcpedia"]\n'
    assert clearday("config", "check").code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["set", "langage", "fr"], "did you mean"),
        (["set", "language", "de"], 'line 2: “language” is "en" or "fr"'),
        (["set", "platforms", "mastodn"], "mastodon"),
        (["set", "animations", "perhaps"], "true or false"),
        (["set", "theme", "nrd"], "nord"),
        (["set", "week-title", "Week\nnotes"], "one line of text"),
        (["set", "keys.weak", "f3"], "week"),
        (["set", "keys.week", "ctrl+m"], "enter"),
        (["set", "keys.week", "hyper+q"], "no key"),
        (["set", "team-tags", "open gov"], "cannot be a tag"),
        (["set", "packs", "nowhere.toml"], "nowhere.toml"),
        (["set", "quiet", "attak-on-government"], "line 3: “quiet” names a rule that does not exist"),
        (["set", "quiet", "attak-on-government"], "attack-on-government"),
        (["set", "wake", "vendor-menton"], "vendor-mention"),
        (["set", "language"], "one value"),
        (["get"], "get NAME"),
        (["unset"], "unset NAME"),
        (["unset", "langage"], "no setting “langage”. Did you mean language?"),
        (["unset", "language", "theme"], "“theme” is more than clearday config unset takes"),
        (["get", "language", "theme"], "“theme” is more than clearday config get takes"),
        (["path", "language"], "“language” is more than clearday config path takes"),
        (["list", "language"], "“language” is more than clearday config list takes"),
        (["check", "language", "theme"], "“language theme” is more than clearday config check takes"),
    ],
)
def test_what_is_wrong_is_said_and_not_written(
    clearday: Run, config: Path, arguments: list[str], said: str
) -> None:
    config.parent.mkdir(parents=True)
    config.write_text('# mine\nlanguage = "en"\n', "utf-8")
    done = clearday("config", *arguments)
    assert done.code == 3
    assert said.casefold() in done.err.casefold()
    assert config.read_text("utf-8") == '# mine\nlanguage = "en"\n'


def test_a_file_that_is_wrong_can_be_mended_from_here(clearday: Run, config: Path) -> None:
    config.parent.mkdir(parents=True)
    config.write_text('languge = "fr"\n[keys]\nweak = "f3"\n', "utf-8")
    assert "line 1" in clearday("config", "check").err
    clearday("config", "unset", "languge")
    assert config.read_text("utf-8").startswith("languge")  # the key is still wrong
    config.write_text('[keys]\n\nweak = "f3"\n', "utf-8")
    wrong = clearday("config", "check")
    assert wrong.code == 3
    assert "line 3" in wrong.err
    assert "week" in wrong.err
    assert clearday("config", "unset", "keys.weak").code == 0
    assert clearday("config", "check").code == 0


def test_keys_that_get_in_each_others_way_are_all_said_with_their_lines(clearday: Run, config: Path) -> None:
    config.parent.mkdir(parents=True)
    config.write_text(
        '[keys]\nweek = "ctrl+k"\n\nhelp = "f13"\nsearch = "f13"\ncalendar-later = "p"\n', "utf-8"
    )
    wrong = clearday("config", "check")
    assert wrong.code == 3
    assert (
        "line 2: “ctrl+k” cannot be the key for “week”: while you write it belongs to the editor" in wrong.err
    )
    assert "line 4: “f13” cannot be the key for “help”" in wrong.err
    assert "line 5: “f13” cannot be the key for “search”" in wrong.err
    assert "line 6: “p” cannot be the key for “calendar-later”" in wrong.err  # a screen that is read late
    config.write_text('[keys]\nweek = "f3,W"\n', "utf-8")
    assert clearday("config", "check").code == 0


def test_what_is_not_in_the_file_is_not_taken_out_of_it(clearday: Run, config: Path) -> None:
    ran = clearday("config", "unset", "theme")
    assert (ran.code, ran.err) == (
        0,
        f"theme is not in {config}, so nothing was changed: it has its usual value.\n",
    )
    assert not config.exists()  # so that a newcomer's questions are still asked


@pytest.mark.parametrize("line", ['packs = ["no.toml"]', 'sharing = "no.toml"', 'week-shape = "no.toml"'])
def test_a_file_that_is_not_there_is_said_to_be_named_in_the_settings(
    clearday: Run, config: Path, line: str
) -> None:
    config.parent.mkdir(parents=True)
    config.write_text(f'language = "en"\n{line}\n', "utf-8")
    ran = clearday("day")
    assert ran.code == 3
    key = line.split(maxsplit=1)[0]
    assert ran.err.startswith(
        f"{config}, line 2: “{key}” names {config.parent / 'no.toml'}, which cannot be found"
    )


def test_a_name_with_a_line_end_leaves_the_message_one_sentence(clearday: Run) -> None:
    ran = clearday("config", "set", "theme", "two\nlines")
    assert (ran.code, len(ran.err.splitlines()), ran.err.startswith("There is no theme “two␊lines”.")) == (
        3,
        1,
        True,
    )


def test_rules_are_read_only_where_the_settings_name_some(
    config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every change of a setting read them all again, which took a second."""
    monkeypatch.setattr(packs, "MADE", {})
    preferences = Preferences(str(config))
    preferences.set("language", ["fr"])
    assert packs.MADE == {}
    preferences.set("wake", ["vendor-mention"])
    assert packs.MADE != {}
