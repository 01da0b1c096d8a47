"""Kills a busy writer 500 times at random moments, and 100 updates of an old journal's format, and counts
what was confirmed and what is missing.

Run: python -m tests.benchmarks.kills
"""

import tempfile
from pathlib import Path

from tests.storage.kills import half_imported, kill_migration, kill_one, lost, migrated_by_halves

TIMES = 500
UPDATES = 100


def main() -> None:
    """Print the count."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "journal.db")
        confirmed, missing = 0, []
        for seed in range(TIMES):
            said = kill_one(path, seed)
            confirmed += len(said)
            missing += lost(path, said)
        halves = half_imported(path)
    print(
        f"{TIMES} kills; {confirmed} writes confirmed; {len(missing)} missing; {len(halves)} imports by halves"
    )
    updates()


def updates() -> None:
    """Print how many updates were killed and what is wrong with their journals."""
    killed, wrong = 0, []
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(UPDATES):
            path = Path(folder, str(seed), "journal.db")
            path.parent.mkdir()
            killed += kill_migration(path, seed)
            wrong += migrated_by_halves(path)
    print(
        f"{killed} of {UPDATES} updates killed before they were done; wrong afterwards: {wrong or 'nothing'}"
    )


if __name__ == "__main__":
    main()
