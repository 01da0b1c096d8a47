"""Kills a busy writer 500 times at random moments and counts what it confirmed and what is missing.

Run: python -m tests.benchmarks.kills
"""

import tempfile
from pathlib import Path

from tests.storage.kills import half_imported, kill_one, lost

TIMES = 500


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


if __name__ == "__main__":
    main()
