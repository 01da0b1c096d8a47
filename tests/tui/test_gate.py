"""The one gate: what is not cleared does not leave, and a clearance lapses when what it rests on changes."""

import ast
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pytest

from rules.checker import checker_of
from tests.conftest import ROOT
from tui.checking import Checking
from tui.desk import Desk
from tui.gate import Gate, Held, Release
from tui.packs import Packs
from tui.subject import Subject

HELD_TEXT = "Highly recommend Deloitte for this kind of work."
STOPPED_TEXT = "The deck is PROTECTED B, so I keep it closed."
CLEAR_TEXT = "Five people finished the form without help."
RULE = "vendor-endorsement"


def subject(text: str, *, private: bool = False) -> Subject:
    return Subject("text", "-", text, private)


def why(desk: Desk, given: Subject, platform: str = "x") -> str:
    with pytest.raises(Held) as held:
        desk.release(given, desk.platforms[platform])
    return held.value.why


def with_packs(desk: Desk, packs: Packs) -> Gate:
    checking = Checking(packs, desk.reader, desk.waivers, "en")
    return Gate(desk._clearances, checking, desk.ready_platforms, waivers=desk.waivers)


def test_a_text_that_nobody_cleared_does_not_leave_however_clean(desk: Desk) -> None:
    assert why(desk, subject(CLEAR_TEXT)) == "uncleared"


def test_a_cleared_text_leaves_on_every_platform_it_was_cleared_for(desk: Desk) -> None:
    desk.clear(subject(CLEAR_TEXT), {})
    for platform in desk.ready_platforms:
        assert CLEAR_TEXT in desk.release(subject(CLEAR_TEXT), platform).parts[0].text


def test_a_clearance_for_one_platform_is_for_no_other(desk: Desk) -> None:
    desk.clear(subject(CLEAR_TEXT), {}, [desk.platforms["x"]])
    assert desk.release(subject(CLEAR_TEXT), desk.platforms["x"])
    assert why(desk, subject(CLEAR_TEXT), "mastodon") == "uncleared"


def test_a_warning_is_cleared_only_with_a_reason_which_is_kept(desk: Desk) -> None:
    for answers in ({}, {RULE: "  "}, {"another-rule": "because"}):
        with pytest.raises(Held) as held:
            desk.clear(subject(HELD_TEXT), answers)
        assert (held.value.why, held.value.standing.owed) == ("owed", (RULE,))
    cleared = desk.clear(subject(HELD_TEXT), {RULE: " It quotes a published report. "})
    assert cleared.answers == ((RULE, "It quotes a published report."),)
    assert desk.release(subject(HELD_TEXT), desk.platforms["x"]).clearance.answers == cleared.answers


def test_no_reason_clears_a_stop(desk: Desk) -> None:
    with pytest.raises(Held) as held:
        desk.clear(subject(STOPPED_TEXT), {"security-marking": "it is fine"})
    assert (held.value.why, held.value.standing.owed) == ("stopped", ())
    assert why(desk, subject(STOPPED_TEXT)) == "stopped"


def test_a_private_text_is_neither_cleared_nor_released(desk: Desk) -> None:
    desk.clear(subject(CLEAR_TEXT), {})
    with pytest.raises(Held) as held:
        desk.clear(subject(CLEAR_TEXT, private=True), {})
    assert held.value.why == "private"
    assert why(desk, subject(CLEAR_TEXT, private=True)) == "private"


def test_a_note_that_is_made_private_is_cleared_no_more_and_again_once_it_is_not(desk: Desk) -> None:
    desk.log(CLEAR_TEXT)
    desk.clear(desk.subject("1"), {})
    assert desk.set_private(desk.note(1).note, True).state == "draft"
    assert why(desk, desk.subject("1")) == "private"
    assert desk.set_private(desk.note(1).note, False).state == "cleared"


def test_what_was_edited_for_one_platform_is_cleared_for_no_other_whichever_is_named(desk: Desk) -> None:
    edited = replace(subject(CLEAR_TEXT), platform="x")
    desk.clear(edited, {}, [desk.platforms["mastodon"]])
    assert desk.release(edited, desk.platforms["x"])
    assert why(desk, edited, "mastodon") == "uncleared"


@pytest.mark.parametrize("given", [subject("\u200b\n"), replace(subject("# Week 47"), bare=True)])
def test_a_text_that_shows_nothing_is_not_cleared(desk: Desk, given: Subject) -> None:
    with pytest.raises(Held) as held:
        desk.clear(given, {})
    assert held.value.why == "empty"


