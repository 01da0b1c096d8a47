"""Whatever a person types is words to find."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.database import Journal
from storage.quicklog import append
from storage.search import NoteSearch, Term

pytestmark = pytest.mark.usefixtures("either_kind")

ALWAYS = (date.min, date.max)


@pytest.fixture
def search(tmp_path: Path) -> Iterator[NoteSearch]:
    path = str(tmp_path / "journal.db")
    texts = [
        "La réunion d'équipe",
        "Form tests start Monday",
        "The format of the form",
        'Say "hello" AND leave',
    ]
    for number, text in enumerate(texts, start=1):
        append(
            path, text, day=f"2026-11-{number:02d}", at=f"2026-11-{number:02d}T09:00:00-05:00", instant=number
        )
    journal = Journal(path)
    yield NoteSearch(journal.database.conn)
    journal.close()


def found(search: NoteSearch, *terms: Term) -> set[int]:
    return {note.id for note in search.find(terms, *ALWAYS)}


def test_a_word_is_found_without_its_accents_and_case(search: NoteSearch) -> None:
    assert found(search, Term("REUNION")) == {1}


def test_all_words_must_be_there(search: NoteSearch) -> None:
    assert found(search, Term("form"), Term("tests")) == {2}


def test_a_phrase_is_found_as_a_phrase(search: NoteSearch) -> None:
    assert found(search, Term("form tests")) == {2}
    assert found(search, Term("tests form")) == set()


def test_the_beginning_of_a_word_is_found_when_asked(search: NoteSearch) -> None:
    assert found(search, Term("form")) == {2, 3}
    assert found(search, Term("forma", prefix=True)) == {3}


def test_days_bound_the_search(search: NoteSearch) -> None:
    assert [note.id for note in search.find([Term("form")], date(2026, 11, 3), date.max)] == [3]


def test_without_words_the_newest_come_first(search: NoteSearch) -> None:
    assert [note.id for note in search.find([], *ALWAYS)] == [4, 3, 2, 1]


def test_operators_are_words(search: NoteSearch) -> None:
    assert found(search, Term("AND"), Term('"hello"')) == {4}


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(
    text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1),
    prefix=st.booleans(),
)
def test_nothing_typed_is_a_syntax_error(search: NoteSearch, text: str, prefix: bool) -> None:
    list(search.find([Term(text, prefix)], *ALWAYS))
