"""What commands of the shell take at 0, 10,000 and 100,000 notes: CPU time, memory at most, and how much they print.

What grows faster than what it prints loads more than it shows. A search for a word that every note holds has all of
them to rank, one for a state reads 2,000 of them, a backup copies them all, and the first `day` makes one. The doctor
reads the rule packs anew, whatever the size. What is said beside is left out.
Run: python -m tests.benchmarks.commands
"""

import os
import sys
import tempfile

from tests.benchmarks.app import fill, surroundings
from tests.benchmarks.stopwatch import ROOT

SIZES = (0, 10_000, 100_000)
COMMANDS = (
    *("locate", "day", "search people", "search people --limit 5", "search from:2026-01-01", "week", "next"),
    *("search tag:people", "search state:held", "search state:cleared"),
    *("people", "history 5", "ledger", "waivers", "photos", "lookback 2026-11", "doctor", "backup"),
)


def taken(command: str, journal: str, env: dict[str, str], out: str) -> str:
    """CPU time, most memory and bytes printed of one command on `journal`; `out` is a file for what it prints."""
    pid = os.fork()
    if not pid:
        os.dup2(os.open(out, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), 1)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        os.chdir(ROOT)
        started = [sys.executable, "-m", "tui", "--journal", journal, *command.split()]
        os.execve(sys.executable, started, env)
    used = os.wait4(pid, 0)[2]
    spent, most = (used.ru_utime + used.ru_stime) * 1000, used.ru_maxrss / 1024
    return f"{spent:7.0f} ms {most:5.0f} MiB {os.path.getsize(out):8,} B"


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        env = surroundings(folder) | {"CLEARDAY_READER": "none"}
        journals = [f"{folder}/{size}/journal.db" for size in SIZES]
        for size, journal in zip(SIZES, journals, strict=True):
            os.mkdir(os.path.dirname(journal))
            fill(journal, size)
        # Packs that were read once are kept for the next time.
        taken("day", journals[0], env, f"{folder}/out")
        print(f"{'':<26}", *(f"{f'{size:,} notes':>30}" for size in SIZES))
        for command in COMMANDS:
            print(f"{command:<26}", *(taken(command, journal, env, f"{folder}/out") for journal in journals))


if __name__ == "__main__":
    main()