def test_a_finding_that_markup_hides_from_the_source_still_holds(desk: Desk) -> None:
    hidden = subject("The deck is PROT**ECT**ED B, so I keep it closed.")
    assert desk.inspect(hidden).verdict == "stopped"
    with pytest.raises(Held):
        desk.clear(hidden, {})


def test_what_a_person_was_shown_is_not_read_again_to_clear_it(desk: Desk) -> None:
    """A text of ten megabytes was read six times."""
    given, checker = subject(f"{CLEAR_TEXT}\n\n**{CLEAR_TEXT}**"), checker_of(desk.packs.packs)
    desk.inspect(given)
    checker.forget()
    assert desk.clear(given, {})
    assert checker.read_anew == 0


def test_the_reader_reads_no_markup(desk: Desk) -> None:
    """Five questions were asked about the tags of a page that were in nobody's text."""
    text = "Week 10\n\n## Next\n\nNext week:\n- finish audit\n- two interviews in Kingston\n- a blog post for review\n"
    standing = desk.inspect(subject(text))
    assert [finding for finding in standing.findings if finding.by == "reader" and not finding.end] == []


def test_any_change_of_the_text_lapses_the_clearance(desk: Desk) -> None:
    note = desk.log(CLEAR_TEXT)
    desk.clear(desk.subject("1"), {})
    assert desk.note(1).state == "cleared"
    desk.rewrite(note.note, CLEAR_TEXT + "!")
    assert desk.note(1).state == "draft"
    assert why(desk, desk.subject("1")) == "lapsed"


def test_white_space_that_no_reader_sees_does_not_lapse_it(desk: Desk) -> None:
    desk.clear(subject(CLEAR_TEXT), {})
    assert desk.release(subject(f"\n{CLEAR_TEXT}  \n"), desk.platforms["x"])


def test_a_change_of_the_platform_lapses_the_clearance(desk: Desk) -> None:
    desk.clear(subject(CLEAR_TEXT), {})
    assert why_changed(desk, limit=400) == "uncleared"


def why_changed(desk: Desk, *, limit: int) -> str:
    with pytest.raises(Held) as held:
        desk.release(subject(CLEAR_TEXT), replace(desk.platforms["mastodon"], limit=limit))
    return held.value.why


def test_a_change_of_the_packs_lapses_the_clearance_with_or_without_a_new_version(desk: Desk) -> None:
    desk.clear(subject(CLEAR_TEXT), {})
    core = desk.packs.packs[0]
    newer = Packs((replace(core, version="9.9.9"),), desk.packs.digest)
    edited = Packs(desk.packs.packs, "0" * 64)
    for packs in (newer, edited):
        gate = with_packs(desk, packs)
        with pytest.raises(Held):
            gate.release(subject(CLEAR_TEXT), desk.platforms["x"])
    assert with_packs(desk, desk.packs).release(subject(CLEAR_TEXT), desk.platforms["x"])


def test_what_left_is_in_the_ledger_and_the_note_is_shared(desk: Desk) -> None:
    desk.log(CLEAR_TEXT)
    desk.clear(desk.subject("1"), {})
    release = desk.release(desk.subject("1"), desk.platforms["x"])
    desk.outbox.record(release, [1], "osc52")
    [line] = desk.outbox.lines(desk.subject("1"))
    assert (line.platform, line.part, line.parts, line.route) == ("x", 1, 1, "osc52")
    assert desk.note(1).state == "shared"


def test_nobody_but_the_gate_makes_a_release(desk: Desk) -> None:
    desk.clear(subject(CLEAR_TEXT), {})
    real = desk.release(subject(CLEAR_TEXT), desk.platforms["x"])
    with pytest.raises(TypeError):
        Release(
            object(),  # type: ignore[arg-type]
            subject=real.subject,
            platform=real.platform,
            parts=real.parts,
            photos=(),
            fingerprint=real.fingerprint,
            clearance=real.clearance,
        )


# That no other route exists: the ways out of the program are named, and only the outlets use them.

