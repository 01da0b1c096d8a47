"""Links, code and quotations."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.regions import REGIONS, Region, public_links, public_paths, region_spans


def parts(text: str, region: Region) -> list[str]:
    return [text[start:end] for start, end in region_spans(text, region)]


def test_a_link_ends_before_the_punctuation_around_it():
    assert parts("(see [it](https://a.ca/x_y).) www.b.ca, fin", "link-address") == [
        "https://a.ca/x_y",
        "www.b.ca",
    ]


def test_code_is_fenced_or_inline_and_an_open_fence_runs_to_the_end():
    assert parts("a `b c` d\n```\ne\n```\nf\n~~~\ng", "code") == ["`b c`", "```\ne\n```", "~~~\ng"]


def test_quotes_are_lines_with_an_angle_or_typographic_marks():
    assert parts("> un\ndeux « trois » “four”", "quote") == ["> un", "« trois »", "“four”"]


@pytest.mark.parametrize(
    "link", ["https://www.canada.ca/en", "http://gov.uk", "HTTPS://Example.org:8080/a?b"]
)
def test_a_named_host_is_public(link: str):
    assert public_links(f"see {link}") == [4]


@pytest.mark.parametrize(
    "link",
    [
        "http://localhost/x",
        "http://intranet.example.gc.ca/x",
        "https://10.1.2.3/x",
        "http://[::1]/x",
        "https://wiki.corp/x",
        "https://files.home.arpa",
        "https://user:word@canada.ca/",
        "https://server/x",
        "www.canada.ca",
    ],
)
def test_a_link_that_others_cannot_open_is_no_evidence(link: str):
    assert public_links(link) == []


@given(st.text(alphabet="ab`~>«»“”\n .htps:/w"), st.sampled_from(REGIONS))
def test_spans_are_in_order_apart_and_inside(text: str, region: Region):
    spans = region_spans(text, region)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


def test_the_path_of_a_link_is_what_stands_behind_a_host_that_anyone_could_open():
    text = "https://a.ca/x?y#z, https://b.ca https://intranet.local/key www.c.ca/d http://u:p@d.ca/e"
    assert [text[start:end] for start, end in public_paths(text)] == ["/x?y#z"]
