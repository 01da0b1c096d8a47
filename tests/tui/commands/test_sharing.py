"""`clear` and `share`: nothing leaves before a person cleared it, and then it leaves sized."""

import json
import stat
import sys
from pathlib import Path

import pytest

from tests.conftest import Run

CLEAN = "Five people finished the form without help."
HELD = "Highly recommend Deloitte for this kind of work."
STOPPED = "The deck is PROTECTED B, so I keep it closed."
REASON = "vendor-endorsement=It quotes a published report."
LONG = " ".join(f"Sentence number {n} says what we learned that week." for n in range(1, 21))
EVERY_WAY: tuple[list[str], ...] = ([], ["--print"], ["--json"], ["--copy"], ["--open"])


def nothing_left(ran: object, text: str, tmp_path: Path) -> None:
    assert ran.out == ""  # type: ignore[attr-defined]
    assert text not in ran.err  # type: ignore[attr-defined]
    assert not list(tmp_path.rglob("snippets/*"))


@pytest.mark.parametrize("way", EVERY_WAY)
@pytest.mark.parametrize(("text", "code"), [(CLEAN, 1), (HELD, 1), (STOPPED, 2)])
def test_what_is_not_cleared_leaves_by_no_way(
    clearday: Run, tmp_path: Path, way: list[str], text: str, code: int
) -> None:
    clearday("add", text)
    ran = clearday("share", "1", "--to", "x", *way)
    assert ran.code == code
    nothing_left(ran, text, tmp_path)


@pytest.mark.parametrize(("text", "code", "verdict"), [(HELD, 1, "held"), (STOPPED, 2, "stopped")])
def test_what_holds_a_text_is_in_the_json_of_clearing_it(
    clearday: Run, text: str, code: int, verdict: str
) -> None:
    # A script was told by the exit code alone.
    clearday("add", text)
    ran = clearday("clear", "1", "--json")
    found = json.loads(ran.out)
    assert (ran.code, found["source"], found["verdict"]) == (code, "1", verdict)
    assert set(found["owed"]) <= {finding["rule"] for finding in found["findings"]}


def test_a_reason_for_no_rule_is_refused_as_it_was_written(clearday: Run) -> None:
    clearday("add", HELD)
    ran = clearday("clear", "1", "--reason", "=it is fine")
    assert (ran.code, "--reason =it is fine" in ran.err) == (3, True)


def test_a_clean_text_is_cleared_and_shared(clearday: Run) -> None:
    clearday("add", CLEAN)
    assert clearday("clear", "1").code == 0
    assert clearday("share", "1", "--to", "x", "--print").out == CLEAN + "\n"


def test_a_held_text_is_cleared_with_its_reason_and_shared_with_its_clearance(clearday: Run) -> None:
    clearday("add", HELD)
    refused = clearday("clear", "1")
    assert refused.code == 1
    assert "vendor-endorsement" in refused.err
    assert clearday("clear", "1", "--reason", REASON).code == 0
    shared = json.loads(clearday("share", "1", "--to", "x", "--json").out)
    assert set(shared) == {"source", "platform", "parts", "clearance"}
    assert (shared["source"], shared["platform"]) == ("1", "x")
    assert shared["parts"] == [{"n": 1, "text": HELD, "length": len(HELD), "limit": 280}]
    clearance = shared["clearance"]
    assert set(clearance) == {"fingerprint", "packs", "cleared_at", "answers"}
    assert [pack["id"] for pack in clearance["packs"]] == [
        "core",
        "care",
        "everyday",
        "identifiers",
        "seed",
        "topics",
        "ca-federal",
    ]
    assert clearance["cleared_at"] == "2026-11-20T16:30:00-05:00"
    assert clearance["answers"] == [{"rule": "vendor-endorsement", "answer": "It quotes a published report."}]
    assert len(clearance["fingerprint"]) == 64


def test_no_reason_clears_a_stop(clearday: Run) -> None:
    clearday("add", STOPPED)
    assert clearday("clear", "1", "--reason", "security-marking=it is fine").code == 2
    assert clearday("share", "1", "--to", "x").code == 2


