"""What a search has to look into: no more than is needed, as far as it may, and it knows how far that was."""

from datetime import UTC, date, datetime, timedelta
from itertools import islice

import pytest

from rules.checker import checker_of
from rules.query import parse_query
from storage.database import Journal
from tests.storage.many import add_many
from tui.desk import Desk
from tui.seeking import EVERYWHERE, Far, Looked, Seeking
from tui.views import NoteView

HELD = "The vendor’s word for the lab: password: Tr0ub4dor&3."
FRIDAY = date(2026, 11, 20)


def fill(desk: Desk, notes: int, *, held: set[int]) -> None:
    """Put in notes 1 to `notes`, a day apart up to Friday; those numbered in `held` are held."""
    start = datetime(2026, 11, 20, 15, tzinfo=UTC) - timedelta(days=notes - 1)
    texts = (HELD if n in held else f"Person {n} finished the form." for n in range(1, notes + 1))
    journal = Journal(desk.path)
    add_many(journal.database, ((start + timedelta(days=n), text) for n, text in enumerate(texts)))
    journal.close()


def read_anew(desk: Desk) -> int:
    return checker_of(desk.packs.packs).read_anew


def seek(desk: Desk, words: str) -> Seeking[NoteView]:
    return desk.seek(parse_query(words, desk.clock.today()))


def numbers(views: list[NoteView]) -> list[int]:
    return [view.note.id for view in views]


@pytest.mark.parametrize("state", ["cleared", "shared", "private"])
def test_notes_that_cannot_stand_so_are_not_read(desk: Desk, state: str) -> None:
    """In a journal of 100,000 notes it took minutes to say that there are none."""
    for number in range(5):
        desk.log(f"Person {number} finished the form.")
    checker_of(desk.packs.packs).forget()
    found = desk.search(f"state:{state}")
    assert (found.notes, found.looked) == ((), None)
    assert read_anew(desk) == 0


def test_those_that_stand_so_are_found(desk: Desk) -> None:
    desk.log("Five people finished the form.")
    desk.log("Two more than last month.")
    desk.log("For myself alone.", private=True)
    desk.clear(desk.subject("2"), {})
    found = {
        states: [view.note.id for view in desk.search(states).notes]
        for states in ("state:cleared", "state:private", "state:draft", "state:cleared state:private")
    }
    assert found == {
        "state:cleared": [2],
        "state:private": [3],
        "state:draft": [3, 1],
        "state:cleared state:private": [3, 2],
    }


def test_no_more_notes_are_read_than_it_may_and_the_newest_are(desk: Desk) -> None:
    """`state:held` read every note of the journal before it said anything: minutes for 100,000."""
    fill(desk, 30, held={3, 28})
    checker_of(desk.packs.packs).forget()
    found = desk.search("state:held", far=Far(1_000, 10))
    assert read_anew(desk) == 10
    assert numbers(list(found.notes)) == [28]
    assert found.looked == Looked(10, 30, FRIDAY - timedelta(days=9), one_day=False)
    assert found.looked.rest == 20


def test_going_on_finds_every_note_once_whatever_the_steps(desk: Desk) -> None:
    held = {1, 2, 7, 11, 12, 13, 30}
    fill(desk, 30, held=held)
    for step in (Far(1_000, 1), Far(7, 1_000), Far(4, 4)):
        seeking, found = seek(desk, "state:held"), list[int]()
        while not found or seeking.looked:
            found += numbers(list(seeking.go_on(step)))
        assert found == sorted(held, reverse=True)


def test_who_stops_early_goes_on_behind_what_was_found(desk: Desk) -> None:
    fill(desk, 12, held={2, 5, 8, 11})
    seeking = seek(desk, "state:held")
    parts = [numbers(list(islice(seeking.go_on(EVERYWHERE), 3))) for _ in range(2)]
    assert parts == [[11, 8, 5], [2]]
    assert seeking.looked is None


def test_a_note_set_aside_meanwhile_is_passed_over(desk: Desk) -> None:
    fill(desk, 4, held={1, 2, 3, 4})
    seeking = seek(desk, "state:held")
    for number in (4, 2):
        desk.delete(desk.note(number).note)
    assert numbers(list(seeking.go_on(Far(2, 2)))) == [3, 1]


def test_words_and_filters_narrow_what_is_looked_into(desk: Desk) -> None:
    fill(desk, 20, held={4, 15})
    checker_of(desk.packs.packs).forget()
    found = desk.search("vendor state:held")
    assert numbers(list(found.notes)) == [15, 4]
    assert found.looked is None
    assert read_anew(desk) == 1  # both say the same


@pytest.mark.parametrize("words", ["tag:person", "@person"])
def test_a_tag_that_only_words_have_is_looked_for_no_further_than_it_may(desk: Desk, words: str) -> None:
    """In a journal of 100,000 notes it took two seconds, and the app could not search again before."""
    fill(desk, 30, held=set())
    found = desk.search(words, far=Far(12, 1_000))
    assert found.notes == ()
    assert found.looked is not None
    assert (found.looked.notes, found.looked.total) == (12, 30)


def test_of_a_single_day_it_says_so(desk: Desk) -> None:
    for number in range(5):
        desk.log(f"Person {number} finished the form.")
    looked = desk.search("state:held", far=Far(3, 3)).looked
    assert looked == Looked(3, 5, FRIDAY, one_day=True)
