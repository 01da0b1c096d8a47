"""Clearday's own JSON loses nothing, and is read with suspicion."""

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings

from storage.errors import InputError
from storage.exchange.clearday_json import read_clearday, write_clearday
from storage.exchange.contents import Contents
from tests.storage.exchange.journals import contents, held, note, put


@settings(max_examples=60)
@given(contents())
def test_out_and_in_and_out_is_the_same_journal_to_the_byte(everything: Contents) -> None:
    with tempfile.TemporaryDirectory() as folder:
        first, second = Path(folder, "first.db"), Path(folder, "second.db")
        put(first, read_clearday(write_clearday(everything), "x"))
        assert held(first) == everything
        copy = write_clearday(held(first))
        put(second, read_clearday(copy, "x"))
        assert write_clearday(held(second)) == copy
        again = put(second, read_clearday(copy, "x"))
        assert again.count("new") == again.count("conflict") == 0
        assert write_clearday(held(second)) == copy


def whole() -> dict[str, object]:
    made: dict[str, object] = json.loads(write_clearday(Contents((note("one"),))))
    return made


def changed(**values: object) -> str:
    return json.dumps({**whole(), **values})


def with_version(**values: object) -> str:
    held_whole = whole()
    held_whole["notes"][0]["versions"][0].update(values)  # type: ignore[index]
    return json.dumps(held_whole)


def with_note(**values: object) -> str:
    held_whole = whole()
    held_whole["notes"][0].update(values)  # type: ignore[index]
    return json.dumps(held_whole)


WEEK = {"id": "2026-W47", "versions": [{"text": "", "base": "{}", "changed": "2026-11-20T16:30:00-05:00"}]}


@pytest.mark.parametrize(
    ("text", "kind", "key"),
    [
        (changed()[:-20], "json-broken", None),
        ("[" * 100_000, "json-broken", None),
        ('{"clearday": ' + "9" * 5000 + "}", "json-broken", None),
        ("[]", "json-key", "{}"),
        (changed(clearday=2), "clearday-newer", None),
        (changed(clearday="1"), "json-key", "clearday"),
        (changed(clearday=True), "json-key", "clearday"),
        (changed(notes={}), "json-key", "notes"),
        (changed(notes=["one"]), "json-key", "notes[0]"),
        (changed(weeks=None), "json-key", "weeks"),
        (changed(notes=[*whole()["notes"]] * 2), "json-key", "notes[].uid"),  # type: ignore[misc]
        (with_note(uid="../x"), "json-key", "notes[0].uid"),
        (with_note(number=0), "json-key", "notes[0].number"),
        (with_note(number=2**63), "json-key", "notes[0].number"),
        (with_note(versions=[]), "json-key", "notes[0].versions"),
        (with_version(text=""), "json-key", "notes[0].versions[0].text"),
        (with_version(text="a\0b"), "json-key", "notes[0].versions[0].text"),
        (with_version(text="\ud800"), "json-key", "notes[0].versions[0].text"),
        (with_version(day="20261120"), "json-key", "notes[0].versions[0].day"),
        (with_version(day="2026-11-31"), "json-key", "notes[0].versions[0].day"),
        (with_version(at="2026-11-20T09:12:00"), "json-key", "notes[0].versions[0].at"),
        (with_version(tags=[1]), "json-key", "notes[0].versions[0].tags"),
        (with_version(private=1), "json-key", "notes[0].versions[0].private"),
        (changed(weeks=[{"id": "2026-W60", "versions": []}]), "json-key", "weeks[0].id"),
        (changed(weeks=[WEEK]), "json-key", "weeks[0].versions[0].base"),
        (changed(shared=[{"clearance": 1}]), "json-key", "shared[0].clearance"),
    ],
)
def test_what_is_wrong_is_named(text: str, kind: str, key: str | None) -> None:
    with pytest.raises(InputError) as raised:
        read_clearday(text, "copy.json")
    assert (raised.value.kind, raised.value.values.get("key")) == (kind, key)
