"""One platform beside the others: how many parts, how long each, how far, and whether its text is its own."""

import os
from collections.abc import Iterator

from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tui.outbox import PartState
from tui.outlets.osc52 import is_browser
from tui.screens.outgoing import Outlook
from tui.widgets.part_card import length
from tui.wording import Words

MOST_PARTS = 9
"""Most parts that are told one by one."""


class PlatformCard(Static):
    """The text on one platform, in a few lines."""

    DEFAULT_CSS = """
    PlatformCard {
        height: auto; margin: 0 0 1 0; padding: 0 1; color: $foreground; border-left: blank;
    }
    PlatformCard.-current { border-left: outer $accent; }
    """

    class Chosen(Message):
        """The card was clicked."""

        def __init__(self, platform: str) -> None:
            super().__init__()
            self.platform = platform

    def __init__(self, words: Words, outlook: Outlook, *, current: bool) -> None:
        head = " · ".join(filter(None, (outlook.platform.name, badge(words, outlook))))
        lines = "\n".join(_lines(words, outlook))
        super().__init__(Content.assemble((head, "bold"), "\n", lines), classes="-current" if current else "")
        self._platform = outlook.platform.id

    def on_click(self) -> None:
        """A click shows its parts."""
        self.post_message(self.Chosen(self._platform))


def badge(words: Words, outlook: Outlook) -> str:
    """What is special about the text here: edited for it, cut by hand, or left behind by its source."""
    if outlook.fork is None:
        return ""
    told = [words("fork-cuts" if outlook.fork.cuts_only else "fork")]
    return " · ".join([*told, words("fork-behind")] if outlook.fork.behind else told)


def state_told(words: Words, state: PartState) -> str:
    """How far a part is, with the hour: posted, on the clipboard, or how it left before."""
    if state.posted is not None:
        return words("left-posted", at=f"{state.posted.at:%H:%M}")
    if state.left is None:
        return ""
    browser = state.left.way == "osc52" and is_browser(os.environ)
    told = words("left-browser" if browser else f"left-{state.left.way}", at=f"{state.left.at:%H:%M}")
    return f"● {told}" if state.on_clipboard else told


def _lines(words: Words, outlook: Outlook) -> Iterator[str]:
    about, total = outlook.platform.sure == "about", len(outlook.parts)
    for part, state in zip(outlook.parts[:MOST_PARTS], outlook.states, strict=False):
        said = length(words, part, about=about)
        fits = "" if part.fits else words("too-long")
        number = words("part-of", n=part.n, total=total)
        yield "  ".join(filter(None, (number, said, fits, state_told(words, state))))
    if total > MOST_PARTS:
        yield words("parts-more", number=total - MOST_PARTS)
    if outlook.release is None:
        yield words("not-cleared-yet")
