"""People that a text names, by the turns of phrase that name them."""

from collections.abc import Iterator

from rules.names import named_people

Span = tuple[int, int]


def named_person(text: str) -> Iterator[Span]:
    """Names of persons behind thanks, a meeting or a call; one in `@[Name]` was chosen from the address book."""
    return ((one.start, one.end) for one in named_people(text) if text[one.start] != "@")
