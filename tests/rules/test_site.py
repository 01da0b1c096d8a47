"""The folder for a static site: pages that read back, an index, and a feed that is Atom."""

from datetime import UTC, date, datetime
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from rules.rollup import Line, Section
from rules.site import SitePage, feed_of, index_of, is_feed, is_index, read_page, summary_of, tagless
from rules.week import Week
from tests.rules.markup import Markup
from tests.rules.profiles import PROFILES

ATOM = "{http://www.w3.org/2005/Atom}"
LINE = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=40)


def page(number: int, title: str = "Week", summary: str = "Done.", body: str = "# Week\n\nDone.") -> SitePage:
    week = Week(2026, number)
    return SitePage(week, title, week.sunday, "en", summary, body)


@given(LINE, LINE)
def test_a_page_reads_back_as_it_was_written(title: str, summary: str) -> None:
    written = page(47, title, summary)
    assert read_page(written.written()) == written


def test_a_page_by_another_hand_is_left_alone() -> None:
    assert read_page("# About me\n") is None
    assert read_page("---\ntitle: About\n---\n\nMe.\n") is None
    assert read_page('---\nweek: "soon"\n---\n\nMe.\n') is None


def test_index_and_feed_list_the_newest_first_and_are_the_same_each_time() -> None:
    pages = [page(46), page(47, "Forms & <tests>", "Five [people] finished.", "# F\n\nA <b> & *c*.")]
    index = index_of(pages, "Weekly notes")
    assert index.index("2026-W47.md") < index.index("2026-W46.md")
    assert r"Five \[people\] finished." in index
    feed = ElementTree.fromstring(feed_of(pages, "Weekly notes", "https://example.ca/notes/"))
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == ["Forms & <tests>", "Week"]
    assert "<em>c</em>" in str(entries[0].findtext(f"{ATOM}content"))
    assert entries[0].findtext(f"{ATOM}id") == "https://example.ca/notes/2026-W47"
    assert feed_of(pages, "Weekly notes", "") == feed_of(reversed(pages), "Weekly notes", "")


def test_a_page_says_when_it_last_changed_and_the_feed_says_it_too() -> None:
    """The feed said Sunday, whatever was changed when: no reader noticed."""
    monday, tuesday = (datetime(2026, 11, day, 9, tzinfo=UTC) for day in (23, 24))
    first = page(47).dated(monday, None)
    assert read_page(first.written()) == first
    assert page(47).dated(tuesday, first) == first
    changed = page(47, summary="Done at last.").dated(tuesday, first)
    feed = ElementTree.fromstring(feed_of([page(46), changed], "Notes", ""))
    assert [one.text for one in feed.iter(f"{ATOM}updated")] == [
        "2026-11-24T09:00:00Z",
        "2026-11-24T09:00:00Z",
        "2026-11-15T00:00:00Z",  # a page from before pages said so
    ]


def test_a_page_of_before_that_stays_the_same_stays_as_it_is() -> None:
    assert page(47).dated(datetime(2026, 11, 24, tzinfo=UTC), page(47)) == page(47)


def test_a_page_whose_moment_has_no_zone_is_still_a_page() -> None:
    written = page(47).written().replace("\nsummary:", '\nupdated: "2026-11-24T09:00:00"\nsummary:')
    assert read_page(written) == page(47)


def test_what_the_feed_carries_is_sound_html() -> None:
    pages = [
        page(47, body="# F\n\nA <b> & *c*, <script>x</script>, [the guide](https://example.ca/?a=1&b=2).")
    ]
    feed = ElementTree.fromstring(feed_of(pages, "Notes", "https://example.ca/notes"))
    content = Markup(str(feed.findtext(f"{ATOM}entry/{ATOM}content")))
    assert (content.faults, content.links) == ([], ["https://example.ca/?a=1&b=2"])


def test_a_feed_without_an_address_has_ids_of_its_own_and_an_empty_one_is_a_feed() -> None:
    feed = ElementTree.fromstring(feed_of([page(47)], "Notes", ""))
    assert str(feed.findtext(f"{ATOM}entry/{ATOM}id")).startswith("urn:uuid:")
    assert (
        ElementTree.fromstring(feed_of([], "Notes", "")).findtext(f"{ATOM}updated") == "1970-01-01T00:00:00Z"
    )


def test_the_summary_is_the_first_sentence() -> None:
    sections = (Section("Forms", (Line("- Five people finished. Two more than last month.", (1,)),)),)
    assert summary_of(sections, PROFILES["text"]) == "Five people finished."
    assert summary_of((), PROFILES["text"]) == ""
    assert len(summary_of((Section("", (Line("word " * 200, (1,)),)),), PROFILES["text"])) <= 301


@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
    st.sampled_from("\x7f\x9b\ufffe\u202e\x00"),
)
def test_the_summary_is_plain_words_that_a_feed_can_carry(text: str, hidden: str) -> None:
    """What the page leaves out stood in its summary, marks and all; a feed with some of it is no XML."""
    sections = (Section("Forms", (Line(f"{hidden}**Five** {text}", (1,)),)),)
    summary = summary_of(sections, PROFILES["text"])
    assert "Five" in summary
    assert not summary.startswith("**")
    assert hidden not in summary
    feed = ElementTree.fromstring(feed_of([page(47, summary=summary)], "Notes", ""))
    assert feed.findtext(f"{ATOM}entry/{ATOM}summary") == summary


def test_a_page_is_dated_by_the_last_day_of_its_week() -> None:
    assert page(47).day == date(2026, 11, 22)


def test_index_and_feed_know_their_own_and_no_other() -> None:
    pages = [page(46, "A [title]"), page(47, summary="")]
    for title in ("Weekly notes", "Notes de la semaine"):
        for listed in (pages, []):
            assert is_index(index_of(listed, title))
            assert is_feed(feed_of(listed, title, "https://example.ca"))
    assert not is_index("")
    assert not is_index("# Welcome\n\nMy own words.\n")
    assert not is_feed('<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" >')


PIECES = (
    "<",
    ">",
    "/",
    "b",
    "\\",
    "`",
    "```",
    "~~~",
    "\n",
    "](",
    "[",
    "!",
    "?",
    " ",
    "    ",
    "<script>",
    "<!--",
    "&lt;",
)


@given(st.lists(st.sampled_from(PIECES), max_size=16).map("".join))
def test_a_page_holds_no_tag_whatever_was_typed(text: str) -> None:
    def kinds(markdown: str) -> set[str]:
        tokens = MarkdownIt("commonmark").parse(markdown)
        return {one.type for token in tokens for one in (token, *(token.children or []))}

    assert not kinds(tagless(text)) & {"html_block", "html_inline"}


def test_what_is_no_tag_stays_as_it_was_typed() -> None:
    for text in (
        "5 < 6",
        "`<b>`",
        "```\n<b>\n```",
        "<https://example.ca>",
        "![A desk](<my desk.jpg>)",
        r"\<b>",
    ):
        assert tagless(text) == text
    assert tagless("a <form> and `<b>`") == r"a \<form> and `<b>`"
