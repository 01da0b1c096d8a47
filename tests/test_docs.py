"""The README is true: its commands, settings and places are the program's own."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from storage.settings import Settings
from tui.cli import COMMANDS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command: str) -> None:
    assert re.search(rf"`(clearday )?{command}\b", README)


@pytest.mark.parametrize("setting", [field.name.replace("_", "-") for field in fields(Settings)])
def test_every_setting_is_in_the_readme(setting: str) -> None:
    assert f"\n{setting} = " in README or f"\n[{setting}]" in README


def test_every_picture_the_readme_shows_is_there() -> None:
    shown = re.findall(r"\]\((screenshots/[^)]+)\)", README)
    assert len(shown) >= 5
    assert [path for path in shown if not (ROOT / path).exists()] == []


def test_the_readme_opens_with_the_two_commands() -> None:
    demo, tests = re.findall(r"```sh\n(.+)\n```", README)[:2]
    assert demo.endswith("clearday demo")
    assert tests.endswith("-m pytest")


def test_the_settings_in_the_readme_are_settings(tmp_path: Path) -> None:
    from storage.settings import read_settings

    toml, *_ = re.findall(r"```toml\n(.+?)```", README, re.DOTALL)
    (tmp_path / "config.toml").write_text(toml, encoding="utf-8")
    assert read_settings(str(tmp_path / "config.toml")).language == "fr"


def test_the_shape_in_the_readme_is_a_shape() -> None:
    from rules.week_shape import parse_shapes

    _, toml, *_ = re.findall(r"```toml\n(.+?)```", README, re.DOTALL)
    assert list(parse_shapes(toml, "my-week.toml")) == ["my-week"]


def test_the_platforms_in_the_readme_are_platforms() -> None:
    from rules.address_book import parse_book
    from rules.naming import named
    from rules.own_platforms import own_platforms
    from tui.opening import load_platforms

    toml = re.findall(r"```toml\n(.+?)```", README, re.DOTALL)[2]
    mine = own_platforms(toml, "sharing.toml", load_platforms())
    assert [platform.limit for platform in mine.values() if platform.own] == [5000, 250, 11000]
    book = parse_book(toml, "sharing.toml", mine)
    assert named("@[Ana Diaz] parle du guide. #[digital]", book.on(mine["linkedin"])) == (
        "Ana Diaz parle du guide. #GCnumérique #Canada"
    )


def test_the_changelog_has_something_to_say_of_what_comes_next() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert changelog.index("## Unreleased") > changelog.index("# Changelog")


def test_the_contents_lead_to_every_part() -> None:
    parts = re.findall(r"^## (.+)$", README, re.MULTILINE)
    ways = {part: re.sub(r"[^\w -]", "", part.lower()).replace(" ", "-") for part in parts}
    contents = README.partition("\n## ")[0]
    assert [part for part, way in ways.items() if f"](#{way})" not in contents] == []


def test_the_files_the_readme_leads_to_are_there() -> None:
    named = re.findall(r"`((?:tui|storage|rules|tests)/[\w./-]*)`", README)
    linked = re.findall(r"\]\(((?!https?:|#)[^)]+)\)", README)
    assert (len(named) > 5, len(linked) > 30) == (True, True)
    assert [path for path in (*named, *linked) if not (ROOT / path).exists()] == []
