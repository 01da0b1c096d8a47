"""Reads text files whole: rule packs, texts to check, journals to import. UTF-8, and no larger than agreed."""

from collections.abc import Iterator

from storage.errors import InputError

_LIMIT = 64 * 1024 * 1024
"""Bytes; far beyond any journal, and small enough to refuse a disk image by mistake."""


def read_text(path: str, *, limit: int = _LIMIT, by_line: bool = False) -> str:
    """The text of the file at `path`, line ends as they are; `by_line` as in `decode`.

    Raises InputError when it is missing, unreadable, over `limit` bytes, not UTF-8 or holds a NUL.
    """
    try:
        with open(path, "rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise InputError("file-unreadable", path=path, reason=error.strerror or "") from None
    if len(data) > limit:
        raise _too_large(path, limit)
    return decode(data, path, by_line=by_line)


def lines_of(path: str, *, limit: int = _LIMIT) -> Iterator[bytes]:
    """The lines of the file at `path` as they are, one at a time, each with its end.

    Raises InputError when it is missing, unreadable or over `limit` bytes.
    """
    read = 0
    try:
        with open(path, "rb") as file:
            while line := file.readline(limit + 1):
                read += len(line)
                if read > limit:
                    raise _too_large(path, limit)
                yield line
    except OSError as error:
        raise InputError("file-unreadable", path=path, reason=error.strerror or "") from None


def _too_large(path: str, limit: int) -> InputError:
    return InputError("file-too-large", path=path, limit=limit // (1024 * 1024))


def decode(data: bytes, name: str, *, by_line: bool = False) -> str:
    """The text that `data` holds as UTF-8; `name` is what to call it in the error. Raises InputError.

    For who reads it line by line and judges each, nothing is raised: bytes that are not UTF-8 are lone surrogates.
    """
    if by_line:
        return data.decode("utf-8", "surrogateescape")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError("not-utf8", path=name, line=line) from None
    if "\0" in text:
        raise InputError("holds-nul", path=name, line=text.count("\n", 0, text.index("\0")) + 1)
    return text


def is_utf8(text: str) -> bool:
    """Whether UTF-8 can write `text`: it has no lone surrogate, such as stands for a byte that is not UTF-8."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def storable(text: str) -> bool:
    """Whether a journal can hold `text`: no NUL and no lone surrogate."""
    return "\0" not in text and is_utf8(text)
