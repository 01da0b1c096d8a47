"""People in a week: asked about once each when it is cleared, then remembered; quiet about colleagues."""

import json

import pytest

from rules.finding import Level
from rules.week import Week
from storage.errors import StorageError
from tests.conftest import Run
from tui.desk import Desk
from tui.gate import Held, Standing
from tui.refusal import Refusal

WEEK = Week(2026, 47)


def standing(desk: Desk) -> Standing:
    return desk.inspect(desk.subject(str(WEEK)))


def asked(desk: Desk) -> list[str]:
    return [one.match for one in standing(desk).findings if one.rule.startswith("person-")]


def test_a_person_is_asked_about_when_the_week_is_cleared_and_never_again(desk: Desk) -> None:
    desk.log("Thanks to Noor for the room.")
    assert desk.week(WEEK).findings == ()
    assert asked(desk) == ["Noor"]
    with pytest.raises(Held):
        desk.clear(desk.subject(str(WEEK)), {})
    (question,) = [one for one in standing(desk).findings if one.match == "Noor"]
    desk.clear(desk.subject(str(WEEK)), dict.fromkeys(standing(desk).owed, question.answers[0]))
    desk.log("Paired with Noor and Bram on labels.")
    assert asked(desk) == ["Bram"]
    assert [(one.name, one.standing) for one in desk.people.known()] == [("Noor", "colleague")]


def test_an_answer_in_other_words_counts_as_agreed_and_no_person_is_left_alone(desk: Desk) -> None:
    desk.log("Thanks to Noor and to Bluebell for the room. Bravo à Bluebell.")
    owed = dict.fromkeys(standing(desk).owed, "asked her on Monday")
    owed["person-bluebell"] = desk.words("people-answer-nobody")
    desk.clear(desk.subject(str(WEEK)), owed)
    assert {one.name: one.standing for one in desk.people.known()} == {"Noor": "agreed", "Bluebell": "nobody"}
    assert asked(desk) == []


def test_who_did_not_want_to_be_named_holds_the_week_with_the_role_to_write(desk: Desk) -> None:
    desk.people.say("Devi", "refused", "a tester")
    desk.log("A good day. Devi found it.")
    (one,) = [one for one in standing(desk).findings if one.match == "Devi"]
    assert (one.level, "a tester" in one.advice) == (Level.WARNING, True)


def test_a_note_is_not_asked_about_people(desk: Desk) -> None:
    number = desk.log("Thanks to Noor for the room.").note.id
    assert desk.inspect(desk.subject(str(number))).owed == ()


def test_nothing_of_people_is_counted_among_the_rules(desk: Desk) -> None:
    desk.log("Thanks to Noor for the room.")
    answers = dict.fromkeys(standing(desk).owed, "a colleague")
    desk.clear(desk.subject(str(WEEK)), answers)
    assert [one for one in desk.register.all() if "person" in one.waiver.rule] == []


@pytest.mark.parametrize("name", ["", "  ", "a|b", "x" * 81])
def test_what_is_no_name_is_refused(desk: Desk, name: str) -> None:
    with pytest.raises((Refusal, StorageError)):
        desk.people.say(name, "agreed")


def test_the_command_lists_keeps_and_forgets(clearday: Run) -> None:
    clearday("add", "Thanks to Noor for the room. With @[Devi Rao].")
    told = clearday("people")
    assert "Noor: not asked about yet" in told.out
    clearday("people", "--say", "Noor", "--is", "refused", "--role", "a librarian")
    (devi, noor) = sorted(json.loads(clearday("people", "--json").out), key=lambda one: str(one["name"]))
    assert (noor["name"], noor["standing"], noor["role"]) == ("Noor", "refused", "a librarian")
    assert (devi["name"], devi["standing"]) == ("Devi Rao", None)
    assert clearday("people", "--all").out == "Noor: not to be named · a librarian\n"
    assert clearday("people", "--forget", "Noor").code == 0
    assert clearday("people", "--forget", "Noor").code == 3
