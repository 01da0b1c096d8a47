from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.platforms import PlatformError, parse_platforms
from tests.rules.profiles import PROFILES, READY, TOML

PUBLIC_IDS = {
    *("x", "mastodon", "bluesky", "threads", "linkedin", "gccollab-wire", "gcconnex-wire", "gccollab-blog"),
    *("gcpedia", "gcwiki", "gcxchange", "gcintranet", "viva-engage", "teams", "slack"),
    *("markdown", "html", "text"),
}
MINIMAL = """
[platform.board]
name = "Board"
ready = true
version = 1
limit = 100
unit = "code points"
sure = "about"
source = "https://board.example/help"
checked = 2026-11-22
markup = "plain"
numbering = "line"
"""


def test_every_public_platform_id_is_known_and_no_other():
    assert set(PROFILES) == PUBLIC_IDS


def test_the_ready_platforms_carry_the_published_limits():
    assert {p.id: (p.limit, p.unit, p.byte_limit, p.url_cost) for p in READY} == {
        "x": (280, "weighted", None, 23),
        "mastodon": (500, "graphemes", None, 23),
        "bluesky": (300, "graphemes", 3000, None),
        "threads": (500, "emoji bytes", None, None),
        "linkedin": (3000, "utf16", None, None),
        "gccollab-wire": (140, "utf16", None, None),
        "gcconnex-wire": (140, "utf16", None, None),
        "gccollab-blog": (None, "code points", None, None),
        "gcpedia": (None, "code points", 2_097_152, None),
        "gcwiki": (None, "code points", 2_097_152, None),
        "gcxchange": (None, "code points", None, None),
        "gcintranet": (None, "code points", None, None),
        "viva-engage": (None, "code points", None, None),
        "teams": (14_000, "utf16", None, None),
        "slack": (4000, "code points", None, None),
        "markdown": (None, "code points", None, None),
        "html": (None, "code points", None, None),
        "text": (None, "code points", None, None),
    }


def test_what_is_not_ready_says_why_in_one_sentence():
    for platform in PROFILES.values():
        assert platform.ready is not bool(platform.later)
        assert platform.ready or platform.later.endswith(".")


def test_every_profile_names_its_source_and_the_day_it_was_read():
    assert all(p.source.startswith("https://") and p.checked == date(2026, 11, 22) for p in PROFILES.values())


def test_domain_endings_reach_only_the_platforms_that_count_links():
    assert {"ca", "québec"} - PROFILES["x"].domain_endings == {"québec"}
    assert len(PROFILES["mastodon"].domain_endings) > 1500
    assert not PROFILES["bluesky"].domain_endings


@pytest.mark.parametrize(
    ("line", "instead", "told"),
    [
        ("limit = 100", "limit = '100'", "line 6, platform 'board': limit: '100' is not a whole number."),
        ("limit = 100", "limit = true", "limit: True is not a whole number."),
        ("limit = 100", "limit = 3", "line 6, platform 'board': limit: 3 is too small; give 20 or more."),
        ('unit = "code points"', 'unit = "runes"', "line 7, platform 'board': unit: 'runes' is not one of"),
        ('name = "Board"', "", "line 2, platform 'board': name: missing; add it."),
        ('markup = "plain"', "", "markup: missing; add it."),
        ("version = 1", "version = 1\ncolour = 'red'", "line 6, platform 'board': colour: no such key"),
        ("checked = 2026-11-22", "checked = 'today'", "is not a date such as 2026-11-22."),
        ("version = 1", "version = 1\nurl_cost = 23", "url_cost: goes with link_rule"),
        ('markup = "plain"', 'markup = "plain"\ncompose = "https://b.example/"', "compose: must be an https"),
        (
            'markup = "plain"',
            'markup = "plain"\ncompose = "https://{host}/{text}"',
            "compose: must be an https",
        ),
        ("https://board.example/help", "board.example", "source: must be the https address"),
        ("[platform.board]", "[platform.board", "not valid TOML"),
        ("[platform.board]", "[places.board]", "no [platform.ID] table"),
        ("ready = true", "ready = false", "later: missing"),
    ],
)
def test_a_fault_is_one_sentence_with_the_place_and_the_key(line: str, instead: str, told: str):
    with pytest.raises(PlatformError) as caught:
        parse_platforms(MINIMAL.replace(line, instead), "mine.toml")
    message = str(caught.value)
    assert message.startswith("mine.toml")
    assert told in message
    assert "\n" not in message


def test_counting_links_without_any_known_domain_ending_is_refused():
    linked = MINIMAL + 'link_rule = "x"\nurl_cost = 23\n'
    with pytest.raises(PlatformError, match=r"domain_endings"):
        parse_platforms(linked, "mine.toml")


@given(st.text(max_size=200))
def test_any_text_gives_profiles_or_a_platform_error(text: str):
    try:
        parse_platforms(text, "noise.toml")
    except PlatformError as error:
        message = str(error)
    else:
        message = "noise.toml"
    assert message.startswith("noise.toml")


def test_the_fingerprint_moves_with_what_alters_a_text_and_with_nothing_else():
    x = PROFILES["x"]
    altered = [
        replace(x, limit=270),
        replace(x, url_cost=24),
        replace(x, unit="graphemes"),
        replace(x, markup="markdown"),
        replace(x, numbering="space"),
        replace(x, version=x.version + 1),
        replace(x, endings="ca"),
    ]
    assert len({x.fingerprint, *(p.fingerprint for p in altered)}) == len(altered) + 1
    for same in (replace(x, name="Twitter"), replace(x, source="https://x.example/"), replace(x, compose="")):
        assert same.fingerprint == x.fingerprint


def test_the_fingerprint_is_the_same_when_the_data_is_read_again():
    again = parse_platforms(TOML, "elsewhere.toml")
    assert {key: p.fingerprint for key, p in again.items()} == {
        key: p.fingerprint for key, p in PROFILES.items()
    }


def test_a_site_may_set_its_own_limit_and_host():
    tuned = PROFILES["mastodon"].tuned(limit=1000, server="Social.Example")
    assert (tuned.limit, tuned.server) == (1000, "social.example")
    assert PROFILES["gccollab-wire"].tuned(limit=None).limit is None


@pytest.mark.parametrize(
    "server", ["social.example/share?x=", "a b.example", "user@social.example", "localhost"]
)
def test_a_server_that_is_no_host_name_is_refused(server: str):
    with pytest.raises(PlatformError, match="is not a host name"):
        PROFILES["mastodon"].tuned(limit=500, server=server)


def test_a_limit_too_small_for_a_numbered_part_is_refused():
    with pytest.raises(PlatformError, match="too small"):
        PROFILES["mastodon"].tuned(limit=5)
