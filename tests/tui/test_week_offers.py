"""What a saved week is offered by its notes: taken, dropped or left for later, each for good."""

from collections.abc import Sequence

import pytest

from rules.merge import join
from rules.offers import Passage, highlighted, left_out, moved, settled, taken
from rules.week import Week
from rules.week_shape import Form, Layout
from tui.desk import Desk
from tui.refusal import Refusal
from tui.week_view import WeekView

WEEK = Week(2026, 47)


def offers(desk: Desk) -> list[str]:
    return [one.text for one in desk.week(WEEK).waiting]


def place_of(view: WeekView, text: str) -> int:
    return next(place for place, one in enumerate(view.passages) if text in one.text)


def keep(desk: Desk, view: WeekView, passages: Sequence[Passage]) -> WeekView:
    return desk.save_week(view, join(settled(passages)), [one for one in passages if one.offered])


def save(desk: Desk) -> WeekView:
    view = desk.week(WEEK)
    return keep(desk, view, view.passages)


def edit(desk: Desk, old: str, new: str) -> WeekView:
    view = desk.week(WEEK)
    assert old in view.settled
    return desk.save_week(view, view.settled.replace(old, new), view.waiting)


def take(desk: Desk, text: str) -> WeekView:
    view = desk.week(WEEK)
    return keep(desk, view, taken(view.passages, place_of(view, text)))


def drop(desk: Desk, text: str) -> WeekView:
    view = desk.week(WEEK)
    return keep(desk, view, left_out(view.passages, place_of(view, text)))


def test_a_week_never_saved_offers_nothing(desk: Desk) -> None:
    desk.log("One.")
    view = desk.week(WEEK)
    assert (view.waiting, view.settled) == ((), view.text)


def test_a_new_section_waits_heading_and_all_and_waits_again_after_another_save(desk: Desk) -> None:
    desk.log("One.")
    before = save(desk).text
    desk.log("Thanks to Devi.")
    for _ in range(2):
        view = desk.week(WEEK)
        assert view.settled == before
        assert [one.text for one in view.waiting] == ["## Thanks", "Thanks to Devi."]
        edit(desk, "One.", "One.")
    assert edit(desk, "One.", "One, really.").waiting
    view = take(desk, "Thanks to Devi.")
    assert view.settled == view.text
    assert "One, really.\n\n## Thanks\n\nThanks to Devi.\n" in view.text
    assert desk.week(WEEK).text == view.text


def test_what_was_dropped_does_not_come_back_with_later_notes(desk: Desk) -> None:
    desk.log("One.")
    save(desk)
    desk.log("Thanks to Devi.")
    assert offers(desk) == ["## Thanks", "Thanks to Devi."]
    assert drop(desk, "Thanks to Devi.").waiting == ()
    desk.log("Question 12 is fixed.")
    assert "Devi" not in desk.week(WEEK).text
    desk.log("Thanks to Bram.")
    assert "Thanks to Bram." in offers(desk)
    assert "Devi" not in desk.week(WEEK).text


def test_a_paragraph_that_grew_stands_as_it_was_until_it_is_taken(desk: Desk) -> None:
    desk.log("One")
    desk.log("Two")
    before = save(desk).settled
    assert "One. Two\n" in before
    desk.log("Three")
    view = desk.week(WEEK)
    assert (view.settled, offers(desk)) == (before, ["One. Two. Three"])
    save(desk)
    assert (desk.week(WEEK).settled, offers(desk)) == (before, ["One. Two. Three"])
    assert "One. Two. Three\n" in take(desk, "Three").settled


def test_a_paragraph_that_grew_and_was_not_wanted_stays_and_later_notes_stand_alone(desk: Desk) -> None:
    desk.log("One")
    desk.log("Two")
    before = save(desk).settled
    desk.log("Three")
    assert drop(desk, "Three").settled == before
    assert desk.week(WEEK).text == before
    desk.log("Four")
    assert offers(desk) == ["Four"]


