"""Notes from JSON lines: to the letter, each once, and a bad line named."""

import json
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path

import pytest

from storage.errors import InputError
from storage.jsonl import read_notes

EASTERN = timezone(timedelta(hours=-5))


def local(day: date, at: time) -> datetime:
    return datetime.combine(day, at, EASTERN)


def lines(tmp_path: Path, *records: object) -> str:
    path = tmp_path / "notes.jsonl"
    path.write_text("\n".join(json.dumps(record) for record in records) + "\n", encoding="utf-8")
    return str(path)


def test_a_line_becomes_a_note_to_the_letter(tmp_path: Path) -> None:
    text = "  Friday we shipped:\r\n\tthe beta is live 🎉  "
    [note] = read_notes(lines(tmp_path, {"date": "2026-11-20", "time": "09:12", "text": text}), local=local)
    assert (note.now.day, note.now.at, note.now.text) == (
        "2026-11-20",
        "2026-11-20T09:12:00-05:00",
        text,
    )


def test_a_line_without_a_time_is_at_noon(tmp_path: Path) -> None:
    [note] = read_notes(lines(tmp_path, {"date": "2026-11-20", "text": "one"}), local=local)
    assert note.now.at == "2026-11-20T12:00:00-05:00"


def test_a_line_in_our_own_shape_keeps_its_moment_tags_and_privacy(tmp_path: Path) -> None:
    record = {
        "day": "2026-11-19",
        "at": "2026-11-20T01:30:00+13:00",
        "text": "one",
        "tags": ["a"],
        "private": True,
    }
    [note] = read_notes(lines(tmp_path, record), local=local)
    assert (note.now.day, note.now.at) == ("2026-11-19", "2026-11-20T01:30:00+13:00")
    assert (note.now.tags, note.now.private) == (("a",), True)


def test_the_same_line_has_the_same_identity_and_a_repeated_one_another(tmp_path: Path) -> None:
    record = {"date": "2026-11-20", "time": "09:12", "text": "one"}
    [once] = read_notes(lines(tmp_path, record), local=local)
    first, second = read_notes(lines(tmp_path, record, record), local=local)
    assert first.uid == once.uid
    assert second.uid != once.uid


def test_line_ends_inside_a_string_do_not_end_the_line(tmp_path: Path) -> None:
    path = tmp_path / "notes.jsonl"
    path.write_text('{"date": "2026-11-20", "text": "one\u2028two\x85three"}\n', encoding="utf-8")
    [note] = read_notes(str(path), local=local)
    assert note.now.text == "one\u2028two\x85three"


@pytest.mark.parametrize(
    ("line", "kind", "key"),
    [
        ("{", "line-not-json", None),
        ("[" * 100_000, "line-not-json", None),
        ('"text"', "line-not-object", None),
        ('{"date": "2026-11-20"}', "line-key", "text"),
        ('{"date": "2026-11-20", "text": " "}', "line-blank", None),
        ('{"date": "2026-11-20", "text": "\\ud800"}', "line-half", None),
        ('{"date": "2026-11-20", "text": "a\\u0000b"}', "line-nul", None),
        ('{"text": "a"}', "line-key", "date"),
        ('{"date": "20 nov", "text": "a"}', "line-key", "date"),
        ('{"date": "2026-13-01", "text": "a"}', "line-key", "date"),
        ('{"date": "2026-11-20", "time": "25:00", "text": "a"}', "line-key", "time"),
        ('{"date": "2026-11-20", "text": "a", "tags": "b"}', "line-key", "tags"),
    ],
)
def test_a_bad_line_is_named_with_what_is_wrong(
    tmp_path: Path, line: str, kind: str, key: str | None
) -> None:
    path = tmp_path / "notes.jsonl"
    path.write_text('{"date": "2026-11-20", "text": "good"}\n\n' + line + "\n", encoding="utf-8")
    with pytest.raises(InputError) as raised:
        read_notes(str(path), local=local)
    assert raised.value.kind == kind
    assert raised.value.values["line"] == 3
    assert raised.value.values.get("key") == key
