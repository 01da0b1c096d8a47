"""OSC 52: asks the terminal itself to fill the clipboard, which also works over SSH.

Nothing answers, so nothing can be confirmed. Inside tmux and GNU screen the sequence is also sent wrapped for the
terminal outside, which those two pass on; screen takes short strings only, so it gets the wrapped one in pieces.
"""

import base64
from collections.abc import Mapping
from typing import Final

LIMIT = 70_000
"""UTF-8 bytes of text; many terminals drop a longer sequence without a word (xterm's own limit is near 75,000)."""
_SCREEN_PIECE: Final = 240
"""Characters of one wrapped string; screen drops what is over 256 in its older versions, 768 in newer ones."""


def terminal_sequence(text: str, environ: Mapping[str, str]) -> str | None:
    """The bytes to write to the terminal, as text; None when `text` is over `LIMIT`."""
    data = text.encode("utf-8")
    if len(data) > LIMIT:
        return None
    plain = f"\x1b]52;c;{base64.b64encode(data).decode('ascii')}\a"
    if environ.get("TMUX"):
        return plain + f"\x1bPtmux;\x1b{plain}\x1b\\"
    if environ.get("STY") or environ.get("TERM", "").startswith("screen"):
        return plain + _through_screen(plain)
    return plain


def is_browser(environ: Mapping[str, str]) -> bool:
    """Whether the screen is drawn in a browser, which then is what the sequence goes to."""
    return "web_driver" in environ.get("TEXTUAL_DRIVER", "")


def _through_screen(plain: str) -> str:
    pieces = (plain[start : start + _SCREEN_PIECE] for start in range(0, len(plain), _SCREEN_PIECE))
    return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)
