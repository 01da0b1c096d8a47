"""A journal whose writer was killed is sound, holds every word it confirmed, and nothing by halves."""

from pathlib import Path

from storage.database import open_database
from storage.soundness import holdings
from tests.storage.kills import (
    OLD_NOTES,
    half_imported,
    kill_migration,
    kill_one,
    lost,
    migrated_by_halves,
)


def test_what_was_confirmed_before_a_kill_is_there_after_it(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    said: list[str] = []
    for seed in range(25):
        said += kill_one(path, seed)
        assert lost(path, said) == []
    assert len(said) > 100
    assert half_imported(path) == []


def test_an_update_of_the_format_that_is_killed_is_done_or_not_begun_and_is_done_the_next_time(
    tmp_path: Path,
) -> None:
    killed = 0
    for seed in range(12):
        path = tmp_path / f"{seed}" / "journal.db"
        path.parent.mkdir()
        killed += kill_migration(path, seed)
        assert migrated_by_halves(path) == []
        database = open_database(str(path))
        assert holdings(database.conn).notes == OLD_NOTES
        database.close()
        assert migrated_by_halves(path) == []
    assert killed > 0
