"""The editor draws what changed, and what it shows is what would be drawn anew."""

import asyncio

import pytest
from rich.text import Text
from textual.app import App, ComposeResult
from textual.strip import Strip
from textual.widgets import TextArea

from rules.finding import Finding, Level, Source
from tui.widgets.prose_editor import ProseEditor

PROSE = "\n\n".join(
    f"Paragraph {n} has words (and more) that go on for a line or two, ||as so||." for n in range(30)
)


class Counted(ProseEditor):
    """Counts the lines that are made to be drawn."""

    made = 0

    def get_line(self, line_index: int) -> Text:
        """One more."""
        self.made += 1
        return super().get_line(line_index)


class Desk(App[None]):
    """An editor alone."""

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """What our themes have besides."""
        return {"quiet": "auto 80%"}

    def compose(self) -> ComposeResult:
        """The editor."""
        yield Counted(PROSE)


def found(start: int, end: int, level: Level = Level.WARNING) -> Finding:
    return Finding(
        rule="a-rule",
        by="rule",
        category="core",
        level=level,
        start=start,
        end=end,
        match="",
        message="",
        advice="",
        source=Source("", "", ""),
    )


def shown(editor: ProseEditor) -> list[Strip]:
    return [editor.render_line(y) for y in range(editor.size.height)]


def anew(editor: ProseEditor) -> list[Strip]:
    TextArea.notify_style_update(editor)
    return [TextArea.render_line(editor, y) for y in range(editor.size.height)]


async def drawn(app: App[None]) -> None:
    done = asyncio.Event()
    app.call_after_refresh(done.set)
    await done.wait()


async def test_a_key_draws_the_line_that_it_changed() -> None:
    app = Desk()
    async with app.run_test(size=(50, 24)) as pilot:
        editor = app.query_one(Counted)
        editor.mark([])
        editor.move_cursor((4, 3))
        await pilot.press("a")
        await drawn(app)
        editor.made = 0
        await pilot.press("b", "c", "right")
        await drawn(app)
        rows = len(editor.wrapped_document.get_offsets(4)) + 1
        assert 0 < editor.made <= 2 * 3 * rows  # each of its rows, and once more where its cursor blinks


@pytest.mark.parametrize(
    "keys",
    [
        ("a", "b"),
        ("enter", "a"),
        ("backspace", "backspace"),
        ("down", "down", "end"),
        ("shift+down", "shift+down"),
        ("shift+end", "x"),
        ("ctrl+end", "ctrl+home"),
        ("pagedown", "a", "pageup"),
        ("down", "down", *["right"] * 19),
    ],
)
async def test_what_is_shown_is_what_would_be_drawn_anew(keys: tuple[str, ...]) -> None:
    app = Desk()
    async with app.run_test(size=(50, 24)) as pilot:
        editor = app.query_one(Counted)
        editor.cursor_blink = False  # or it may turn between the two looks
        editor.mark([found(3, 12), found(30, 200, Level.STOP)])
        await drawn(app)
        for key in keys:
            await pilot.press(key)
            await drawn(app)
            assert shown(editor) == anew(editor)
        editor.mark([found(90, 99)])
        assert shown(editor) == anew(editor)
        editor.mark([])
        app.theme = "textual-light"
        await drawn(app)
        assert shown(editor) == anew(editor)
        await pilot.resize_terminal(34, 20)
        await drawn(app)
        assert shown(editor) == anew(editor)


async def test_a_change_of_marks_draws_the_lines_that_it_concerns() -> None:
    app = Desk()
    async with app.run_test(size=(50, 24)) as pilot:
        editor = app.query_one(Counted)
        editor.move_cursor((2, 0))
        editor.mark([found(3, 12)])
        await pilot.pause()
        before = shown(editor)
        editor.made = 0
        editor.mark([found(4, 12)])
        assert shown(editor) != before
        assert 0 < editor.made <= 6
