"""The last line of every screen: the keys that work where the cursor is, in the person's language.

Textual's own footer shows what the classes declare, in English; this one looks each key up by its
name. What does not fit is left out from the end; the way back and help always stay.
"""

from collections.abc import Collection
from typing import ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.binding import Binding
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea

from tui.key_names import writes
from tui.wording import Words
from tui.wording.keys_en import SENTENCES

_LAST = ("back", "help")
ORDER = [key.removeprefix("key-") for key in SENTENCES if key.startswith("key-")]
"""Names of keys as the wording lists them: what belongs to the screen first. The palette has the same order."""
_GAP = "  "


class KeyLine(Widget):
    """Key hints that follow the focus; a click on one does what the key does."""

    DEFAULT_CSS = """
    KeyLine { height: 1; padding: 0 1; dock: bottom; background: $panel; color: $foreground; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-line--key"}

    def __init__(self, words: Words, kept: Collection[str] = ()) -> None:
        """`kept`: keys that never arrive here, so that the next one of a binding is shown."""
        super().__init__()
        self._words = words
        self._kept = kept
        self._ends: list[tuple[int, str]] = []

    def on_mount(self) -> None:
        """Follow the focus."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def speak(self, words: Words) -> None:
        """Go on in another language."""
        self._words = words
        self.refresh()

    def _follow(self, _: Screen[object]) -> None:
        self.refresh()

    def render(self) -> Text:
        """As many hints as fit, the way back and help at the end."""
        hints = self._hints()
        last = [hints.pop(name) for name in _LAST if name in hints]
        room = self.content_size.width - sum(cell_len(hint.plain) for hint, _ in last)
        room -= len(_GAP) * (len(last) - 1)
        line = Text(no_wrap=True, end="")
        self._ends = []
        for hint in hints.values():
            if cell_len(line.plain) + cell_len(hint[0].plain + _GAP) > room:
                continue  # a shorter one may still fit
            self._add(line, hint)
        for hint in last:
            self._add(line, hint)
        return line

    def _add(self, line: Text, hint: tuple[Text, str]) -> None:
        line.append_text(hint[0])
        self._ends.append((cell_len(line.plain), hint[1]))
        line.append(_GAP)

    async def on_click(self, event: events.Click) -> None:
        """Do what the key under the pointer does."""
        offset = event.get_content_offset(self)
        key = next((key for end, key in self._ends if offset and offset.x < end), "")
        if key:
            await self.app.action_simulate_key(key)

    def _hints(self) -> dict[str, tuple[Text, str]]:
        hints: dict[str, tuple[Text, str]] = {}
        refusing = getattr(self.screen, "refusing", ())
        foremost = getattr(self.screen, "foremost", ())
        for active in self.screen.active_bindings.values():
            binding = active.binding
            shown = (binding.show or binding.id in foremost) and active.enabled and self._works(binding.key)
            if shown and binding.id and binding.id not in hints and binding.id not in refusing:
                hints[binding.id] = self._hint(binding), binding.key
        order = [*foremost, *ORDER]
        return {name: hints[name] for name in sorted(hints, key=order.index)}

    def _works(self, key: str) -> bool:
        # Where somebody writes, a letter is only a letter.
        writing = isinstance(self.screen.focused, Input | TextArea)
        return key not in self._kept and not (writing and writes(key))

    def _hint(self, binding: Binding) -> Text:
        hint = Text(end="")
        hint.append(
            self.app.get_key_display(binding), self.get_component_rich_style("key-line--key", partial=True)
        )
        hint.append(f" {self._words(f'key-{binding.id}')}")
        return hint
