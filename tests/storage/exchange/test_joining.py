"""Two journals that went on apart are joined: nothing either ever held is lost, in whatever order it is done."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.exchange.contents import Contents, JournalNote, JournalWeek, Understood, Version, WeekVersion
from storage.exchange.joining import join_note, join_week
from tests.storage.exchange.journals import BASE, held, note, put

START = note("start", uid="1").now


def state(text: str, minute: int, *, deleted: bool = False) -> Version:
    return replace(START, text=text, deleted=deleted, changed=f"2026-11-20T12:{minute:02d}:00-05:00")


ROOT = state("root", 0)


def joined(ours: tuple[Version, ...], theirs: tuple[Version, ...]) -> tuple[Version, ...]:
    return (*ours, *join_note(ours, theirs).appended)


def test_what_went_on_only_there_is_followed() -> None:
    there = (ROOT, state("a", 1), state("b", 2))
    assert join_note((ROOT,), there).fate == "changed"
    assert joined((ROOT,), there) == there
    assert join_note(there, (ROOT,)).fate == "known"


def test_where_both_went_on_the_later_stands_and_the_other_is_kept() -> None:
    ours, theirs = (ROOT, state("ours", 5)), (ROOT, state("theirs", 3))
    assert join_note(ours, theirs).fate == "conflict"
    assert [version.text for version in joined(ours, theirs)] == ["root", "ours", "theirs", "ours"]
    assert [version.text for version in joined(theirs, ours)] == ["root", "theirs", "ours"]


def test_an_edit_outlives_a_deletion_however_late() -> None:
    edited, gone = (ROOT, state("edited", 1)), (ROOT, state("root", 9, deleted=True))
    for one, other in ((edited, gone), (gone, edited)):
        assert join_note(one, other).fate == "conflict"
        assert (joined(one, other)[-1].text, joined(one, other)[-1].deleted) == ("edited", False)


def test_an_edit_made_after_joining_is_no_conflict_any_more() -> None:
    ours, theirs = (ROOT, state("ours", 5)), (ROOT, state("theirs", 3))
    there = (*joined(theirs, ours), state("settled", 8))
    assert join_note(ours, there).fate == "changed"
    assert joined(ours, there)[-1].text == "settled"


def test_a_version_brought_back_on_purpose_is_not_mistaken_for_an_old_one() -> None:
    ours, theirs = (ROOT, state("a", 1), state("root", 5)), (ROOT, state("a", 1), state("c", 3))
    assert join_note(ours, theirs).fate == "conflict"
    assert joined(ours, theirs)[-1].text == joined(theirs, ours)[-1].text == "root"


def test_two_deletions_of_one_note_do_not_bring_it_back() -> None:
    ours = (ROOT, state("a", 1), state("a", 2, deleted=True))
    theirs = (ROOT, state("a", 1, deleted=True), state("a", 1))
    once = joined(ours, theirs)
    assert once[-1].deleted
    assert joined(once, theirs) == once


def test_a_week_that_went_on_in_two_ways_keeps_both() -> None:
    root = WeekVersion("root", BASE, "2026-11-20T12:00:00-05:00")
    ours = (root, replace(root, text="ours", changed="2026-11-20T12:05:00-05:00"))
    theirs = (root, replace(root, text="theirs", changed="2026-11-20T12:07:00-05:00"))
    assert join_week(ours, theirs).fate == "conflict"
    assert [version.text for version in (*ours, *join_week(ours, theirs).appended)] == [
        "root",
        "ours",
        "theirs",
    ]
    assert join_week(theirs, ours).appended[-1].text == "theirs"


EDITS = st.lists(st.tuples(st.sampled_from("abcd"), st.integers(1, 9), st.booleans()), max_size=4)


@st.composite
def histories(draw: st.DrawFn, count: int) -> list[tuple[Version, ...]]:
    """Histories that parted: a common beginning, then edits of each side's own."""
    begun = (ROOT, *(state(text, minute, deleted=gone) for text, minute, gone in draw(EDITS)))
    return [
        (*begun, *(state(text, minute, deleted=gone) for text, minute, gone in draw(EDITS)))
        for _ in range(count)
    ]


@given(histories(2))
def test_joining_either_way_ends_in_the_same_state_with_the_same_states(
    sides: list[tuple[Version, ...]],
) -> None:
    one, other = joined(*sides), joined(*reversed(sides))
    assert _content(one[-1]) == _content(other[-1])
    assert {_content(version) for version in one} == {_content(version) for version in other}
    assert {_content(version) for side in sides for version in side} == {_content(version) for version in one}


@given(histories(2))
def test_joining_again_changes_nothing(sides: list[tuple[Version, ...]]) -> None:
    ours, theirs = sides
    once = joined(ours, theirs)
    assert once[: len(ours)] == ours
    assert joined(once, theirs) == once
    assert join_note(once, theirs).fate == "known"
    back = joined(theirs, once)
    assert _content(back[-1]) == _content(once[-1])
    assert joined(once, back) == once or _content(joined(once, back)[-1]) == _content(once[-1])


@given(histories(3))
def test_three_journals_that_keep_joining_come_to_agree(sides: list[tuple[Version, ...]]) -> None:
    for _ in range(3):
        for here in range(3):
            for there in range(3):
                sides[here] = joined(sides[here], sides[there])
    assert len({_content(side[-1]) for side in sides}) == 1
    settled = list(sides)
    for here in range(3):
        for there in range(3):
            sides[here] = joined(sides[here], sides[there])
    assert sides == settled


def _content(version: Version) -> tuple[object, ...]:
    return version.text, version.deleted


def journal(*notes: JournalNote, weeks: tuple[JournalWeek, ...] = ()) -> Understood:
    numbered = tuple(replace(given, number=place) for place, given in enumerate(notes, start=1))
    return Understood("journal", Contents(numbered, weeks))


def test_a_journal_takes_in_what_another_has_and_loses_nothing_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "ours.db"
    shared = JournalNote("1", "typed", (ROOT,))
    put(path, journal(replace(shared, versions=(ROOT, state("ours", 5))), note("mine", uid="2")))
    found = put(path, journal(replace(shared, versions=(ROOT, state("theirs", 3))), note("new", uid="3")))
    assert [fate for _, fate, _ in found.notes] == ["conflict", "new"]
    texts = {kept.uid: [version.text for version in kept.versions] for kept in held(path).notes}
    assert texts == {"1": ["root", "ours", "theirs", "ours"], "2": ["mine"], "3": ["new"]}
    again = put(path, journal(replace(shared, versions=(ROOT, state("theirs", 3))), note("new", uid="3")))
    assert [fate for _, fate, _ in again.notes] == ["known", "known"]


def test_the_same_words_noted_on_two_machines_at_once_are_two_notes(tmp_path: Path) -> None:
    path = tmp_path / "ours.db"
    put(path, journal(note("same", uid="1")))
    assert [fate for _, fate, _ in put(path, journal(note("same", uid="2"))).notes] == ["new"]


@pytest.mark.parametrize("count", [0, 1, 3])
def test_a_saved_week_follows_the_other_machine(tmp_path: Path, count: int) -> None:
    path = tmp_path / "ours.db"
    versions = tuple(
        WeekVersion(f"text {n}", BASE, f"2026-11-20T12:{n:02d}:00-05:00") for n in range(count + 1)
    )
    put(path, journal(note("x", uid="1"), weeks=(JournalWeek("2026-W47", versions[:1]),)))
    put(path, journal(note("x", uid="1"), weeks=(JournalWeek("2026-W47", versions),)))
    assert [version.text for version in held(path).weeks[0].versions] == [v.text for v in versions]
