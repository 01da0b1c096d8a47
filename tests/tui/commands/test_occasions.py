"""A reply beside its question, an item passed on with its credit, a call for expertise: from the shell and out."""

import json
import sqlite3
from pathlib import Path

import pytest

from tests.conftest import Run

QUESTION = "How did you get the answer down to one page?"
REPLY = "@ana_diaz @devi_rao " + "We asked one thing at a time. " * 9
LINK = "https://example.org/forms"


def note(clearday: Run, number: int = 1) -> dict[str, object]:
    listed = json.loads(clearday("day", "--json").out)
    return next(one for one in listed if one["id"] == number)


def parts(clearday: Run, name: str, platform: str = "x") -> list[dict[str, object]]:
    ran = clearday("share", name, "--to", platform, "--json")
    assert ran.code == 0, ran.err
    shared: list[dict[str, object]] = json.loads(ran.out)["parts"]
    return shared


def test_a_reply_keeps_its_question_beside_it_and_never_sends_it(clearday: Run) -> None:
    clearday("add", "--reply-to", QUESTION, "--who", "Ana Diaz", "--link", LINK, "One thing at a time.")
    assert note(clearday)["kind"] == "reply"
    assert note(clearday)["question"] == {"text": QUESTION, "who": "Ana Diaz", "link": LINK}
    assert note(clearday)["text"] == "One thing at a time."
    listed = clearday("day").out
    assert QUESTION in listed
    assert "Ana Diaz" in listed
    assert clearday("clear", "1").code == 0
    for way in ([], ["--print"], ["--json"]):
        out = clearday("share", "1", "--to", "mastodon", *way).out
        assert "One thing at a time." in out
        assert QUESTION not in out
        assert LINK not in out
    assert QUESTION not in clearday("week").out


def test_the_names_at_the_head_of_a_reply_are_free_on_x_as_count_says(clearday: Run) -> None:
    text = REPLY.strip()
    clearday("add", "--reply-to", QUESTION, text)
    clearday("add", text)
    assert clearday("clear", "1").code == clearday("clear", "2").code == 0
    counted = clearday("count", "--to", "x", "--reply", "-", stdin=text).out
    assert counted.startswith("269 of 280")
    assert [part["length"] for part in parts(clearday, "1")] == [269]
    assert len(parts(clearday, "2")) == 2
    assert json.loads(clearday("share", "1", "--to", "x", "--json").out)["reply"] is True


def test_what_is_passed_on_goes_out_with_its_credit_once(clearday: Run) -> None:
    clearday("add", "--passing-on", "Ana Diaz", "--link", LINK, "Forms that work, at last.")
    clearday("add", "--passing-on", "Ana Diaz", "--link", LINK, f"Ana Diaz on forms: {LINK}")
    for number in ("1", "2"):
        assert clearday("clear", number).code == 0
    assert (
        clearday("share", "1", "--to", "x", "--print").out
        == f"Forms that work, at last.\nVia Ana Diaz: {LINK}\n"
    )
    assert clearday("share", "2", "--to", "x", "--print").out == f"Ana Diaz on forms: {LINK}\n"
    assert note(clearday)["text"] == "Forms that work, at last."


def test_a_missing_credit_or_link_is_asked_about_and_can_be_given_later(clearday: Run) -> None:
    clearday("add", "--passing-on", "", "Forms that work, at last.")
    held = clearday("clear", "1")
    assert held.code == 1
    assert "credit-without-name" in held.err
    assert "credit-without-link" in held.err
    assert clearday("edit", "1", "--passing-on", "Ana Diaz", "--link", LINK).code == 0
    assert clearday("clear", "1").code == 0
    assert clearday("edit", "1", "--passing-on", "Sanjit Lal", "--link", LINK).code == 0
    assert clearday("share", "1", "--to", "x").code == 1, "another credit is another text"


def test_an_answer_clears_a_credit_that_cannot_be_given(clearday: Run) -> None:
    clearday("add", "--passing-on", "", f"A map of all offices: {LINK}")
    reason = "credit-without-name=The page names its makers"
    assert clearday("clear", "1", "--reason", reason).code == 0
    assert clearday("clear", "1").code == 0, "the same words are asked about once"


def test_a_call_says_by_when_and_where_to_answer(clearday: Run) -> None:
    clearday("add", "--call", "--until", "30 November", "--link", LINK, "Who has tested with screen readers?")
    assert clearday("clear", "1").code == 0
    text = parts(clearday, "1")[0]["text"]
    assert text == f"Who has tested with screen readers?\nAnswer by 30 November: {LINK}"
    clearday("add", "--call", "Who has tested with screen readers?")
    assert {"call-without-day", "call-without-place"} <= set(
        clearday("clear", "2").err.replace(",", " ").split()
    )


def test_in_french_the_line_is_french(clearday: Run) -> None:
    clearday("add", "--passing-on", "Ana Diaz", "--link", LINK, "Voici le guide pour les formulaires.")
    clearday("clear", "1")
    assert parts(clearday, "1")[0]["text"] == f"Voici le guide pour les formulaires.\nVia Ana Diaz : {LINK}"


def test_private_passages_of_credit_and_question_stay(clearday: Run) -> None:
    clearday("add", "--passing-on", "Ana ||of the minister's office||", "--link", LINK, "Forms that work.")
    clearday("clear", "1")
    assert "minister" not in clearday("share", "1", "--to", "x").out
    clearday("add", "--private", "--passing-on", "Ana", "--link", LINK, "Held back.")
    assert "Held back" not in clearday("week").out


