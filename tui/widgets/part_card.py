"""One part as readers will see it, in its own card, with its length by the platform's own count."""

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from rules.snippet import Part
from tui.visible import visible
from tui.wording import Words

MOST_SHOWN = 8_000
"""Most code points of a part that a card draws; what is copied is always the whole part."""


class PartCard(Static):
    """A part of a snippet."""

    DEFAULT_CSS = """
    PartCard {
        height: auto; margin: 0 0 1 1; padding: 0 1; background: $background; color: $foreground;
        border: round $border-blurred; border-title-color: $foreground; border-subtitle-color: $foreground;
    }
    PartCard.-current { border: round $accent; border-title-style: bold; }
    PartCard.-preview { border: dashed $border-blurred; color: $quiet; }
    PartCard.-held { border-bottom: heavy $accent; }
    """

    current: reactive[bool] = reactive(False)
    """Whether the keys act on this part."""

    class Chosen(Message):
        """The card was clicked."""

        def __init__(self, n: int) -> None:
            super().__init__()
            self.n = n

    class EndDragged(Message):
        """Its lower border was taken so many `rows` down (or up, less than 0)."""

        def __init__(self, n: int, rows: int) -> None:
            super().__init__()
            self.n = n
            self.rows = rows

    def __init__(self, words: Words, part: Part, *, of: int, about: bool, preview: bool) -> None:
        """`of` parts in all; `about`: the platform's count is a safe reading; `preview`: nothing is cleared."""
        super().__init__(Content(_shown(words, part)), classes="-preview" if preview else "")
        self._words = words
        self.part = part
        """What is shown."""
        said = length(words, part, about=about)
        self.border_subtitle = Content(said if part.fits else f"{said} · {words('too-long')}")
        self._number = words("part-of", n=part.n, total=of)
        self._last = part.n == of
        self._held_at: int | None = None
        self.tell("")

    def tell(self, state: str) -> None:
        """Say in the card's title how far this part is: copied, opened, or nothing yet."""
        self.border_title = Content(" · ".join(filter(None, (self._number, state))))

    def watch_current(self, current: bool) -> None:
        """The current card has the accent."""
        self.set_class(current, "-current")

    def on_click(self) -> None:
        """A click makes it the current one."""
        self.post_message(self.Chosen(self.part.n))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the lower border, where another part begins."""
        if event.y == self.outer_size.height - 1 and not self._last:
            self._held_at = event.screen_y
            self.add_class("-held")
            self.capture_mouse()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let go of it: the part ends where it was taken to, or at the good place next to that."""
        if self._held_at is None:
            return
        rows, self._held_at = event.screen_y - self._held_at, None
        self.release_mouse()
        self.remove_class("-held")
        if rows:
            self.post_message(self.EndDragged(self.part.n, rows))


def length(words: Words, part: Part, *, about: bool) -> str:
    """`262 of 280`, `about 262 of 280`, or the bare length where there is no limit."""
    if part.limit is None:
        return words.count("length", part.length)
    return words.length(part.length, part.limit, about=about)


def _shown(words: Words, part: Part) -> str:
    if len(part.text) <= MOST_SHOWN:
        return visible(part.text)
    return f"{visible(part.text[:MOST_SHOWN])}\n{words('part-longer', size=words.figure(len(part.text)))}"
