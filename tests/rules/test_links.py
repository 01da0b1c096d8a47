import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.links import link_spans
from tests.rules.profiles import PROFILES

ENDINGS = PROFILES["x"].domain_endings


def links(text: str, rule: str = "x") -> list[str]:
    return [text[start:end] for start, end in link_spans(text, rule, ENDINGS)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Voir canada.ca/fr.", ["canada.ca/fr"]),
        (
            "Voir https://www.canada.ca/fr/accueil.html?a=b#c, puis.",
            ["https://www.canada.ca/fr/accueil.html?a=b#c"],
        ),
        ("README.md et main.py", ["README.md", "main.py"]),
        ("jean@canada.ca", []),
        ("#canada.ca @canada.ca $canada.ca", []),
        ("http://localhost:8000", []),
        ("http://no-ending", []),
        ("canada.caa", []),
        ("canada.ca-x", []),
        ("a_b.example.com", ["b.example.com"]),
        ("sub_domain.example.com", ["domain.example.com"]),
        ("http://sub_domain.example.com", ["http://sub_domain.example.com"]),
        ("http://my_site.com", []),
        ("http://-a.ca http://a-.ca http://.ca", []),
        ("MLB.tv", ["MLB.tv"]),
        ("http://foobar.みんな/", ["http://foobar.みんな/"]),
        ("twitter.みんなです", ["twitter.みんな"]),
        ("日本語です。example.com中国語", ["example.com"]),
        ("http://a.ca:8080/x", ["http://a.ca:8080/x"]),
        ("a.ca?x=1", ["a.ca"]),
        ("a.ca/?x=1", ["a.ca/?x=1"]),
        ("http://a.ca?x=1!", ["http://a.ca?x=1"]),
        ("http://a.ca/(b) http://a.ca/(b(c)d)", ["http://a.ca/(b)", "http://a.ca/(b(c)d)"]),
        ("http://t.co/abc'd", ["http://t.co/abc"]),
        ("http://t.co/" + "a" * 41, []),
        ("http://" + "a" * 64 + ".ca", []),
        ("http://" + "é" * 60 + ".ca", []),
        ("http://a.ca/" + "b" * 4100, []),
        ("(a.ca)/b.ca", ["a.ca"]),
        ("école.ca", ["cole.ca"]),
        ("Une école.ca", ["école.ca"]),
    ],
)
def test_x_links_what_twitter_text_links(text: str, found: list[str]):
    assert links(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("canada.ca", []),
        ("https://canada.ca", ["https://canada.ca"]),
        ("https://canada.ca/日本", ["https://canada.ca/日本"]),
        ("https://canada.ca/(日本)", ["https://canada.ca/"]),
        ("https://canada.ca/(ab)", ["https://canada.ca/(ab)"]),
        ("gemini://canada.ca/a", ["gemini://canada.ca/a"]),
        ("a.ca/https://b.ca", []),
        ("https://a.ca/<b>", ["https://a.ca/"]),
    ],
)
def test_mastodon_links_only_what_has_a_scheme(text: str, found: list[str]):
    assert links(text, "mastodon") == found


PIECES = st.lists(
    st.sampled_from([*"aé日./()?_-@# 😀\n", "http://", "https://", ".ca", ".com", ".みんな", ":8", "x.ca"]),
    max_size=25,
).map("".join)


@given(PIECES)
def test_links_are_in_order_and_never_overlap(text: str):
    for rule in ("x", "mastodon"):
        spans = link_spans(text, rule, ENDINGS)
        flat = [place for span in spans for place in span]
        assert flat == sorted(flat)
        assert all(start < end <= len(text) for start, end in spans)


@given(PIECES)
def test_a_link_holds_a_known_ending_and_no_white_space(text: str):
    for link in links(text):
        assert not any(letter.isspace() for letter in link)
        assert any(ending in link for ending in (".ca", ".com", ".みんな"))


@given(st.sampled_from(["canada.ca", "https://canada.ca/fr/a_b", "http://a.b.com/?q=1"]), PIECES)
def test_a_link_between_spaces_is_found_whatever_surrounds_it(link: str, noise: str):
    assert link in links(f"{noise} {link} {noise}")


def test_no_ending_has_one_letter():
    assert min(len(ending) for ending in ENDINGS) >= 2


def test_what_comes_right_after_a_run_says_whether_an_ending_ends_there():
    assert link_spans("see a.ca@b", "x", ENDINGS) == []
    assert link_spans("see a.ca+b", "x", ENDINGS) == []
