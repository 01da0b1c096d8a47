"""A note as HTML: what was typed is never live, and nothing of it is lost."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.render import render
from tests.rules.profiles import PROFILES

HTML, PAGE = PROFILES["html"], PROFILES["gcintranet"]
ALLOWED = {
    *(
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "strong",
        "em",
        "a",
        "code",
        "pre",
        "br",
        "hr",
    ),
    *("blockquote", "img", "main", "s"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}


class Tags(HTMLParser):
    """What a browser would open, with its attributes, and the words between."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.opened: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.words = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.opened.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("**gras** et *ital*", "<p><strong>gras</strong> et <em>ital</em></p>"),
        ("un\ndeux", "<p>un<br />\ndeux</p>"),
        ("> cité\n> encore", "<blockquote>\n<p>cité<br />\nencore</p>\n</blockquote>"),
        ("<b onclick=x>&eacute;", "<p>&lt;b onclick=x&gt;&amp;eacute;</p>"),
        ("![plan](/home/jane/plan.png)", "<p>plan</p>"),
        ("![<b>](plan.png)", "<p>&lt;b&gt;</p>"),
        ("![plan](https://canada.ca/p.png)", '<p><img src="https://canada.ca/p.png" alt="plan" /></p>'),
        ("[été](https://é.ca/à)", '<p><a href="https://é.ca/à">été</a></p>'),
        (
            "See https://é.ca/à?a&b.",
            '<p>See <a href="https://é.ca/à?a&amp;b">https://é.ca/à?a&amp;b</a>.</p>',
        ),
        ("[https://a.ca](https://b.ca)", '<p><a href="https://b.ca">https://a.ca</a></p>'),
        ("`https://a.ca` ~~b~~", "<p><code>https://a.ca</code> <s>b</s></p>"),
        (
            "a | b\n--|--\n**1** | https://a.ca",
            '<table>\n<thead>\n<tr>\n<th scope="col">a</th>\n<th scope="col">b</th>\n</tr>\n</thead>\n'
            "<tbody>\n<tr>\n<td><strong>1</strong></td>\n"
            '<td><a href="https://a.ca">https://a.ca</a></td>\n</tr>\n</tbody>\n</table>',
        ),
        ("", ""),
    ],
)
def test_markdown_becomes_clean_html(source: str, shown: str):
    assert render(source, HTML) == shown


def test_a_page_has_one_first_heading_and_the_rest_below_it():
    tags = Tags(render("# Semaine 12\n\n## Livré\n\n# Suite", PAGE))
    assert [tag for tag in tags.opened if tag.startswith("h")] == ["h1", "h3", "h2"]
    assert ("id", "wb-cont") in tags.attributes
    assert tags.opened[0] == "main"


def test_a_page_whose_headings_begin_at_the_second_level_keeps_them():
    tags = Tags(render("Un mot.\n\n## Livré\n\n### Détail", PAGE))
    assert [tag for tag in tags.opened if tag.startswith("h")] == ["h2", "h3"]


@given(st.text(st.sampled_from("ab <>&\"'`[]()!*_#-/:=.\njsxé{}|~"), max_size=80))
def test_nothing_typed_is_ever_a_tag_or_a_script(text: str):
    tags = Tags(render(text, HTML))
    assert set(tags.opened) <= ALLOWED
    assert all(
        name in {"href", "src", "alt", "title", "class", "start", "scope", "style"}
        for name, _ in tags.attributes
    )
    assert not any(value.strip().lower().startswith(("javascript:", "data:")) for _, value in tags.attributes)


@given(st.text(st.sampled_from("ab<&;\"' \n."), max_size=60))
def test_every_word_typed_is_there_to_read(text: str):
    shown = Tags(render(text, HTML)).words
    assert shown.split() == render(text, PROFILES["text"]).split()