def test_what_stands_in_the_question_is_asked_about_and_holds_no_reply_for_good(clearday: Run) -> None:
    clearday("add", "--reply-to", "The file is PROTECTED B: what now?", "Write to the security office.")
    held = clearday("clear", "1")
    assert held.code == 1, "asked, not stopped: nothing of it goes out"
    assert "In the question you answer" in held.err
    assert clearday("clear", "1", "--reason", "security-marking=Nothing of it is repeated").code == 0


def test_what_stands_in_a_credit_is_checked_as_text(clearday: Run) -> None:
    clearday("add", "--passing-on", "the PROTECTED B deck", "--link", LINK, "Worth a look.")
    assert clearday("clear", "1").code == 2
    assert note(clearday)["state"] == "held"


@pytest.mark.parametrize(
    ("shape", "has_headings"),
    [
        ("workstreams", True),
        ("did-learned", True),
        ("last-next-thinking", True),
        ("good-hard-next", True),
        ("seven-questions", True),
        ("things", False),
        ("days", False),
        ("blank", False),
    ],
)
def test_each_kind_has_its_place_in_every_week_and_nothing_is_dropped(
    clearday: Run, shape: str, has_headings: bool
) -> None:
    clearday("add", "--reply-to", QUESTION, "Thanks for asking: one thing at a time.")
    clearday("add", "--passing-on", "Ana Diaz", "--link", LINK, "Win: forms that work.")
    clearday("add", "--call", "--until", "Friday", "Who has tested with screen readers?")
    week = json.loads(clearday("week", "--shape", shape, "--format", "json").out)
    found = {
        number: part["title"]
        for part in week["sections"]
        for line in part["lines"]
        for number in line["notes"]
    }
    assert set(found) == {1, 2, 3}
    if has_headings:
        assert found == {1: "Conversations", 2: "From elsewhere", 3: "We are looking for"}
    assert sum(line["text"].count("one thing") for part in week["sections"] for line in part["lines"]) == 1


def test_an_ordinary_note_again(clearday: Run) -> None:
    clearday("add", "--passing-on", "Ana Diaz", "--link", LINK, "Forms that work.")
    assert clearday("edit", "1", "--ordinary", "--json").code == 0
    assert "kind" not in note(clearday)


@pytest.mark.parametrize(
    "wrong",
    [
        ["--until", "Friday"],
        ["--who", "Ana"],
        ["--link", LINK],
        ["--call", "--reply-to", "?"],
        ["--call", "--who", "A"],
    ],
)
def test_options_that_belong_to_nothing_are_said(clearday: Run, wrong: list[str]) -> None:
    ran = clearday("add", *wrong, "text")
    assert (ran.code, ran.out) == (3, "")
    assert clearday("day", "--json").out.strip() == "[]"


def test_purging_a_note_takes_its_question_out_of_the_file(clearday: Run, tmp_path: Path) -> None:
    path = str(tmp_path / "purged.db")
    clearday("--journal", path, "add", "--reply-to", "Zanzibar-question?", "Yes.")
    assert clearday("--journal", path, "purge", "1", "--yes").code == 0
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT count(*) FROM occasion").fetchone() == (0,)
    assert b"Zanzibar" not in Path(path).read_bytes()


def test_a_kind_is_undone_and_done_again_and_has_its_history(clearday: Run) -> None:
    clearday("add", "One thing at a time.")
    clearday("edit", "1", "--reply-to", QUESTION, "--who", "Ana Diaz")
    clearday("edit", "1", "--call", "--until", "Monday")
    undone = clearday("undo")
    assert undone.err == "Taken back: the kind given to note 1.\n"
    assert note(clearday)["kind"] == "reply"
    clearday("undo")
    assert "kind" not in note(clearday)
    assert clearday("redo").code == 0
    assert note(clearday)["question"] == {"text": QUESTION, "who": "Ana Diaz", "link": ""}
    told = clearday("history", "1").out
    assert told.count("  kind\n") == 5
    assert "    ? call for expertise · by Monday\n" in told
    assert "    an ordinary note again\n" in told
    given = json.loads(clearday("history", "1", "--json").out)
    assert [one["changes"] for one in given] == [["added"], *[["occasion"]] * 5]
    assert given[1]["occasion"]["question"]["text"] == QUESTION


def test_a_copy_for_others_has_no_private_words_beside_a_note(clearday: Run, tmp_path: Path) -> None:
    clearday("add", "--reply-to", "Why? ||she asked me alone||", "--who", "||Ana||", "One at a time.")
    for form in ("jsonl", "markdown"):
        clearday("export", "--format", form, "--to", str(tmp_path / form))
    written = (tmp_path / "jsonl").read_text() + next((tmp_path / "markdown").iterdir()).read_text()
    assert written.count('"kind": "reply"') == 2
    assert "alone" not in written
    assert "Ana" not in written


def test_a_tag_alone_makes_no_reply_and_the_note_is_told_so(clearday: Run) -> None:
    from rules.occasion import called_a_reply

    clearday("add", f"> {QUESTION}\n@ana_diaz One thing at a time. #reply")
    told = clearday("day").out
    assert "sized as a post of its own" in told
    clearday("edit", "1", "--reply-to", QUESTION)
    assert "sized as a post of its own" not in clearday("day").out
    assert called_a_reply("@[Ana Diaz] Oui.", ["Réponse"])
    assert not called_a_reply("One thing at a time.", ["reply"])
    assert not called_a_reply("@ana Thanks!", ["forms"])
