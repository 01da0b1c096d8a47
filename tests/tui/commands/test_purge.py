"""`purge` says first what would be gone, and does it only when a person typed the number or said --yes."""

import json

import pytest

from tests.conftest import Run
from tests.tui.commands.test_prompts import Talk, notes, talk

__all__ = ["talk"]  # a fixture


@pytest.fixture
def noted(clearday: Run) -> Run:
    clearday("add", "Five people finished the form.")
    clearday("add", "Something else.")
    return clearday


def test_without_a_person_it_says_what_would_go_and_does_nothing(noted: Run) -> None:
    ran = noted("purge", "1")
    assert (ran.code, ran.out) == (3, "")
    assert "its 1 version" in ran.err
    assert "backups" in ran.err
    assert "--yes" in ran.err
    assert len(notes(noted)) == 2


def test_yes_purges_and_says_what_it_left(noted: Run) -> None:
    noted("week", "--save")
    ran = noted("purge", "1", "--yes", "--json")
    assert ran.code == 0
    did = json.loads(ran.out)
    assert (did["id"], did["versions"], did["wiped"], did["weeks_left"]) == (1, 1, True, ["2026-W47"])
    assert [note["id"] for note in notes(noted)] == [2]
    assert noted("history", "1").code == 3


@pytest.mark.parametrize(("typed", "code", "left"), [(b"1\n", 0, 1), (b"y\n", 1, 2), (b"\n", 1, 2)])
def test_on_a_terminal_only_the_number_itself_purges(
    talk: Talk, noted: Run, typed: bytes, code: int, left: int
) -> None:
    ran, screen = talk("purge", "1", answers=(typed,))
    assert ran == code
    assert "no way back" in screen
    assert len(notes(noted)) == left


@pytest.mark.parametrize(
    ("arguments", "said"), [(("7",), "no note 7"), (("x",), "no number"), ((), "Name the note")]
)
def test_what_cannot_be_purged_is_said(noted: Run, arguments: tuple[str, ...], said: str) -> None:
    ran = noted("purge", *arguments, "--yes")
    assert ran.code == 3
    assert said in ran.err


def test_traces_alone_can_be_wiped(noted: Run) -> None:
    ran = noted("purge", "--traces")
    assert (ran.code, ran.out) == (0, "")
    assert "wiped" in ran.err
