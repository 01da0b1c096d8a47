"""Draws every screen as plain text into tests/tui/pictures, a file for each size and language.

Run from the checkout: python -m screenshots.texts
A screen that changed shows there as a difference a person can read.
"""

import asyncio
import sys
from pathlib import Path

from screenshots.scenes import all_scenes, text_of

FOLDER = Path(__file__).parent.parent / "tests" / "tui" / "pictures"
SIZES = ((60, 20), (80, 24), (120, 40))
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


def main() -> int:
    """Draw them all, or those whose file names are given."""
    FOLDER.mkdir(exist_ok=True)
    for language in LANGUAGES:
        for size in SIZES:
            if sys.argv[1:] and name_of(size, language) not in sys.argv[1:]:
                continue
            screens = asyncio.run(drawn(size, language))
            (FOLDER / name_of(size, language)).write_text(file_of(screens), encoding="utf-8")
            print(name_of(size, language), len(screens))
    return 0


if __name__ == "__main__":
    sys.exit(main())
