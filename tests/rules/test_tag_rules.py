from time import process_time

import pytest

from rules.address_book import parse_book
from rules.links import link_spans
from rules.platforms import TagRule
from rules.tag_advice import TagRemark, tag_remarks
from rules.tag_rules import linked_tags
from tests.rules.profiles import PROFILES


def tags(text: str, rule: TagRule) -> list[str]:
    return [text[start:end] for start, end in linked_tags(text, rule)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("#GCnumérique, (#OpenGov) «#été»", ["#GCnumérique", "#OpenGov", "#été"]),
        ("#1st #2026 #_ #a_b #open-gov", ["#1st", "#a_b", "#open"]),
        ("a#b &#b /#c ##d #e#f ＃g", ["#c", "#d", "＃g"]),
        ("✌\ufe0f#oui #\ufe0fnon 1#\u20e3", ["#oui"]),
        ("#日本語 #Тест", ["#日本語", "#Тест"]),
    ],
)
def test_x_links_letters_digits_and_a_few_signs(text: str, found: list[str]):
    assert tags(text, "x") == found


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        ("mastodon", ["#OpenGov", "#open", "#1st", "#a·b"]),
        ("bluesky", ["#OpenGov", "#open-gov", "#1st", "#a·b"]),
        ("elgg", ["#OpenGov", "#open", "#open", "#1st", "#a·b"]),
        ("none", []),
    ],
)
def test_each_platform_has_its_own_idea_of_a_hashtag(rule: TagRule, found: list[str]):
    assert tags("#OpenGov, (#open) #open-gov #1st #123 a#b #a·b #", rule) == found


def test_bluesky_takes_sixty_four_characters_and_threads_fifty():
    assert tags(f"#{'a' * 64} #{'a' * 65}", "bluesky") == [f"#{'a' * 64}"]
    assert tags(f"#{'a' * 60}", "threads") == [f"#{'a' * 50}"]


def test_a_fragment_of_a_link_is_no_tag():
    text = "https://canada.ca/#intro #OpenGov"
    links = link_spans(text, "x", PROFILES["x"].domain_endings)
    assert [text[a:b] for a, b in linked_tags(text, "x", links)] == ["#OpenGov"]


@pytest.mark.parametrize("rule", ["x", "mastodon", "bluesky", "threads", "elgg"])
@pytest.mark.parametrize("unit", ["#a", "#", "#1", "_", "#é·", "#123 "])
def test_hostile_tags_take_time_in_proportion(rule: TagRule, unit: str):
    start = process_time()
    linked_tags(unit * (200_000 // len(unit)), rule)
    assert process_time() - start < 5


def test_what_does_not_work_there_is_told():
    book = parse_book('[tags.d]\nen = ["#GCdigital"]\n', "mine.toml", PROFILES)
    text = "#open-gov (#forms) #gcdigital #[nope] #ouvertpardefaut"
    remarks = tag_remarks(text, book.on(PROFILES["mastodon"]))
    assert remarks == (
        TagRemark("unknown", "#[nope]"),
        TagRemark("cut", "#open-gov", "#open"),
        TagRemark("dead", "#forms"),
        TagRemark("spelling", "#gcdigital", "#GCdigital"),
        TagRemark("capitals", "#ouvertpardefaut"),
    )
    assert tag_remarks("#One #Two", PROFILES["threads"]) == (TagRemark("many", "#Two"),)
    assert tag_remarks("#One", PROFILES["html"]) == ()
