"""The register of waivers, and what became of the remarks."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from storage.database import Journal
from storage.errors import NoSuchWaiver
from storage.records import Heard, Waiver
from storage.remarks import RemarkStore
from storage.waivers import WaiverStore

pytestmark = pytest.mark.usefixtures("either_kind")

NOW = datetime(2026, 11, 20, 21, 30, tzinfo=UTC)
TODAY = date(2026, 11, 20)


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    opened = Journal(str(tmp_path / "journal.db"))
    yield opened
    opened.close()


def waiver(key: str, reason: str = "It is public.", until: date | None = None) -> Waiver:
    return Waiver(0, key, "vendor-endorsement", "note:1", reason, "anna", NOW, until)


def test_a_waiver_comes_back_whole(journal: Journal) -> None:
    store = WaiverStore(journal)
    assert store.add([waiver("aa", until=TODAY), waiver("bb")]) == store.register()
    assert [one.id for one in store.register()] == [1, 2]


def test_it_stands_for_its_own_key_through_its_last_day(journal: Journal) -> None:
    store = WaiverStore(journal)
    store.add([waiver("aa", until=TODAY)])
    assert store.standing(["aa", "bb"], TODAY) == {"aa": "It is public."}
    assert store.standing(["aa"], date(2026, 11, 21)) == {}


def test_the_newest_of_several_speaks(journal: Journal) -> None:
    store = WaiverStore(journal)
    store.add([waiver("aa", "First."), waiver("aa", "Second.")])
    assert store.standing(["aa"], TODAY) == {"aa": "Second."}


def test_one_taken_back_stays_in_the_register_and_stands_no_more(journal: Journal) -> None:
    store = WaiverStore(journal)
    store.add([waiver("aa")])
    store.end(1, NOW)
    assert store.standing(["aa"], TODAY) == {}
    assert store.register()[0].ended == NOW
    with pytest.raises(NoSuchWaiver):
        store.end(1, NOW)


def test_thousands_of_keys_are_asked_for_at_once(journal: Journal) -> None:
    store = WaiverStore(journal)
    store.add([waiver("key-1999")])
    assert store.standing([f"key-{n}" for n in range(2000)], TODAY) == {"key-1999": "It is public."}


def test_what_became_of_remarks_is_counted_once_for_their_words(journal: Journal) -> None:
    store = RemarkStore(journal)
    for _ in range(2):
        store.made("note:1", {"aa": "one", "bb": "one", "cc": "two"}, NOW)
    store.settled("note:1", ["aa"], "waived", NOW)
    store.made("note:1", {"aa": "one", "cc": "two"}, NOW)
    assert store.heard() == [
        Heard("one", made=2, answered=0, waived=1, reworded=1),
        Heard("two", made=1, answered=0, waived=0, reworded=0),
    ]
