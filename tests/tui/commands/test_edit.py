"""A note in the person's own editor: what is saved, what is kept, and what comes back."""

import stat
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.tui.commands.test_prompts import notes


@pytest.fixture
def editor(tmp_path: Path) -> "Editor":
    return Editor(tmp_path)


class Editor:
    """Makes editors that are small programs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def that(self, does: str) -> dict[str, str]:
        script = self.folder / "my editor.py"
        script.write_text(f"import os, stat, sys\npath = sys.argv[1]\ntext = open(path).read()\n{does}\n")
        return {"EDITOR": f"python3 '{script}'"}


def texts(clearday: Run) -> list[str]:
    return [str(note["text"]) for note in notes(clearday)]


def sheets(tmp_path: Path) -> list[str]:
    return [path.name for path in tmp_path.rglob("drafts/*")]


def test_what_is_written_is_the_next_version_and_can_be_taken_back(
    clearday: Run, editor: Editor, tmp_path: Path
) -> None:
    clearday("add", "Five people finished.")
    ran = clearday("edit", "1", env=editor.that("open(path, 'w').write(text.replace('Five', 'Six') + '\\n')"))
    assert (ran.code, ran.err) == (0, "Saved note 1 as version 2.\n")
    assert texts(clearday) == ["Six people finished."]
    assert sheets(tmp_path) == []
    clearday("undo")
    assert texts(clearday) == ["Five people finished."]


def test_the_sheet_is_private_and_lies_beside_the_journal(
    clearday: Run, editor: Editor, tmp_path: Path
) -> None:
    clearday("add", "Words.")
    looks = "open(path, 'w').write(f'{path} {stat.S_IMODE(os.stat(path).st_mode):o}')"
    clearday("edit", "1", env=editor.that(looks))
    path, mode = texts(clearday)[0].rsplit(" ", 1)
    assert mode == "600"
    assert Path(path).parent.parent == next(tmp_path.rglob("journal.db")).parent
    assert stat.S_IMODE(Path(path).parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("does", ["pass", "open(path, 'w').write('')", "open(path, 'w').write(' \\n')"])
def test_nothing_written_changes_nothing(clearday: Run, editor: Editor, tmp_path: Path, does: str) -> None:
    clearday("add", "Words.")
    ran = clearday("edit", "1", env=editor.that(does))
    assert ran.code == 0
    assert "stays as it was, version 1" in ran.err
    assert texts(clearday) == ["Words."]
    assert sheets(tmp_path) == []


BESIDE = "[open(path.replace('note', left), 'w').write(text) for left in ('.note', '#note')]; open(path + '~', 'w')"


@pytest.mark.parametrize("does", ["pass", "open(path, 'w').write('Other words.')"])
def test_what_an_editor_leaves_beside_the_sheet_goes_with_it(
    clearday: Run, editor: Editor, tmp_path: Path, does: str
) -> None:
    """A backup of the words stayed in the clear, also beside an encrypted journal."""
    clearday("add", "Words.")
    drafts = next(tmp_path.rglob("journal.db")).parent / "drafts"
    drafts.mkdir()
    (drafts / "note-10.md").write_text("Words that are not saved yet.")
    clearday("edit", "1", env=editor.that(f"{BESIDE}; {does}"))
    assert sheets(tmp_path) == ["note-10.md"]


def test_what_an_editor_that_was_stopped_leaves_beside_the_sheet_stays(
    clearday: Run, editor: Editor, tmp_path: Path
) -> None:
    clearday("add", "Words.")
    clearday("edit", "1", env=editor.that(f"{BESIDE}; sys.exit(1)"))
    assert sorted(sheets(tmp_path)) == ["#note-1.md", ".note-1.md", "note-1.md~"]


def test_an_editor_that_fails_saves_nothing_and_its_words_come_back(
    clearday: Run, editor: Editor, tmp_path: Path
) -> None:
    clearday("add", "Words.")
    ran = clearday("edit", "1", env=editor.that("open(path, 'w').write('Unsaved.'); sys.exit(1)"))
    assert ran.code == 3
    assert "note-1.md" in ran.err
    assert texts(clearday) == ["Words."]
    ran = clearday("edit", "1", env=editor.that("open(path, 'w').write(text + ' And more.')"))
    assert "Brought back" in ran.err
    assert texts(clearday) == ["Unsaved. And more."]
    assert sheets(tmp_path) == []


@pytest.mark.parametrize("named", ["", "/nowhere/editor", "'"])
def test_an_editor_that_is_none_is_said(clearday: Run, named: str) -> None:
    clearday("add", "Words.")
    ran = clearday("edit", "1", env={"EDITOR": named})
    assert ran.code == 3
    assert "ditor" in ran.err
    assert texts(clearday) == ["Words."]


def test_what_is_no_text_is_refused_and_left_where_it_is(
    clearday: Run, editor: Editor, tmp_path: Path
) -> None:
    clearday("add", "Words.")
    ran = clearday("edit", "1", env=editor.that("open(path, 'wb').write(b'\\xff')"))
    assert ran.code == 3
    assert "UTF-8" in ran.err
    assert sheets(tmp_path) == ["note-1.md"]


def test_a_note_changed_meanwhile_is_not_overwritten_and_the_words_stay(
    clearday: Run, editor: Editor, tmp_path: Path
) -> None:
    clearday("add", "Words.")
    meanwhile = (
        "import sqlite3\n"
        f"c = sqlite3.connect({str(next(tmp_path.rglob('journal.db')))!r})\n"
        "c.execute(\"UPDATE note SET text = 'Theirs.', version = version + 1\"); c.commit()\n"
        "open(path, 'w').write('Mine.')"
    )
    ran = clearday("edit", "1", env=editor.that(meanwhile))
    assert ran.code == 3
    assert "another window" in ran.err
    assert texts(clearday) == ["Theirs."]
    clearday("edit", "1", env=editor.that("pass"))
    assert texts(clearday) == ["Mine."]


def test_a_new_note_is_written_in_the_editor_with_its_day(
    clearday: Run, editor: Editor, tmp_path: Path
) -> None:
    ran = clearday(
        "add",
        "Begun",
        "--edit",
        "--on",
        "wed",
        env=editor.that("open(path, 'w').write(text + ' and ended.\\n')"),
    )
    assert ran.code == 0
    assert "Begun and ended." in clearday("day", "wed").out
    assert sheets(tmp_path) == []


def test_a_new_note_that_was_not_written_is_not_kept(clearday: Run, editor: Editor) -> None:
    ran = clearday("add", "--edit", env=editor.that("pass"))
    assert (ran.code, ran.err) == (0, "Nothing was written, so nothing was kept.\n")
    assert texts(clearday) == []


def test_words_that_could_not_be_kept_are_in_the_editor_the_next_time(clearday: Run, editor: Editor) -> None:
    writes = editor.that("open(path, 'w').write('Long thought.')")
    assert clearday("add", "--edit", "--on", "someday", env=writes).code == 3
    ran = clearday("add", "--edit", env=editor.that("pass"))
    assert "Brought back" in ran.err
    assert texts(clearday) == ["Long thought."]


def test_a_week_is_edited_as_it_is_written_and_what_is_left_of_an_offer_is_taken(
    clearday: Run, editor: Editor, tmp_path: Path
) -> None:
    clearday("add", "Five people finished.")
    clearday("week", "--save")
    clearday("add", "Thanks to Devi.")
    clearday("add", "Learned: ask first.")
    shown = clearday("week")
    assert "2 passages are new since version 1." in shown.err
    assert "(clearday leave 2026-11-16)" in shown.err
    cuts = (
        "open(path, 'w').write(text.replace('Five', 'Six').replace('## Thanks\\n\\nThanks to Devi.\\n', ''))"
    )
    ran = clearday("edit", "2026-W47", env=editor.that(cuts))
    assert (ran.code, ran.err) == (0, "Saved 2026-W47 as version 2.\n")
    again = clearday("week")
    assert "Six people finished.\n\n## Learned\n\nLearned: ask first.\n" in again.out
    assert "Devi" not in again.out
    assert "new since" not in again.err
    assert sheets(tmp_path) == []


def test_a_week_that_was_not_changed_in_the_editor_is_not_saved(clearday: Run, editor: Editor) -> None:
    clearday("add", "Five people finished.")
    ran = clearday("edit", "2026-W47", env=editor.that("pass"))
    assert "2026-W47 stays as it was" in ran.err
    assert clearday("week", "--save").err.startswith("Saved 2026-W47 as version 1.")
