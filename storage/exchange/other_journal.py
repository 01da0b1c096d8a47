"""Reads another journal's file, from another machine or an older backup: a verified copy of it, in memory."""

from datetime import datetime

from storage.errors import InputError
from storage.exchange.contents import Contents, Understood
from storage.exchange.week_base import is_base
from storage.exchange.whole_journal import read_journal
from storage.opened import Opened
from storage.staging import staged


def read_other(path: str) -> Understood:
    """Everything the journal at `path` holds; the file itself is only read.

    Raises InputError when it is no journal, is damaged, or was made by a newer program.
    """
    with staged(path) as found:
        contents = read_journal(Opened(found.connection))
    _must_make_sense(contents, path)
    return Understood("journal", contents)


def _must_make_sense(contents: Contents, path: str) -> None:
    # The file has the tables of a journal; that its moments and roll-ups can be read is not in them.
    try:
        for note in contents.notes:
            for version in note.versions:
                if version.moment.utcoffset() is None:
                    raise ValueError(version.at)
        beside = [one.at for one in contents.occasions] + [one.at for one in contents.people]
        if any(datetime.fromisoformat(at).utcoffset() is None for at in beside):
            raise ValueError(path)
    except ValueError:
        raise InputError("copy-damaged", path=path) from None
    if not all(is_base(version.base) for week in contents.weeks for version in week.versions):
        raise InputError("copy-damaged", path=path)
