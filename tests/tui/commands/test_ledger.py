"""`variant`, `share --posted` and `ledger` at the shell."""

import json

import pytest

from tests.conftest import Run
from tui.opening import open_desk

CLEAN = "Five people finished the form without help."
LINK = "https://x.com/ana/status/1"


@pytest.fixture
def cleared(clearday: Run) -> Run:
    clearday("add", CLEAN)
    clearday("clear", "1")
    return clearday


def test_a_variant_is_written_cleared_shared_and_taken_back(cleared: Run) -> None:
    assert cleared("variant", "1", "--to", "x").out == CLEAN + "\n"
    written = cleared("variant", "1", "--to", "x", "--text", "-", stdin="Five of five.\n")
    assert (written.code, written.out) == (0, "")
    assert "1@x" in written.err
    assert cleared("share", "1", "--to", "x").code == 1
    assert cleared("clear", "1@x").code == 0
    assert cleared("share", "1", "--to", "x", "--print").out == "Five of five.\n"
    assert cleared("share", "1", "--to", "bluesky", "--print").out == CLEAN + "\n"
    [fork] = json.loads(cleared("variant", "1", "--json").out)
    assert (fork["platform"], fork["text"], fork["cuts_only"]) == ("x", "Five of five.", False)
    cleared("variant", "1", "--to", "x", "--source")
    assert cleared("share", "1", "--to", "x", "--print").out == CLEAN + "\n"


def test_a_private_note_has_no_text_for_a_platform(clearday: Run) -> None:
    """It was printed as what would go to X."""
    clearday("add", "--private", CLEAN)
    for how in ([], ["--text", "-"], ["--edit"], ["--history"]):
        ran = clearday("variant", "1", "--to", "x", *how, stdin="Five.", env={"EDITOR": "cat"})
        assert (ran.code, ran.out, ran.err) == (1, "", "1 is private and stays here.\n")
    assert clearday("variant", "1", "--to", "x", "--source").code == 0


def test_what_was_edited_for_a_platform_stays_once_the_note_is_private(
    cleared: Run, home: dict[str, str]
) -> None:
    """Its text stood in the JSON of the list."""
    cleared("variant", "1", "--to", "x", "--text", "-", stdin="Five of five.")
    desk = open_desk(home)
    desk.set_private(desk.note(1).note, private=True)
    desk.close()
    listed = cleared("variant", "1", "--json")
    assert (listed.code, listed.out, listed.err) == (1, "", "1 is private and stays here.\n")
    assert "Five" not in cleared("variant", "1").out


def test_what_goes_to_one_platform_is_edited_in_ones_own_editor(cleared: Run) -> None:
    ran = cleared("share", "1", "--to", "x", "--edit", env={"EDITOR": "sed -i s/Five/Six/"})
    assert ran.code == 0
    assert cleared("variant", "1", "--to", "x").out == CLEAN.replace("Five", "Six") + "\n"


def test_a_part_is_marked_as_posted_with_its_link_and_found_again(cleared: Run) -> None:
    marked = cleared("share", "1", "--to", "x", "--posted", "1", "--link", LINK)
    assert (marked.code, marked.out) == (0, "")
    assert f"posted 2026-11-20 16:30 · {LINK}" in cleared("share", "1", "--to", "x").out
    [line] = json.loads(cleared("ledger", "--at", LINK, "--json").out)
    assert (line["source"], line["platform"], line["text"], line["link"]) == ("1", "x", CLEAN, LINK)
    assert len(json.loads(cleared("ledger", "--said", "finished the FORM", "--json").out)) == 2
    assert cleared("share", "1", "--to", "x", "--unposted", "1").code == 0
    assert "posted 2026" not in cleared("share", "1", "--to", "x").out


def test_a_line_of_the_ledger_quotes_first_words_as_its_language_does(clearday: Run) -> None:
    """French had English quotation marks, and sixty characters sharp an ellipsis after the last."""
    text = "Cinq personnes ont rempli le formulaire sans aide, et vite.."
    assert len(text) == 60
    clearday("add", text)
    clearday("clear", "1")
    clearday("share", "1", "--to", "x")
    for language, quoted in (("fr_CA.UTF-8", f"« {text} »"), ("en_CA.UTF-8", f"“{text}”")):
        assert clearday("ledger", env={"LANG": language}).out.rstrip().endswith(f" · {quoted}")


def test_wrong_marks_are_said(cleared: Run) -> None:
    assert cleared("share", "1", "--to", "x", "--posted", "2").code == 3
    assert cleared("share", "1", "--to", "x", "--posted", "1", "--link", "x.com").code == 3
    assert cleared("variant", "1", "--to", "x", "--later", "1").code == 3
    empty = cleared("ledger", "--said", "never")
    assert (empty.code, empty.out) == (0, "")
