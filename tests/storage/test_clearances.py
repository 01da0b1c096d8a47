"""A clearance is found by its fingerprint and platform; the ledger tells what left, where to and in which order."""

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage.clearances import ClearanceStore
from storage.database import Journal
from storage.records import Clearance, Shared

pytestmark = pytest.mark.usefixtures("either_kind")

NOW = datetime(2026, 11, 20, 21, 30, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> ClearanceStore:
    return ClearanceStore(Journal(str(tmp_path / "journal.db")))


def cleared(store: ClearanceStore, **fingerprints: str) -> Clearance:
    return store.add(
        "note:1",
        cleared_at=NOW,
        packs=(("core", "1.0.0"),),
        answers=(("vendor-endorsement", "It states what we measured."),),
        fingerprints=fingerprints,
    )


def test_a_clearance_comes_back_whole(store: ClearanceStore) -> None:
    given = cleared(store, x="aa")
    assert store.find("aa", "x") == given
    assert store.last("note:1") == given


def test_a_fingerprint_holds_only_for_its_own_platform(store: ClearanceStore) -> None:
    cleared(store, x="aa", mastodon="bb")
    assert store.find("bb", "x") is None
    assert store.find("aa", "mastodon") is None
    assert store.find("bb", "mastodon") is not None


def test_the_newest_clearance_is_the_one_that_counts(store: ClearanceStore) -> None:
    cleared(store, x="aa")
    again = cleared(store, x="aa")
    assert store.find("aa", "x") == again


def test_a_text_that_was_saved_and_cleared_in_the_same_second_is_cleared_since(store: ClearanceStore) -> None:
    cleared(store, x="aa")
    assert store.first_cleared("note:1", NOW) == NOW
    assert store.first_cleared("note:1", NOW + timedelta(seconds=1)) is None
    assert store.first_cleared("note:1", None) == NOW
    assert store.first_cleared("note:2", None) is None


def test_the_ledger_tells_what_left_under_which_clearance(store: ClearanceStore) -> None:
    clearance = cleared(store, x="aa")
    line = Shared("note:1", "x", 1, 2, "osc52", NOW)
    assert not store.was_shared(clearance, "note:1")
    store.record(clearance, line)
    assert store.was_shared(clearance, "note:1")
    assert store.ledger("note:1") == [replace(line, clearance=clearance.id, id=1)]
    assert store.ledger() == store.ledger("note:1")
    assert store.ledger("note:2") == []


def test_the_ledger_is_read_page_by_page_the_newest_first_and_told_in_one_number(
    store: ClearanceStore,
) -> None:
    clearance = cleared(store, x="aa")
    for route in ("clipboard", "posted", "alt-clipboard", "unposted", "file"):
        store.record(clearance, Shared("note:1", "x", 1, 2, route, NOW))
    first = store.ledger_page(None, 2)
    assert [line.id for line in first] == [5, 4]
    assert [line.id for line in store.ledger_page(first[-1].id, 9)] == [3, 2, 1]
    assert store.ledger_page(1, 9) == []
    assert store.parts_left() == 2


def test_what_was_said_of_a_text_is_what_was_said_of_its_first_part(store: ClearanceStore) -> None:
    clearance = cleared(store, x="aa")
    for part, route in ((1, "clipboard"), (1, "posted"), (2, "posted"), (1, "unposted")):
        store.record(clearance, Shared("note:1", "x", part, 2, route, NOW))
    assert [(line.part, line.route) for line in store.said_of_first_parts()] == [
        (1, "posted"),
        (1, "unposted"),
    ]


def test_the_ledger_refuses_a_clearance_that_never_was(store: ClearanceStore) -> None:
    never = Clearance(99, "note:1", NOW, (), ())
    with pytest.raises(sqlite3.IntegrityError):
        store.record(never, Shared("note:1", "x", 1, 1, "osc52", NOW))
