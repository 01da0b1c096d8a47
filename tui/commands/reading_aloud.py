"""Says who reads beside the rules, and what kept a reader from running."""

from tui.console import tell
from tui.desk import Desk


def tell_faults(desk: Desk) -> None:
    """Say which reader could not run, if one was tried."""
    for name in desk.reader.notices:
        tell(desk.words(f"reader-fault-{name}"))


def tell_reader(desk: Desk) -> None:
    """Say which reader read beside the rules, and how to have the other."""
    reader = desk.reader.reader()
    if reader is not None:
        tell(desk.words("reader-at-work", name=desk.words(f"reader-{reader.name}"), version=reader.version))
    if desk.reader.could_be_large:
        tell(desk.words("reader-offer"))
