"""Draws every screen as plain text into tests/tui/pictures: a terminal of 80 by 24, a file for each language.

Run from the checkout: python -m screenshots.texts
A screen that changed shows there as a difference a person can read. Other sizes are drawn by the tests, and not kept.
"""

import asyncio
from pathlib import Path

from screenshots.scenes import all_scenes, text_of

FOLDER = Path(__file__).parent.parent / "tests" / "tui" / "pictures"
SIZES = ((60, 20), (80, 24), (120, 40))
KEPT = (80, 24)
"""Columns and rows of the pictures that are kept."""
LANGUAGES = ("en", "fr")


async def drawn(size: tuple[int, int], language: str) -> dict[str, str]:
    """Every screen by its name."""
    return {scene.name: text_of(app) async for scene, app in all_scenes(size, language=language)}


def name_of(size: tuple[int, int], language: str) -> str:
    """`80x24-en.txt`."""
    return f"{size[0]}x{size[1]}-{language}.txt"


def file_of(screens: dict[str, str]) -> str:
    """The text of the file: each screen under its name."""
    return "".join(f"== {name}\n{screen}\n\n" for name, screen in screens.items())


def draw_kept() -> None:
    """Draw the files of both languages anew."""
    FOLDER.mkdir(exist_ok=True)
    for language in LANGUAGES:
        screens = asyncio.run(drawn(KEPT, language))
        (FOLDER / name_of(KEPT, language)).write_text(file_of(screens), encoding="utf-8")
        print(name_of(KEPT, language), len(screens))


if __name__ == "__main__":
    draw_kept()
