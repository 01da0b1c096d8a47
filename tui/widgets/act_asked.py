"""What the single-letter keys of a list say to the screen: do this to what is selected."""

from textual.message import Message


class ActAsked(Message):
    """A key asked for `what`. Each list has a kind of its own, so that a screen hears just the list it means."""

    def __init__(self, what: str) -> None:
        super().__init__()
        self.what = what
        """The act, by the name that the list's bindings give it."""
