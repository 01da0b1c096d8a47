"""What is a tag and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.hashtags import clean_tag, hashtags


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("Demo day #OpenGov", ("OpenGov",)),
        ("#GCnumérique et #données-ouvertes!", ("GCnumérique", "données-ouvertes")),
        ("twice #forms and #Forms", ("forms",)),
        ("(#forms), “#tests”", ("forms", "tests")),
        ("＃forms", ("forms",)),
        ("C# and issue/#3 and a#b and ##x", ()),
        ("#123 and # heading and #", ()),
        ("https://example.ca/page#part", ()),
        ("&#233; is an é", ()),
        ("#2026goals", ("2026goals",)),
        ("#ends-", ("ends",)),
    ],
)
def test_tags_are_found(text: str, tags: tuple[str, ...]) -> None:
    assert hashtags(text) == tags


@pytest.mark.parametrize(
    ("words", "tag"), [("#forms", "forms"), ("forms", "forms"), (" Open_Gov ", "Open_Gov")]
)
def test_a_given_tag_is_cleaned(words: str, tag: str) -> None:
    assert clean_tag(words) == tag


@pytest.mark.parametrize("words", ["", "#", "two words", "a,b", "123", "x" * 101, "a#b"])
def test_what_cannot_be_a_tag_is_refused(words: str) -> None:
    assert clean_tag(words) is None


@given(st.text())
def test_a_tag_that_is_found_can_be_given(text: str) -> None:
    for tag in hashtags(text):
        assert clean_tag(tag) == tag
