"""Puts a cleared weekly note into a folder that a static site can take. Only a release gets there."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rules.site import SitePage, feed_of, index_of, is_feed, is_index, read_page, summary_of, tagless
from rules.week import Week
from storage.errors import InputError
from storage.public_files import text_at, texts_in, write_public
from tui.desk import Desk
from tui.gate import Release


@dataclass(frozen=True, slots=True)
class Published:
    """What of a site was written for one week."""

    page: str
    """The path of the week's page."""
    pages: int
    """How many pages the index and the feed list now."""


def publish(release: Release, week: Week, folder: str, desk: Desk) -> Published:
    """Write the page of a released week, then index and feed over all pages in `folder`; enter it in the ledger.

    Raises InputError when the folder cannot be written or read, or holds a file by another hand under one of the
    names; then nothing is written.
    """
    view = desk.week(week)
    summary = summary_of(view.sections, desk.platforms["text"])
    body = tagless("\n\n".join(part.text for part in release.parts))
    page = SitePage(week, view.title, week.sunday, desk.words.language, summary, body)
    for name, is_ours in ((page.name, read_page), ("index.md", is_index), ("feed.xml", is_feed)):
        _spare_others(folder, name, is_ours)
    before = read_page(text_at(folder, page.name) or "")
    path = write_public(folder, page.name, page.dated(desk.clock.now(), before).written())
    pages = list(_pages(folder))
    title = desk.words("site-title")
    write_public(folder, "index.md", index_of(pages, title))
    write_public(folder, "feed.xml", feed_of(pages, title, desk.settings.site))
    desk.outbox.record(release, [part.n for part in release.parts], "file")
    return Published(path, len(pages))


def _spare_others(folder: str, name: str, is_ours: Callable[[str], object]) -> None:
    text = text_at(folder, name)
    if text is not None and not is_ours(text):
        raise InputError("site-not-ours", path=os.path.join(folder, name))


def _pages(folder: str) -> Iterator[SitePage]:
    return (page for page in map(read_page, texts_in(folder, ".md")) if page is not None)
