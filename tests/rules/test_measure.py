import json
import unicodedata
from pathlib import Path

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from rules.measure import measure
from rules.weighted import composed_text
from tests.rules.profiles import PROFILES, READY

VECTORS = json.loads(
    (Path(__file__).parent / "vectors" / "platform-vectors.json").read_text(encoding="utf-8")
)
OURS = {name: name for name in ("x", "mastodon", "bluesky", "linkedin", "threads", "slack")} | {
    "elgg-wire": "gccollab-wire"
}
CHECKED = [vector for vector in VECTORS if vector["platform"] in OURS]


def weigh(text: str) -> int:
    return measure(text, PROFILES["x"]).value


def toot(text: str) -> int:
    return measure(text, PROFILES["mastodon"]).value


def test_there_are_vectors_for_every_counted_platform():
    assert len(CHECKED) == 110
    assert {vector["platform"] for vector in CHECKED} == set(OURS)


@pytest.mark.parametrize("vector", CHECKED, ids=lambda v: f"{v['platform']}-{v['expected_length']}")
def test_a_published_length_is_met_exactly(vector: dict[str, object]):
    platform = PROFILES[OURS[str(vector["platform"])]]
    warning = str(vector.get("spoiler_text") or "")
    length = measure(str(vector["text"]), platform, content_warning=warning)
    assert (length.value, length.fits) == (vector["expected_length"], vector["fits"])
    if platform.byte_limit:
        assert length.bytes == vector.get("utf8_bytes", length.bytes)


def test_threads_takes_five_different_links_and_no_more():
    vector = next(vector for vector in VECTORS if vector["platform"] == "threads-links")
    length = measure(vector["text"], PROFILES["threads"])
    assert (length.links, length.link_limit, length.fits) == (5, 5, True)
    sixth = measure(vector["text"] + " (https://x5.ca).", PROFILES["threads"])
    assert (sixth.links, sixth.within) == (6, False)


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("a\r\nb", 3),
        ("canada.ca et gc.ca", 50),
        ("(canada.ca)", 25),
        ("«canada.ca»", 25),
        ("notes.md", 23),
        ("@canada.ca", 10),
        ("$canada.ca", 10),
        ("a.canada.ca.", 24),
        ("https://canada.ca/a(b)c", 23),
        ("https://canada.ca/a(b", 25),
        ("-canada.ca", 10),
        ("e\u0301", 1),
        ("😀", 2),
        ("©️ ©", 4),
        ("❤ 3️⃣", 5),
        ("🇨🇦🇫🇷", 4),
        ("🇨", 2),
        ("\ud800", 2),
    ],
)
def test_x_weighs_prose_links_and_emoji_by_its_own_rule(text: str, weight: int):
    assert weigh(text) == weight


def test_an_emoji_of_any_age_weighs_two_on_x():
    for emoji in (
        "😀",
        "🧑🏽‍🦽",
        "🫱🏽‍🫲🏿",
        "🫩",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    ):
        assert weigh(emoji) == 2


@pytest.mark.parametrize("text", ["", "a\ufeffb", "a\ufffeb", "a\uffffb"])
def test_x_refuses_an_empty_text_and_three_characters(text: str):
    length = measure(text, PROFILES["x"])
    assert length.within
    assert not length.fits


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("https://canada.ca/fr", 23),
        ("http://a.ca http://b.ca", 47),
        ("https://canada.ca/ministère_été?q=é", 23),
        ("mail jane@canada.ca", 19),
        ("@jane@social.example, @omar", 12),
        ("/@jane@social.example", 21),
        ("@jane@social.example@more", 25),
        ("🇨🇦🇫🇷e\u0301", 3),
        ("   ", 0),
        ("\r\n", 0),
        ("a\r\nb", 3),
    ],
)
def test_mastodon_counts_clusters_with_links_and_mentions_at_their_price(text: str, count: int):
    assert toot(text) == count


def test_a_mention_with_an_endless_host_gets_no_discount():
    assert toot("@alice@" + "b" * 250 + ".ca") == 6
    assert toot("@alice@" + "b" * 251 + ".ca") == 261


def test_a_link_in_the_content_warning_counts_in_full():
    assert measure("b", PROFILES["mastodon"], content_warning="https://canada.ca/fr").value == 21


def test_bluesky_holds_a_text_to_bytes_as_well_as_clusters():
    length = measure("👨‍👩‍👧‍👦" * 121, PROFILES["bluesky"])
    assert (length.value, length.bytes, length.fits) == (121, 3025, False)
    assert measure("👨‍👩‍👧‍👦" * 120, PROFILES["bluesky"]).fits


def test_no_limit_always_fits_and_counts_code_points():
    length = measure("é😀" * 1000, PROFILES["markdown"])
    assert (length.value, length.limit, length.fits) == (2000, None, True)


@given(st.text())
def test_every_text_has_a_length_everywhere(text: str):
    for platform in READY:
        assert measure(text, platform).value >= 0


@given(st.text(st.characters(codec="utf-8")))
def test_bluesky_agrees_with_the_unicode_cluster_rule_and_utf8(text: str):
    length = measure(text, PROFILES["bluesky"])
    assert length.value == len(regex.findall(r"\X", text))
    assert length.bytes == len(text.encode())


@given(st.text(st.sampled_from("ae\u0301\u0323\u0327\u0345ᄀ한\u11a8é"), max_size=80))
def test_x_weighs_composed_and_decomposed_text_the_same(text: str):
    assert weigh(unicodedata.normalize("NFD", text)) == weigh(unicodedata.normalize("NFC", text))


@given(st.text(st.sampled_from("oa\u0301\u0323\u0302\u0327\u0344"), max_size=20), st.integers(1, 30))
def test_heaped_marks_are_composed_as_the_plain_normal_form_composes_them(heap: str, times: int):
    assert composed_text(heap * times) == unicodedata.normalize("NFC", heap * times)


@given(st.text(st.sampled_from("🇨🇦a\u0301\u200d👨\u0903\r\n\ufe0f🏽한"), max_size=40))
def test_flags_are_paired_as_the_cluster_rule_pairs_them(text: str):
    assert measure(text, PROFILES["bluesky"]).value == len(regex.findall(r"\X", text))


HOSTILE = [
    *(
        "a.",
        "@",
        "http://",
        "😀",
        "a\u0301\u0323",
        "👨‍👩‍👧‍👦",
        "🇨🇦",
        "a.ca..",
        "a.ca/(",
        "x.ca:1",
        "@a@b.ca ",
    ),
    *("a.a.あ.", "http://a.ca/日)", "_.ca", "http://xn--é.ca ", "\ud800"),
]


@pytest.mark.parametrize("platform", [p for p in READY if p.limit], ids=lambda p: p.id)
@pytest.mark.parametrize("unit", HOSTILE, ids=ascii)
def test_a_large_paste_of_hostile_links_is_counted_like_its_halves(unit: str, platform):
    text = unit * (40_000 // len(unit))
    whole, half = (measure(f"{part}\n", platform).value - 1 for part in (text + "\n" + text, text))
    assert whole == 2 * half + 1
