"""The personal layer: opt-in, beside the journal, without a word of a note, and gone when forgotten."""

import json
from pathlib import Path

import pytest

from storage.errors import InputError
from storage.lessons import lessons_path, write_lessons
from tests.conftest import Run
from tui.desk import Desk
from tui.learning import Learning
from tui.opening import open_desk
from tui.refusal import Refusal

NOTE = "The lady from the third floor is off with her nerves again."


def learning(desk: Desk) -> Learning:
    return Learning(desk.path, desk.reader, desk.register)


def test_what_was_missed_makes_that_category_louder(small: Desk) -> None:
    number = small.log(NOTE).note.id
    learning(small).missed(small.subject(str(number)), "privacy")
    status = learning(small).status()
    assert status.shifts["privacy"] > 0
    assert "nerves" not in Path(status.path).read_text("utf-8")


def test_the_same_sentence_teaches_once(small: Desk) -> None:
    subject = small.subject(str(small.log(NOTE).note.id))
    for _ in range(3):
        learning(small).missed(subject, "privacy")
    assert len(learning(small).status().lessons) == 1


def test_what_was_missed_is_asked_about_from_then_on_and_forgotten_with_the_rest(
    small: Desk, home: dict[str, str], tmp_path: Path
) -> None:
    text = "We met on Monday at noon. The kettle in the hall works again. Lunch was late."
    number = str(small.log(text).note.id)
    sentence = learning(small).missed(small.subject(number), "conduct")
    config = tmp_path / "config.toml"
    config.write_text("reader-learns = true\n", encoding="utf-8")

    def asked(said: str) -> list[tuple[str, str]]:
        other = open_desk(home, journal=small.path, config=str(config), reader="small")
        found = other.read_closely(said)
        other.close()
        return [(finding.category, said[finding.start : finding.end]) for finding in found]

    assert sentence in text
    assert asked(text) == [("conduct", sentence)]
    assert asked(f"The form is done. {sentence}") == [("conduct", sentence)]
    assert learning(small).forget()
    assert asked(text) == []


def test_what_is_raised_already_is_not_taken_for_missed(small: Desk) -> None:
    raised = "Marc from the second floor has been off since his marriage ended, and it shows."
    (finding,) = small.read_closely(raised)
    subject = small.subject(str(small.log(f"{raised} The kettle works again.").note.id))
    assert learning(small).missed(subject, finding.category) == "The kettle works again."


def test_a_private_passage_teaches_nothing(small: Desk) -> None:
    number = small.log("||Her nerves again.||").note.id
    with pytest.raises(Refusal):
        learning(small).missed(small.subject(str(number)), "privacy")


def test_it_is_used_only_where_the_settings_ask_for_it(
    small: Desk, home: dict[str, str], tmp_path: Path
) -> None:
    learning(small).missed(small.subject(str(small.log(NOTE).note.id)), "privacy")
    journal, config = str(tmp_path / "journal.db"), tmp_path / "config.toml"
    for chosen, used in (("false", False), ("true", True)):
        config.write_text(f"reader-learns = {chosen}\n", encoding="utf-8")
        other = open_desk(home, journal=journal, config=str(config), reader="small")
        assert bool(other.reader.shifts) is used
        assert (other.reader.fingerprint != small.reader.fingerprint) is used
        other.close()


def test_forgetting_takes_the_file_away(small: Desk) -> None:
    learning(small).missed(small.subject(str(small.log(NOTE).note.id)), "privacy")
    assert learning(small).forget()
    assert not Path(lessons_path(small.path)).exists()
    assert not learning(small).forget()


def test_a_file_that_is_not_ours_is_named(small: Desk) -> None:
    Path(lessons_path(small.path)).write_text('{"lessons": [1]}', encoding="utf-8")
    with pytest.raises(InputError):
        learning(small).status()


def test_only_its_owner_can_read_the_file(small: Desk) -> None:
    write_lessons(small.path, [])
    assert Path(lessons_path(small.path)).stat().st_mode & 0o077 == 0


def test_the_command_says_what_is_and_takes_what_was_missed(clearday: Run) -> None:
    env = {"CLEARDAY_READER": "small"}
    clearday("add", NOTE, env=env)
    assert clearday("reader", "missed", "1", env=env).code == 3
    taken = clearday("reader", "missed", "1", "--as", "privacy", env=env)
    assert (taken.code, NOTE[:20] in taken.err) == (0, True)
    assert NOTE[:20] not in clearday("add", "--private", NOTE, env=env).err
    alone = clearday("reader", "missed", "2", "--as", "privacy", env=env)
    assert (alone.code, NOTE[:20] in alone.err) == (0, False)
    status = json.loads(clearday("reader", "--json", env=env).out)
    assert (status["reader"], status["learns"]) == ("small", False)
    assert status["shifts"]["privacy"] > 0
    assert clearday("reader", "forget", env=env).code == 0
