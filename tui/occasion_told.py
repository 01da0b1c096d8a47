"""What a note answers, passes on or asks for, in one line: beside the note in lists, never in what goes out."""

from typing import TYPE_CHECKING

from tui.wording import Words

if TYPE_CHECKING:
    from storage.records import Occasion

_MOST = 160
"""Code points of a question that a list shows."""


def occasion_told(occasion: "Occasion", words: Words) -> str:
    """One line: the kind, then what is kept beside the note."""
    said = " ".join(occasion.quote.split())
    quote = (
        words("quotation", words=said if len(said) <= _MOST else f"{said[:_MOST].rstrip()}…") if said else ""
    )
    until = words("told-until", until=occasion.until) if occasion.until else ""
    who = occasion.who or (words("told-nobody") if occasion.kind == "passing-on" else "")
    beside = filter(None, (who, quote, until, occasion.link))
    return " · ".join((words(f"told-{occasion.kind}"), *beside))