def test_an_edited_paragraph_is_offered_only_what_is_new(desk: Desk) -> None:
    desk.log("Two people.")
    desk.log("Fixed it")
    save(desk)
    edit(desk, "Two people.", "Two kind people.")
    desk.log("Slept well.")
    assert offers(desk) == ["Slept well."]
    view = desk.week(WEEK)
    edited = view.passages[place_of(view, "kind")]
    assert (edited.kind, edited.stale, edited.was) == ("edited", False, "Two people. Fixed it")
    assert len(edited.notes) == 2


def test_a_note_that_changed_beside_an_edited_passage_is_shown_and_offered(desk: Desk) -> None:
    note = desk.log("Two people came.").note
    save(desk)
    edit(desk, "Two people", "Two kind people")
    desk.rewrite(note, "Three people came.")
    view = desk.week(WEEK)
    assert view.passages[place_of(view, "kind")].stale
    assert offers(desk) == ["Three people came."]
    drop(desk, "Three people")
    view = desk.week(WEEK)
    assert (offers(desk), view.passages[place_of(view, "kind")].stale) == ([], False)


def test_words_of_a_note_taken_back_are_marked_until_they_are_looked_at(desk: Desk) -> None:
    # Saving anything else made them pass for words by hand, of no note at all.
    for text in ("Two people came.", "Fixed it"):
        desk.log(text)
    save(desk)
    edit(desk, "Two people", "Two kind people")
    for private in (1, 2):
        desk.set_private(desk.note(private).note, True)
        save(desk)
        view = save(desk)
        edited = view.passages[place_of(view, "kind")]
        assert (edited.stale, edited.notes) == (True, (1, 2))
    edit(desk, "Two kind people came. ", "")
    assert not any(one.stale for one in desk.week(WEEK).passages)


def test_a_note_that_changed_below_an_unedited_passage_just_changes_it(desk: Desk) -> None:
    note = desk.log("Two people came.").note
    save(desk)
    desk.rewrite(note, "Three people came.")
    assert (offers(desk), "Three people came." in desk.week(WEEK).settled) == ([], True)


def test_a_note_made_private_leaves_also_what_stands_instead_of_an_offer(desk: Desk) -> None:
    desk.log("One.")
    secret = desk.log("Two is secret.").note
    save(desk)
    desk.log("Three.")
    desk.set_private(secret, True)
    view = desk.week(WEEK)
    assert "secret" not in view.text
    assert "secret" not in view.settled
    assert "secret" not in keep(desk, view, view.passages).settled


def test_a_passage_written_by_hand_is_no_edit_of_another(desk: Desk) -> None:
    desk.log("Five people finished the form.")
    save(desk)
    view = edit(desk, "Five people finished the form.", "A word of my own on something else.")
    one = view.passages[-1]
    assert (one.kind, one.notes) == ("hand", ())


def test_a_passage_left_out_stays_out_and_one_moved_stays_where_it_is(desk: Desk) -> None:
    desk.log("One. #forms")
    desk.log("Two. #forms")
    desk.log("Thanks to Devi.")
    view = save(desk)
    view = keep(desk, view, left_out(view.passages, place_of(view, "Devi")))
    desk.log("A third thing.")
    assert "Devi" not in desk.week(WEEK).text
    view = desk.week(WEEK)
    place = place_of(view, "One.")
    keep(desk, view, moved(view.passages, place, 1))
    order = settled(desk.week(WEEK).passages)
    assert desk.week(WEEK).settled == desk.week(WEEK).settled
    assert order == settled(save(desk).passages)


def test_another_shape_keeps_what_waits_waiting(desk: Desk) -> None:
    desk.log("One.")
    desk.log("Two.")
    save(desk)
    desk.log("Thanks to Devi.")
    view = desk.week(WEEK, Form("good-hard-next", "lines"))
    again = keep(desk, view, view.passages)
    assert "Devi" not in again.settled
    assert any("Devi" in one.text for one in again.waiting)


