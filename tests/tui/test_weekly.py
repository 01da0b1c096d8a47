"""The weekly note from the desk: joined paragraphs, edits that stay, and the shape it was saved in."""

import json
import sys
from pathlib import Path

from rules.merge import merge
from rules.week import Week
from rules.week_shape import Form
from tests.conftest import Run
from tui.desk import Desk

WEEK = Week(2026, 47)


def body(desk: Desk) -> str:
    return desk.week(WEEK).text.partition("\n\n## This week\n\n")[2]


def test_a_new_note_is_offered_beside_an_edited_paragraph_and_knows_its_note(desk: Desk) -> None:
    desk.log("Tested with two people.")
    desk.log("Fixed question 12.")
    view = desk.week(WEEK)
    desk.save_week(view, view.text.replace("two people", "two kind people"))
    third = desk.log("Slept well.").note.id
    again = desk.week(WEEK)
    assert body(desk) == "Tested with two kind people. Fixed question 12.\n\nSlept well.\n"
    assert [(line.text, line.notes) for line in again.sections[0].lines][-1] == ("Slept well.", (third,))
    assert again.news == 1


def test_what_was_offered_keeps_its_note_when_it_is_saved(desk: Desk) -> None:
    desk.log("One.")
    desk.log("Two.")
    view = desk.week(WEEK)
    desk.save_week(view, view.text.replace("One.", "One!"))
    third = desk.log("Three.").note.id
    view = desk.week(WEEK)
    saved = desk.save_week(view, view.text)
    assert [line.notes for line in saved.sections[0].lines] == [(), (third,)]
    assert desk.week(WEEK).text == saved.text


def test_a_week_is_merged_once_when_it_is_saved(desk: Desk) -> None:
    """It was merged to be saved as well as to be shown."""
    desk.log("One.")
    desk.save_week(desk.week(WEEK), "# Mine\n\nOne, edited.\n")
    desk.log("Two.")
    view, merges = desk.week(WEEK), 0

    def watch(frame: object, event: str, _: object) -> None:
        nonlocal merges
        merges += event == "call" and getattr(frame, "f_code", None) is merge.__code__

    sys.setprofile(watch)
    try:
        desk.save_week(view, view.text)
    finally:
        sys.setprofile(None)
    assert merges == 1


def test_a_week_keeps_the_shape_it_was_saved_in(desk: Desk) -> None:
    desk.log("One.")
    desk.log("Thanks to Devi.")
    asked = desk.week(WEEK, Form("good-hard-next", "lines"))
    assert "## What was good\n\nThanks to Devi." in asked.text
    desk.save_week(asked, asked.text)
    assert desk.week(WEEK).text == asked.text
    desk.log("Bravo!")
    assert "Thanks to Devi.\n\nBravo!" in desk.week(WEEK).text


def test_a_saved_week_can_be_asked_for_in_another_shape(desk: Desk) -> None:
    desk.log("One.")
    desk.save_week(desk.week(WEEK), desk.week(WEEK).text)
    assert "Things that happened: 1" in desk.week(WEEK, Form("things")).text
    assert "Things that happened" not in desk.week(WEEK).text


def test_the_settings_choose_the_shape_and_the_layout(clearday: Run, home: dict[str, str]) -> None:
    config = Path(home["HOME"]) / "config.toml"
    config.write_text('week-shape = "mine.toml"\nweek-layout = "bullets"\n')
    config.with_name("mine.toml").write_text(
        '[mine]\nname = "Mine"\nlayout = "prose"\n[[mine.part]]\ntakes = "rest"\ntitle = "All"\n'
    )
    clearday("--config", str(config), "add", "One")
    clearday("--config", str(config), "add", "Two")
    shown = json.loads(clearday("--config", str(config), "week", "--format", "json").out)
    assert [(part["title"], part["lines"]) for part in shown["sections"]] == [
        ("All", [{"text": "- One\n- Two", "notes": [1, 2]}])
    ]


def test_a_week_without_closing_hashtags_is_merged_like_any_other(desk: Desk) -> None:
    desk.log("One done. #forms")
    desk.log("Two done. #forms")
    bare = desk.week(WEEK, Form(tags="left-out"))
    assert "## Forms\n\nOne done. Two done.\n" in bare.text
    desk.save_week(bare, bare.text.replace("Two done", "Two are done"))
    assert "One done. Two are done." in desk.week(WEEK).text
    desk.log("Three done. #forms")
    again = desk.week(WEEK)
    assert "One done. Two are done.\n\nThree done.\n" in again.text
    assert "#forms" not in again.text


def test_the_settings_and_the_command_say_what_becomes_of_closing_hashtags(
    clearday: Run, home: dict[str, str]
) -> None:
    config = Path(home["HOME"]) / "config.toml"
    config.write_text('week-tags = "left-out"\n')
    clearday("add", "One done. #forms")
    assert "One done. #forms" in clearday("week").out
    assert "One done.\n" in clearday("week", "--tags", "left-out").out
    assert "One done.\n" in clearday("--config", str(config), "week").out
    assert "One done. #forms" in clearday("--config", str(config), "week", "--tags", "written").out
    config.write_text('language = "en"\nweek-tags = "gone"\n')
    assert 'line 2: “week-tags” is "written" or "left-out".' in clearday("--config", str(config), "week").err


def test_a_shape_that_does_not_exist_is_named_with_the_nearest(clearday: Run, home: dict[str, str]) -> None:
    ran = clearday("week", "--shape", "day")
    assert (ran.code, "Did you mean days?" in ran.err) == (3, True)
    config = Path(home["HOME"]) / "config.toml"
    config.write_text('language = "en"\nweek-shape = "workstream"\n')
    ran = clearday("--config", str(config), "week")
    assert ran.code == 3
    assert "line 2" in ran.err
    assert "Did you mean workstreams?" in ran.err
    config.write_text('week-layout = "columns"\n')
    assert "line 1" in clearday("--config", str(config), "week").err
    config.write_text('week-shape = "gone.toml"\n')
    ran = clearday("--config", str(config), "week")
    assert (ran.code, "gone.toml" in ran.err, "Traceback" in ran.err) == (3, True, False)


def test_a_part_to_leave_out_that_no_week_has_is_named_with_the_nearest(
    clearday: Run, home: dict[str, str]
) -> None:
    # It was silently taken, and the part stayed.
    config = Path(home["HOME"]) / "config.toml"
    config.write_text('language = "en"\nweek-without = ["links", "thank"]\n')
    ran = clearday("--config", str(config), "week")
    assert (ran.code, "line 2" in ran.err, "Did you mean thanks?" in ran.err) == (3, True, True)
    config.write_text('language = "en"\nweek-without = ["links", "thanks"]\n')
    assert clearday("--config", str(config), "week").code == 0
