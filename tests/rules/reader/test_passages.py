"""The reader reads every sentence, once, alone and among its neighbours."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.reader.passages import MOST_WORDS, passages
from rules.reading import read


def alone(text: str) -> list[str]:
    return [passage.alone for passage in passages(read(text))]


def test_each_sentence_with_its_full_stop() -> None:
    assert alone("We met on Monday. It went well!") == ["We met on Monday.", "It went well!"]


def test_the_title_of_a_weekly_note_is_not_read() -> None:
    """“Week 12, 16–22 March 2026” was taken for a word about a party."""
    assert alone("# Week 12, 16–22 March 2026\n\nWe met on Monday.") == ["We met on Monday."]


def test_a_list_item_is_a_sentence_and_its_mark_is_not_read() -> None:
    assert alone("- Form tests done\n- Letters sent out") == ["Form tests done", "Letters sent out"]


def test_a_sentence_alone_is_its_own_context() -> None:
    (passage,) = passages(read("Five people finished the form."))
    assert passage.context == passage.alone


def test_neighbours_are_read_with_a_sentence_as_far_as_there_is_room() -> None:
    first, *_, last = passages(
        read(" ".join(f"Sentence number {n} says very little of note." for n in range(30)))
    )
    assert first.context.startswith(first.alone)
    assert last.context.endswith(last.alone)
    assert len(last.context.split()) <= MOST_WORDS


def test_a_sentence_is_read_among_those_of_its_own_paragraph() -> None:
    """In a week, a breach stood among another day's harmless words and was taken for less of one."""
    found = passages(read("We met on Monday. It went well.\n\nThe letters went out.\n \nNobody called."))
    assert [passage.context for passage in found] == [
        "We met on Monday. It went well.",
        "We met on Monday. It went well.",
        "The letters went out.",
        "Nobody called.",
    ]


def test_what_stands_behind_a_public_host_is_not_read() -> None:
    """The long numbers in links to shared documents were taken for keys, in nine of seventeen published notes."""
    said = "See [the map](https://docs.google.com/drawings/d/1hfCu-alH1/edit#gid=3), and https://intranet.local/x?k=1."
    assert alone(said) == ["See [the map](https://docs.google.com), and https://intranet.local/x?k=1."]


@pytest.mark.parametrize("file", ["/home/ana/Pictures/DSC_0442.JPG", "</home/ana/My pictures/wall (1).png>"])
def test_of_a_picture_its_words_are_read_and_not_where_its_file_lies(file: str) -> None:
    """The path of a picture was taken for a password, and held its note and the whole week."""
    [words] = alone(f"Before lunch: ![the wall of notes]({file}) hung in the hall.")
    assert "the wall of notes" in words
    assert "hung in the hall." in words
    assert "ana" not in words
    assert "DSC_0442" not in words


def test_code_is_not_read() -> None:
    assert alone("We met.\n\n```\nnot for readers at all\n```\n") == ["We met."]


@settings(max_examples=40)
@given(st.text(alphabet="ab .!\n-`é\u200b", max_size=300))
def test_places_are_in_order_and_apart(text: str) -> None:
    found = passages(read(text))
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(" ".join(text[one.start : one.end].split()) == one.alone for one in found)


def test_an_endless_sentence_is_read_in_stretches() -> None:
    found = passages(read("word " * 1000))
    assert sum(len(passage.alone.split()) for passage in found) == 1000
    assert max(len(passage.context.split()) for passage in found) <= MOST_WORDS


def test_every_sentence_is_in_its_context_and_no_context_is_read_for_two_stretches() -> None:
    found = passages(read(" ".join(f"Sentence number {n} says very little of note." for n in range(30))))
    assert all(passage.alone in passage.context for passage in found)
    contexts = list(dict.fromkeys(passage.context for passage in found))
    assert sum(len(context.split()) for context in contexts) == sum(len(one.alone.split()) for one in found)
