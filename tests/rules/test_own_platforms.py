import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.measure import measure
from rules.own_platforms import own_platforms
from rules.platforms import PlatformError
from tests.rules.profiles import PROFILES

MINE = """
[platform.mastodon]
limit = 5000
server = "social.example"

[platform.fosstodon]
like = "mastodon"
name = "Fosstodon"
limit = 11000

[platform.gccollab-wire]
limit = "none"

[platform.board]
name = "Board"
limit = 100
source = "https://board.example/help"
checked = 2026-11-22
unit = "utf16"
sure = "about"
markup = "plain"
numbering = "line"
"""


def test_a_known_platform_keeps_what_was_not_changed():
    mine = own_platforms(MINE, "mine.toml", PROFILES)
    mastodon, theirs = mine["mastodon"], PROFILES["mastodon"]
    assert (mastodon.limit, mastodon.server, mastodon.own) == (5000, "social.example", True)
    assert (mastodon.unit, mastodon.url_cost, mastodon.mentions) == (theirs.unit, 23, "name")
    assert mastodon.domain_endings == theirs.domain_endings
    assert mastodon.fingerprint != theirs.fingerprint
    assert not mine["x"].own
    assert mine["x"] == PROFILES["x"]


def test_a_new_platform_begins_like_a_known_one_or_from_nothing():
    mine = own_platforms(MINE, "mine.toml", PROFILES)
    assert list(mine)[-2:] == ["fosstodon", "board"]
    assert measure("@ana@social.example https://canada.ca/fr", mine["fosstodon"]).value == 4 + 1 + 23
    assert (mine["board"].limit, mine["board"].ready, mine["board"].version) == (100, True, 1)


@pytest.mark.parametrize(("chosen", "limit"), [("140", 140), ("250", 250), ('"none"', None)])
def test_the_wire_takes_each_limit_that_a_site_may_choose(chosen: str, limit: int | None):
    mine = own_platforms(f"[platform.gccollab-wire]\nlimit = {chosen}\n", "mine.toml", PROFILES)
    assert mine["gccollab-wire"].limit == limit
    assert measure("a" * 200, mine["gccollab-wire"]).fits is (limit != 140)


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        ("[platform.mastodon]\nlimit = 5\n", "line 2, platform 'mastodon': limit: 5 is too small"),
        ("[platform.mastodon]\nlimit = 'many'\n", "limit: 'many' is not a whole number"),
        ("[platform.board]\nname = 'B'\n", "platform 'board': unit: missing"),
        ("[platform.b]\nlike = 'mastodn'\n", "line 2, platform 'b': like: 'mastodn' is no platform"),
        ("[platform.Board]\nlike = 'x'\n", "'Board' is no id of a platform"),
        ("platform = 3\n", "write each platform as a table"),
        ("[platform]\nx = 3\n", "this is not a table"),
        ("[platform.x\n", "not valid TOML"),
    ],
)
def test_a_fault_names_the_file_the_table_and_the_key(toml: str, told: str):
    with pytest.raises(PlatformError) as caught:
        own_platforms(toml, "mine.toml", PROFILES)
    assert str(caught.value).startswith("mine.toml")
    assert told in str(caught.value)


def test_a_name_of_ones_own_is_the_same_in_french_unless_the_table_says_otherwise():
    given = "[platform.text]\nname = 'Wiki'\n[platform.b]\nlike = 'text'\n[platform.c]\nlike = 'b'\nname_fr = 'C'\n"
    mine = own_platforms(given, "mine.toml", PROFILES)
    assert PROFILES["text"].called_in("fr").name == "Texte brut"
    assert PROFILES["text"].called_in("en").name == "Plain text"
    assert [mine[name].called_in("fr").name for name in ("text", "b", "c")] == ["Wiki", "b", "C"]


def test_a_file_without_platforms_changes_nothing():
    assert own_platforms("[person.Ana]\nx = '@ana'\n", "mine.toml", PROFILES) == PROFILES


@given(st.text(max_size=100))
def test_any_text_gives_platforms_or_a_platform_error(text: str):
    try:
        own_platforms(text, "noise.toml", PROFILES)
    except PlatformError as error:
        message = str(error)
    else:
        message = "noise.toml"
    assert message.startswith("noise.toml")
