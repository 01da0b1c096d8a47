"""Copies one cleared part, by the best way there is, and says honestly which way it went.

The system's own clipboard where there is one; else, and when it cannot be confirmed, OSC 52 through
the terminal; always a private file as well.
"""

import os
import secrets
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from storage.landing import write_whole
from storage.locations import snippets_folder
from tui.desk import Desk
from tui.gate import Release
from tui.outlets import native_copy
from tui.outlets.osc52 import is_browser
from tui.visible import visible
from tui.wording import Words

PATIENCE = 4.0
"""Seconds the system's clipboard gets; some tools never answer."""

Route = Literal["clipboard", "unconfirmed", "osc52", "file", "nowhere"]

_BY_CODE: Final[Mapping[int, Route]] = {
    native_copy.CONFIRMED: "clipboard",
    native_copy.UNCONFIRMED: "unconfirmed",
}
"""Which way it went, by how `native_copy` ended; any other end: not at all."""


@dataclass(frozen=True, slots=True)
class Copied:
    """How a part left."""

    route: Route
    path: str
    """The private file with the text; empty when it could not be written."""

    def message(self, words: Words) -> str:
        """One or two sentences: which way it went, and what cannot be known."""
        if self.route == "file":
            return words("copied-file-only", path=self.path)
        browser = self.route == "osc52" and is_browser(os.environ)
        said = words("copied-browser" if browser else f"copied-{self.route}")
        return f"{said} {words('copied-file', path=self.path)}" if self.path else said


def copy_part(
    release: Release,
    n: int,
    *,
    desk: Desk,
    terminal: Callable[[str], bool] | None,
    environ: Mapping[str, str] | None = None,
) -> Copied:
    """Copy part `n` (from 1) of `release` and enter it in the ledger.

    `terminal` asks the terminal to copy exactly the text it is given and tells whether it was asked.
    May take `PATIENCE` seconds: call it off the event loop.
    """
    copied = _copied(release.parts[n - 1].text, _file_name(release, f"{n}"), desk, terminal, environ)
    if copied.route != "nowhere":
        desk.outbox.record(release, [n], copied.route)
    return copied


def copy_alt(
    release: Release,
    n: int,
    *,
    desk: Desk,
    terminal: Callable[[str], bool] | None,
    environ: Mapping[str, str] | None = None,
) -> Copied:
    """Copy the description of picture `n` (from 1) that goes beside `release`, in the same way as a part."""
    copied = _copied(release.photos[n - 1].alt, _file_name(release, f"alt-{n}"), desk, terminal, environ)
    if copied.route != "nowhere":
        desk.outbox.record_alt(release, n, copied.route)
    return copied


def send_test_word(
    terminal: Callable[[str], bool] | None, environ: Mapping[str, str] | None = None
) -> tuple[str, Route]:
    """Copy a made-up word by the way a part would take; the word, and which way it went."""
    word = f"clearday-{secrets.token_hex(2)}"
    return word, _handed(word, os.environ if environ is None else environ, terminal) or "nowhere"


def tools(environ: Mapping[str, str]) -> list[str]:
    """The clipboard programs of this system that are within reach, in the order they are asked."""
    if not has_desktop(environ):
        return []
    wanted = ["pbcopy", "clip.exe", "powershell.exe"]
    wanted += ["wl-copy"] * bool(environ.get("WAYLAND_DISPLAY")) + ["xclip", "xsel"] * bool(
        environ.get("DISPLAY")
    )
    return [name for name in wanted if shutil.which(name, path=environ.get("PATH"))]


def which_alt(release: Release, n: int, words: Words) -> str:
    """Which picture's description went: its name, and its place where there are several."""
    name, total = visible(release.photos[n - 1].name), len(release.photos)
    return words("alt-of-several", photo=name, n=n, total=total) if total > 1 else words("alt-of", photo=name)


def _copied(
    text: str,
    name: str,
    desk: Desk,
    terminal: Callable[[str], bool] | None,
    environ: Mapping[str, str] | None,
) -> Copied:
    path = _keep(text, name, desk)
    route = _handed(text, os.environ if environ is None else environ, terminal)
    return Copied(route or ("file" if path else "nowhere"), path)


def _handed(text: str, environ: Mapping[str, str], terminal: Callable[[str], bool] | None) -> Route | None:
    route = _native(text, environ)
    if route != "clipboard" and terminal is not None and terminal(text):
        return "osc52"
    return route


def has_desktop(environ: Mapping[str, str]) -> bool:
    """Whether the person sits at a desktop whose clipboard and browser are within reach: no SSH, a display."""
    if environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"):
        return False
    if sys.platform in ("darwin", "win32") or environ.get("WSL_DISTRO_NAME"):
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def _native(text: str, environ: Mapping[str, str]) -> Route | None:
    if not has_desktop(environ):
        return None
    # No pipe to wait for: a clipboard tool stays behind to serve the text and would hold it open.
    try:
        done = subprocess.run(
            [sys.executable, native_copy.__file__],
            input=text.encode("utf-8"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
            env=dict(environ),
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return _BY_CODE.get(done.returncode)


def _file_name(release: Release, what: str) -> str:
    return f"{release.platform.id}-{release.subject.key.replace(':', '-')}-{what}.txt"


def _keep(text: str, name: str, desk: Desk) -> str:
    try:
        return write_whole(snippets_folder(desk.path), name, text)
    except OSError:
        return ""
