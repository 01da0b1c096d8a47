"""Puts a cleared weekly note into a folder that a static site can take. Only a release gets there."""

from collections.abc import Iterator
from dataclasses import dataclass

from rules.site import SitePage, feed_of, index_of, read_page, summary_of
from rules.week import Week
from storage.public_files import texts_in, write_public
from tui.desk import Desk
from tui.gate import Release


@dataclass(frozen=True, slots=True)
class Published:
    """What was written."""

    page: str
    """The path of the week's page."""
    pages: int
    """How many pages the index and the feed list now."""


def publish(release: Release, week: Week, folder: str, desk: Desk) -> Published:
    """Write the page of a released week, then index and feed over all pages in `folder`; enter it in the ledger.

    Raises InputError when the folder cannot be written or read.
    """
    view = desk.week(week)
    body = "\n\n".join(part.text for part in release.parts)
    page = SitePage(week, view.title, week.sunday, desk.words.language, summary_of(view.sections), body)
    path = write_public(folder, page.name, page.written())
    pages = list(_pages(folder))
    title = desk.words("site-title")
    write_public(folder, "index.md", index_of(pages, title))
    write_public(folder, "feed.xml", feed_of(pages, title, desk.settings.site))
    desk.outbox.record(release, [part.n for part in release.parts], "file")
    return Published(path, len(pages))


def _pages(folder: str) -> Iterator[SitePage]:
    return (page for page in map(read_page, texts_in(folder, ".md")) if page is not None)
