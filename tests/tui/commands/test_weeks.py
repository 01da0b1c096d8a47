"""`week`, `next`, `leave` and `lookback` as processes: what they print, what they write, what they refuse."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.conftest import Run
from tests.rules.markup import Markup


def test_a_cleared_week_goes_into_the_site_and_a_held_one_does_not(clearday: Run, tmp_path: Path) -> None:
    site = tmp_path / "site"
    clearday("add", "Five people finished the form without help.")
    held = clearday("week", "--site", str(site))
    assert (held.code, site.exists()) == (1, False)
    assert clearday("clear", "2026-W47").code == 0
    done = clearday("week", "--site", str(site))
    assert (done.code, "2026-W47.md" in done.err) == (0, True)
    assert sorted(path.name for path in site.iterdir()) == ["2026-W47.md", "feed.xml", "index.md"]
    page = (site / "2026-W47.md").read_text("utf-8")
    assert 'summary: "Five people finished the form without help."' in page
    before = {path.name: path.read_bytes() for path in site.iterdir()}
    clearday("week", "--site", str(site))
    assert {path.name: path.read_bytes() for path in site.iterdir()} == before


def test_a_week_that_is_changed_after_it_was_published_is_dated_anew(clearday: Run, tmp_path: Path) -> None:
    feed = tmp_path / "site" / "feed.xml"

    def published(at: str) -> list[str | None]:
        clearday("clear", "2026-W47", env={"CLEARDAY_NOW": at})
        assert clearday("week", "last", "--site", str(feed.parent), env={"CLEARDAY_NOW": at}).code == 0
        return [one.text for one in ElementTree.parse(feed).iter() if one.tag.endswith("updated")]

    monday, tuesday = "2026-11-23T09:00:00-05:00", "2026-11-24T09:00:00-05:00"
    clearday("add", "Five people finished the form without help.")
    assert published(monday) == [monday, monday]
    assert published(tuesday) == [monday, monday]
    clearday("add", "--on", "2026-11-20", "The letter is clearer now.")
    assert published(tuesday) == [tuesday, tuesday]


@pytest.mark.parametrize("name", ["index.md", "feed.xml", "2026-W47.md"])
def test_a_site_that_somebody_else_made_is_left_alone(clearday: Run, tmp_path: Path, name: str) -> None:
    """Its index and its feed were overwritten without a word."""
    site = tmp_path / "site"
    site.mkdir()
    (site / name).write_text("Welcome to our team.\n")
    clearday("add", "Five people finished the form without help.")
    clearday("clear", "2026-W47")
    ran = clearday("week", "--site", str(site))
    assert (ran.code, ran.err.startswith(f"{site / name} is there already")) == (3, True)
    assert [path.name for path in site.iterdir()] == [name]
    assert (site / name).read_text() == "Welcome to our team.\n"


def test_what_looks_like_a_tag_is_text_on_a_page_for_a_site(clearday: Run, tmp_path: Path) -> None:
    clearday("add", "The <form> element and <script>alert(1)</script> are in `<head>`.")
    clearday("clear", "2026-W47")
    clearday("week", "--site", str(tmp_path / "site"))
    expected = r"The \<form> element and \<script>alert(1)\</script> are in `<head>`."
    assert expected in (tmp_path / "site" / "2026-W47.md").read_text("utf-8")
    assert expected in clearday("week", "--format", "blog").out
    feed = ElementTree.parse(tmp_path / "site" / "feed.xml")
    assert "&lt;form&gt;" in "".join(feed.getroot().itertext())


def inner(markdown: str) -> list[list[Token]]:
    """What stands in each heading, paragraph and item, as an own parser of Markdown reads it."""
    return [token.children or [] for token in MarkdownIt().parse(markdown) if token.type == "inline"]


def test_page_and_index_of_a_site_are_markdown_that_says_what_the_week_says(
    clearday: Run, tmp_path: Path
) -> None:
    clearday(
        "add",
        "We met **two** teams: \x7fboth \u202ewrite.\n\n- a <b> tag\n- [guide](https://example.ca/?a=1&b=2)",
    )
    assert clearday("clear", "2026-W47").code == 0
    clearday("week", "--site", str(tmp_path))
    blank, head, body = (tmp_path / "2026-W47.md").read_text("utf-8").split("---\n", 2)
    told = {name: json.loads(value) for name, value in (line.split(": ", 1) for line in head.splitlines())}
    assert (blank, told["week"], told["summary"]) == ("", "2026-W47", "We met two teams: both write.")
    page = inner(body)
    assert ["".join(token.content for token in tokens) for tokens in page] == [
        told["title"],
        "This week",
        "We met two teams: both write.",
        "a <b> tag",
        "guide",
    ]
    assert {token.type for tokens in page for token in tokens if token.content} == {"text"}
    assert page[4][0].attrGet("href") == "https://example.ca/?a=1&b=2"
    [title, line] = inner((tmp_path / "index.md").read_text("utf-8"))
    assert (title[0].content, line[0].attrGet("href")) == ("Weekly notes", "2026-W47.md")
    assert line[-1].content == ", 2026-11-22: We met two teams: both write."


def test_a_site_without_a_name_is_refused(clearday: Run) -> None:
    """An empty variable in a script: the week was printed, as if nothing had been asked."""
    clearday("add", "Five people finished the form without help.")
    clearday("clear", "2026-W47")
    ran = clearday("week", "--site", "")
    assert (ran.code, ran.out, ran.err) == (3, "", '"" could not be written. Choose another place.\n')


def test_the_week_as_a_page_is_sound_html(clearday: Run) -> None:
    text = "The <form> element, <script>alert(1)</script>, and [the guide](https://example.ca/g?a=1&b=2)."
    clearday("add", text)
    page = Markup(clearday("week", "--format", "html").out)
    assert (page.faults, page.links) == ([], ["https://example.ca/g?a=1&b=2"])
    assert "<script>alert(1)</script>" in page.words


def test_any_stretch_of_days_is_one_text_that_can_be_cleared_and_shared(clearday: Run) -> None:
    clearday("add", "One.", "--on", "2026-11-03")
    clearday("add", "Two.")
    ran = clearday("week", "--from", "2026-11-02", "--to-day", "today")
    assert ran.out.startswith("# 2–20 November 2026\n\n## This week")
    assert "One." in ran.out
    assert clearday("clear", "2026-11-02..2026-11-20").code == 0
    assert "Two." in clearday("share", "2026-11-02..2026-11-20", "--to", "markdown", "--print").out
    assert clearday("week", "--from", "today", "--to-day", "yesterday").code == 3
    assert clearday("week", "--from", "yesterday", "--save").code == 3


def test_intentions_are_listed_and_settled(clearday: Run) -> None:
    clearday("add", "Test with screen readers. #next", "--on", "2026-11-10")
    assert clearday("next").out == "1  Test with screen readers. #next  · carried 1 week\n"
    assert json.loads(clearday("week", "--format", "json").out)["carried"] == [{"note": 1, "weeks": 1}]
    assert clearday("next", "--done", "1").code == 0
    assert json.loads(clearday("next", "--json").out) == []
    assert clearday("next", "--open", "1").code == 0
    assert clearday("next", "--dropped", "9").code == 3


def test_leave_is_no_gap_until_it_is_taken_back(clearday: Run) -> None:
    assert clearday("leave", "2026-11-16", "tue").code == 0
    gaps = json.loads(clearday("week", "--format", "json").out)["gaps"]
    assert gaps == ["2026-11-18", "2026-11-19", "2026-11-20"]
    clearday("leave", "tue", "--undo")
    assert "2026-11-17" in json.loads(clearday("week", "--format", "json").out)["gaps"]


def test_looking_back_names_the_forms_of_a_period(clearday: Run) -> None:
    clearday("add", "One.")
    assert "One." in clearday("lookback", "2026-2027", "--by", "week").out
    ran = clearday("lookback", "someday")
    assert (ran.code, "2026-Q4" in ran.err) == (3, True)


def test_the_settings_name_a_week_and_leave_parts_out(clearday: Run, home: dict[str, str]) -> None:
    config = Path(home["HOME"]) / "config.toml"
    config.write_text(
        'week-title = "S2 Ep{n}: {dates}"\nweek-first = "2026-W40"\n'
        'week-context = "We make forms easier."\nweek-without = ["thanks"]\n'
    )
    clearday("--config", str(config), "add", "Thanks to Devi.")
    text = clearday("--config", str(config), "week").out
    assert text.startswith("# S2 Ep8: 16–22 November 2026\n\nWe make forms easier.\n\n## This week")
    config.write_text('week-title = "{episode}"\n')
    ran = clearday("--config", str(config), "week")
    assert (ran.code, "line 1" in ran.err, "{n}" in ran.err) == (3, True, True)
    config.write_text('week-first = "2026-W99"\n')
    assert clearday("--config", str(config), "week").code == 3
