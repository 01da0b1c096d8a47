"""A weekly note as a page of HTML: sound markup, nothing live, and every link whole."""

from hypothesis import given
from hypothesis import strategies as st

from rules.page import to_html
from tests.rules.markup import Markup

PIECES = (
    *("<script>alert(1)</script>", "<b onclick=x>", "</main>", "<!--", "]]>", "&lt;", "&", '"', "'", "\\"),
    *("# Week", "- one", "1. one", "> said", "```", "`code`", "*soft*", "**loud**", "---", "\n", "\n\n", " "),
    *("[text](https://example.ca/a?b=1&c=2)", "[x](javascript:alert(1))", '[x](data:text/html,"<b>")'),
    *("<https://example.ca>", "[x](relative.md)", "||kept||", "é 😀", "<form>"),
)


def sound(page: str) -> list[str]:
    """What is wrong with a page, links to places within a site aside: they are as they were typed."""
    return [fault for fault in Markup(page).faults if not fault.startswith("leads to 'relative.md'")]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join), st.sampled_from(PIECES))
def test_a_page_is_sound_whatever_was_typed(text: str, title: str) -> None:
    assert sound(to_html(text, title, "en")) == []


def test_a_page_has_one_title_one_main_and_its_links_whole() -> None:
    text = (
        "# Week 47\n\nThe [guide](https://example.ca/guide?a=1&b=é) is out, ||Kim wrote it||, as `<b>` says."
    )
    page = Markup(to_html(text, "Forms & <tests>", "en"))
    assert page.faults == []
    assert [page.elements.count(tag) for tag in ("html", "head", "title", "body", "main", "h1")] == [1] * 6
    assert page.links == ["https://example.ca/guide?a=1&b=%C3%A9"]
    assert "Forms & <tests>" in page.words
    assert "as <b> says" in page.words
    assert "Kim" not in page.words


def test_the_check_of_pages_finds_what_is_unsound() -> None:
    for page in (
        "<p>",
        "<p></b>",
        "<script></script>",
        '<a href="javascript:x">y</a>',
        '<b onclick="x">y</b>',
    ):
        assert Markup(page).faults
