import json
import unicodedata
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from rules.bluesky_app import shown_in_app
from rules.emoji_signs import emoji_apart
from rules.graphemes import PLAIN, grapheme_count
from rules.link_grammar import grammar
from rules.links import _links, link_spans
from rules.measure import measure, utf16_length
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


@pytest.mark.parametrize("vector", [v for v in VECTORS if v["platform"] == "bluesky-composer"])
def test_what_blueskys_own_app_makes_of_links_is_known_as_well(vector: dict[str, object]):
    text = str(vector["text"])
    assert shown_in_app(text) == vector["shortened_text"]
    assert measure(text, PROFILES["bluesky"]).app == vector["expected_length"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("(https://Canada.ca/fr).", "(canada.ca/fr)."),
        ("https://canada.ca:8443/?a=b", "canada.ca:8443/?a=b"),
        ("https://canada.ca/ministère-public", "canada.ca/minist%C3%A8..."),
        ("https://canada.ca/a_(b)", "canada.ca/a_(b)"),
        ("https:// x https://[ y", "https:// x https://[ y"),
        ("https://a.ca/((İ(613)", "a.ca/((%C4%B0(613)"),
    ],
)
def test_blueskys_app_drops_the_scheme_and_shortens_a_long_tail(text: str, shown: str):
    assert shown_in_app(text) == shown


@given(
    st.from_regex(
        r"https?://[A-Za-z0-9][a-zA-Z0-9.-]{0,9}[/?#][A-Za-z0-9_.~!#$%&'()*+,/:;=?@|-]{0,20}[a-z]",
        fullmatch=True,
    )
)
def test_a_plain_link_is_shown_as_one_that_is_read_closely(link: str):
    parts = urlsplit(link)
    tail = quote(link[link.index("://") + 3 + len(parts.netloc) :], safe="!#$%&'()*+,/:;=?@[]~|")
    assert shown_in_app(link) == f"{parts.hostname}{tail if len(tail) <= 15 else tail[:13] + '...'}"


@pytest.mark.parametrize("vector", [v for v in VECTORS if v["platform"].endswith("-alt")])
def test_a_description_is_held_to_the_platforms_own_limit(vector: dict[str, object]):
    limit = PROFILES[str(vector["platform"]).removesuffix("-alt")].alt_limit
    assert limit == vector["limit"]
    assert (utf16_length(str(vector["text"])) <= (limit or 0)) is vector["fits"]


@pytest.mark.parametrize(
    ("text", "length", "in_reply"),
    [("@ana @omar_x Merci !", 20, 7), ("Merci @ana", 10, 10), ("@un_nom_beaucoup_trop_long oui", 30, 30)],
)
def test_the_names_at_the_head_of_a_reply_are_free_on_x_alone(text: str, length: int, in_reply: int):
    assert weigh(text) == length
    assert measure(text, PROFILES["x"], reply=True).value == in_reply
    assert measure(text, PROFILES["mastodon"], reply=True).value == measure(text, PROFILES["mastodon"]).value


def test_threads_takes_five_different_links_and_no_more():
    vector = next(vector for vector in VECTORS if vector["platform"] == "threads-links")
    length = measure(vector["text"], PROFILES["threads"])
    assert (length.links, length.link_limit, length.fits) == (5, 5, True)
    sixth = measure(vector["text"] + " (https://x5.ca).", PROFILES["threads"])
    assert (sixth.links, sixth.within) == (6, False)


def test_a_link_is_the_same_with_a_sign_behind_it():
    assert measure("https://a.ca, (https://a.ca). https://a.ca", PROFILES["threads"]).links == 1


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


def test_a_lone_carriage_return_stays_apart_from_the_line_ending_after_it():
    assert grapheme_count("\r\r\n\u0301") == 3


@given(st.text(st.sampled_from("🇨🇦a\u0301\u200d👨\u0903\r\n\ufe0f🏽한"), max_size=40))
def test_flags_are_paired_as_the_cluster_rule_pairs_them(text: str):
    assert measure(text, PROFILES["bluesky"]).value == len(regex.findall(r"\X", text))


def test_the_signs_that_are_counted_without_looking_join_nothing():
    plain = regex.compile(f"[{PLAIN}]")
    kinds = ("Extend", "ZWJ", "SpacingMark", "Prepend", "RI", "L", "V", "T")
    joining = "|".join(rf"\p{{GCB={kind}}}" for kind in kinds)
    signs = "".join(chr(point) for point in range(0x110000) if not 0xD800 <= point < 0xE000)
    assert plain.search("é")
    assert not [sign for sign in regex.findall(joining, signs) if plain.match(sign)]
    assert not plain.match("\r")


@given(
    st.text(
        st.sampled_from("aé日한\u1100\u1161\u11a8\u0301\u200d👩🏽❤\ufe0f🇨🇦\u0600\r\n©क\u094dक\u0903"),
        max_size=60,
    )
)
def test_clusters_are_counted_as_the_library_finds_them(text: str):
    assert grapheme_count(text) == len(regex.findall(r"\X", text))


PIECES = [
    *(
        "a",
        ".",
        "ca",
        "é",
        "/",
        " ",
        "\n",
        "http://",
        "https://",
        "(",
        ")",
        "x.ca",
        "_",
        "-",
        "@",
        "#",
        "日",
        "。",
    ),
    *("?", "=", ":80", "\xa0", "\t", "t.co/abc", "canada.ca", "\ufeff", ",", "»", "xn--", "\u3000"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join), st.sampled_from(["x", "mastodon"]))
def test_a_link_is_found_in_its_word_as_in_the_whole_text(text: str, rule):
    endings = PROFILES["x"].domain_endings
    whole = list(_links(text, grammar(rule), endings))
    assert link_spans(text, rule, endings) == whole


def test_a_digit_is_an_emoji_only_with_its_key():
    assert emoji_apart("1 #2 3️⃣ *⃣ 4") == ("1 #2   4", ["3️⃣", "*⃣"])


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
