"""The app steps aside for a person's own editor and takes back what was written there."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.journeys.test_app_terminal import Terminal
from tests.tui.screens.sitting import sit
from tui.desk import Desk
from tui.opening import open_desk

Open = Callable[[str], Terminal]


@pytest.fixture
def open_with(home: dict[str, str], tmp_path: Path) -> Iterator[Open]:
    opened: list[Terminal] = []

    def start(does: str) -> Terminal:
        script = tmp_path / "editor.py"
        script.write_text(f"import sys\npath = sys.argv[1]\ntext = open(path).read()\n{does}\n")
        opened.append(Terminal({**home, "EDITOR": f"python3 {script}"}, tmp_path / "journal.db"))
        return opened[-1]

    yield start
    for terminal in opened:
        if terminal.process.poll() is None:
            terminal.process.kill()
            terminal.process.wait()


def test_a_note_rewritten_in_the_persons_own_editor_is_saved(
    open_with: Open, home: dict[str, str], tmp_path: Path
) -> None:
    desk = open_desk(home, journal=str(tmp_path / "journal.db"))
    desk.log("Five people finished.")
    terminal = open_with("open(path, 'w').write(text.replace('Five', 'Seven') + '\\n')")
    terminal.until("Five people")
    terminal.type("\x1b[A")
    terminal.until("delete")
    terminal.type("e")
    terminal.until("save")
    terminal.type("\x1bOS")
    terminal.until("Saved.")
    terminal.type("\x11")
    assert terminal.close() == 0
    assert desk.note(1).note.text == "Seven people finished."
    assert list((tmp_path / "drafts").iterdir()) == []


def test_the_line_goes_on_in_the_editor_and_comes_back(
    open_with: Open, home: dict[str, str], tmp_path: Path
) -> None:
    terminal = open_with("open(path, 'w').write(text + ' And ended.')")
    terminal.until("Welcome")
    terminal.type("Begun.")
    terminal.until("Begun.")
    terminal.type("\x1bOS")
    terminal.until("And ended.")
    terminal.type("\r")
    terminal.until("1 note")
    terminal.type("\x11")
    assert terminal.close() == 0
    desk = open_desk(home, journal=str(tmp_path / "journal.db"))
    assert [view.note.text for view in desk.day(desk.clock.today())] == ["Begun. And ended."]


def test_an_editor_that_fails_is_said_and_its_words_stay(open_with: Open, tmp_path: Path) -> None:
    terminal = open_with("open(path, 'w').write('Unsaved.')\nsys.exit(1)")
    terminal.until("Welcome")
    terminal.type("\x1bOS")
    terminal.until("did not end well")
    terminal.type("\x11")
    assert terminal.close() == 0
    assert (tmp_path / "drafts" / "line.md").read_text() == "Unsaved."


async def test_where_the_app_cannot_step_aside_it_says_so_and_leaves_nothing(
    desk: Desk, tmp_path: Path
) -> None:
    async with sit(desk) as person:
        await person.write("Words.")
        await person.press("f4")
        assert person.said == ["Your own editor cannot be opened from here."]
        assert list((tmp_path / "drafts").iterdir()) == []


async def test_words_left_from_before_never_replace_words_on_the_line(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "line.md").write_text("From before.")
    async with sit(desk) as person:
        await person.write("Words.")
        await person.press("f4")
        assert "line.md" in person.said[0]
        assert person.app.focused.text == "Words."  # type: ignore[union-attr]
    assert (tmp_path / "drafts" / "line.md").read_text() == "From before."
