"""Sentences end where both languages agree, and the ends cover the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.sentences import STRETCH, sentence_ends


def sentences(text: str) -> list[str]:
    ends = list(sentence_ends(text))
    return [text[start:end] for start, end in zip([0, *ends], ends, strict=False)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        ("One. Two! Three? Four", ["One. ", "Two! ", "Three? ", "Four"]),
        ("Dr. Roy met M. Tremblay today. Good.", ["Dr. Roy met M. Tremblay today. ", "Good."]),
        ("Il a dit « Bonjour. » p. ex. hier. Bon.", ["Il a dit « Bonjour. » p. ex. hier. ", "Bon."]),
        (
            "12.5 % of people at canada.ca/a.b agree. Fine.",
            ["12.5 % of people at canada.ca/a.b agree. ", "Fine."],
        ),
        ("😀 é Hello. World.", ["😀 é Hello. ", "World."]),
    ],
)
def test_sentences_end_where_a_reader_would_say(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


@given(st.text(st.characters(), max_size=300))
def test_the_sentences_are_the_text(text: str) -> None:
    assert "".join(sentences(text)) == text
    assert all(sentences(text))


def test_a_text_longer_than_a_stretch_ends_where_its_sentences_do() -> None:
    text = "Five people finished the form. " * (STRETCH // 10)
    assert set(sentences(text)) == {"Five people finished the form. "}


@pytest.mark.parametrize("sign", ["`", '"', "a", "日", ". ", "\n"])
def test_a_large_paste_of_one_sign_is_covered_to_its_end(sign: str) -> None:
    assert "".join(sentences(sign * 64 * STRETCH)) == sign * 64 * STRETCH
