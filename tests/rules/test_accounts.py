"""Accounts are named whole: by handle, on any server, or by a link to their page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.accounts import (
    bears_site,
    handles,
    hashtags,
    may_hold_handles,
    may_hold_hashtags,
    may_hold_sites,
    of_site,
    sites,
)
from rules.signs.accounts import party_account


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
        ("https://finstagram.com/NDP", []),
        (
            "www.tiktok.com/@NDP, threads.net/NDP",
            [("ndp", "www.tiktok.com/@NDP"), ("ndp", "threads.net/NDP")],
        ),
        ("max.com/NDP", []),
        ("someone@ndp.ca", []),
        ("https://example.org/x.com/NDP", []),
        ("https://bsky.app/profile/ndp.example.org", []),
        ("facebook.com/Ndp.Npd/posts/1", [("ndpnpd", "facebook.com/Ndp.Npd")]),
        (
            "https://www.youtube.com/@NDP",
            [("ndp", "https://www.youtube.com/@NDP"), ("ndp", "://www.youtube.com/@NDP")],
        ),
        ("linkedin.com/company/ndp-npd/", [("ndp-npd", "linkedin.com/company/ndp-npd")]),
        ("https://mastodon.example/@ndp/12345", [("ndp", "://mastodon.example/@ndp")]),
        ("https://www.npmjs.com/package/@ndp/x", []),
        ("https://medium.com/@ndp/a-story", []),
        ("https://t.me/ndp_news", [("ndp_news", "https://t.me/ndp_news")]),
        ("at.me/ndp_news", []),
    ],
)
def test_an_account_is_found_with_the_place_it_stands_in(text: str, named: list[tuple[str, str]]) -> None:
    assert [(name, text[start:end]) for name, (start, end) in handles(text)] == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("See https://www.ndp.ca/join, or ndp.ca.", [("www.ndp.ca", "www.ndp.ca"), ("ndp.ca", "ndp.ca")]),
        ("@ndp.ca on Bluesky", [("ndp.ca", "ndp.ca")]),
        ("https://bsky.app/profile/NDP.ca", [("bsky.app", "bsky.app"), ("ndp.ca", "NDP.ca")]),
        (
            "https://archive.example.org/2020/https://ndp.ca/",
            [("archive.example.org",) * 2, ("ndp.ca", "ndp.ca")],
        ),
        ("write to info@ndp.ca", []),
        ("https://example.org/ndp.ca", [("example.org", "example.org")]),
        ("We came.Then we left, at 10.30", [("came.then", "came.Then")]),
    ],
)
def test_a_site_is_found_by_its_host(text: str, named: list[tuple[str, str]]) -> None:
    assert [(host, text[start:end]) for host, (start, end) in sites(text)] == named
    assert may_hold_sites(text) or not named


def test_an_account_may_bear_the_name_of_a_site() -> None:
    known = frozenset(("ndp.ca", "pc-nb.example.ca"))
    assert [
        name for name in ("ndpca", "ndp_ca", "pcnbexampleca", "ndp", "myndpca") if bears_site(name, known)
    ] == [
        *("ndpca", "ndp_ca", "pcnbexampleca"),
    ]


def test_a_part_of_a_site_is_of_it_and_a_name_that_ends_alike_is_not() -> None:
    assert of_site("ndp.ca", {"ndp.ca"})
    assert of_site("www.join.ndp.ca", {"ndp.ca"})
    assert not of_site("my-ndp.ca", {"ndp.ca"})
    assert not of_site("ndp.ca.example.org", {"ndp.ca"})


@pytest.mark.parametrize(
    "name",
    [
        *(
            "OttawaCentreNDP",
            "ScottishLabour",
            "scottishlabour",
            "GreensNSW",
            "TexasDemocrats",
            "HouseGOP",
            "SenateDems",
            "Roy_NPD",
            "equipeRoyCAQ",
        ),
        *(
            "MBLiberalParty",
            "LiberalPEI",
            "conservativeBC",
            "greenpartynb",
            "young_liberals",
            "VictorianLabor",
            "ScotTories",
            "YoungNats",
        ),
        *("KanataLiberals", "PCPartyofMB", "LiberauxQC", "NPDLaurier", "theBCGreens_", "PEIPCParty"),
        *(
            "GuelphGreens",
            "CamdenLabour",
            "bathlibdems",
            "CPCofBC",
            "LiberauxGatineau",
            "QSMontreal",
            "NYGOP",
        ),
        *("ReformUKScot", "cpcpcc", "QuebecSolidaire", "YukonParty"),
    ],
)
def test_a_branch_of_a_party_is_known_by_its_name(name: str) -> None:
    assert list(party_account(f"with @{name}, and https://x.com/{name}/status/1")) == [
        (5, 6 + len(name)),
        (12 + len(name), 26 + 2 * len(name)),
    ]


@pytest.mark.parametrize(
    "name",
    [
        *(
            "LabourRelations",
            "ConservationUK",
            "liberalarts_uOttawa",
            "GreenBuildingNB",
            "GreensboroughLibrary",
            "democratsandiego",
        ),
        *(
            "ConservativesAtTheMuseum",
            "UNDP_Canada",
            "NDProject",
            "ndpartners",
            "ONlabour",
            "MicroGreens",
            "WAgov",
            "HouseFloor",
            "WomenInTech",
        ),
        *(
            "YoungScot",
            "reformscotland",
            "GOPHERproject",
            "nzlabourmarket",
            "SNPGenome",
            "ausnationals",
            "UKlab",
            "womenlabour",
            "WAlibs",
        ),
        *("NBGreenway", "SALaboratory", "QSurvey", "NYGOPS", "LabourWardUHS", "bathspauni", "ReformTrust"),
    ],
)
def test_a_name_that_only_sounds_like_one_is_not(name: str) -> None:
    assert list(party_account(f"with @{name} on #{name}")) == []


def test_a_hashtag_of_a_branch_is_known_too() -> None:
    assert [
        text for text in ("#BCNDP", "#onpc", "#ScotTories2026", "#ABNDP") if list(party_account(text))
    ] == [
        *("#BCNDP", "#onpc", "#ScotTories2026", "#ABNDP"),
    ]


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
