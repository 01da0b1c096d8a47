"""`undo`, `redo` and `history` from the shell: what they do, what they say, and what they refuse."""

import json

import pytest

from tests.conftest import Run


@pytest.fixture
def noted(clearday: Run) -> Run:
    clearday("add", "Five people finished the form.")
    return clearday


def edit(home: dict[str, str], text: str) -> None:
    from tui.opening import open_desk

    desk = open_desk(home)
    desk.rewrite(desk.note(1).note, text)


def text(clearday: Run) -> str:
    return str(json.loads(clearday("day", "--json").out)[0]["text"])


def test_undo_says_what_it_took_back_and_redo_does_it_again(noted: Run, home: dict[str, str]) -> None:
    edit(home, "Five people completed the form.")
    ran = noted("undo")
    assert (ran.code, ran.err) == (0, "Taken back: the rewriting of note 1.\n")
    assert text(noted) == "Five people finished the form."
    assert noted("redo").err == "Done again: the rewriting of note 1.\n"
    assert text(noted) == "Five people completed the form."


def test_undo_as_json_names_the_act(noted: Run, home: dict[str, str]) -> None:
    edit(home, "Other words.")
    did = json.loads(noted("undo", "--json").out)
    assert (did["did"], did["act"], did["source"]) == ("undone", "edit", "1")
    assert (did["version_before"], did["version_after"]) == (1, 2)


@pytest.mark.parametrize("command", ["undo", "redo"])
def test_nothing_to_take_back_is_said(noted: Run, command: str) -> None:
    ran = noted(command)
    assert ran.code == 3
    assert ran.err.startswith("There is nothing to")


def test_history_shows_the_words_that_came_and_went_by_signs(noted: Run, home: dict[str, str]) -> None:
    edit(home, "Five people completed the form.")
    lines = noted("history", "1").out.splitlines()
    assert lines == [
        "1  2026-11-20 16:30  added",
        "    Five people finished the form.",
        "2  2026-11-20 16:30  text",
        "    Five people [-finished-]{+completed+} the form.",
    ]


def test_restoring_writes_the_old_version_as_the_next_and_is_taken_back(
    noted: Run, home: dict[str, str]
) -> None:
    edit(home, "Other words.")
    ran = noted("history", "1", "--restore", "1", "--json")
    assert [version["text"] for version in json.loads(ran.out)] == [
        "Five people finished the form.",
        "Other words.",
        "Five people finished the form.",
    ]
    assert "version 1 again, kept as version 3" in ran.err
    noted("undo")
    assert text(noted) == "Other words."


def test_a_deleted_note_is_found_in_its_history_and_comes_back(noted: Run, home: dict[str, str]) -> None:
    from tui.opening import open_desk

    desk = open_desk(home)
    desk.delete(desk.note(1).note)
    assert json.loads(noted("day", "--json").out) == []
    assert json.loads(noted("history", "1", "--json").out)[1]["changes"] == ["deleted"]
    assert noted("history", "1", "--restore", "1").code == 0
    assert text(noted) == "Five people finished the form."


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("history", "7"), "no note 7"),
        (("history", "abc"), "no number of a note"),
        (("history", "1", "--restore", "9"), "no version 9"),
        (("history", "1", "--restore", "-1"), "no version -1"),
        (("history", "1", "--restore", "9" * 30), "no version 9"),
        (("history", "1", "--restore", "1"), "already reads as its version 1"),
        (("history", "1" * 30), "no note"),
    ],
)
def test_what_is_not_there_is_said(noted: Run, arguments: tuple[str, ...], said: str) -> None:
    ran = noted(*arguments)
    assert (ran.code, ran.out) == (3, "")
    assert said in ran.err


def save_twice(noted: Run) -> None:
    noted("week", "this", "--save")
    noted("edit", "2026-W47", env={"EDITOR": "sed -i s/finished/completed/"})


def test_the_history_of_a_week_shows_the_words_that_came_and_went(noted: Run) -> None:
    save_twice(noted)
    ran = noted("history", "2026-W47")
    assert ran.code == 0
    heads = [line for line in ran.out.splitlines() if not line.startswith("    ")]
    assert heads == ["1  2026-11-20 16:30  first saved", "2  2026-11-20 16:30  1 word in, 1 out"]
    assert "    Five people [-finished-]{+completed+} the form." in ran.out


def test_an_earlier_week_is_restored_as_its_next_version_and_that_is_taken_back(noted: Run) -> None:
    save_twice(noted)
    ran = noted("history", "2026-W47", "--restore", "1", "--json")
    finished = ["finished" in version["text"] for version in json.loads(ran.out)]
    assert finished == [True, False, True]
    assert "Version 1 is the week again" in ran.err
    noted("undo")
    assert "completed" in json.loads(noted("history", "2026-W47", "--json").out)[-1]["text"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("history", "2026-W46"), "was never saved"),
        (("history", "2026-W46", "--restore", "1"), "was never saved"),
        (("history", "2026-W47", "--restore", "9"), "no version 9"),
        (("history", "2026-W47", "--restore", "9" * 30), "no version 9"),
        (("history", "2026-W47", "--restore", "2"), "is what stands now"),
    ],
)
def test_a_version_of_a_week_that_is_not_there_is_said(
    noted: Run, arguments: tuple[str, ...], said: str
) -> None:
    save_twice(noted)
    ran = noted(*arguments)
    assert (ran.code, ran.out) == (3, "")
    assert said in ran.err


def test_control_characters_in_old_versions_never_reach_the_terminal(
    noted: Run, home: dict[str, str]
) -> None:
    edit(home, "Red \x1b[31mletters.")
    assert "\x1b" not in noted("history", "1").out
