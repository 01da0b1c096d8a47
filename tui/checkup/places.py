"""Where things lie: who else can read them, and whether there is room."""

import os
import shlex
import shutil
import stat
from collections.abc import Iterator

from storage.locations import backups_folder, snippets_folder
from tui.checkup.line import Line
from tui.checkup.patient import Patient

_ROOM = 100 * 1024 * 1024
"""Bytes below which a disk is nearly full."""
_COPIES = 3
"""How many copies of the journal should still find room: a backup, a restore, one to spare."""


def place_lines(patient: Patient) -> Iterator[Line]:
    """Permissions, then room."""
    open_to_others = list(_open_to_others(patient))
    yield from open_to_others
    if not open_to_others:
        yield Line("permissions", True, patient.words("doctor-private"))
    yield from _room(patient)


def _open_to_others(patient: Patient) -> Iterator[Line]:
    words, journal = patient.words, patient.journal
    folder = os.path.dirname(os.path.abspath(journal))
    for path in (journal, f"{journal}-wal", f"{journal}-shm", *_files_in(backups_folder(journal))):
        # A folder or a device in the place of a journal is no file of ours, and 600 would spoil it.
        if os.path.isfile(path) and _mode(path) & 0o077:
            yield Line("permissions", False, words("doctor-open", path=shlex.quote(path)))
    for path in (backups_folder(journal), snippets_folder(journal)):
        if _mode(path) & 0o077:
            yield Line("permissions", False, words("doctor-folder-open", path=shlex.quote(path)))
    # Others may see that the folder is there; what they must not is put another journal into it.
    if _mode(folder) & 0o022 and not _mode(folder) & stat.S_ISVTX:
        yield Line("permissions", False, words("doctor-folder-writable", path=shlex.quote(folder)))


def _files_in(folder: str) -> list[str]:
    try:
        return sorted(entry.path for entry in os.scandir(folder) if entry.is_file(follow_symlinks=False))
    except OSError:
        return []


def _mode(path: str) -> int:
    try:
        return stat.S_IMODE(os.stat(path).st_mode)
    except OSError:
        return 0


def _room(patient: Patient) -> Iterator[Line]:
    folder = os.path.dirname(os.path.abspath(patient.journal))
    while not os.path.isdir(folder):
        folder = os.path.dirname(folder)
    try:
        free = shutil.disk_usage(folder).free
        size = os.path.getsize(patient.journal) if os.path.exists(patient.journal) else 0
    except OSError:
        return
    enough = free > max(_ROOM, _COPIES * size)
    key = "doctor-room" if enough else "doctor-no-room"
    yield Line("disk", enough, patient.words(key, free=free // (1024 * 1024), path=folder))
