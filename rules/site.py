"""A folder that a static site can take: a page for each weekly note, an index, and an Atom feed.

A page is Markdown behind a block of front matter (YAML, its texts written as JSON strings, which YAML takes).
Index and feed are made from the pages that are there, so nothing has to be remembered elsewhere.
The feed is Atom 1.0 (RFC 4287).
"""

import json
import re
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from html import escape
from typing import Final

from markdown_it import MarkdownIt

from rules.platforms import Platform
from rules.regions import inside, region_spans
from rules.render import render
from rules.rollup import Section
from rules.sentences import sentence_ends
from rules.week import Week

_FRONT: Final = re.compile(r"---\n(.*?)\n---\n\n?", re.DOTALL)
_MARKS: Final = re.compile(r"^(?:[-*+>]|\d+[.)])\s+")
_LISTED: Final = re.compile(r"- \[.*\]\(\d{4}-W\d{2}\.md\), \d{4}-\d{2}-\d{2}: .*")
_FEED_BEGINS: Final = (
    '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n<title>'
)
_TAG: Final = re.compile(r"(?<!\\)((?:\\\\)*)<(?=[a-z/!?])(?!(?:https?|mailto):)", re.IGNORECASE)
"""A `<` that may begin a tag: not escaped yet, and no address between angle brackets."""
_NEVER: Final = "0001-01-01"
_LONGEST_SUMMARY: Final = 300
"""Code points; a longer first sentence is cut at a word, with an ellipsis."""


@dataclass(frozen=True, slots=True)
class SitePage:
    """One weekly note as the site has it."""

    week: Week
    title: str
    day: date
    """The day it is dated: the last of its week."""
    language: str
    summary: str
    """Its first sentence, as a list of pages shows it."""
    body: str
    """Its Markdown, title included."""
    updated: datetime | None = None
    """When what stands on it last changed, with its UTC offset; None where it does not say."""

    @property
    def name(self) -> str:
        """What its file is called in the folder: `2026-W47.md`."""
        return f"{self.week}.md"

    def written(self) -> str:
        """The page with its front matter."""
        head = {
            "title": self.title,
            "date": self.day.isoformat(),
            "week": str(self.week),
            "lang": self.language,
            "summary": self.summary,
        }
        if self.updated:
            head["updated"] = self.updated.isoformat(timespec="seconds")
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items()]
        return "\n".join(["---", *lines, "---", "", self.body.rstrip("\n"), ""])

    def dated(self, now: datetime, before: "SitePage | None") -> "SitePage":
        """The page as changed `now`, or when the one `before` it was, where that says the very same."""
        if before is not None and replace(before, updated=None).written() == self.written():
            return before
        return replace(self, updated=now)

    @property
    def moment(self) -> datetime:
        """When it last changed; for a page that does not say, the beginning of its day."""
        return self.updated or datetime.combine(self.day, time(), UTC)


def read_page(text: str) -> SitePage | None:
    """The page that was written as `text`; None for a file by another hand."""
    found = _FRONT.match(text)
    if not found:
        return None
    try:
        pairs = (line.split(": ", 1) for line in found[1].split("\n"))
        head = {key: json.loads(value) for key, value in pairs}
        week = Week.named(head["week"])
        if week is None:
            return None
        day = date.fromisoformat(head["date"])
        body, updated = text[found.end() :].rstrip("\n"), datetime.fromisoformat(head.get("updated", _NEVER))
        said = updated if updated.tzinfo else None
        return SitePage(week, head["title"], day, head["lang"], head["summary"], body, said)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def is_index(text: str) -> bool:
    """Whether `index_of` wrote this: a heading and nothing but pages below it."""
    heading, *listed = [line for line in text.split("\n") if line] or [""]
    return heading.startswith("# ") and all(map(_LISTED.fullmatch, listed))


def is_feed(text: str) -> bool:
    """Whether `feed_of` wrote this."""
    return text.startswith(_FEED_BEGINS)


