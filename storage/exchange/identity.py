"""Which note a foreign entry is, so that reading it again, or in another format, adds nothing twice.

Two rules. A format with ids of its own gives the note that id. Without one, the identity is made from
moment, text and how many like it came before. And across formats, two notes are one when local day,
time to the minute and text are equal, white space aside: jrnl keeps neither seconds nor line ends.
"""

import hashlib
import json
import re
from collections import Counter
from datetime import datetime

from storage.exchange.contents import Version

_UID = re.compile(r"[0-9A-Za-z_-]{1,64}")
_UUID = re.compile(r"[0-9a-f]{32}")

Likeness = tuple[str, str, str]
"""Local day, local time to the minute, and the words with every run of white space as one space."""


class Identities:
    """Gives identities to the entries of one file, in its order."""

    def __init__(self) -> None:
        self._seen: Counter[tuple[str, str]] = Counter()

    def of(self, at: datetime, text: str) -> str:
        """The identity of an entry that has none of its own: 32 hexadecimal digits."""
        moment = at.isoformat()
        self._seen[moment, text] += 1
        return digest(json.dumps([moment, text, self._seen[moment, text]]))


def digest(words: str) -> str:
    """32 hexadecimal digits of the SHA-256 of `words`."""
    return hashlib.sha256(words.encode("utf-8")).hexdigest()[:32]


def uid_of_uuid(uuid: str) -> str:
    """The identity that a foreign id gives: its 32 hexadecimal digits, or a digest when it has not got those."""
    plain = uuid.replace("-", "").lower()
    return plain if _UUID.fullmatch(plain) else digest(uuid)


def is_uid(words: str) -> bool:
    """Whether `words` can be the identity of a note: up to 64 ASCII letters, digits, `_` and `-`."""
    return _UID.fullmatch(words) is not None


def likeness(version: Version) -> Likeness:
    """What makes a note the same note in another format."""
    return version.day, f"{version.moment:%H:%M}", " ".join(version.text.split())