@pytest.mark.parametrize("layout", ["prose", "lines", "bullets"])
def test_saving_what_stands_is_a_fixed_point(desk: Desk, layout: str) -> None:
    for text in ("One #a", "Two #a", "Three #b", "Thanks, Devi", "Next: four", "Five #b"):
        desk.log(text)
    view = desk.week(WEEK, Form("workstreams", layout))  # type: ignore[arg-type]
    keep(desk, view, view.passages)
    desk.log("Six #b")
    desk.log("Merci")
    first = save(desk)
    second = save(desk)
    assert (first.settled, first.waiting, first.version) == (second.settled, second.waiting, second.version)


def test_what_was_done_to_a_week_is_taken_back_until_a_note_came_after(desk: Desk) -> None:
    desk.log("One.")
    save(desk)
    edit(desk, "One.", "Two.")
    desk.weeks.undo(WEEK)
    assert "One." in desk.week(WEEK).text
    edit(desk, "One.", "Three.")
    note = desk.log("Four.").note
    desk.delete(note)
    with pytest.raises(Refusal):
        desk.weeks.undo(WEEK)


def test_every_save_is_a_version_with_its_changes_and_any_can_be_restored(desk: Desk) -> None:
    desk.log("One.")
    save(desk)
    edit(desk, "One.", "Two.")
    edit(desk, "Two.", "Three.")
    views = desk.weeks.versions(WEEK)
    assert [view.version for view in views] == [1, 2, 3]
    assert [piece.text for piece in views[2].diff if piece.change == "added"] == ["Three"]
    desk.weeks.restore(WEEK, 1)
    view = desk.week(WEEK)
    assert ("One." in view.text, view.version) == (True, 4)
    with pytest.raises(Refusal):
        desk.weeks.restore(WEEK, 1)


def test_a_section_that_was_left_out_takes_its_heading_along_and_comes_back_with_new_notes(
    desk: Desk,
) -> None:
    desk.log("One.")
    desk.log("Thanks to Devi.")
    save(desk)
    assert "Thanks" not in drop(desk, "Thanks to Devi.").text
    assert "Thanks" not in desk.week(WEEK).text
    desk.log("Thanks to Bram.")
    assert offers(desk) == ["## Thanks", "Thanks to Bram."]


def test_a_heading_that_was_deleted_above_its_passages_stays_deleted(desk: Desk) -> None:
    desk.log("One.")
    desk.log("Thanks to Devi.")
    save(desk)
    edit(desk, "## Thanks\n\n", "")
    assert "## Thanks" not in desk.week(WEEK).text
    assert "Thanks to Devi." in save(desk).text
    assert "## Thanks" not in desk.week(WEEK).text


def test_a_highlight_stands_first_under_its_own_heading(desk: Desk) -> None:
    desk.log("One.")
    desk.log("Thanks to Devi.")
    view = save(desk)
    view = keep(desk, view, highlighted(view.passages, place_of(view, "to Devi"), "Highlights"))
    assert "\n\n## Highlights\n\nThanks to Devi.\n\n## This week\n\nOne.\n" in view.text
    view = keep(desk, view, highlighted(view.passages, place_of(view, "One."), "Highlights"))
    assert view.text.endswith("## Highlights\n\nThanks to Devi.\n\nOne.\n")
    assert desk.week(WEEK).text == view.text


def test_a_heading_that_stands_keeps_its_name_and_a_highlight_is_offered_above_it(desk: Desk) -> None:
    # It went without a word, since alone it is called "This week" and beside highlights "Also this week".
    desk.log("One.")
    before = edit(desk, "One.", "One, really.").settled
    desk.log("Win: it works.")
    view = desk.week(WEEK)
    assert (view.settled, offers(desk)) == (before, ["## Highlights", "Win: it works."])
    assert "\n\n## Highlights\n\nWin: it works.\n\n## This week\n\nOne, really.\n" in take(desk, "Win:").text


