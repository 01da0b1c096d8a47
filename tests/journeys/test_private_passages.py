"""A private passage leaves by no route: not by one command, in any form, nor from the app's screens."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run

NASTY = [
    "We met ||ZORRO|| today about the form.",
    "The form works. ||ZORRO says so",
    "One line\n- ||ZORRO||\n- three people",
    "In `code ||ZORRO||` it works",
    "```\n||ZORRO\n```\nstill ZORRO",
    "A ｜｜ZORRO｜｜ of wide bars",
    "A |\u200b|ZORRO|\u200b| of hidden bars",
    "See [this](https://example.org/||ZORRO||) page",
    "Two ||ZORRO||, then ||#ZORRO|| again #form",
    "#form |||ZORRO||| bars",
]
PLATFORMS = ("x", "mastodon", "linkedin", "gcpedia", "gccollab-blog", "slack", "markdown", "html", "text")


@pytest.mark.parametrize("text", NASTY)
def test_it_is_in_nothing_that_is_shared(clearday: Run, text: str) -> None:
    clearday("add", text)
    assert "ZORRO" not in clearday("clear", "1").err
    for platform in PLATFORMS:
        for form in ("--json", "--print"):
            ran = clearday("share", "1", "--to", platform, form)
            assert ran.code == 0, ran.err
            assert "ZORRO" not in ran.out + ran.err
        assert "ZORRO" not in clearday("share", "-", "--to", platform, "--json", stdin=text).err


@pytest.mark.parametrize("form", ["markdown", "json", "html", "text"])
def test_it_is_in_no_weekly_note_that_is_written_out(clearday: Run, form: str) -> None:
    for text in NASTY:
        clearday("add", text)
    ran = clearday("week", "--format", form, "--save")
    assert ran.code == 0
    assert "of wide bars" in ran.out
    assert "ZORRO" not in ran.out


@pytest.mark.parametrize("form", ["jrnl", "jrnl-json", "dayone", "jsonl"])
def test_it_is_in_no_copy_unless_asked_for(clearday: Run, form: str) -> None:
    for text in (*NASTY, "||ZORRO and nothing else||"):
        clearday("add", text)
    ran = clearday("export", "--format", form)
    assert "ZORRO" not in ran.out
    assert f"{len(NASTY)} notes went without their private passages" in ran.err
    assert "1 private note was left out" in ran.err
    assert "ZORRO" in clearday("export", "--format", form, "--private").out


def test_it_is_in_no_folder_either_and_in_the_whole_journal(clearday: Run, tmp_path: Path) -> None:
    for text in NASTY:
        clearday("add", text)
    clearday("export", "--format", "markdown", "--to", str(tmp_path / "notes"))
    pages = [page.read_text("utf-8") for page in (tmp_path / "notes").iterdir()]
    assert pages
    assert not any("ZORRO" in page for page in pages)
    assert clearday("export", "--format", "clearday").out.count("ZORRO") >= len(NASTY)
    assert "ZORRO" in clearday("day").out


def test_what_is_private_holds_nothing_and_what_is_not_does(clearday: Run) -> None:
    noted = clearday("add", "--json", "Fine. ||SECRET//CEO|| SECRET//CEO")
    assert json.loads(noted.out)["state"] == "held"
    assert clearday("clear", "1").code == 2
    clearday("add", "Fine. ||SECRET//CEO||")
    assert clearday("clear", "2").code == 0
    found = clearday("check", "--format", "json", stdin="Fine. ||SECRET//CEO||")
    assert found.code == 2, "a text from elsewhere is read whole"


def test_changing_only_what_is_private_keeps_the_clearance(clearday: Run) -> None:
    clearday("add", "We met ||ZORRO|| today.")
    clearday("clear", "1")
    clearday("edit", "1", env={"EDITOR": "sed -i s/ZORRO/ZORRA/"})
    assert clearday("share", "1", "--to", "x", "--print").code == 0
    clearday("edit", "1", env={"EDITOR": "sed -i s/today/yesterday/"})
    assert clearday("share", "1", "--to", "x", "--print").code == 1


def test_a_text_of_nothing_else_cannot_be_shared(clearday: Run) -> None:
    clearday("add", "||ZORRO")
    ran = clearday("clear", "1")
    assert ran.code == 1
    assert "ZORRO" not in ran.err
