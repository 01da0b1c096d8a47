"""The whole script for a shell: its own part, from the file beside this, filled with what the commands take."""

import os
from collections.abc import Sequence
from typing import Final

from storage.texts import read_text
from tui.shells.bash import bash
from tui.shells.fish import fish
from tui.shells.slots import Takes
from tui.shells.zsh import zsh

_PARTS: Final = {"bash": bash, "zsh": zsh, "fish": fish}
SHELLS: Final = tuple(_PARTS)
"""The shells there is a script for."""


def script(shell: str, commands: Sequence[Takes]) -> str:
    """The script for `shell`, one of SHELLS; the first of `commands` is what stands before any."""
    text = read_text(os.path.join(os.path.dirname(os.path.abspath(__file__)), f"clearday.{shell}"))
    for gap, part in _PARTS[shell](commands).items():
        text = text.replace(f"@{gap}@", part)
    return text
