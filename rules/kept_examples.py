"""The examples of a rule as they were written down, read when somebody looks at them: most are never looked at."""

import json
from collections.abc import Iterator, Sequence
from typing import overload

from rules.rule import Example


class KeptExamples(Sequence[Example]):
    """Examples in the form that `written_examples` gives; equal to the same ones in a tuple."""

    __slots__ = ("_written",)

    def __init__(self, written: str) -> None:
        self._written = written.encode("utf-8", "surrogatepass")

    @overload
    def __getitem__(self, place: int) -> Example: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Example, ...]: ...
    def __getitem__(self, place: int | slice) -> Example | tuple[Example, ...]:
        return self._all()[place]

    def __iter__(self) -> Iterator[Example]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, tuple | KeptExamples) and self._all() == tuple(other)

    def __hash__(self) -> int:
        return hash(self._all())

    def _all(self) -> tuple[Example, ...]:
        listed = json.loads(self._written.decode("utf-8", "surrogatepass"))
        return tuple(Example(text, language) for text, language in listed)


def written_examples(examples: Sequence[Example]) -> str:
    """The texts and languages of `examples` as JSON."""
    return json.dumps([[one.text, one.language] for one in examples], ensure_ascii=False)