@pytest.mark.parametrize(
    ("reason", "says"),
    [("vendor-endorsement", "RULE=TEXT"), ("vendor-endorsement= ", "RULE=TEXT"), ("nope=x", "nope")],
)
def test_a_reason_that_is_none_is_said(clearday: Run, reason: str, says: str) -> None:
    clearday("add", HELD)
    ran = clearday("clear", "1", "--reason", reason)
    assert ran.code == 3
    assert says in ran.err


@pytest.mark.parametrize("name", ["0", "2", "99999999999999999999999", "-1", "x", "2026-W54", "1.5", "١", ""])
def test_an_id_that_names_nothing_is_said(clearday: Run, name: str) -> None:
    clearday("add", CLEAN)
    for command in (["clear", "--", name], ["share", "--to", "x", "--", name]):
        ran = clearday(*command)
        assert (ran.code, ran.out) == (3, "")
        assert "Traceback" not in ran.err


def test_a_list_of_no_pictures_says_so(clearday: Run) -> None:
    clearday("add", CLEAN)
    for line, said in ((["photos"], "Nothing is recorded"), (["photos", "list", "1"], "no picture in 1")):
        ran = clearday(*line)
        assert (ran.code, ran.out) == (0, "")
        assert said in ran.err
        assert clearday(*line, "--json").out == "[]\n"


def test_a_private_note_stays(clearday: Run, tmp_path: Path) -> None:
    clearday("add", CLEAN, "--private")
    assert clearday("clear", "1").code == 1
    ran = clearday("share", "1", "--to", "x")
    assert ran.code == 1
    assert "private" in ran.err
    nothing_left(ran, CLEAN, tmp_path)


def test_clearing_a_private_note_says_that_it_is_private_and_lists_nothing(clearday: Run) -> None:
    clearday("add", "--private", "SECRET//CEO")
    ran = clearday("clear", "1")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "1 is private. Private notes are not cleared: they stay here.\n"
    assert "ne s’approuve pas" in clearday("clear", "1", env={"LANG": "fr_CA.UTF-8"}).err


@pytest.mark.parametrize("context", ["", "Forms that people finish."])
def test_a_week_without_a_line_is_not_cleared(clearday: Run, home: dict[str, str], context: str) -> None:
    if context:
        clearday("config", "set", "week-context", context)
    ran = clearday("clear", "2026-W40")
    assert ran.code == 1
    assert "nothing to clear" in ran.err
    assert "Cleared" not in ran.err
    clearday("add", "Forms tested.", "--on", "2026-09-30")
    assert clearday("clear", "2026-W40").code == 0


def test_a_text_from_stdin_is_called_a_text(clearday: Run) -> None:
    assert "Cleared this text. " in clearday("clear", "-", stdin="Forms tested.").err
    assert "This text is not cleared yet. Read it, then: clearday clear -" in (
        clearday("share", "-", "--to", "x", stdin="Other forms tested.").err
    )
    french = clearday("clear", "-", stdin="Des formulaires.", env={"LANG": "fr_CA.UTF-8"}).err
    assert "Ce texte est approuvé. " in french


def test_the_states_of_a_note_follow_what_happens_to_it(clearday: Run) -> None:
    def state() -> str:
        return str(json.loads(clearday("day", "--json").out)[0]["state"])

    clearday("add", HELD)
    assert state() == "held"
    clearday("clear", "1", "--reason", REASON)
    assert state() == "cleared"
    clearday("share", "1", "--to", "x")
    assert state() == "shared"


def test_a_text_from_stdin_is_shared_only_when_that_very_text_was_cleared(clearday: Run) -> None:
    assert clearday("share", "-", "--to", "x", stdin=CLEAN).code == 1
    assert clearday("clear", "-", stdin=CLEAN).code == 0
    assert clearday("share", "-", "--to", "x", "--print", stdin=CLEAN).out == CLEAN + "\n"
    assert clearday("share", "-", "--to", "x", stdin=CLEAN + " Really.").code == 1


