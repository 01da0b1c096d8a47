"""Markdown day files: ours come back to the letter, other people's are read as pages of notes."""

import socket
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.errors import InputError
from storage.exchange.contents import JournalNote, Version
from storage.exchange.copies import write_folder
from storage.exchange.markdown_day import write_day
from storage.exchange.markdown_folder import markdown_files, read_markdown
from storage.exchange.markdown_page import read_page
from storage.exchange.writing import in_order
from tests.storage.exchange.journals import VERSIONS, held, local, note, put, states

DAY = date(2026, 11, 20)


@settings(max_examples=80)
@given(st.lists(VERSIONS, max_size=6))
def test_a_folder_out_and_in_is_the_same_journal(versions: list[Version]) -> None:
    notes = [JournalNote(f"{n:032x}", "typed", (version,), n) for n, version in enumerate(versions, start=1)]
    shown = sorted((n for n in notes if not n.now.deleted), key=lambda n: n.now.day)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "days")
        write_folder(str(place), markdown_files(shown), journal=str(Path(folder, "j.db")))
        if not shown:
            return
        journal = Path(folder, "new.db")
        assert put(journal, read_markdown(str(place), local=local)).count("new") == len(shown)
        assert states(held(journal).notes) == states(shown)
        assert put(journal, read_markdown(str(place), local=local)).count("known") == len(shown)
        assert markdown_files(in_order(held(journal))).keys() == {f"{n.now.day}.md" for n in shown}


def test_a_day_reads_as_a_page(tmp_path: Path) -> None:
    written = write_day(
        "2026-11-20", [note("First. #forms", tags=("a",)), note("Second.", uid="b", at="10:30")]
    )
    assert written == (
        "---\nclearday: 1\nday: 2026-11-20\nnotes:\n"
        '- {"id": "'
        + "a"
        * 32
        + '", "at": "2026-11-20T09:12:00-05:00", "zone": "", "tags": ["a"], "private": false}\n'
        '- {"id": "b", "at": "2026-11-20T10:30:00-05:00", "zone": "", "tags": [], "private": false}\n'
        "---\n\n# 2026-11-20\n\n"
        "## 09:12 <!-- note " + "a" * 32 + " -->\n\nFirst. #forms\n\n## 10:30 <!-- note b -->\n\nSecond.\n"
    )


def test_line_ends_that_were_turned_round_and_a_lost_last_one_do_no_harm(tmp_path: Path) -> None:
    file = tmp_path / "2026-11-20.md"
    written = write_day("2026-11-20", [note("One.\nTwo.")])
    for form in (written.replace("\n", "\r\n"), written.rstrip("\n")):
        file.write_bytes(form.encode())
        [back] = read_markdown(str(file), local=local).contents.notes
        assert back.now.text == "One.\nTwo."


@pytest.mark.parametrize(
    ("old", "new", "kind", "key"),
    [
        ("clearday: 1", "clearday: 2", "clearday-newer", None),
        ("clearday: 1", "clearday: x", "json-key", "clearday"),
        ("day: 2026-11-20", "day: soon", "json-key", "day"),
        ('"private": false}', '"private": fal', "line-not-json", None),
        ('"private": false', '"private": "no"', "json-key", "notes[0].private"),
        ("T09:12:00-05:00", "T09:12:00", "json-key", "notes[0].at"),
        ("<!-- note aaaa", "<!-- note b", "json-key", "notes[0].id"),
        ("# 2026-11-20\n", "# 2026-11-20\nAdded above.\n", "day-words-above", None),
        ("One.", " ", "json-key", "notes[0].id"),
        ("One.\n", "One.\n\n## 10:00 <!-- note zz -->\n\nMore.\n", "json-key", "notes"),
    ],
)
def test_a_day_file_of_ours_that_was_broken_is_named(
    tmp_path: Path, old: str, new: str, kind: str, key: str | None
) -> None:
    file = tmp_path / "2026-11-20.md"
    file.write_text(write_day("2026-11-20", [note("One.")]).replace(old, new, 1), encoding="utf-8")
    with pytest.raises(InputError) as raised:
        read_markdown(str(tmp_path), local=local)
    assert (raised.value.kind, raised.value.values.get("key")) == (kind, key)
    assert raised.value.values["path"] == str(file)


def page(text: str) -> list[tuple[str, str]]:
    notes, _ = read_page(text, DAY, local=local)
    return [(f"{n.now.moment:%H:%M}", n.now.text) for n in notes]


def test_headings_of_a_time_open_a_note_each() -> None:
    text = "# 2026-11-20\n\nBefore all.\n\n## 9:05\n\nOne.\n\n- a\n- b\n\n"
    text += "### 2:30 PM – Stand-up\nTwo.\n\n## 25:00\nstays\n"
    assert page(text) == [
        ("12:00", "Before all."),
        ("09:05", "One.\n\n- a\n- b"),
        ("14:30", "Stand-up\nTwo.\n\n## 25:00\nstays"),
    ]


def test_a_page_that_is_a_list_is_a_note_for_each_item() -> None:
    text = "- 09:12 Form tests start\n  with five people\n- **10:30** – Call\n* no time\n"
    assert page(text) == [
        ("09:12", "Form tests start\n  with five people"),
        ("10:30", "Call"),
        ("12:00", "no time"),
    ]


def test_any_other_page_is_one_note_at_noon() -> None:
    text = "A day.\n\n- with a list\n\nand an end.\n"
    assert page(text) == [("12:00", "A day.\n\n- with a list\n\nand an end.")]
    assert page("\n\n") == []


def test_front_matter_of_others_is_left_out_and_counted(tmp_path: Path) -> None:
    (tmp_path / "2026-11-20 Friday.md").write_text("---\ntags: [work]\n---\nOne.\n", encoding="utf-8")
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "2026-11-19.md").write_text("Two.", encoding="utf-8")
    (tmp_path / "ideas.md").write_text("Three.", encoding="utf-8")
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "2026-11-18.md").write_text("Four.", encoding="utf-8")
    (tmp_path / "2026-11-17.md").symlink_to("/etc/passwd")
    understood = read_markdown(str(tmp_path), local=local)
    assert {(n.now.day, n.now.text) for n in understood.contents.notes} == {
        ("2026-11-20", "One."),
        ("2026-11-19", "Two."),
    }
    assert dict(understood.left_out) == {"front-matter": 1, "other-pages": 1}


def test_what_is_no_file_in_a_folder_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe that nobody writes to was waited for without end; a socket stands for it, since it cannot be read."""
    (tmp_path / "2026-11-20.md").write_text("One.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)  # the name of a socket is short
    with socket.socket(socket.AF_UNIX) as pipe:
        pipe.bind("2026-11-19.md")
        understood = read_markdown(str(tmp_path), local=local)
    assert [note.now.text for note in understood.contents.notes] == ["One."]


def test_a_folder_without_day_files_is_said(tmp_path: Path) -> None:
    (tmp_path / "2026-13-40.md").write_text("x", encoding="utf-8")
    with pytest.raises(InputError) as raised:
        read_markdown(str(tmp_path), local=local)
    assert raised.value.kind == "no-day-files"
