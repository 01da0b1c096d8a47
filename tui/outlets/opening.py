"""Opens a platform's own page for writing, with one cleared part in it, in the person's browser.

The text then stands in the link, and so in the browser's history; the message says so.
"""

import os
import webbrowser
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from rules.snippet import compose_link
from tui.desk import Desk
from tui.gate import Release
from tui.outlets.copying import has_desktop
from tui.wording import Words


@dataclass(frozen=True, slots=True)
class Opened:
    """How opening went."""

    how: Literal["opened", "no-link", "no-server", "no-browser"]

    def message(self, words: Words) -> str:
        """One or two sentences."""
        return words(f"open-{self.how}")


def open_part(release: Release, n: int, *, desk: Desk, environ: Mapping[str, str] | None = None) -> Opened:
    """Open the compose page of the release's platform with part `n` (from 1), and enter it in the ledger."""
    link = page_of(release, n, desk=desk, environ=environ)
    if isinstance(link, Opened):
        return link
    if not webbrowser.open(link):
        return Opened("no-browser")
    desk.outbox.record(release, [n], "link")
    return Opened("opened")


def page_of(
    release: Release, n: int, *, desk: Desk, environ: Mapping[str, str] | None = None
) -> str | Opened:
    """The address that would be opened with part `n` in it; or why none can be. Opens nothing."""
    environ = os.environ if environ is None else environ
    platform = release.platform
    if "{server}" in platform.compose and not platform.server:
        if not desk.settings.mastodon_server:
            return Opened("no-server")
        platform = platform.tuned(limit=platform.limit, server=desk.settings.mastodon_server)
    link = compose_link(release.parts[n - 1].text, platform)
    if link is None:
        return Opened("no-link")
    return link if has_desktop(environ) or environ.get("BROWSER") else Opened("no-browser")
