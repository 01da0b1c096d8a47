"""The roll-up that is kept beside a saved week names notes by number; in another journal they have others.

It is JSON, `{"blocks": [text], "origins": [[text, [number]]], "pieces": [[text, [text]]]}`, as the desk
writes it; "pieces" may be missing.
"""

import json
from collections.abc import Mapping

from storage.texts import storable


def is_base(written: str) -> bool:
    """Whether `written` is a roll-up that a week can be merged with."""
    try:
        held = json.loads(written)
    except (ValueError, RecursionError):
        return False
    if not isinstance(held, dict):
        return False
    blocks, origins, pieces = held.get("blocks"), held.get("origins"), held.get("pieces", [])
    return (
        isinstance(blocks, list)
        and isinstance(origins, list)
        and all(_is_text(block) for block in blocks)
        and all(_is_origin(origin) for origin in origins)
        and isinstance(pieces, list)
        and all(_is_joined(joined) for joined in pieces)
    )


def renumbered(written: str, numbers: Mapping[int, int]) -> str:
    """The roll-up with each note under its new number; a note that has none is no longer named."""
    held = json.loads(written)
    held["origins"] = [
        [text, [numbers[note] for note in notes if note in numbers]] for text, notes in held["origins"]
    ]
    return json.dumps(held, ensure_ascii=False)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and storable(value)


def _is_origin(value: object) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2
        and _is_text(value[0])
        and isinstance(value[1], list)
        and all(isinstance(note, int) for note in value[1])
    )


def _is_joined(value: object) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2
        and _is_text(value[0])
        and isinstance(value[1], list)
        and all(_is_text(piece) for piece in value[1])
    )
