"""A list says of a note what was said of it when the second reader read it, and reads nothing itself."""

from rules.week import Week
from tui.desk import Desk
from tui.opening import open_desk

NOTE = "Six people came to the stand-up. The lady from the third floor is off with her nerves again."
HELD = "The lady from the third floor is off with her nerves again."


def inspected(desk: Desk, text: str) -> int:
    """The number of a note that the second reader has read."""
    number = desk.log(text).note.id
    assert {finding.by for finding in desk.inspect(desk.subject(str(number))).findings} == {"reader"}
    return number


def said(desk: Desk, number: int) -> tuple[str, list[str]]:
    """The state of a note in a list, and the passages that are remarked on there."""
    view = desk.note(number)
    return view.state, [view.note.text[one.start : one.end] for one in view.findings]


def test_a_week_that_the_reader_alone_holds_is_held_before_it_is_read_again(small: Desk) -> None:
    """It was called a draft where `check` said that it is held."""
    small.log(NOTE)
    week = Week.of(small.clock.today())
    assert small.week(week).state == "draft"
    small.inspect(small.subject(str(week)))
    view = small.week(week)
    assert (view.state, [view.text[one.start : one.end] for one in view.findings]) == ("held", [HELD])


def test_a_note_that_the_reader_alone_holds_is_held_in_lists_too(small: Desk) -> None:
    """It was called a draft, and refused when it was to be cleared."""
    number = small.log(NOTE).note.id
    assert said(small, number) == ("draft", [])
    small.inspect(small.subject(str(number)))
    assert said(small, number) == ("held", [HELD])
    assert [view.note.id for view in small.search("state:held").notes] == [number]


def test_the_passage_is_shown_where_it_stands_between_private_ones(small: Desk) -> None:
    number = inspected(small, f"||So far.|| {NOTE} ||And so on.||")
    assert said(small, number) == ("held", [HELD])


def test_a_list_wakes_no_reader(small: Desk, home: dict[str, str]) -> None:
    number = inspected(small, NOTE)
    other = open_desk(home, journal=small.path, reader="small")
    assert said(other, number)[0] == "held"
    assert not other.reader._tried
    other.close()


def test_what_was_reworded_is_a_draft_again_and_held_again_when_that_is_taken_back(small: Desk) -> None:
    number = inspected(small, NOTE)
    small.rewrite(small.note(number).note, NOTE.replace(HELD, "The form works."))
    assert said(small, number) == ("draft", [])
    small.inspect(small.subject(str(number)))
    small.undo()
    small.inspect(small.subject(str(number)))
    assert said(small, number) == ("held", [HELD])


def test_what_got_its_reason_holds_no_more(small: Desk) -> None:
    number = inspected(small, NOTE)
    [finding] = small.note(number).findings
    small.register.give(small.subject(str(number)), finding.rule, "She told everybody herself.")
    assert said(small, number) == ("draft", [])
    small.waivers.end(1)
    assert said(small, number) == ("held", [HELD])


def test_without_a_reader_nothing_is_said_of_what_it_said_before(small: Desk, home: dict[str, str]) -> None:
    number = inspected(small, NOTE)
    alone = open_desk(home, journal=small.path, reader="none")
    assert said(alone, number) == ("draft", [])
    alone.close()


def test_a_private_note_is_not_called_held(small: Desk) -> None:
    number = inspected(small, NOTE)
    small.set_private(small.note(number).note, True)
    assert said(small, number) == ("draft", [])