def tagless(markdown: str) -> str:
    """`markdown` with the `<` of what looks like a tag escaped, so that a site shows it as it was typed.

    Code and the targets of links keep theirs, unless that leaves a tag, in what only looks like one of them.
    """
    code = region_spans(markdown, "code")

    def escaped(found: re.Match[str]) -> str:
        place = found.end() - 1
        kept = inside(place, code) or markdown.endswith("](", 0, place)
        return found[0] if kept else rf"{found[1]}\<"

    careful = _TAG.sub(escaped, markdown)
    return _TAG.sub(r"\1\\<", markdown) if _has_tags(careful) else careful


def _has_tags(markdown: str) -> bool:
    tokens = MarkdownIt("commonmark").parse(markdown) if "<" in markdown else []
    inner = (child for token in tokens for child in token.children or [])
    return any(token.type in ("html_block", "html_inline") for token in (*tokens, *inner))


def summary_of(sections: Sequence[Section], plain: Platform) -> str:
    """The first sentence of the first passage, as the platform `plain` shows it; empty when there is none."""
    first = next((line.text for section in sections for line in section.lines if line.text.strip()), "")
    text = " ".join(_MARKS.sub("", render(first, plain).strip()).split())
    end = next(iter(sentence_ends(text)), len(text))
    sentence = text[:end].strip()
    if len(sentence) <= _LONGEST_SUMMARY:
        return sentence
    return sentence[:_LONGEST_SUMMARY].rsplit(" ", 1)[0] + "…"


def index_of(pages: Iterable[SitePage], title: str) -> str:
    """The list of pages as Markdown, newest first: title, day and summary of each."""
    parts = [f"# {title}"]
    parts += [
        f"- [{_plain(page.title)}]({page.name}), {page.day.isoformat()}: {_plain(page.summary)}"
        for page in _newest_first(pages)
    ]
    return "\n\n".join(parts) + "\n"


def feed_of(pages: Iterable[SitePage], title: str, address: str) -> str:
    """The pages as an Atom feed, newest first. `address` is the site's public one; empty where it has none yet.

    The same pages give the same bytes: each says itself when it last changed.
    """
    listed = _newest_first(pages)
    updated = _rfc3339(max((page.moment for page in listed), default=datetime(1970, 1, 1, tzinfo=UTC)))
    base = address.rstrip("/")
    there = [f'<link rel="self" href="{escape(base)}/feed.xml"/>', f'<link href="{escape(base)}/"/>']
    lines = [
        f"{_FEED_BEGINS}{escape(title)}</title>",
        f"<id>{escape(_id(base, ''))}</id>",
        f"<updated>{updated}</updated>",
        f"<author><name>{escape(title)}</name></author>",
        *(there if base else []),
        *(line for page in listed for line in _feed_entry(page, base)),
        "</feed>",
    ]
    return "\n".join(lines) + "\n"


def _feed_entry(page: SitePage, base: str) -> list[str]:
    body = MarkdownIt("commonmark", {"html": False}).render(page.body)
    link = f"{base}/{page.name}" if base else page.name
    return [
        f'<entry xml:lang="{escape(page.language)}">',
        f"<title>{escape(page.title)}</title>",
        f"<id>{escape(_id(base, str(page.week)))}</id>",
        f'<link href="{escape(link)}"/>',
        f"<updated>{_rfc3339(page.moment)}</updated>",
        f"<summary>{escape(page.summary)}</summary>",
        f'<content type="html">{escape(body)}</content>',
        "</entry>",
    ]


def _id(base: str, week: str) -> str:
    return f"{base}/{week}" if base else uuid.uuid5(uuid.NAMESPACE_URL, f"clearday:{week}").urn


def _rfc3339(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")


def _plain(text: str) -> str:
    return re.sub(r"([\\\[\]()*_`<>])", r"\\\1", text)


def _newest_first(pages: Iterable[SitePage]) -> list[SitePage]:
    return sorted(pages, key=lambda page: page.week, reverse=True)
