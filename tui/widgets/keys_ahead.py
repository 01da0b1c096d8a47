"""Keys typed on the heels of one that opens an editor: words already, so no list may take them for commands."""

from textual import events
from textual.widget import Widget


class KeysAhead:
    """What was typed while an editor was opening, in order; nothing is kept while none is."""

    def __init__(self) -> None:
        self._kept: list[events.Key] | None = None

    def begin(self) -> None:
        """From now on an editor is opening."""
        self._kept = []

    def keeps(self, event: events.Key) -> bool:
        """Whether an editor is opening, so that `event` is kept for it."""
        if self._kept is None:
            return False
        self._kept.append(event)
        event.stop()
        event.prevent_default()
        return True

    def give_to(self, editor: Widget | None) -> None:
        """Let the editor that opened have them; without one they are dropped, for they were no commands."""
        kept, self._kept = self._kept or [], None
        if editor is None:
            return
        for event in kept:
            event.stop(False)
            event.prevent_default(False)
            editor._forward_event(event)  # as the app hands on any other
