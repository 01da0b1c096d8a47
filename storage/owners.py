"""Which window a draft belongs to, and whether that window is still there.

A process number alone may be given to another program after a restart, so when the process began,
and in which run of the system, belongs to the name.
"""

import os
from uuid import uuid4


def this_window() -> str:
    """A name for a window of this process: its process number, when it began, and 128 random bits."""
    return f"{os.getpid()} {_begun(os.getpid())} {uuid4().hex}"


def lives(owner: str) -> bool:
    """Whether the process behind a name that `this_window` gave is still running."""
    parts = owner.split(" ")
    if len(parts) != 3 or not parts[0].isdigit() or not 0 < int(parts[0][:20]) < 2**31:
        return False
    process = int(parts[0])
    return _is_there(process) and _begun(process) == parts[1]


def _is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except OSError:  # it has ended, or is somebody else's, whose window this cannot be
        return False
    return True


def _begun(process: int) -> str:
    """When a process began; empty for one that has ended, and where the system has no /proc to ask."""
    try:
        with open(f"/proc/{process}/stat", "rb") as file:
            # Behind the name in brackets, which may hold anything: field 3 is the state, 22 the start (proc(5)).
            fields = file.read().rpartition(b")")[2].split()
        with open("/proc/sys/kernel/random/boot_id", encoding="ascii") as file:
            return "" if fields[0] == b"Z" else f"{file.read().strip()}:{fields[19].decode()}"
    except OSError:
        return ""
