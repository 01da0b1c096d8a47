"""Day One's archive: the journals in it are read in memory, and nothing is unpacked.

Only `*.json` members at the top are opened, as streams that stop at the cap whatever their headers claim,
so neither a bomb nor a path that climbs out of a folder has anything to act on.
"""

import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator

from storage.errors import InputError
from storage.exchange.contents import Contents, JournalNote, Local, Understood
from storage.exchange.dayone import read_dayone
from storage.texts import decode

_LIMIT = 256 * 1024 * 1024
"""Bytes of JSON, unpacked, in one archive."""


def read_dayone_zip(path: str, *, local: Local, limit: int = _LIMIT) -> Understood:
    """The entries of every journal in the archive at `path`. Raises InputError."""
    notes: dict[str, JournalNote] = {}
    left_out: Counter[str] = Counter()
    for name, text in _journals(path, limit):
        understood = read_dayone(text, f"{path} » {name}", local=local)
        left_out.update(dict(understood.left_out))
        # An entry can stand in two journals of one archive; it is the same entry.
        notes |= {note.uid: note for note in understood.contents.notes}
    return Understood("dayone", Contents(tuple(notes.values())), tuple(left_out.items()))


def _journals(path: str, limit: int) -> list[tuple[str, str]]:
    try:
        with zipfile.ZipFile(path) as archive:
            members = [member for member in archive.infolist() if _is_journal(member.filename)]
            if not members:
                raise InputError("zip-no-json", path=path)
            return list(_read(archive, members, path, limit))
    except OSError as error:
        raise InputError("file-unreadable", path=path, reason=error.strerror or "") from None
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError):
        # RuntimeError: the archive is encrypted. NotImplementedError: packed in a way Python cannot read.
        raise InputError("zip-broken", path=path) from None


def _read(
    archive: zipfile.ZipFile, members: Iterable[zipfile.ZipInfo], path: str, limit: int
) -> Iterator[tuple[str, str]]:
    """Name and text of each member, `limit` bytes in all. Raises InputError."""
    for member in members:
        with archive.open(member) as stream:
            data = stream.read(limit + 1)
        if len(data) > limit:
            raise InputError("file-too-large", path=path, limit=_LIMIT // (1024 * 1024))
        limit -= len(data)
        yield member.filename, decode(data, f"{path} » {member.filename}")


def _is_journal(name: str) -> bool:
    return name.lower().endswith(".json") and "/" not in name and "\\" not in name
