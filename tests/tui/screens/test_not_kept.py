"""What cannot be kept: it is said, and no word is lost."""

from pathlib import Path

from tests.tui.screens.sitting import sit
from tui.desk import Desk
from tui.opening import open_desk
from tui.widgets.journal_line import JournalLine


async def test_a_note_that_cannot_be_kept_comes_back_to_the_line(desk: Desk) -> None:
    async with sit(desk) as person:
        await person.write("before \0 after")
        await person.press("enter")
        assert person.app.focused.text == "before \0 after"  # type: ignore[union-attr]
        assert "NUL" in person.said[0]


async def test_a_journal_that_refuses_writing_says_so_and_loses_no_word(desk: Desk) -> None:
    desk.log("Already here.")
    refuse_writing(desk)
    async with sit(desk) as person:
        assert "Already here." in person.seen
        await person.write("New words.")
        await person.press("enter")
        assert person.page.query_one(JournalLine).text == "New words."
        assert "The journal" in person.said[0]
        await person.press("up", "d")
        assert "Already here." in person.seen
        assert "The journal" in person.said[0]


async def test_a_file_that_is_no_journal_is_said_on_the_screen_and_left_alone(
    home: dict[str, str], tmp_path: Path
) -> None:
    other = tmp_path / "letter.txt"
    other.write_text("Dear colleague,\n" * 400, "utf-8")
    async with sit(open_desk(home, journal=str(other))) as person:
        assert "is not a Clearday journal" in person.seen
        await person.write("New words.")
        await person.press("enter", "f3")
        assert "is not a Clearday journal" in person.seen
        await person.press("escape")
        assert person.page.query_one(JournalLine).text == "New words."
    assert other.read_text("utf-8").startswith("Dear colleague")


def refuse_writing(desk: Desk) -> None:
    """Make SQLite itself refuse; file permissions do not bind an administrator."""
    from storage.database import open_database

    for act in ("INSERT", "UPDATE"):
        open_database(desk.path).execute(
            f"CREATE TRIGGER refuse_{act} BEFORE {act} ON note BEGIN SELECT RAISE(ABORT, 'refused'); END"
        )
