"""The pictures are still true: the script draws the committed ones, to the byte, under the pinned versions."""

import re
from importlib.metadata import version
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PINNED = dict(
    re.findall(r"^(textual|rich)==(.+)$", (ROOT / ".ci" / "constraints.txt").read_text(), re.MULTILINE)
)
SAME = {name: version(name) for name in PINNED} == PINNED


@pytest.fixture(scope="module")
def drawn() -> dict[str, str]:
    from screenshots.capture import draw_all

    return draw_all()


@pytest.mark.xdist_group("pictures")
def test_every_picture_is_drawn_and_none_is_left_over(drawn: dict[str, str]) -> None:
    assert set(drawn) == {path.name for path in (ROOT / "screenshots").glob("*.svg")}


def test_the_gallery_shows_every_picture() -> None:
    from screenshots.capture import gallery

    names = sorted(path.name for path in (ROOT / "screenshots").glob("*.svg"))
    assert (ROOT / "screenshots" / "README.md").read_text("utf-8") == gallery(names)
    assert all(f"({name})" in gallery(names) for name in names)


@pytest.mark.xdist_group("pictures")
def test_the_committed_pictures_are_what_the_app_draws(drawn: dict[str, str]) -> None:
    # Another Textual or Rich moves pixels; then it is enough that every scene can be drawn.
    stale = [
        name for name, picture in drawn.items() if (ROOT / "screenshots" / name).read_text("utf-8") != picture
    ]
    assert not SAME or stale == []


@pytest.mark.xdist_group("pictures")
def test_no_picture_fetches_anything_or_tells_where_it_was_drawn(drawn: dict[str, str]) -> None:
    for picture in drawn.values():
        assert "url(" not in picture.replace("url(#", "")
        assert "/tmp/" not in picture
