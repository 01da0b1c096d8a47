"""Accounts are named whole: by handle, on any server, or by a link to their page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.accounts import handles, hashtags, may_hold_handles, may_hold_hashtags


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Thanks @NDP!", [("ndp", "@NDP")]),
        ("(@ndp@mastodon.example)", [("ndp", "@ndp@mastodon.example")]),
        ("see https://www.x.com/NDP now", [("ndp", "https://www.x.com/NDP")]),
        ("twitter.com/@a_b", [("a_b", "twitter.com/@a_b")]),
        ("https://m.facebook.com/ndp", [("ndp", "https://m.facebook.com/ndp")]),
        ("HTTPS://BSKY.APP/profile/ndp.bsky.social", [("ndp", "HTTPS://BSKY.APP/profile/ndp.bsky.social")]),
        ("https://netflix.com/NDP", []),
        ("max.com/NDP", []),
        ("someone@ndp.ca", []),
        ("https://example.org/x.com/NDP", []),
    ],
)
def test_an_account_is_found_with_the_place_it_stands_in(text: str, named: list[tuple[str, str]]) -> None:
    assert [(name, text[start:end]) for name, (start, end) in handles(text)] == named


def test_a_hashtag_is_found_whole() -> None:
    text = "#NDP2025 a#b &#39; #ndp, ##no"
    assert [(name, text[start:end]) for name, (start, end) in hashtags(text)] == [
        ("ndp2025", "#NDP2025"),
        ("ndp", "#ndp"),
    ]


@given(
    st.lists(
        st.sampled_from(
            ["@", "＠", "#", "＃", "x.com", "/", "https://", "ndp", ".app/profile", "bsky", "é", " "]
        )
    )
)
def test_a_text_that_can_hold_none_is_not_searched_for_any(parts: list[str]) -> None:
    text = "".join(parts)
    assert may_hold_handles(text) or list(handles(text)) == []
    assert may_hold_hashtags(text) or list(hashtags(text)) == []
