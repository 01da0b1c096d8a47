from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.measure import measure
from rules.render import render
from rules.snippet import compose_link, snippets
from tests.rules.profiles import PROFILES, READY

MASTODON = PROFILES["mastodon"].tuned(limit=500, server="social.example")


def test_a_note_becomes_numbered_parts_with_their_lengths():
    parts = snippets("# Semaine 47\n\n" + "Une *bonne* semaine. " * 20, PROFILES["x"])
    assert [(part.n, part.fits) for part in parts] == [(1, True), (2, True)]
    assert parts[0].text.startswith("Semaine 47\n\nUne bonne semaine.")
    assert all(part.length == measure(part.text, PROFILES["x"]).value <= 280 == part.limit for part in parts)


def test_where_there_is_no_limit_a_note_is_one_part():
    parts = snippets("**a**\n---\nb", PROFILES["markdown"])
    assert [(part.text, part.length, part.limit) for part in parts] == [("**a**\n---\nb", 11, None)]


def test_an_empty_note_fits_nowhere_that_refuses_it():
    assert [part.fits for part in snippets(" \u200b ", PROFILES["x"])] == [False]
    assert [part.fits for part in snippets("", PROFILES["text"])] == [True]


@pytest.mark.parametrize("platform", READY, ids=lambda p: p.id)
@given(note=st.text(max_size=600))
def test_whatever_is_typed_every_part_is_within_the_limit(platform, note: str):
    parts = snippets(note, platform)
    assert all(measure(part.text, platform).within for part in parts)
    assert all(part.limit is None or part.length <= part.limit for part in parts)


@given(note=st.text(st.sampled_from("ab é.😀\n*_#"), max_size=200))
def test_one_part_is_the_rendered_text_itself(note: str):
    shown = render(note, PROFILES["mastodon"])
    parts = snippets(note, PROFILES["mastodon"])
    if len(parts) == 1:
        assert parts[0].text == shown


@pytest.mark.parametrize(
    ("platform", "host"),
    [(PROFILES["x"], "x.com"), (PROFILES["bluesky"], "bsky.app"), (MASTODON, "social.example")],
)
@given(text=st.text(st.characters(codec="utf-8"), max_size=80))
def test_a_compose_link_carries_the_text_exactly(platform, host: str, text: str):
    link = compose_link(text, platform)
    assert link is not None
    assert urlsplit(link).netloc == host
    assert parse_qs(urlsplit(link).query, keep_blank_values=True, errors="strict") == {"text": [text]}


def test_there_is_no_compose_link_without_a_server_a_template_or_room():
    assert compose_link("a", PROFILES["mastodon"]) is None
    assert compose_link("a", PROFILES["linkedin"]) is None
    assert compose_link("a", PROFILES["gccollab-wire"]) is None
    assert compose_link("é" * 400, PROFILES["bluesky"]) is None


def test_a_lone_surrogate_does_not_break_a_compose_link():
    assert compose_link("\ud800", PROFILES["x"]) == "https://x.com/intent/tweet?text=%3F"
