"""What was understood of a search besides its words, in words: `tagged forms`, `from Mon 2026-11-16`, `held`."""

from datetime import date

from rules.query import Query
from tui.visible import visible
from tui.widgets.days import short_day
from tui.wording import Words


def filters_told(query: Query, words: Words) -> list[str]:
    """Each filter of `query` in a few words, in the order they narrow it; none for words alone."""
    told = [words("filter-tag", tag=visible(tag)) for tag in query.tags]
    told += [words("filter-person", name=visible(name)) for name in query.people]
    if query.states:
        states = ("preview-private" if state == "private" else f"state-{state}" for state in query.states)
        told.append(words("filter-or").join(words(state) for state in states))
    if query.first != date.min:
        told.append(words("filter-from", day=short_day(words, query.first)))
    if query.last != date.max:
        told.append(words("filter-to", day=short_day(words, query.last)))
    return told
