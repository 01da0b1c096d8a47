"""What the app says when its journal goes away or cannot be backed up, and what it keeps."""

import os
from pathlib import Path

from storage.copies import copies_of
from tests.storage.test_backup import log, texts
from tests.tui.screens.sitting import sit
from tui.desk import Desk


async def test_the_day_is_backed_up_when_the_app_opens(desk: Desk) -> None:
    desk.log("Keep me.")
    async with sit(desk) as person:
        assert person.said == []
        assert [copy.kind for copy in copies_of(desk.path)] == ["daily"]


async def test_a_backup_that_fails_is_said_in_passing_and_stops_nothing(desk: Desk, tmp_path: Path) -> None:
    desk.log("Keep me.")
    (tmp_path / "backups").write_text("in the way")
    async with sit(desk) as person:
        assert any("No backup was made" in said for said in person.said)
        await person.write("And me.")
        await person.press("enter")
        assert texts(desk.path) == ["Keep me.", "And me."]


async def test_a_note_typed_after_the_journal_was_deleted_is_refused_and_stays_on_the_line(
    desk: Desk,
) -> None:
    desk.log("Acknowledged.")
    desk.close()
    async with sit(desk) as person:
        os.unlink(desk.path)
        await person.write("Not lost.")
        await person.press("enter")
        assert any("was deleted or moved" in said for said in person.said)
        assert person.app.focused.text == "Not lost."  # type: ignore[union-attr]
        assert not os.path.exists(desk.path)
        [rescued] = [copy for copy in copies_of(desk.path) if copy.kind == "rescued"]
        assert texts(rescued.path) == ["Acknowledged."]


async def test_a_restore_by_another_program_is_seen(desk: Desk) -> None:
    desk.log("Before.")
    copy = desk.safe.back_up().path
    log(Path(desk.path), "After.")
    async with sit(desk) as person:
        assert "After." in person.seen
        with desk.safe.staged(copy) as staged:
            desk.safe.restore(staged)
        await person.press("f5", "escape")
        assert "After." not in person.seen
        assert "Before." in person.seen
