"""The number of a note on the command line, understood or refused."""

from tui.refusal import UnknownId


def the_note(name: str) -> int:
    """The number meant. Raises UnknownId for anything but a note's number."""
    if not (name.isascii() and name.isdigit()):
        raise UnknownId("no-such-number", name=name)
    return int(name[:20])
