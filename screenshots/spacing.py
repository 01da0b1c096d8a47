"""Makes an exported picture read the same in every viewer.

Rich puts the blanks between two styles inside the letters and trusts the viewer to keep them; librsvg, which many
file managers and converters use, drops them, so that "e edit" reads "eedit".
"""

import re

CELL = 12.2
"""Units of the picture: the width of a cell as Rich draws it (`rich._export_format`, a letter of 20 and 0.61 of it)."""
_LETTER = 20.26
"""Their size where an advance of 0.602 of it, as DejaVu Sans Mono and Menlo have, is one cell."""
_FONTS = "Fira Code, DejaVu Sans Mono, Menlo, Consolas, monospace"
_WEB_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
_BLANK = "&#160;"
_LETTERS = re.compile(
    r'(?P<tag><text class="[\w-]+") x="(?P<x>[\d.]+)" (?P<y>y="[\d.]+") textLength="(?P<wide>[\d.]+)"(?P<clip>[^>]*)>'
    r"(?P<before>(?:&#160;)*)(?P<words>[^<]*?)(?P<after>(?:&#160;)*)</text>"
)


def evened(picture: str) -> str:
    """The SVG with fonts that a machine has, none fetched, and no blank at either end of any letters."""
    own = _WEB_FONTS.sub("", picture).replace("Fira Code, monospace", _FONTS)
    return _LETTERS.sub(_placed, own.replace("font-size: 20px", f"font-size: {_LETTER}px"))


def _placed(letters: re.Match[str]) -> str:
    if not letters["words"]:
        return ""
    before, after = (len(letters[end]) // len(_BLANK) * CELL for end in ("before", "after"))
    x, wide = float(letters["x"]) + before, float(letters["wide"]) - before - after
    return (
        f'{letters["tag"]} x="{x:g}" {letters["y"]} textLength="{wide:g}"{letters["clip"]}>'
        f"{letters['words']}</text>"
    )
