"""What was left to do is carried into later weeks, and the day that named it stays as it was."""

from datetime import timedelta

import pytest

from rules.week import Week
from rules.week_shape import Form
from tui.desk import Desk
from tui.refusal import Refusal

WEEK = Week(2026, 47)


def carried(desk: Desk, week: Week = WEEK) -> list[tuple[str, int]]:
    return [(one.note.text, one.weeks) for one in desk.week(week).carried]


def test_an_open_intention_stands_in_the_weeks_after_until_it_is_done(desk: Desk) -> None:
    number = desk.log("Test with screen readers. #next", on="2026-11-10").note.id
    assert carried(desk) == [("Test with screen readers. #next", 1)]
    assert carried(desk, WEEK.shifted(1)) == [("Test with screen readers. #next", 2)]
    assert "## Next\n\nTest with screen readers. #next" in desk.week(WEEK).text
    desk.weeks.intentions.settle(number, "done")
    assert carried(desk) == []
    assert desk.note(number).note.version == 1
    desk.weeks.intentions.reopen(number)
    assert carried(desk) == [("Test with screen readers. #next", 1)]


def test_a_past_week_still_shows_what_was_open_then(desk: Desk) -> None:
    number = desk.log("Write it up. #suite", on="2026-11-03").note.id
    desk.weeks.intentions.settle(number, "dropped")
    assert carried(desk, Week(2026, 46)) == [("Write it up. #suite", 1)]
    assert carried(desk) == []


def test_a_new_week_is_not_flooded_by_an_old_journal_and_the_list_has_it_all(desk: Desk) -> None:
    desk.log("Years ago. #next", on="2019-03-04")
    assert carried(desk) == []
    [one] = desk.weeks.intentions.still_open()
    assert (one.note.text, one.weeks) == ("Years ago. #next", 402)


def test_nothing_private_is_carried(desk: Desk) -> None:
    desk.log("Mine. #next", on="2026-11-10", private=True)
    desk.log("||Mine too. #next||", on="2026-11-10")
    desk.log("Ours ||and mine||. #next", on="2026-11-10")
    text = desk.week(WEEK).text
    assert "Ours. #next" in text
    assert "ine" not in text.replace("Nine", "").partition("## Next")[2].replace("Ours", "")


def test_a_shape_without_a_place_for_it_carries_nothing(desk: Desk) -> None:
    desk.log("Later. #next", on="2026-11-10")
    assert "Later" not in desk.week(WEEK, Form("days")).text


def test_saving_a_week_with_something_carried_twice_changes_nothing(desk: Desk) -> None:
    desk.log("Later. #next", on="2026-11-10")
    desk.log("Now.")
    view = desk.week(WEEK)
    saved = desk.save_week(view, view.text)
    assert (desk.week(WEEK).text, desk.week(WEEK).news) == (saved.text, 0)


def test_only_an_intention_has_an_outcome(desk: Desk) -> None:
    plain = desk.log("Just a note.").note.id
    with pytest.raises(Refusal):
        desk.weeks.intentions.settle(plain, "done")
    intention = desk.log("Later. #next").note.id
    with pytest.raises(Refusal):
        desk.weeks.intentions.reopen(intention)


def test_a_day_off_is_no_gap(desk: Desk) -> None:
    assert WEEK.monday in desk.week(WEEK).gaps
    assert desk.weeks.take_off(WEEK.monday)
    assert not desk.weeks.take_off(WEEK.monday)
    assert WEEK.monday not in desk.week(WEEK).gaps
    assert desk.weeks.days_off(WEEK.monday, WEEK.sunday) == {WEEK.monday}
    assert desk.weeks.work_again(WEEK.monday)
    assert WEEK.monday in desk.week(WEEK).gaps


def test_looking_back_has_each_week_once_and_carries_nothing_twice(desk: Desk) -> None:
    from rules.period import Period

    desk.log("Began. #next", on="2026-11-03")
    desk.log("Went on.", on="2026-11-10")
    text = desk.weeks.look_back(Period(WEEK.monday - timedelta(21), WEEK.sunday + timedelta(60)))
    assert text.count("Began.") == 1
    assert text.count("Went on.") == 1
    assert "Week 48" not in text
