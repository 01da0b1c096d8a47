"""Notes may hold anything: it is shown, never obeyed, and nothing waits for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from rules.finding import Finding, Level, Source
from tests.tui.screens.sitting import sit
from tui.desk import Desk
from tui.widgets.marked_text import MarkedProse, marked
from tui.widgets.prose_editor import ProseEditor
from tui.widgets.week_editor import WeekEditor

HOSTILE = [
    "[red]not red[/red] [@click=app.quit]leave[/]",
    "[/] [bold",
    "before \x1b]52;c;aGk=\x07 after \x1b[2J\x9b31m",
    "right \u202eto left\u202c and zero\u200bwidth \ufeff",
    "family 👨‍👩‍👧 flag 🇨🇦 e\u0301 ﬁ İ",
    "tab\there\rand\x0bthere\x0cand\x85next\u2028line",
    "{braces} {0} %s $text",
    "a" * 5_000,
    "\n" * 200,
]


@pytest.mark.parametrize("text", HOSTILE)
async def test_every_screen_shows_it_and_none_obeys_it(desk: Desk, text: str) -> None:
    desk.log(f"x{text}")
    async with sit(desk, size=(80, 24)) as person:
        await person.press("up")
        seen = person.seen
        for key in ("e", "escape", "c", "escape", "s", "escape", "f3", "escape", "f5"):
            await person.press(key)
            seen += person.seen
        await person.write("x*")
        seen += person.seen
        assert not [sign for sign in seen if sign < " " and sign != "\n"]
        assert not [sign for sign in seen if sign in "\x1b\x7f\x9b\u202e\u200b\ufeff"]
        if text.startswith("[red]"):
            assert "[red]not red[/red]" in seen


def found(start: int, end: int, level: Level = Level.WARNING) -> Finding:
    return Finding("r", "rule", "c", level, start, end, "m", "says", "do", Source("t", "1", "u"))


@given(st.text(max_size=120), st.integers(0, 130), st.integers(0, 40), st.integers(1, 60))
def test_a_mark_covers_its_passage_and_changes_no_length(
    text: str, start: int, size: int, width: int
) -> None:
    shown = marked(text, [found(start, start + size)])
    assert len(shown.plain) == len(text)
    console = Console(width=width, file=None, color_system=None)
    prose = MarkedProse(text, [found(start, start + size)], ruled=True, most=1_000)
    assert all(line.cell_len <= max(width, 2) for line in prose.wrap(console, width))


def test_the_rule_under_a_passage_grows_with_the_level() -> None:
    rules = {}
    for level in Level:
        prose = MarkedProse("The fund goes up", [found(4, 8, level)], ruled=True, most=100)
        rules[level] = [line.plain for line in prose.wrap(Console(width=40), 40)][1]
    assert rules == {
        Level.NOTE: "    ┈┈┈┈",
        Level.QUESTION: "    ┄┄┄┄",
        Level.WARNING: "    ~~~~",
        Level.STOP: "    ━━━━",
    }


async def test_an_editor_marks_the_passage_by_code_points_across_lines(desk: Desk) -> None:
    desk.log("x")
    async with sit(desk) as person:
        editor = ProseEditor("é👨‍👩‍👧 one\ntwo three")
        await person.page.mount(editor)
        text = editor.text
        editor.mark([found(text.index("two"), text.index("three"))])
        assert not editor.get_line(0).spans
        assert {(span.start, span.end) for span in editor.get_line(1).spans} == {(0, 4)}
        editor.go_to(text.index("three"))
        assert editor.place == text.index("three")
        assert editor.cursor_location == (1, 4)


async def test_a_note_of_a_megabyte_is_shown_shortened_and_kept_whole(desk: Desk) -> None:
    whole = "Five people finished the form.\n" * 33_000
    number = desk.log(whole).note.id
    async with sit(desk, size=(80, 24)) as person:
        await person.press("up")
        assert "1,023,000 characters in all" in person.seen
        await person.press("e")
        assert "too many to rewrite here" in person.said[0]
        await person.press("f3")
        assert person.page.query_one(WeekEditor).text == ""
        assert "too many to show" in person.said[0]
        assert desk.note(number).note.text == whole