def test_a_week_is_cleared_as_a_whole_and_lapses_with_a_new_note(clearday: Run) -> None:
    clearday("add", CLEAN)
    assert clearday("clear", "2026-W47").code == 0
    assert CLEAN in clearday("share", "2026-W47", "--to", "mastodon", "--print").out
    assert json.loads(clearday("week", "--format", "json").out)["state"] == "shared"
    clearday("add", "One more thing.")
    ran = clearday("share", "2026-W47", "--to", "mastodon")
    assert (ran.code, ran.out) == (1, "")
    assert "have changed since" in ran.err


def test_a_long_text_falls_into_parts_that_fit_and_one_can_be_asked_for(clearday: Run) -> None:
    clearday("add", LONG)
    clearday("clear", "1")
    parts = json.loads(clearday("share", "1", "--to", "x", "--json").out)["parts"]
    assert len(parts) > 3
    assert all(part["length"] <= part["limit"] == 280 for part in parts)
    assert [part["n"] for part in parts] == list(range(1, len(parts) + 1))
    [second] = json.loads(clearday("share", "1", "--to", "x", "--part", "2", "--json").out)["parts"]
    assert second == parts[1]
    ran = clearday("share", "1", "--to", "x", "--part", "99")
    assert ran.code == 3
    assert "99" in ran.err


def test_copying_without_a_desktop_or_terminal_keeps_a_private_file_and_claims_no_more(
    clearday: Run, tmp_path: Path
) -> None:
    clearday("add", CLEAN)
    clearday("clear", "1")
    ran = clearday("share", "1", "--to", "x", "--copy")
    [path] = tmp_path.rglob("snippets/*")
    assert (ran.code, ran.out) == (0, "")
    assert str(path) in ran.err
    assert ran.err.startswith("No clipboard could be reached")
    assert path.read_text("utf-8") == CLEAN
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def fake_tool(folder: Path, name: str, script: str) -> None:
    folder.mkdir(exist_ok=True)
    tool = folder / name
    tool.write_text(f"#!{sys.executable}\n{script}")
    tool.chmod(0o755)


@pytest.fixture
def desktop(home: dict[str, str], tmp_path: Path) -> dict[str, str]:
    """An environment with a display, whose only clipboard tool is the xclip in `tools`."""
    return {"DISPLAY": ":99", "PATH": f"{tmp_path / 'tools'}:{home['PATH']}", "KEPT": str(tmp_path / "kept")}


WORKING = (
    "import os, sys, pathlib\nkept = pathlib.Path(os.environ['KEPT'])\n"
    "if '-o' in sys.argv: sys.stdout.buffer.write(kept.read_bytes())\n"
    "else: kept.write_bytes(sys.stdin.buffer.read())\n"
)
DEAF = "import sys\nsys.stdin.read()\nsys.stderr.write('cannot open display')\nsys.exit('-o' in sys.argv)\n"
HANGING = "import signal\nsignal.alarm(60)\nsignal.pause()\n"


@pytest.mark.parametrize(
    ("script", "says"),
    [(WORKING, "read back"), (DEAF, "did not confirm"), (HANGING, "No clipboard could be reached")],
)
def test_the_desktop_clipboard_is_believed_only_when_read_back(
    clearday: Run, desktop: dict[str, str], tmp_path: Path, script: str, says: str
) -> None:
    fake_tool(tmp_path / "tools", "xclip", script)
    clearday("add", CLEAN)
    clearday("clear", "1")
    ran = clearday("share", "1", "--to", "x", "--copy", env=desktop)
    assert ran.code == 0
    assert says in ran.err
    assert "cannot open display" not in ran.err
    if script is WORKING:
        assert (tmp_path / "kept").read_text("utf-8") == CLEAN


