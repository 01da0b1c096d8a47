"""How two texts differ, drawn so that no colour is needed to read it."""

from collections.abc import Sequence
from typing import Final

from rich.text import Text

from rules.word_diff import Piece
from tui.visible import visible
from tui.wording import Words

MOST_SHOWN: Final = 20_000
"""Most code points of a difference that are drawn."""
_SIGNS: Final = {
    "same": ("", "", ""),
    "removed": ("[-", "-]", "strike"),
    "added": ("{+", "+}", "bold underline"),
}


def drawn(words: Words, pieces: Sequence[Piece]) -> Text:
    """The pieces as one text: what went is struck through in `[-…-]`, what came is bold in `{+…+}`."""
    said = Text()
    for piece in pieces:
        before, after, style = _SIGNS[piece.change]
        said.append(before + visible(piece.text[: MOST_SHOWN - len(said)]) + after, style)
        if len(said) >= MOST_SHOWN:
            size = sum(len(piece.text) for piece in pieces if piece.change != "removed")
            said.append("\n" + words("history-longer", size=words.figure(size)))
            break
    return said
