"""What a note answers, passes on or asks for, beside it in Markdown day files and JSON lines.

    "occasion": {"kind": "reply", "quote": "Why two forms?", "who": "Ana", "at": "2026-11-20T09:12:00-05:00"}

`kind` is `reply`, `passing-on` or `call`; of `quote`, `who`, `link` and `until` only those that say something are
there. Without `at`, when it was said, it was said at the note's own moment.
"""

from typing import Final, get_args

from storage.exchange.json_entry import Entry
from storage.records import OccasionKind

_BESIDE: Final = ("quote", "who", "link", "until")
_KINDS: Final = [kind for kind in get_args(OccasionKind) if kind != "note"]


def occasion_object(said: tuple[str, ...]) -> dict[str, object]:
    """`{"occasion": {…}}` for what was said of a note; empty for an ordinary one."""
    if not said:
        return {}
    kind, *beside, at = said
    told = {key: words for key, words in zip(_BESIDE, beside, strict=True) if words}
    return {"occasion": {"kind": kind, **told, "at": at}}


def occasion_said(entry: Entry, at: str) -> tuple[str, ...]:
    """What stands under `occasion` of a note of the moment `at`; empty for nothing. Raises InputError."""
    held = entry.within("occasion")
    if held is None:
        return ()
    kind = held.words("kind")
    if kind not in _KINDS:
        raise held.wrong("kind")
    moment = held.moment("at") if held.get("at") is not None else at
    return (kind, *(held.words(key, default="") for key in _BESIDE), moment)