def test_opening_hands_the_cleared_part_to_the_browser(clearday: Run, tmp_path: Path) -> None:
    fake_tool(
        tmp_path / "tools",
        "browse",
        "import os, sys, pathlib\npathlib.Path(os.environ['KEPT']).write_text(sys.argv[1])\n",
    )
    env = {"BROWSER": f"{tmp_path / 'tools' / 'browse'} %s", "KEPT": str(tmp_path / "kept")}
    clearday("add", CLEAN)
    clearday("clear", "1")
    unasked = clearday("share", "1", "--to", "x", "--open", env=env)
    assert (unasked.code, unasked.out) == (3, "")
    assert "--yes" in unasked.err
    assert not (tmp_path / "kept").exists()
    assert clearday("ledger", "1", "--json").out.strip() == "[]"
    ran = clearday("share", "1", "--to", "x", "--open", "--yes", env=env)
    assert ran.code == 0
    assert "history" in ran.err
    assert (tmp_path / "kept").read_text().endswith("Five%20people%20finished%20the%20form%20without%20help.")


def test_opening_mastodon_needs_to_know_the_server(clearday: Run) -> None:
    clearday("add", CLEAN)
    clearday("clear", "1")
    assert "mastodon-server" in clearday("share", "1", "--to", "mastodon", "--open").err


def test_a_topic_holds_the_text_until_it_is_answered(clearday: Run) -> None:
    clearday("add", "The budget is on the wall.")
    assert clearday("check", stdin="The budget is on the wall.").code == 0
    asked = clearday("check", "--questions", "--format", "json", stdin="The budget is on the wall.")
    assert (asked.code, json.loads(asked.out)["findings"][0]["level"]) == (1, "question")
    refused = clearday("clear", "1")
    assert refused.code == 1
    assert "Which public document says this?" in refused.err
    assert "1 It is in a public document; I name it." in refused.err
    assert clearday("share", "1", "--to", "x", "--print").code == 1
    assert clearday("clear", "1", "--reason", "asks-money-and-law=the estimates, vote 1").code == 0


PICTURED = "A walk. ![A path || mine || along the river](walk.jpg) ![Two maps](maps.jpg) ![](plain.jpg)"


def cleared_with_pictures(clearday: Run) -> None:
    clearday("add", PICTURED)
    for photo in ("walk.jpg", "maps.jpg", "plain.jpg"):
        clearday("photos", "consent", photo, "--state", "nobody")
    assert clearday("clear", "1").code == 0


def test_a_pictures_description_is_given_by_itself(clearday: Run, tmp_path: Path) -> None:
    cleared_with_pictures(clearday)
    share = ("share", "1", "--to", "mastodon", "--alt")
    assert clearday(*share, "1", "--print").out == "A path along the river\n"
    assert (
        clearday(*share, "2").out
        == "— maps.jpg: its description, for the field of its own · 8 of 1,500\nTwo maps\n"
    )
    given = json.loads(clearday(*share, "2", "--json").out)
    assert (given["parts"], [one["alt"] for one in given["pictures"]]) == ([], ["Two maps"])
    copied = clearday(*share, "2", "--copy", env={"SSH_CONNECTION": "x"})
    assert "The description of maps.jpg, 2 of 3: No clipboard could be reached" in copied.err
    [kept] = tmp_path.rglob("snippets/*")
    assert (kept.name, kept.read_text("utf-8")) == ("mastodon-note-1-alt-2.txt", "Two maps")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    ledger = clearday("ledger", "1").out.splitlines()
    assert [line.split(" · ")[1] for line in ledger] == [
        "description printed",
        "description printed",
        "description given as JSON",
        "description written to a file",
    ]


def test_no_description_leaves_before_its_text_is_cleared(clearday: Run, tmp_path: Path) -> None:
    clearday("add", PICTURED)
    for way in ("--print", "--json", "--copy"):
        ran = clearday("share", "1", "--to", "x", "--alt", "1", way)
        assert ran.code == 1
        nothing_left(ran, "A path", tmp_path)


def test_a_description_that_is_not_there_is_said(clearday: Run) -> None:
    cleared_with_pictures(clearday)
    for more, says in (
        (["4", "--print"], "no picture 4"),
        (["3", "--copy"], "plain.jpg has no description yet"),
        (["1", "--part", "1"], "--alt goes with"),
        (["1", "--edit"], "--alt goes with"),
    ):
        ran = clearday("share", "1", "--to", "x", "--alt", *more)
        assert (ran.code, ran.out) == (3, "")
        assert says in ran.err
