"""What a person taught the second reader: one small file beside the journal, without a word of any note."""

import json
import os
from collections.abc import Iterable
from typing import Any

from storage.errors import InputError
from storage.landing import write_whole
from storage.texts import read_text

_NAME = "reader.json"
_LARGEST = 4 * 1024 * 1024


def lessons_path(journal: str) -> str:
    """Where it is: beside the journal file `journal`."""
    return os.path.join(os.path.dirname(os.path.abspath(journal)), _NAME)


def read_lessons(journal: str) -> list[dict[str, Any]]:
    """The lessons kept, oldest first; none where there is no file. Raises InputError for one that is not ours."""
    path = lessons_path(journal)
    if not os.path.exists(path):
        return []
    try:
        kept = json.loads(read_text(path, limit=_LARGEST))
        return [_lesson(one) for one in kept["lessons"]]
    except (ValueError, KeyError, TypeError):
        raise InputError("lessons-wrong", path=path) from None


def write_lessons(journal: str, lessons: Iterable[dict[str, Any]]) -> None:
    """Keep `lessons` in the place of those before. Raises OSError."""
    folder, name = os.path.split(lessons_path(journal))
    write_whole(folder, name, json.dumps({"version": 1, "lessons": list(lessons)}, indent=1))


def forget_lessons(journal: str) -> bool:
    """Take the file away; whether there was one. Raises OSError."""
    try:
        os.remove(lessons_path(journal))
    except FileNotFoundError:
        return False
    return True


def _lesson(one: dict[str, Any]) -> dict[str, Any]:
    return {
        "key": str(one["key"]),
        "category": str(one["category"]),
        "chance": float(one["chance"]),
        "right": bool(one["right"]),
    }