WAYS_OUT = {
    "pyperclip": {"tui/outlets/native_copy.py"},
    # `clearday serve` opens its own page on this computer; no text of a person is in its address.
    "webbrowser": {"tui/outlets/opening.py", "tui/commands/serve.py"},
    # The person's own editor opens a private file beside the journal; the words stay on this machine.
    "subprocess": {"tui/outlets/copying.py", "tui/editing.py"},
    # The served app listens on the loopback address alone: see `tui.served.address`.
    "socket": {"tui/served/address.py", "tui/served/server.py"},
    "urllib.request": set(),
    "http.client": set(),
    # Imported to keep silent what others log.
    "logging": {"tui/walls.py"},
}
CALLS_OUT = {
    # A copy of one's own journal, asked for by name, is no sharing: see `tui.exchange`.
    "write_copy": {"tui/exchange.py"},
    "write_folder": {"tui/exchange.py"},
    "take_out": {"tui/commands/export.py"},
    # storage/kept.py keeps rule packs that were read, storage/lessons.py what a reader was taught: no text of anybody.
    "write_whole": {
        "tui/outlets/copying.py",
        "storage/public_files.py",
        "storage/sheets.py",
        "storage/kept.py",
        "storage/lessons.py",
    },
    "write_public": {"tui/site.py"},
    "lay_out": {
        "tui/commands/edit.py",
        "tui/commands/add_edited.py",
        "tui/screens/outside.py",
        "tui/commands/variant.py",
    },
    "edited": {
        "tui/commands/edit.py",
        "tui/commands/add_edited.py",
        "tui/screens/outside.py",
        "tui/commands/variant.py",
    },
    "terminal_sequence": {"tui/outlets/terminal.py", "tui/walls.py"},
    "deliver_text": set(),
    "deliver_binary": set(),
    "deliver_screenshot": set(),
    "save_screenshot": set(),
    "system": set(),
}


@dataclass(frozen=True)
class Source:
    """A file of the program: its name, its text without white space, and the names that it imports and calls."""

    name: str
    text: str
    imported: frozenset[str]
    called: frozenset[str]


@cache
def sources() -> tuple[Source, ...]:
    """Every file of the program, read once."""
    files = [path for floor in ("tui", "storage", "rules") for path in (ROOT / floor).rglob("*.py")]
    return tuple(source(path.relative_to(ROOT).as_posix(), path.read_text("utf-8")) for path in files)


def source(name: str, text: str) -> Source:
    nodes = list(ast.walk(ast.parse(text)))
    return Source(name, "".join(text.split()), frozenset(imported(nodes)), frozenset(called(nodes)))


def imported(nodes: list[ast.AST]) -> set[str]:
    names: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


def called(nodes: list[ast.AST]) -> set[str]:
    calls = (node.func for node in nodes if isinstance(node, ast.Call))
    return {func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "") for func in calls}


@pytest.mark.parametrize("module", WAYS_OUT)
def test_a_way_out_is_imported_only_where_the_gate_has_been_passed(module: str) -> None:
    users = {one.name for one in sources() if module in one.imported}
    assert users <= WAYS_OUT[module]


@pytest.mark.parametrize("call", CALLS_OUT)
def test_a_way_out_is_called_only_where_the_gate_has_been_passed(call: str) -> None:
    users = {one.name for one in sources() if call in one.called}
    assert users <= CALLS_OUT[call]


def test_what_the_app_copies_by_itself_stays_in_the_app() -> None:
    beyond = {one.name for one in sources() if "super().copy_to_clipboard" in one.text}
    assert beyond <= {"tui/walls.py"}


def test_every_outlet_takes_a_release(desk: Desk, tmp_path: Path) -> None:
    from inspect import signature

    from tui.outlets.copying import copy_part
    from tui.outlets.opening import open_part

    for outlet in (copy_part, open_part):
        assert signature(outlet).parameters["release"].annotation is Release
    with pytest.raises(AttributeError):
        copy_part("raw text", 1, desk=desk, terminal=None, environ={})  # type: ignore[arg-type]
    assert not (tmp_path / "snippets").exists()


def test_the_seal_is_used_once() -> None:
    users = {one.name for one in sources() if "_SEAL" in one.text}
    makers = {one.name for one in sources() if "Release" in one.called}
    assert users == makers == {"tui/gate.py"}


def test_the_tags_of_a_page_are_read_as_no_words(desk: Desk) -> None:
    """`use <code>…` was taken for praise of a product called code."""
    desk.log("Costs < 5 $ and more; use `<b>` with care.")
    assert desk.inspect(desk.subject("1")).findings == ()
