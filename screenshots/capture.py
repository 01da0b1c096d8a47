"""Draws every picture in this folder from the real app on the example journal: each screen in English on a dark
ground, and again in French on a light one.

Run from the checkout: python -m screenshots.capture
The texts in tests/tui/pictures and the tour are made again with them, so that all of them show the same app.
The same versions of Textual and Rich give the same bytes; `.ci/constraints.txt` names them.
"""

import asyncio
import re
import sys
from pathlib import Path

from screenshots.scenes import all_scenes, masked
from screenshots.spacing import evened
from screenshots.texts import draw_kept
from screenshots.tour import record

HERE = Path(__file__).parent
SIZE = (110, 32)
_NUMBER = re.compile(r"\bterminal-\d+")
"""Made of all that is drawn, the folder's passing name included."""


async def draw(language: str, theme: str, ending: str) -> dict[str, str]:
    """Every scene by its file name, as SVG."""
    pictures: dict[str, str] = {}
    async for scene, app in all_scenes(SIZE, language=language, theme=theme):
        picture = evened(app.export_screenshot(title="Clearday"))
        pictures[f"{len(pictures) + 1:02}-{scene.name}{ending}.svg"] = _NUMBER.sub(
            "terminal", masked(picture)
        )
    return pictures


def draw_all() -> dict[str, str]:
    """Every picture by its file name."""
    dark = asyncio.run(draw("en", "clearday-dark", ""))
    return dark | asyncio.run(draw("fr", "clearday-light", "-fr"))


_HEAD = """# Every screen

Drawn from the app by `python -m screenshots.capture`: in English on a dark ground, in French on a light one.

"""


def gallery(names: list[str]) -> str:
    """A page that shows every picture, the English one and then the French one."""
    shown = []
    for name in names:
        if not name.endswith("-fr.svg"):
            title = name[3:-4].replace("-", " ")
            pair = f"![{title}, in English]({name})\n![{title}, in French]({name[:-4]}-fr.svg)"
            shown.append(f"## {title.capitalize()}\n\n{pair}\n")
    return _HEAD + "\n".join(shown)


def main() -> int:
    """Draw them all into this folder, take away what is no scene any more, then draw the texts and the tour."""
    pictures = draw_all()
    for path in HERE.glob("*.svg"):
        if path.name not in pictures:
            path.unlink()
    for name, picture in pictures.items():
        (HERE / name).write_text(picture, encoding="utf-8")
        print(name)
    (HERE / "README.md").write_text(gallery(list(pictures)), encoding="utf-8")
    draw_kept()
    record()
    return 0


if __name__ == "__main__":
    sys.exit(main())
