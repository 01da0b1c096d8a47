"""A weekly note is saved as versions, and never over somebody else's."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage.database import Journal
from storage.errors import ChangedElsewhere
from storage.records import SavedWeek
from storage.weeks import WeekStore

pytestmark = pytest.mark.usefixtures("either_kind")

NOW = datetime(2026, 11, 20, 21, 30, tzinfo=UTC)


@pytest.fixture
def weeks(tmp_path: Path) -> WeekStore:
    return WeekStore(Journal(str(tmp_path / "journal.db")))


def test_a_week_that_was_never_saved_is_none(weeks: WeekStore) -> None:
    assert weeks.get("2026-W47") is None


def test_each_save_is_a_version(weeks: WeekStore) -> None:
    first = weeks.save(SavedWeek("2026-W47", "one", "{}", 0), changed=NOW)
    second = weeks.save(SavedWeek("2026-W47", "two", "{}", first.version), changed=NOW)
    assert (first.version, second.version) == (1, 2)
    assert weeks.get("2026-W47") == SavedWeek("2026-W47", "two", "{}", 2)


def test_saving_what_is_there_already_changes_nothing(weeks: WeekStore) -> None:
    first = weeks.save(SavedWeek("2026-W47", "one", "{}", 0), changed=NOW)
    assert weeks.save(SavedWeek("2026-W47", "one", "{}", 0), changed=NOW) == first
    assert weeks.save(first, changed=NOW) == first


def test_the_same_text_on_another_roll_up_is_a_save(weeks: WeekStore) -> None:
    """What the notes offered and nobody took would be offered again and again."""
    first = weeks.save(SavedWeek("2026-W47", "one", "{}", 0), changed=NOW)
    second = weeks.save(SavedWeek("2026-W47", "one", '{"blocks": []}', first.version), changed=NOW)
    assert second.version == 2
    assert weeks.get("2026-W47") == second


@pytest.mark.parametrize("started_from", [0, 1])
def test_a_save_that_started_from_an_older_version_overwrites_nothing(
    weeks: WeekStore, started_from: int
) -> None:
    weeks.save(SavedWeek("2026-W47", "one", "{}", 0), changed=NOW)
    weeks.save(SavedWeek("2026-W47", "theirs", "{}", 1), changed=NOW)
    with pytest.raises(ChangedElsewhere):
        weeks.save(SavedWeek("2026-W47", "mine", "{}", started_from), changed=NOW)
    saved = weeks.get("2026-W47")
    assert saved is not None
    assert saved.text == "theirs"
