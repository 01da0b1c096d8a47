"""Keys that are typed before there is a line to type them on: kept, and given to it when it is there.

Without a focus, letters would be commands, and the first words of who types at once would be gone.
"""

from textual import events
from textual.widget import Widget

_TYPED = ("enter", "backspace", "delete", "left", "right", "home", "end")


class EarlyKeys:
    """What was typed so far; nothing is kept any more once it was given."""

    def __init__(self) -> None:
        self._kept: list[events.Key] | None = []

    def keeps(self, event: events.Event, focused: Widget | None) -> bool:
        """Whether `event` was typed before anything had the focus, and is kept; else what was kept is given first."""
        if self._kept is None or not isinstance(event, events.Key) or event.is_forwarded:
            return False
        if focused is not None:
            self.give_to(focused)
            return False
        if event.is_printable or event.key in _TYPED:
            self._kept.append(event)
            return True
        return False

    def give_to(self, focused: Widget) -> None:
        """Let what has the focus now have them, in the order they were typed."""
        kept, self._kept = self._kept or [], None
        for event in kept:
            focused._forward_event(event)  # as the app hands on any other
