"""A search is taken apart; nothing is a syntax error."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.query import Query, Sought, parse_query, unfinished

FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("words", "query"),
    [
        ("form tests", Query((Sought("form"), Sought("tests")))),
        ('"form tests" now', Query((Sought("form tests"), Sought("now")))),
        ('"open quote', Query((Sought("open quote"),))),
        ("forma*", Query((Sought("forma", prefix=True),))),
        ("tag:OpenGov", Query(tags=("opengov",))),
        ("tag:#OpenGov x", Query((Sought("x"),), tags=("opengov",))),
        ("from:2026-03-01 to:hier", Query(first=date(2026, 3, 1), last=date(2026, 11, 19))),
        ("from:someday", Query(unknown=("from:someday",))),
        ("tag:!!", Query(unknown=("tag:!!",))),
        ("tag: x", Query((Sought("x"),), unknown=("tag:",))),
        ("from: à: state: person:", Query(unknown=("from:", "à:", "state:", "person:"))),
        ('"tag:" tag', Query((Sought("tag:"), Sought("tag")))),
        ("@Farida person:ana", Query(people=("farida", "ana"))),
        ("state:held état:privé", Query(states=("held", "private"))),
        ("state:maybe person:!", Query(unknown=("state:maybe", "person:!"))),
        ("de:hier étiquette:OpenGov", Query(tags=("opengov",), first=date(2026, 11, 19))),
        ("ratio:3", Query((Sought("ratio:3"),))),
        ("* - ()", Query()),
        ("AND OR NOT", Query((Sought("AND"), Sought("OR"), Sought("NOT")))),
    ],
)
def test_a_search_is_understood(words: str, query: Query) -> None:
    assert parse_query(words, FRIDAY) == query


@given(st.text())
def test_any_words_make_a_search(words: str) -> None:
    parse_query(words, FRIDAY)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("for", "for*"),
        ("new for", "new for*"),
        ("form ", "form "),
        ("for*", "for*"),
        ('"new for', '"new for'),
        ("tag:for", "tag:for"),
        ("@far", "@far"),
        ("été", "été*"),
        ("", ""),
    ],
)
def test_a_word_that_is_being_typed_may_go_on(typed: str, meant: str) -> None:
    assert unfinished(typed) == meant