def test_headings_are_offered_in_the_order_of_the_shape(desk: Desk) -> None:
    desk.log("One.")
    desk.log("Next week: two.")
    edit(desk, "One.", "One, really.")
    for text in ("Thanks to Devi.", "Learned: ask first.", "Win: it works."):
        desk.log(text)
    order = [one.text[3:] for one in desk.week(WEEK).passages if one.kind == "heading"]
    assert order == ["Highlights", "This week", "Learned", "Thanks", "Next"]


def test_a_note_is_offered_under_its_own_heading_though_its_like_was_moved(desk: Desk) -> None:
    desk.log("One.")
    desk.log("Thanks to Devi.")
    view = desk.week(WEEK, Form("workstreams", "lines"))
    view = keep(desk, view, view.passages)
    keep(desk, view, highlighted(view.passages, place_of(view, "to Devi"), "Highlights"))
    desk.log("Thanks to Bram.")
    assert desk.week(WEEK).text.endswith("## Thanks\n\nThanks to Bram.\n")


def test_a_heading_that_counts_its_notes_stays_above_them_in_an_edited_week(desk: Desk) -> None:
    # It was known by its words with the number in them, and went when that changed.
    for text in ("One.", "Two."):
        desk.log(text)
    view = desk.week(WEEK, Form("things"))
    keep(desk, view, [*view.passages, Passage("By hand.", "hand")])
    desk.log("Three.")
    assert "\n\n## Things that happened: 3\n\n- One.\n- Two.\n- Three.\n\nBy hand.\n" in desk.week(WEEK).text


@pytest.mark.parametrize("layout", ["bullets", "lines", "prose"])
def test_a_heading_that_counts_its_notes_counts_those_that_stand(desk: Desk, layout: Layout) -> None:
    """It said three while the third was only offered, and was shared so."""
    for text in ("One.", "Two."):
        desk.log(text)
    view = desk.week(WEEK, Form("things", layout))
    keep(desk, view, view.passages)
    desk.log("Three.")
    for _ in range(2):
        view = desk.week(WEEK)
        assert "Things that happened: 2" in view.settled
        assert "Three." not in view.settled
        assert "Three." in "".join(offers(desk))
        save(desk)  # with the offer left for later
    take(desk, "Three.")
    view = desk.week(WEEK)
    assert "Things that happened: 3" in view.settled
    assert view.waiting == ()


def test_what_was_kept_of_a_passage_word_for_word_still_leaves_with_its_note(desk: Desk) -> None:
    # It passed for words by hand, and stayed in the week, without a mark, when its note was made private.
    for text in ("One", "Two is secret.", "Three."):
        desk.log(text)
    save(desk)
    edit(desk, " Three.", "")
    desk.set_private(desk.note(2).note, True)
    view = desk.week(WEEK)
    assert "secret" not in view.text + view.settled
    assert view.text.endswith("One.\n")
    assert desk.week(WEEK).text == save(desk).text


def test_what_notes_become_while_a_week_is_open_is_offered_or_leaves_once_it_is_saved(desk: Desk) -> None:
    # It counted as seen and dropped: a note logged meanwhile never came into the week, one made private stayed.
    for text in ("One.", "Two is secret."):
        desk.log(text)
    view = desk.week(WEEK)
    for thanks in ("Thanks to Devi.", "Thanks to Bram."):
        desk.log(f"{thanks}\nAgain.")
        view = desk.save_week(view, view.settled, view.waiting)
        assert f"{thanks}\nAgain." in [one.text for one in view.waiting]
        assert "Thanks" not in view.settled
    desk.set_private(desk.note(2).note, True)
    assert "secret" not in desk.save_week(view, view.settled, view.waiting).text
