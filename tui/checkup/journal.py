"""The journal and its copies: sound or not, how to get it back, and whether it could be got back tomorrow."""

import shlex
from collections.abc import Iterator
from datetime import datetime, timedelta

from storage.copies import DAMAGED
from storage.errors import StorageError
from storage.health import newest_good_copy
from storage.locations import journal_path
from tui.checkup.line import Line
from tui.checkup.patient import Patient
from tui.safekeeping import Safekeeping
from tui.sayings import say_error
from tui.visible import visible

_LOCKED = ("journal-locked", "journal-not-unlocked", "no-sqlcipher")
"""Kinds of fault that a key or a package mends, and no backup."""
_TOO_OLD = timedelta(days=7)
_TOO_MUCH_AHEAD = 64 * 1024 * 1024
"""Bytes; SQLite takes in what is written ahead from 4 MB on, unless somebody keeps reading."""


def journal_lines(patient: Patient) -> Iterator[Line]:
    """The journal, what is written ahead of it, its backups."""
    words, health = patient.words, patient.health
    if health.fault is not None:
        yield Line("journal", False, words("doctor-journal-bad", why=say_error(words, health.fault)))
        if health.fault.kind not in _LOCKED:
            yield Line("restore", False, _way_back(patient))
    else:
        yield Line(
            "journal",
            True,
            words.count("doctor-journal", health.holds.notes if health.holds else 0, path=patient.journal),
        )
        too_much = health.ahead > _TOO_MUCH_AHEAD
        size = -(-health.ahead // (1024 * 1024))
        yield Line("wal", not too_much, words("doctor-wal-big" if too_much else "doctor-wal", size=size))
    yield _backups(patient)


def _way_back(patient: Patient) -> str:
    words = patient.words
    if patient.health.fault is not None and patient.health.fault.kind == "journal-newer":
        return words("doctor-update")
    good = newest_good_copy(patient.journal)
    if good is None:
        missing = patient.health.fault is not None and patient.health.fault.kind == "journal-missing"
        return words("doctor-begin" if missing else "doctor-no-copy")
    usual = patient.journal == journal_path({**patient.context.environ, "CLEARDAY_JOURNAL": ""})
    place = "" if usual else f"--journal {shlex.quote(patient.journal)} "
    return words("doctor-restore", command=visible(f"clearday {place}restore {shlex.quote(good)}"))


def _backups(patient: Patient) -> Line:
    words = patient.words
    try:
        copies = Safekeeping(patient.journal, patient.clock).copies()
    except StorageError as error:
        return Line("backups", False, say_error(words, error))
    copies = [copy for copy in copies if copy.kind != DAMAGED]
    if not copies:
        due = _is_older(patient.health.first, patient)
        return Line("backups", not due, words("doctor-backups-none" if due else "doctor-backups-soon"))
    newest = copies[0]
    age = patient.clock.now().replace(tzinfo=None) - newest.at
    late = age > _TOO_OLD and patient.health.fault is None
    key = "doctor-backups-old" if late else "doctor-backups"
    said = words.count(key, len(copies), at=f"{newest.at:%Y-%m-%d %H:%M}", path=newest.path)
    return Line("backups", not late, said)


def _is_older(moment: datetime | None, patient: Patient) -> bool:
    return moment is not None and patient.clock.now() - moment > _TOO_OLD
