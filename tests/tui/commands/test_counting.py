"""`count` and `platforms`: every platform, by its own rule, those of the person's own too."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.rules.profiles import PROFILES


@pytest.mark.parametrize("platform", ["threads", "gcconnex-wire", "gcpedia"])
def test_a_platform_counts_a_line_of_json_for_each_text(clearday: Run, platform: str) -> None:
    given = [{"id": "a", "text": "Bonjour 😀"}, {"id": 2, "text": "mot " * 5000}]
    ran = clearday("count", "--to", platform, "--jsonl", stdin="\n".join(map(json.dumps, given)))
    first, second = map(json.loads, ran.out.splitlines())
    assert (first["id"], second["id"]) == ("a", 2)
    assert first["limit"] == PROFILES[platform].limit
    assert first["fits"] is True
    assert second["fits"] is (first["limit"] is None)


def test_what_one_site_adds_to_a_count_is_said(clearday: Run) -> None:
    text = "See https://www.canada.ca/en/government/publicservice.html now"
    assert clearday("count", "--to", "bluesky", stdin=text).out == (
        "62 of 300 · 62 of 3,000 bytes · 37 in its own app, which shortens links · fits\n"
    )
    assert clearday("count", "--to", "x", "--reply", stdin="@ana Merci").out == "5 of 280 · fits\n"


def test_platforms_tells_all_that_is_known(clearday: Run) -> None:
    told = {one["id"]: one for one in json.loads(clearday("platforms", "--json").out)}
    assert list(told) == list(PROFILES)
    assert all(one["source"].startswith("https://") and one["checked"] for one in told.values())
    assert (told["gcconnex-wire"]["closed"], told["gccollab-wire"]["closed"]) == (True, False)
    assert [told[name]["limit"] for name in ("viva-engage", "gcxchange")] == [None, None]
    lines = clearday("platforms").out
    assert "closed, for its archive only" in lines
    assert "LinkedIn: about 3,000 UTF-16 units" in lines
    assert "LinkedIn : environ 3\u202f000 unités" in clearday("platforms", env={"LANG": "fr_CA.UTF-8"}).out


def test_platforms_of_ones_own_stand_beside_the_known_ones(clearday: Run, tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('sharing = "mine.toml"\nplatforms = ["team", "x"]\n')
    (tmp_path / "mine.toml").write_text(
        '[platform.mastodon]\nlimit = 5000\n\n[platform.team]\nlike = "gccollab-wire"\nlimit = 250\n'
    )
    told = json.loads(clearday("--config", str(tmp_path / "config.toml"), "platforms", "--json").out)
    assert {one["id"]: one["limit"] for one in told if one["own"]} == {"mastodon": 5000, "team": 250}
    ran = clearday("--config", str(tmp_path / "config.toml"), "count", "--to", "team", stdin="a" * 251)
    assert ran.out == "about 251 of 250 · too long\n"


@pytest.mark.parametrize("name", ["", "mastodn"])
def test_a_platform_that_is_not_known_is_quoted(clearday: Run, name: str) -> None:
    ran = clearday("count", "--to", name, stdin="a")
    assert ran.code == 3
    assert ran.err.startswith(f"There is no platform “{name}”.")


@pytest.mark.parametrize("command", [["count", "--to", "x"], ["platforms"]])
def test_a_wrong_file_of_platforms_is_named_with_its_line(
    clearday: Run, tmp_path: Path, command: list[str]
) -> None:
    (tmp_path / "config.toml").write_text('sharing = "mine.toml"\n')
    for text, told in (("[platform.x]\nlimit = 3\n", "mine.toml, line 2, platform 'x'"), (None, "mine.toml")):
        if text is None:
            (tmp_path / "mine.toml").unlink()
        else:
            (tmp_path / "mine.toml").write_text(text)
        ran = clearday("--config", str(tmp_path / "config.toml"), *command)
        assert (ran.code, ran.out) == (3, "")
        assert told in ran.err
