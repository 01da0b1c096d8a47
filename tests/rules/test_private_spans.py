"""What stands between || and || is for its writer alone."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rules.private_spans import private_spans, public, shown

_PIECES = st.lists(
    st.sampled_from(
        [
            "||", "|", "｜", "|\u200b|", " ", "\n", "\r\n", "word", "other", "`", "```\n", ".", ",", "- ", "> ", "# ",
            "\\", "[a](https://example.org/|)", "\u202e", "é", "😀", "\t", "1. ", "- [ ] ",
        ]
    ),
    max_size=24,
)  # fmt: skip


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("We met ||Dana Roy|| today.", "We met today."),
        ("We met ||Dana Roy||.", "We met."),
        ("||Dana|| came.", "came."),
        ("She came ||late||", "She came"),
        ("One\n||two||\nthree", "One\nthree"),
        ("One\n- ||two||\n- three", "One\n- three"),
        ("One\r\n> ||two|| \r\nthree", "One\r\nthree"),
        ("One\n\n||two\n\nthree|| four", "One\n\nfour"),
        ("Open ||to the end\nof it all", "Open"),
        ("||all of it", ""),
        ("in `code ||secret||` too", "in `code` too"),
        ("```\n||a\n```\nb||\nc", "```\nc"),
        ("a ||b|| ||c|| d", "a d"),
        ("pre||fix||ed", "preed"),
        ("|||three||| bars", "| bars"),
        ("a |\u200b|hidden bars|\u200b| b", "a b"),
        ("a ｜｜wide｜｜ b", "a b"),
        ("[link](https://example.org/||x||)", "[link](https://example.org/)"),
        ("| a | b |\n|---|---|", "| a | b |\n|---|---|"),
    ],
)
def test_what_is_left_reads_as_if_it_had_never_been_there(written: str, left: str) -> None:
    assert public(written) == left


def test_a_public_passage_is_found_again_in_the_text_as_written() -> None:
    text = "One ||two|| three, ||four|| five."
    left = shown(text)
    assert left.text == "One three, five."
    for passage in ("One", "three,", "five", "."):
        start = left.text.index(passage)
        begin, end = left.origin(start, start + len(passage))
        assert text[begin:end] == passage
    begin, end = left.origin(0, len(left.text))
    assert text[begin:end] == text


@given(_PIECES)
@example(["|", "||", "word", "||", "|"])
def test_no_private_word_is_left_and_nothing_is_private_any_more(pieces: list[str]) -> None:
    text = "".join(pieces)
    left = shown(text)
    inside = {place for start, end in private_spans(text) for place in range(start, end)}
    places = range(len(text)) if left.at is None else left.at
    assert not inside & set(places)
    assert left.text == "".join(text[place] for place in places)
    assert private_spans(left.text) == []
    assert public(left.text) == left.text


@given(_PIECES)
def test_every_public_word_stays(pieces: list[str]) -> None:
    text = "".join(pieces)
    left = shown(text)
    inside = {place for start, end in private_spans(text) for place in range(start, end)}
    places = set(range(len(text)) if left.at is None else left.at)
    lost = {text[place] for place in set(range(len(text))) - places - inside}
    assert not any(sign.isalpha() or sign in "😀`\\(" for sign in lost)


@given(st.text(max_size=60))
def test_a_text_without_bars_is_left_as_it_is(text: str) -> None:
    if not private_spans(text):
        assert shown(text).text == text
        assert shown(text).at is None
