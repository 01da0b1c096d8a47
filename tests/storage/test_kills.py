"""A journal whose writer was killed is sound, holds every word it confirmed, and nothing by halves."""

from pathlib import Path

from tests.storage.kills import half_imported, kill_one, lost


def test_what_was_confirmed_before_a_kill_is_there_after_it(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    said: list[str] = []
    for seed in range(25):
        said += kill_one(path, seed)
        assert lost(path, said) == []
    assert len(said) > 100
    assert half_imported(path) == []
