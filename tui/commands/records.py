"""Texts handed in as JSON lines, `{"id", "text"}`, one object a line."""

from collections.abc import Iterator
from typing import Any

from storage.errors import InputError
from storage.json_lines import json_lines


def records(lines: str, name: str) -> Iterator[dict[str, Any]]:
    """Each object, in order. Raises InputError naming `name` and the line that is none, or has no text.

    `name` is what a person calls it: a path, or what `named` makes of `-`.
    """
    for number, held in json_lines(lines, name):
        if not isinstance(held.get("text"), str):
            raise InputError("line-key", path=name, line=number, key="text")
        yield held
