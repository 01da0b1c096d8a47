"""A format is known by what a file holds, then by its name; a copy is written whole, for one person, or not at all."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.errors import CopyError, InputError
from storage.exchange.clearday_json import write_clearday
from storage.exchange.contents import Contents, Format
from storage.exchange.copies import write_copy, write_folder
from storage.exchange.lines import read_lines, write_lines
from storage.exchange.markdown_day import write_day
from storage.exchange.reading import understand
from storage.exchange.writing import written
from tests.storage.exchange.journals import TEXTS, local, note

NOTES = [note("One.\nTwo.")]


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("clearday", write_clearday(Contents(tuple(NOTES)))),
        ("clearday", json.dumps(json.loads(write_clearday(Contents(tuple(NOTES)))))),
        ("jrnl", written("jrnl", NOTES)),
        ("jrnl-json", written("jrnl-json", NOTES)),
        ("dayone", written("dayone", NOTES)),
        ("dayone", json.dumps(json.loads(written("dayone", NOTES)))),
        ("jsonl", written("jsonl", NOTES)),
        ("jsonl", '{"date": "2026-11-20", "text": "One"}'),
    ],
)
@pytest.mark.parametrize("name", ["notes.txt", "no-ending", "notes.json"])
def test_a_format_is_known_by_what_the_file_holds(tmp_path: Path, form: Format, text: str, name: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    understood = understand(str(path), local=local)
    assert (understood.format, len(understood.contents.notes)) == (form, 1)


def test_a_folder_and_a_day_file_are_markdown(tmp_path: Path) -> None:
    (tmp_path / "2026-11-20.md").write_text(write_day("2026-11-20", NOTES), encoding="utf-8")
    for path in (tmp_path, tmp_path / "2026-11-20.md"):
        understood = understand(str(path), local=local)
        assert (understood.format, understood.contents.notes[0].now.text) == ("markdown", "One.\nTwo.")


@pytest.mark.parametrize(
    ("data", "form", "kind"),
    [
        (b"just words", None, "format-unknown"),
        (b"", None, "format-unknown"),
        (b"2013-06-09 15:39 Words of an old journal.\n", None, "jrnl-old"),
        (b"2013-06-09 Words with a day.\n", None, "format-unknown"),
        (b'{"notes": []\n', None, "json-broken"),
        (b'{"entries": 1}\n', None, "format-unknown"),
        (b"{" * 100_000, None, "json-broken"),
        (b"\xff\xfe", None, "not-utf8"),
        (b"[2026-11-20 09:12] a\0b", None, "holds-nul"),
        (b"[2026-11-20 09:12] a", "clearday", "json-broken"),
        (b"words", "jrnl", "jrnl-date"),
        (b"words", "dayone", "json-broken"),
        (b"words", "jsonl", "line-not-json"),
        (b"words", "markdown", "no-day-files"),
    ],
)
def test_what_is_no_format_is_said(tmp_path: Path, data: bytes, form: Format | None, kind: str) -> None:
    path = tmp_path / "notes"
    path.write_bytes(data)
    with pytest.raises(InputError) as raised:
        understand(str(path), local=local, form=form)
    assert raised.value.kind == kind


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError) as raised:
        understand(str(tmp_path / "none.json"), local=local)
    assert raised.value.kind == "file-unreadable"


@given(st.lists(TEXTS, max_size=4))
def test_json_lines_out_and_in_keep_every_text(texts: list[str]) -> None:
    import tempfile

    with tempfile.NamedTemporaryFile("wb", suffix=".jsonl") as file:
        file.write(write_lines([note(text, tags=("a",), private=True) for text in texts]).encode())
        file.flush()
        back = read_lines(file.name, local=local).contents.notes
    assert [(n.now.text, n.now.tags, n.now.private) for n in back] == [(text, ("a",), True) for text in texts]


def test_a_copy_is_for_one_person_and_replaces_nothing_unasked(tmp_path: Path) -> None:
    path = tmp_path / "copy.json"
    write_copy(str(path), "one\r\n", journal="j")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"one\r\n", 0o600)
    with pytest.raises(CopyError) as raised:
        write_copy(str(path), "two", journal="j")
    assert (raised.value.kind, path.read_bytes()) == ("copy-exists", b"one\r\n")
    write_copy(str(path), "two", journal="j", force=True)
    assert path.read_bytes() == b"two"
    assert os.listdir(tmp_path) == ["copy.json"]


def test_a_copy_never_replaces_the_journal_not_even_through_a_link(tmp_path: Path) -> None:
    journal = tmp_path / "journal.db"
    journal.write_bytes(b"journal")
    (tmp_path / "link").symlink_to(journal)
    for name in ("journal.db", "link", "journal.db-wal"):
        with pytest.raises(CopyError) as raised:
            write_copy(str(tmp_path / name), "copy", journal=str(journal), force=True)
        assert raised.value.kind == "copy-onto-journal"
    assert journal.read_bytes() == b"journal"


def test_a_folder_is_written_whole_into_an_empty_place_or_with_force(tmp_path: Path) -> None:
    place = tmp_path / "days"
    place.mkdir()
    write_folder(str(place), {"2026-11-20.md": "one"}, journal="j")
    assert (place.stat().st_mode & 0o777, (place / "2026-11-20.md").stat().st_mode & 0o777) == (0o700, 0o600)
    (place / "mine.txt").write_text("mine")
    with pytest.raises(CopyError):
        write_folder(str(place), {"2026-11-20.md": "two"}, journal="j")
    assert (place / "2026-11-20.md").read_text() == "one"
    write_folder(str(place), {"2026-11-20.md": "two"}, journal="j", force=True)
    assert {found.name: found.read_text() for found in place.iterdir()} == {
        "2026-11-20.md": "two",
        "mine.txt": "mine",
    }
    with pytest.raises(CopyError):
        write_folder(str(place / "mine.txt"), {"a.md": "a"}, journal="j", force=True)


def test_a_place_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for write in (
        lambda path: write_copy(path, "one", journal="j"),
        lambda path: write_folder(path, {"a.md": "one"}, journal="j"),
    ):
        with pytest.raises(CopyError) as raised:
            write(str(tmp_path / "file" / "below"))
        assert raised.value.kind == "copy-failed"
    assert os.listdir(tmp_path) == ["file"]
