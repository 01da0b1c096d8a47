"""Day One's JSON and archive, both ways; nothing is unpacked, and what stays behind is counted."""

import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.errors import InputError
from storage.exchange.contents import JournalNote, Understood, Version
from storage.exchange.dayone import read_dayone, write_dayone
from storage.exchange.dayone_zip import read_dayone_zip
from tests.storage.exchange.journals import VERSIONS, local

ENTRY = {
    "uuid": "0123456789ABCDEF0123456789ABCDEF",
    "creationDate": "2026-11-20T03:12:00Z",
    "timeZone": "America/Toronto",
    "text": "Late words.",
    "tags": ["work"],
    "starred": True,
}


def journal(*entries: object) -> str:
    return json.dumps({"metadata": {"version": "1.0"}, "entries": entries})


def read(*entries: object) -> Understood:
    return read_dayone(journal(*entries), "Journal.json", local=local)


def test_an_entry_falls_on_the_day_of_its_own_zone() -> None:
    [kept] = read(ENTRY).contents.notes
    assert (kept.uid, kept.now.day, kept.now.at) == (
        "0123456789abcdef0123456789abcdef",
        "2026-11-19",
        "2026-11-19T22:12:00-05:00",
    )
    assert (kept.now.zone, kept.now.text, kept.now.tags) == (
        "America/Toronto",
        "Late words.",
        ("work", "starred"),
    )


def test_without_a_zone_it_falls_on_the_local_day() -> None:
    [kept] = read({**ENTRY, "timeZone": None}).contents.notes
    assert kept.now.at == "2026-11-19T22:12:00-05:00"


def test_what_stays_behind_is_counted() -> None:
    photo_only = {**ENTRY, "uuid": "B", "text": "", "photos": [{"md5": "x"}, {"md5": "y"}]}
    understood = read({**ENTRY, "audios": [{}]}, photo_only)
    assert dict(understood.left_out) == {"audio": 1, "photos": 2, "blank": 1}


@given(st.lists(VERSIONS, min_size=1, max_size=4))
def test_out_and_in_keeps_every_text_its_id_and_its_moment_to_the_second(versions: list[Version]) -> None:
    notes = [JournalNote(f"{n:032x}", "typed", (version,), n) for n, version in enumerate(versions, start=1)]
    back = read_dayone(write_dayone(notes), "j", local=local).contents.notes
    for before, after in zip(notes, back, strict=True):
        assert (after.uid, after.now.text) == (before.uid, before.now.text)
        assert after.now.moment == before.now.moment.replace(microsecond=0)
        assert after.now.moment.utcoffset() == before.now.moment.utcoffset()


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"creationDate": "20 Nov"}, "creationDate"),
        ({"creationDate": "2026-11-20T03:12:00"}, "creationDate"),
        ({"creationDate": None}, "creationDate"),
        ({"timeZone": "Mars/Olympus"}, "timeZone"),
        ({"timeZone": "../../etc/passwd"}, "timeZone"),
        ({"timeZone": "America"}, "timeZone"),
        ({"timeZone": "GMT+9999"}, "timeZone"),
        ({"text": 1}, "text"),
        ({"text": "a\0"}, "text"),
        ({"uuid": 7}, "uuid"),
        ({"uuid": ENTRY["uuid"]}, "uuid"),
        ({"tags": [None]}, "tags"),
    ],
)
def test_a_bad_entry_is_named(change: dict[str, object], key: str) -> None:
    with pytest.raises(InputError) as raised:
        read(ENTRY, {**ENTRY, "uuid": "B", **change})
    assert (raised.value.kind, raised.value.values["key"]) == ("json-key", f"entries[1].{key}")


def archive(path: Path, **members: str) -> str:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in members.items():
            made.writestr(name, text)
    return str(path)


def test_an_archive_gives_the_entries_of_its_journals(tmp_path: Path) -> None:
    path = archive(
        tmp_path / "export.zip",
        **{
            "Journal.json": journal(ENTRY),
            "Work.json": journal({**ENTRY, "uuid": "B"}),
            "photos/x.jpeg": "?",
        },
    )
    assert len(read_dayone_zip(path, local=local).contents.notes) == 2


def test_nothing_of_an_archive_is_unpacked_or_climbs_out(tmp_path: Path) -> None:
    below = tmp_path / "below"
    below.mkdir()
    climbing = {"../evil.json": "{}", "/tmp/evil.json": "{}", "a\\b.json": "{}", "ok.json": journal(ENTRY)}
    path = archive(below / "export.zip", **climbing)
    assert len(read_dayone_zip(path, local=local).contents.notes) == 1
    assert [found.name for found in tmp_path.rglob("*")] == ["below", "export.zip"]


def test_a_bomb_stops_at_the_cap(tmp_path: Path) -> None:
    path = archive(tmp_path / "bomb.zip", **{"a.json": " " * 600, "b.json": " " * 600})
    with pytest.raises(InputError) as raised:
        read_dayone_zip(path, local=local, limit=1000)
    assert raised.value.kind == "file-too-large"


def test_a_broken_archive_is_said(tmp_path: Path) -> None:
    whole = Path(archive(tmp_path / "x.zip", **{"a.json": journal(ENTRY)})).read_bytes()
    for number, data in enumerate(
        (whole[:40], whole.replace(b"\x00\x00\x08\x00", b"\x01\x00\x08\x00"), b"PK\x03\x04")
    ):
        path = tmp_path / f"{number}.zip"
        path.write_bytes(data)
        with pytest.raises(InputError) as raised:
            read_dayone_zip(str(path), local=local)
        assert raised.value.kind == "zip-broken"
    with pytest.raises(InputError) as raised:
        read_dayone_zip(archive(tmp_path / "none.zip", **{"a.txt": "x"}), local=local)
    assert raised.value.kind == "zip-no-json"
