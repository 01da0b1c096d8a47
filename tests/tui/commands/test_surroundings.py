"""Commands in odd surroundings: closed and full outputs, `~` in a variable, files from other systems."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run

FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")


def in_shell(home: dict[str, str], line: str) -> tuple[int, str]:
    """The exit code of `clearday` and the rest of a shell's line, and what it said on stderr."""
    done = subprocess.run(
        ["/bin/sh", "-c", f'"{sys.executable}" -m tui {line}'],
        capture_output=True, check=False, cwd=ROOT, env=home, stdin=subprocess.DEVNULL, timeout=120,
    )  # fmt: skip
    return done.returncode, done.stderr.decode("utf-8")


@pytest.mark.parametrize("line", ["add one >&-", "day >&-", "locate >&-", "add one 2>&-", "day 2>&-"])
def test_an_output_that_is_closed_is_no_fault(home: dict[str, str], line: str) -> None:
    code, said = in_shell(home, line)
    assert code == 0
    assert "went wrong" not in said


def test_a_closed_stderr_keeps_the_exit_code(home: dict[str, str]) -> None:
    assert in_shell(home, "day someday 2>&-")[0] == 3


@needs_full
@pytest.mark.parametrize("line", ["locate", "--help", "rules --json", "day"])
def test_a_full_disk_behind_stdout_is_one_sentence(home: dict[str, str], line: str) -> None:
    code, said = in_shell(home, f"{line} >/dev/full")
    assert code == 4
    assert "could not be written (No space left on device)" in said
    assert "Exception ignored" not in said


@needs_full
def test_a_note_whose_number_cannot_be_told_is_not_said_to_be_lost(
    home: dict[str, str], clearday: Run
) -> None:
    """It was kept, and the message said that the journal was as before: one would have logged it again."""
    code, said = in_shell(home, "add kept --json >/dev/full")
    assert code == 4
    assert "What the journal was given before that is in it" in said
    assert [note["text"] for note in json.loads(clearday("day", "--json").out)] == ["kept"]


@needs_full
def test_a_note_is_kept_though_nobody_can_be_told(home: dict[str, str], clearday: Run) -> None:
    assert in_shell(home, "add kept 2>/dev/full")[0] == 0
    assert [note["text"] for note in json.loads(clearday("day", "--json").out)] == ["kept"]


def test_a_tilde_in_a_variable_or_after_an_equals_sign_is_the_home_folder(
    clearday: Run, tmp_path: Path
) -> None:
    """A shell leaves both as they are; a folder called `~` appeared where the command was run."""
    clearday("--journal=~/one.db", "add", "one")
    clearday("add", "two", env={"CLEARDAY_JOURNAL": "~/two.db"})
    assert (tmp_path / "one.db").exists()
    assert (tmp_path / "two.db").exists()
    assert not (ROOT / "~").exists()


def test_locate_prints_whole_paths(clearday: Run) -> None:
    paths = json.loads(clearday("--journal", "j.db", "--config", "c.toml", "locate", "--json").out)
    assert all(os.path.isabs(path) for path in paths.values())


def test_json_lines_may_begin_with_a_byte_order_mark(clearday: Run) -> None:
    ran = clearday("check", "--jsonl", stdin=b'\xef\xbb\xbf{"id": 1, "text": "fine"}\r\n')
    assert (ran.code, json.loads(ran.out)["id"]) == (0, 1)


@pytest.mark.parametrize("command", [("check", "--jsonl"), ("count", "--to", "x", "--jsonl")])
@pytest.mark.parametrize(
    ("line", "says"), [("no JSON", "not JSON"), ('{"id": NaN, "text": "a"}', "not JSON"), ("{}", "“text”")]
)
def test_a_bad_line_on_stdin_is_named_as_a_person_would(
    clearday: Run, command: tuple[str, ...], line: str, says: str
) -> None:
    ran = clearday(*command, stdin='{"text": "fine"}\n' + line)
    assert ran.code == 3
    assert ran.err.startswith("standard input, line 2: ")
    assert says in ran.err


def test_a_search_that_is_not_utf8_is_refused_in_words(home: dict[str, str]) -> None:
    code, said = in_shell(home, "search \"$(printf 'caf\\351')\"")
    assert (code, said) == (3, "The search was not understood: it is not valid UTF-8. Send it as UTF-8.\n")


def test_settings_may_begin_with_a_byte_order_mark(clearday: Run, tmp_path: Path) -> None:
    settings = tmp_path / "c.toml"
    settings.write_bytes(b'\xef\xbb\xbflanguage = "fr"\r\n')
    assert clearday("--config", str(settings), "day").out == "vendredi 20 novembre 2026\n"


def test_a_theme_that_there_is_not_is_named_with_its_line(clearday: Run, tmp_path: Path) -> None:
    settings = tmp_path / "c.toml"
    settings.write_text('language = "en"\ntheme = "nrod"\n')
    ran = clearday("--config", str(settings), "config", "check")
    assert ran.code == 3
    assert ran.err.startswith(f"{settings}, line 2: “theme” names no theme. Did you mean nord?")


def test_json_carries_nothing_that_a_terminal_would_obey_or_hide(clearday: Run) -> None:
    text = "a\x9b31m \u202eb \u200bc \U000e0041d é 😀"
    written = clearday("add", "--json", stdin=text).out
    assert not any(hidden in written for hidden in ("\x9b", "\u202e", "\u200b", "\U000e0041"))
    assert json.loads(written)["text"] == text
    assert "é 😀" in written


def test_a_masked_secret_is_told_by_its_line(clearday: Run) -> None:
    clearday("add", stdin="Stand-up done.\n\nThe key is AKIAIOSFODNN7EXAMPLE for now.\n")
    assert "line 3 · stop · secrets-and-credentials" in clearday("clear", "1").err


def test_a_passage_is_quoted_as_the_language_does(clearday: Run) -> None:
    clearday("add", "The deck is PROTECTED B.")
    assert "« deck is PROTECTED B »" in clearday("clear", "1", env={"LANG": "fr_CA.UTF-8"}).err


def test_advice_is_not_called_no_rule(clearday: Run) -> None:
    """“No rule matched” stood under the advice of a rule that had."""
    text = "A legend for everybody. #servicedesign"
    clearday("add", text)
    for said in (clearday("check", stdin=text).out, clearday("clear", "1").err):
        assert "hashtag-case" in said
        assert "No rule matched" not in said
        assert "Advice, and nothing that holds the text." in said
