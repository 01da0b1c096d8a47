"""Acts are taken back and done again in order, across restarts, and never over what somebody else wrote."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.acts import ActStore
from storage.database import Journal
from storage.errors import ChangedElsewhere
from storage.notes import NoteStore
from storage.occasions import OccasionStore
from storage.quicklog import append
from storage.records import ActKind, Note, Occasion, OccasionKind, SavedWeek
from storage.weeks import WeekStore

pytestmark = pytest.mark.usefixtures("either_kind")

NOW = datetime(2026, 11, 20, 21, 30, tzinfo=UTC)


class Window:
    """One window on a journal."""

    def __init__(self, path: str) -> None:
        journal = Journal(path)
        self.notes = NoteStore(journal)
        self.weeks = WeekStore(journal)
        self.acts = ActStore(journal, self.notes, self.weeks)
        self.occasions = OccasionStore(journal)

    def write(self, number: int, text: str) -> Note:
        return self.acts.revise("edit", replace(self.notes.find(number), text=text), changed=NOW)

    def undo(self, *, over: bool = False) -> bool:
        return self.acts.undo(changed=NOW, over=over) is not None

    def redo(self) -> bool:
        return self.acts.redo(changed=NOW) is not None

    def text(self, number: int) -> str:
        return self.notes.find(number).text

    def say(self, number: int, kind: OccasionKind, quote: str = "") -> None:
        self.acts.say(number, Occasion(kind, quote), changed=NOW)

    def kind(self, number: int) -> str:
        said = self.occasions.standing([number]).get(number)
        return f"{said.kind} {said.quote}".strip() if said else "note"


def log(path: str, text: str = "one") -> int:
    return append(path, text, day="2026-11-20", at="2026-11-20T16:30:00-05:00", instant=1)


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "journal.db")


def test_acts_are_taken_back_newest_first_and_done_again_oldest_first(path: str) -> None:
    number, window = log(path), Window(path)
    window.write(number, "two")
    window.write(number, "three")
    assert window.undo()
    assert window.text(number) == "two"
    assert window.undo()
    assert window.text(number) == "one"
    assert not window.undo()
    assert window.redo()
    assert window.text(number) == "two"
    assert window.redo()
    assert window.text(number) == "three"
    assert not window.redo()


def test_history_only_grows(path: str) -> None:
    number, window = log(path), Window(path)
    window.write(number, "two")
    window.undo()
    window.redo()
    assert [note.text for note in window.notes.versions(number)] == ["one", "two", "one", "two"]


def test_a_new_act_ends_what_could_be_done_again(path: str) -> None:
    number, window = log(path), Window(path)
    window.write(number, "two")
    window.undo()
    window.write(number, "other")
    assert not window.redo()
    window.undo()
    assert window.text(number) == "one"


def test_acts_outlive_the_window_that_did_them(path: str) -> None:
    number = log(path)
    Window(path).write(number, "two")
    window = Window(path)
    window.acts.sit_down()
    assert window.undo()
    assert window.text(number) == "one"
    assert Window(path).redo()
    assert window.text(number) == "two"


@pytest.mark.parametrize(
    ("kind", "change"),
    [("delete", {"deleted": True}), ("private", {"private": True}), ("edit", {"text": "x"})],
)
def test_every_kind_of_act_comes_back_whole(path: str, kind: ActKind, change: dict[str, object]) -> None:
    number, window = log(path), Window(path)
    before = window.notes.find(number)
    window.acts.revise(kind, replace(before, **change), changed=NOW)  # type: ignore[arg-type]
    assert window.undo()
    assert replace(window.notes.find(number), version=1) == before


def test_what_somebody_else_changed_since_is_refused_and_left(path: str) -> None:
    number, mine, theirs = log(path), Window(path), Window(path)
    mine.acts.sit_down()
    mine.write(number, "mine")
    theirs.write(number, "theirs")
    with pytest.raises(ChangedElsewhere):
        mine.undo()
    assert mine.text(number) == "theirs"
    assert mine.undo(over=True)
    assert [note.text for note in mine.notes.versions(number)] == ["one", "mine", "theirs", "one"]


def test_a_window_takes_back_its_own_acts_while_another_goes_on(path: str) -> None:
    first, second = log(path), log(path, "other")
    mine, theirs = Window(path), Window(path)
    mine.acts.sit_down()
    mine.write(first, "mine")
    theirs.write(second, "theirs")
    assert mine.undo()
    assert (mine.text(first), mine.text(second)) == ("one", "theirs")


def test_the_save_of_a_week_is_an_act_but_for_its_first(path: str) -> None:
    window = Window(path)
    first = window.acts.save(SavedWeek("2026-W47", "one", "{}", 0), changed=NOW)
    assert not window.undo()
    window.acts.save(replace(first, text="two"), changed=NOW)
    window.acts.save(SavedWeek("2026-W47", "two", "{}", 2), changed=NOW)
    assert window.undo()
    stands = window.weeks.get("2026-W47")
    assert stands is not None
    assert (stands.text, stands.version) == ("one", 3)
    assert not window.undo()


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.sampled_from(["write", "undo", "redo"]), max_size=25))
def test_undo_and_redo_walk_a_line_of_states(tmp_path: Path, steps: list[str]) -> None:
    path = str(tmp_path / "journal.db")
    number, window = log(path, "start"), Window(path)
    window.acts.revise("edit", replace(window.notes.find(number), text="base"), changed=NOW)
    line, place = ["start", "base"], 1
    for count, step in enumerate(steps):
        if step == "write":
            window.write(number, f"words {count}")
            line, place = [*line[: place + 1], f"words {count}"], place + 1
        elif step == "undo" and place:
            window.undo()
            place -= 1
        elif step == "redo" and place < len(line) - 1:
            window.redo()
            place += 1
        assert window.text(number) == line[place]


def test_the_kind_of_a_note_is_taken_back_and_done_again_among_other_acts_and_after_a_restart(
    path: str,
) -> None:
    number, window = log(path), Window(path)
    window.say(number, "reply", "Why?")
    window.write(number, "two")
    window.say(number, "call")
    window.say(number, "call")  # what stands already is no act
    assert window.undo()
    assert (window.kind(number), window.text(number)) == ("reply Why?", "two")
    again = Window(path)
    assert again.undo()
    assert again.undo()
    assert (again.kind(number), again.text(number)) == ("note", "one")
    assert not again.undo()
    assert [again.redo() for _ in range(4)] == [True, True, True, False]
    assert (again.kind(number), again.text(number)) == ("call", "two")
    assert [one.kind for one in again.occasions.history(number)] == [
        *("reply", "call", "reply", "note", "reply", "call"),
    ]


def test_a_week_that_another_window_saved_since_is_written_over_only_when_that_is_said(path: str) -> None:
    window, other = Window(path), Window(path)
    first = window.acts.save(SavedWeek("2026-W47", "one", "{}", 0), changed=NOW)
    second = window.acts.save(replace(first, text="two"), changed=NOW)
    other.weeks.save(replace(second, text="theirs"), changed=NOW)
    with pytest.raises(ChangedElsewhere):
        window.undo()
    assert window.undo(over=True)
    stands = window.weeks.get("2026-W47")
    assert stands is not None
    assert (stands.text, stands.version) == ("one", 4)


def test_a_kind_that_another_window_said_since_is_not_taken_back_unasked(path: str) -> None:
    number, window, other = log(path), Window(path), Window(path)
    window.acts.sit_down()
    window.say(number, "reply", "Why?")
    other.occasions.say(number, Occasion("call"), at=NOW)
    with pytest.raises(ChangedElsewhere):
        window.undo()
    assert window.kind(number) == "call"
    assert window.undo(over=True)
    assert window.kind(number) == "note"


def test_a_kind_said_by_a_clock_that_was_ahead_can_be_changed(path: str) -> None:
    number, window = log(path), Window(path)
    window.occasions.say(number, Occasion("reply", "Why?"), at=NOW.replace(year=2031))
    window.say(number, "call")
    assert window.kind(number) == "call"
