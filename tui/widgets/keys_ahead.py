"""Keys typed on the heels of one that moves the cursor elsewhere: they are for where it goes, not for where it was."""

from textual import events
from textual.widget import Widget


class KeysAhead:
    """What was typed while the cursor was on its way, in order; nothing is kept while it is not."""

    def __init__(self) -> None:
        self._kept: list[events.Key] | None = None

    def begin(self) -> None:
        """From now on the cursor is on its way."""
        self._kept = []

    def keeps(self, event: events.Key) -> bool:
        """Whether the cursor is on its way, so that `event` is kept."""
        if self._kept is None:
            return False
        self._kept.append(event)
        event.stop()
        event.prevent_default()
        return True

    def give_to(self, there: Widget | None) -> None:
        """Let whom the cursor came to have them; without one they are dropped, for nobody knows what they meant."""
        kept, self._kept = self._kept or [], None
        if there is None:
            return
        for event in kept:
            event.stop(False)
            event.prevent_default(False)
            there._forward_event(event)  # as the app hands on any other
