"""OSC 52: asks the terminal itself to fill the clipboard, which also works over SSH.

Nothing answers, so nothing can be confirmed. Inside tmux the sequence is sent a second time wrapped
for the terminal outside, for set-ups that allow passing it through.
"""

import base64
from collections.abc import Mapping

LIMIT = 70_000
"""UTF-8 bytes of text; many terminals drop a longer sequence without a word (xterm's own limit is near 75,000)."""


def terminal_sequence(text: str, environ: Mapping[str, str]) -> str | None:
    """The bytes to write to the terminal, as text; None when `text` is over `LIMIT`."""
    data = text.encode("utf-8")
    if len(data) > LIMIT:
        return None
    plain = f"\x1b]52;c;{base64.b64encode(data).decode('ascii')}\a"
    if environ.get("TMUX"):
        return plain + f"\x1bPtmux;\x1b{plain}\x1b\\"
    return plain
