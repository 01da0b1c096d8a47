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


@pytest.mark.parametrize(
    "line", ["add one >&-", "day >&-", "locate >&-", "add one 2>&-", "day 2>&-", "demo <&-"]
)
def test_an_output_that_is_closed_is_no_fault(home: dict[str, str], line: str) -> None:
    code, said = in_shell(home, line)
    assert code == 0
    assert "went wrong" not in said


def test_the_app_asks_for_a_terminal_also_where_there_is_no_input_at_all(home: dict[str, str]) -> None:
    code, said = in_shell(home, "<&-")
    assert (code, said.startswith("The app needs a terminal")) == (3, True)


def test_a_closed_stderr_keeps_the_exit_code(home: dict[str, str]) -> None:
    assert in_shell(home, "day someday 2>&-")[0] == 3


@needs_full
@pytest.mark.parametrize("line", ["locate", "--help", "rules --json", "day"])
def test_a_full_disk_behind_stdout_is_one_sentence(home: dict[str, str], line: str) -> None:
    code, said = in_shell(home, f"{line} >/dev/full")
    assert code == 4
    assert "could not be written (the disk is full)" in said
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


@pytest.mark.parametrize("command", ["add", "check", "count --to x", "clear -", "share - --to x"])
def test_an_input_that_cannot_be_read_is_named(home: dict[str, str], command: str) -> None:
    code, said = in_shell(home, f"{command} 0>/dev/null")
    assert (code, said.startswith("Standard input cannot be read (it is not open for that)")) == (3, True), (
        said
    )


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


@pytest.mark.parametrize("command", [("check", "--jsonl"), ("count", "--to", "x", "--jsonl")])
def test_a_line_that_is_not_utf8_does_not_take_the_others_with_it(
    clearday: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    """Nothing was read once a single byte of the input was not UTF-8."""
    texts = (b"one", b"caf\xe9", b"\\ud800 \0", b"four")
    lines = b"\n".join(b'{"id": %d, "text": "%s"}' % (number, text) for number, text in enumerate(texts, 1))
    (tmp_path / "lines.jsonl").write_bytes(lines)
    for name, ran in (
        ("standard input", clearday(*command, stdin=lines)),
        (str(tmp_path / "lines.jsonl"), clearday(*command, str(tmp_path / "lines.jsonl"))),
    ):
        assert (ran.code, [json.loads(line)["id"] for line in ran.out.splitlines()]) == (3, [1, 4])
        assert [line.split(". ")[0].partition(":")[0] for line in ran.err.splitlines()] == [
            f"{name}, line 2",
            f"{name}, line 3",
        ]
        assert "line 2: not valid UTF-8" in ran.err


def test_a_setting_that_is_not_utf8_is_refused_in_words(home: dict[str, str], tmp_path: Path) -> None:
    code, said = in_shell(home, "config set week-title \"$(printf 'caf\\351')\"")
    assert (code, said) == (
        3,
        "“week-title” was not changed: its value is not valid UTF-8. Send it as UTF-8.\n",
    )


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


@pytest.mark.parametrize(
    ("name", "english", "french"),
    [
        ("nowhere.txt", "there is no such file or folder", "ce fichier ou ce dossier n’existe pas"),
        ("folder", "it is a folder", "c’est un dossier"),
        ("loop", "its links lead round in a circle", "ses liens tournent en rond"),
        ("note.txt/below", "what stands there is no folder", "ce qui s’y trouve n’est pas un dossier"),
    ],
)
def test_what_the_system_says_of_a_file_is_said_in_words(
    clearday: Run, tmp_path: Path, name: str, english: str, french: str
) -> None:
    """It was said as the system has it, also in French: “(Too many levels of symbolic links)”."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "note.txt").touch()
    path = tmp_path / name
    ran = clearday("check", str(path))
    assert (ran.code, ran.err) == (
        3,
        f"{path} cannot be read ({english}). Check the name and its permissions.\n",
    )
    assert f"({french})" in clearday("check", str(path), env={"LANG": "fr_CA.UTF-8"}).err


def test_a_file_without_a_name_or_with_two_lines_in_it_leaves_the_message_one_sentence(clearday: Run) -> None:
    assert clearday("check", "").err.startswith('"" cannot be read')
    assert clearday("check", "two\nlines").err.startswith("two\N{SYMBOL FOR LINE FEED}lines cannot be read")


def test_a_journal_in_a_folder_whose_name_is_not_utf8_is_read_as_it_is_written(
    clearday: Run, tmp_path: Path
) -> None:
    """Notes were kept there, and everything that reads them ended in an error."""
    named = {"CLEARDAY_JOURNAL": os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9/j.db")}
    assert clearday("add", "kept", env=named).code == 0
    assert "kept" in clearday("week", env=named).out


@pytest.mark.parametrize("command", ["add", "day", "week"])
def test_a_time_zone_that_cannot_be_is_named(home: dict[str, str], command: str) -> None:
    code, said = in_shell({**home, "TZ": "UTC+25", "CLEARDAY_NOW": ""}, f"{command} today")
    assert (code, said.startswith("TZ is “UTC+25”, which is no time zone.")) == (3, True)


def test_the_forms_of_a_week_and_a_period_are_given_in_the_language(clearday: Run) -> None:
    french = {"LANG": "fr_CA.UTF-8"}
    assert "cette, dernière, -2s, il-y-a-un-an, 2026-W47" in clearday("week", "jamais", env=french).err
    assert "this, last, -2w, year-ago, 2026-W47" in clearday("week", "never").err
    for said in ("cette", "dernière", "-2s", "il-y-a-un-an"):
        assert clearday("week", said, env=french).code == 0
    told = clearday("lookback", "jamais", env=french).err
    for said in told.split(": ")[-1].rstrip(".\n").split(", "):
        assert clearday("lookback", said, env=french).code == 0


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["week", "--site", "site", "--save"], "--site publishes the week as it was cleared"),
        (["week", "--site", "site", "--format", "html"], "--site publishes the week as it was cleared"),
        (["people", "--is", "agreed"], "--is and --role say something of a name"),
        (["people", "--forget", "Kim", "--role", "a librarian"], "--is and --role say something of a name"),
        (["export", "--from", "today", "--to-day", "yesterday"], "The last day, 2026-11-19, lies before"),
        (["backup", "--to", ""], '"" could not be written'),
        (["config", "get", "keys"], "“keys” holds many"),
    ],
)
def test_what_was_passed_over_or_taken_amiss_is_refused(clearday: Run, line: list[str], said: str) -> None:
    clearday("add", "One.")
    ran = clearday(*line)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith(said)
    assert len(ran.err.splitlines()) == 1


def test_a_file_in_the_place_of_a_folder_is_one_sentence(clearday: Run, tmp_path: Path) -> None:
    """It was two: that there is no such file, or no backup, came first."""
    (tmp_path / "note.txt").touch()
    below = str(tmp_path / "note.txt" / "below")
    for option, code in (("--config", 3), ("--journal", 4)):
        ran = clearday(option, below, "week")
        assert (ran.code, len(ran.err.splitlines())) == (code, 1), ran.err
        assert "(what stands there is no folder)" in ran.err
