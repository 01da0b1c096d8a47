"""Every screen and dialog as text, at three sizes and in both languages: nothing cut off, at 80 by 24 as drawn last.

When a screen changes: python -m screenshots.texts, then read the difference.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Static

from screenshots.scenes import EMPTY, SCENES, all_scenes, text_of
from screenshots.texts import FOLDER, KEPT, LANGUAGES, SIZES, file_of, name_of
from tests.test_screenshots import SAME
from tests.test_wording import CATALOGUES
from tui.app import ClearApp
from tui.screens.places import PLACES

ROOT = Path(__file__).parent.parent.parent
WORD = re.compile(r"[^\W\d_]{2,}(?!…|\w*…)")
PATH = re.compile(r"(?<!\S)/\S+/\S+")
"""The path of a file, which breaks where its line ends."""
SHORTENED_ON_PURPOSE = {"calendar-told", "hint"}
"""The calendar shows as many of a day's notes as there is room for; the hint beside the line stays short."""


@cache
def vocabulary() -> frozenset[str]:
    """Every word that a screen can be made of: all wording, the help, the example, the rules, the platforms."""
    texts = [
        sentence
        for catalogue in CATALOGUES
        for language in LANGUAGES
        for sentence in import_module(f"tui.wording.{catalogue}_{language}").SENTENCES.values()
    ]
    files = [*(ROOT / "rules").rglob("*.toml"), *(ROOT / "tui").glob("*.md"), ROOT / "tui/demo/journal.jsonl"]
    texts += [path.read_text("utf-8") for path in files]
    texts += [scene.steps for scene in (*SCENES, *EMPTY)]
    texts += [
        "and we are glad of it",
        "journal db config toml clearday home farida day backups daily esc del",
        "lu ma me je ve sa di",  # the days over a month, where there is little room
    ]
    texts += [*(ROOT / "tui" / "screens" / "settings.py").read_text("utf-8").split()]
    texts += (ROOT / "storage" / "settings.py").read_text("utf-8").replace("_", " ").split()
    return frozenset(word.casefold() for text in texts for word in re.findall(r"[^\W\d_]+", text))


def unheard_of(screen: str) -> set[str]:
    """Words that nothing says: parts of words, cut at an edge. What ends in … was shortened on purpose."""
    return {word for word in WORD.findall(PATH.sub("", screen)) if word.casefold() not in vocabulary()}


def cut_off(app: ClearApp) -> Iterator[str]:
    """Sentences of which a part falls off where nobody can scroll."""
    for widget in app.screen.query(Static):
        scrolled = any(isinstance(one, Widget) and one.is_scrollable for one in widget.ancestors)
        if not widget.is_on_screen or scrolled or widget.id in SHORTENED_ON_PURPOSE:
            continue
        room = widget.content_size
        needed = widget.get_content_height(Size(*room), app.size, room.width)
        if needed > room.height:
            yield f"{widget!r}: {needed} lines in {room.height}"


@pytest.mark.xdist_group("pictures")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_every_screen_is_drawn_as_before_and_whole(size: tuple[int, int], language: str) -> None:
    screens: dict[str, str] = {}
    wrong: list[str] = []
    async for scene, app in all_scenes(size, language=language):
        screens[scene.name] = text_of(app)
        if not app.screen.is_modal:  # a dialog covers words of the screen behind it
            wrong += [
                f"{scene.name}: {word!r} is no word" for word in sorted(unheard_of(screens[scene.name]))
            ]
        wrong += [f"{scene.name}: {cut}" for cut in cut_off(app)]
    assert wrong == []
    before = FOLDER / name_of(size, language)
    # Another Textual or Rich may draw otherwise; then it is enough that nothing is cut off.
    if SAME and before.exists():
        assert file_of(screens).splitlines() == before.read_text("utf-8").splitlines()


def test_every_place_has_a_picture() -> None:
    shown = {scene.name for scene in SCENES}
    assert set(PLACES) <= shown
    assert {"today", "week", "clear", "share", "history", "help", "commands", "reason", "leaving"} <= shown


def test_the_pictures_of_both_languages_are_kept_and_no_others() -> None:
    wanted = {name_of(KEPT, language) for language in LANGUAGES}
    assert {path.name for path in FOLDER.glob("*")} == wanted
    for name in wanted:
        kept = (FOLDER / name).read_text("utf-8")
        assert re.findall(r"^== (.+)$", kept, re.MULTILINE) == [scene.name for scene in (*SCENES, *EMPTY)]
        assert max(map(len, kept.splitlines())) <= KEPT[0]
