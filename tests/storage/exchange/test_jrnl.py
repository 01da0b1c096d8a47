"""jrnl's file and JSON, both ways; a date is understood when it is certain, and named when it is not."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.errors import InputError
from storage.exchange.contents import JournalNote
from storage.exchange.jrnl_json import read_jrnl_json, write_jrnl_json
from storage.exchange.jrnl_text import read_jrnl, write_jrnl
from tests.storage.exchange.journals import TEXTS, local, note


def read(text: str) -> list[tuple[str, str]]:
    return [(n.now.at[:16], n.now.text) for n in read_jrnl(text, "j.txt", local=local).contents.notes]


def test_entries_run_to_the_next_one_and_keep_their_lines() -> None:
    text = (
        "[2026-11-19 09:12] Form tests start. Five people came.\n\n"
        "[2026-11-20 09:12:30 PM] Stand-up\nFirst line.\n\n[x] done\n[1] a note below\n\n"
        "[2026-11-21] No time\n"
    )
    assert read(text) == [
        ("2026-11-19T09:12", "Form tests start. Five people came."),
        ("2026-11-20T21:12", "Stand-up\nFirst line.\n\n[x] done\n[1] a note below"),
        ("2026-11-21T12:00", "No time"),
    ]


def test_stars_and_at_signs_become_tags() -> None:
    [starred] = read_jrnl("[2026-11-20 09:12] With @Maya and @forms *\nBody", "j", local=local).contents.notes
    assert (starred.now.text, starred.now.tags) == (
        "With @Maya and @forms\nBody",
        ("Maya", "forms", "starred"),
    )


@given(st.text("a* \t\n", max_size=8).map(lambda text: f"a{text}"), st.booleans())
def test_an_asterisk_of_ones_own_is_no_star_when_it_comes_back(text: str, star: bool) -> None:
    """“4 of 5 *” lost its asterisk, was starred instead, and came in a second time beside itself."""
    tags = ("starred",) if star else ()
    [back] = read_jrnl(write_jrnl([note(text, tags=tags)]), "j", local=local).contents.notes
    assert (back.now.text.split(), back.now.tags) == (text.split(), tags)


@pytest.mark.parametrize(
    ("head", "at"),
    [
        ("2026-11-20 9:05", "2026-11-20T09:05"),
        ("2026-11-20 12:05 AM", "2026-11-20T00:05"),
        ("2026/11/20 09:05", "2026-11-20T09:05"),
        ("Nov 20, 2026 09:05", "2026-11-20T09:05"),
        ("20/11/2026 09:05", "2026-11-20T09:05"),
    ],
)
def test_a_date_that_can_mean_one_day_is_understood(head: str, at: str) -> None:
    assert read(f"[{head}] Words.") == [(at, "Words.")]


@pytest.mark.parametrize(
    "head",
    ["03/04/2026 09:05", "Friday", "20/11/26", "2026-13-01 09:05", "2026-11-20 25:00", "2026-11-20 13:00 PM"],
)
def test_a_date_that_has_to_be_guessed_is_named(head: str) -> None:
    with pytest.raises(InputError) as raised:
        read(f"\n[{head}] Words.")
    assert (raised.value.kind, raised.value.values["line"]) == ("jrnl-date", 2)


@pytest.mark.parametrize("head", ["2013-06-09 15:39", "2013-06-09 5:39:10"])
def test_a_journal_from_before_brackets_says_what_to_do(head: str) -> None:
    with pytest.raises(InputError) as raised:
        read(f"\n{head} Words.\nAnd more.\n")
    assert (raised.value.kind, raised.value.values["line"]) == ("jrnl-old", 2)


def test_an_impossible_date_further_down_is_named_too() -> None:
    with pytest.raises(InputError) as raised:
        read("[2026-11-20 09:12] One\n[2026-11-31 09:12] Two")
    assert raised.value.values["line"] == 2


def test_where_years_come_first_another_kind_of_date_is_words() -> None:
    assert len(read("[2026-11-20 09:12] One\n[20 Nov 2026] see the minutes")) == 1
    assert len(read("[Nov 20, 2026 09:12] One\n[Nov 21, 2026 09:12] Two")) == 2


def test_words_before_the_first_date_are_not_lost_but_said() -> None:
    with pytest.raises(InputError) as raised:
        read("My journal\n[2026-11-20 09:12] One")
    assert raised.value.values["line"] == 1


def test_an_offset_that_is_written_counts() -> None:
    [kept] = read_jrnl("[2026-11-20 09:12 -0800] One", "j", local=local).contents.notes
    assert kept.now.at == "2026-11-20T09:12:00-08:00"


def test_an_entry_without_words_is_counted() -> None:
    assert read_jrnl("[2026-11-20 09:12] \n[2026-11-20 09:13] One", "j", local=local).left_out == (
        ("blank", 1),
    )


@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_a_copy_for_jrnl_has_all_their_words(texts: list[str]) -> None:
    notes = [note(text) for text in texts]
    back = [n.now.text for n in read_jrnl(write_jrnl(notes), "j", local=local).contents.notes]

    def words(given_texts: list[str]) -> list[str]:
        return [word for text in given_texts for word in text.split() if word.strip("*")]

    assert words(back) == words(texts)


def test_a_megabyte_of_brackets_is_one_entry() -> None:
    text = "Brackets:\n" + "[" * 500_000 + "\n[2026 x] y" * 50_000
    assert read(f"[2026-11-20 09:12] {text}") == [("2026-11-20T09:12", text)]


JSON = {"tags": {"@a": 1}, "entries": []}
ENTRY = {
    "title": "One.",
    "body": "Two.",
    "date": "2026-11-20",
    "time": "09:12",
    "tags": ["@a"],
    "starred": True,
}


def entries(*found: object) -> str:
    return json.dumps({**JSON, "entries": found})


def test_a_json_entry_is_a_note_of_title_and_body() -> None:
    [kept] = read_jrnl_json(entries(ENTRY), "j", local=local).contents.notes
    assert (kept.now.text, kept.now.tags, kept.now.at) == (
        "One.\nTwo.",
        ("a", "starred"),
        "2026-11-20T09:12:00-05:00",
    )


@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_json_out_and_in_keeps_every_text(texts: list[str]) -> None:
    notes: list[JournalNote] = [note(text, tags=("a", "starred")) for text in texts]
    back = read_jrnl_json(write_jrnl_json(notes), "j", local=local).contents.notes
    assert [(n.now.text, n.now.tags, n.now.at) for n in back] == [
        (n.now.text, n.now.tags, n.now.at) for n in notes
    ]


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"date": "soon"}, "date"),
        ({"date": None}, "date"),
        ({"time": "25:00"}, "time"),
        ({"title": 1}, "title"),
        ({"body": "\0"}, "body"),
        ({"title": "\udc00"}, "title"),
        ({"tags": "a"}, "tags"),
        ({"starred": "yes"}, "starred"),
    ],
)
def test_a_bad_json_entry_is_named(change: dict[str, object], key: str) -> None:
    with pytest.raises(InputError) as raised:
        read_jrnl_json(entries(ENTRY, {**ENTRY, **change}), "j", local=local)
    assert (raised.value.kind, raised.value.values["key"]) == ("json-key", f"entries[1].{key}")
