"""What the system says of a file or a port, in words for people.

It says it in English, to programmers: "Is a directory". What is not known here stays as the system said it.
"""

import errno
import os
from typing import Final

from tui.wording import Words

_BY_CODE: Final = {
    errno.ENOENT: "system-missing",
    errno.EISDIR: "system-folder",
    errno.ENOTDIR: "system-no-folder",
    errno.EEXIST: "system-there",
    errno.EACCES: "system-forbidden",
    errno.EPERM: "system-forbidden",
    errno.EROFS: "system-only-read",
    errno.ENOSPC: "system-full",
    errno.EFBIG: "system-large",
    errno.EIO: "system-no-answer",
    errno.ELOOP: "system-circle",
    errno.ENAMETOOLONG: "system-long-name",
    errno.EBADF: "system-not-open",
    errno.EBUSY: "system-busy",
    errno.EMFILE: "system-many-open",
    errno.ENFILE: "system-many-open",
    errno.EADDRINUSE: "system-port-taken",
}
_BY_WORDS: Final = {
    **{os.strerror(code): key for code, key in _BY_CODE.items()},
    # SQLite's own, of a copy that it writes.
    "database or disk is full": "system-full",
    "attempt to write a readonly database": "system-only-read",
    "unable to open database file": "system-forbidden",
    "disk I/O error": "system-no-answer",
}


def in_words(words: Words, reason: str) -> str:
    """`reason`, as the system gave it, as the beginning of no sentence; itself where it is not known."""
    key = _BY_WORDS.get(reason)
    return words(key) if key else reason
