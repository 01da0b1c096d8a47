"""`clearday serve`: the app in a real browser, for who has the key, on this computer alone."""

import asyncio
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from http.client import HTTPConnection
from importlib.util import find_spec
from pathlib import Path
from typing import IO

import pytest

from tests.conftest import ROOT, Run
from tests.journeys.browser import CHROMIUM, opened

pytestmark = [
    pytest.mark.skipif(find_spec("textual_serve") is None, reason="textual-serve is not installed"),
    pytest.mark.xdist_group("browser"),
]
ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)/\?key=(\S+)")


@dataclass(frozen=True)
class Answer:
    """What the server gave."""

    status: int
    headers: dict[str, str]
    text: str


class Served:
    """A server that runs, and what is known of it."""

    def __init__(
        self,
        journal: Path,
        environ: dict[str, str],
        *options: str,
        stderr: int | IO[bytes] = subprocess.DEVNULL,
    ) -> None:
        self.journal = journal
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tui", "--journal", str(journal), "serve", *options],
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
            env=environ,
            cwd=ROOT,
        )
        assert self.process.stdout
        self.address = self.process.stdout.readline().strip()
        found = ADDRESS.fullmatch(self.address)
        assert found, self.address
        self.port, self.key = int(found[1]), found[2]

    def get(self, path: str, **headers: str) -> Answer:
        """Ask for `path`, with headers whose names have `_` for `-`."""
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=20)) as connection:
            sent = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request("GET", path, headers=sent)
            with connection.getresponse() as got:
                return Answer(got.status, dict(got.getheaders()), got.read().decode())

    @property
    def cookie(self) -> str:
        """What a browser that came by the whole address sends."""
        return f"clearday-{self.port}={self.key}"

    def close(self) -> int:
        """Stop it as ctrl+c does; its exit code."""
        self.process.send_signal(signal.SIGINT)
        assert self.process.stdout
        self.process.stdout.close()
        return self.process.wait(timeout=20)


@pytest.fixture
def served(home: dict[str, str], tmp_path: Path) -> Iterator[Served]:
    """A server for an empty journal."""
    server = Served(tmp_path / "journal.db", {**home, "PYTHONPATH": str(ROOT)})
    yield server
    if server.process.poll() is None:
        server.close()


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7", "::", "example.org", ""])
def test_an_address_that_others_can_reach_is_refused(clearday: Run, host: str) -> None:
    ran = clearday("serve", "--host", host)
    assert ran.code == 3
    assert "stays on this one" in ran.err
    assert ran.out == ""


def test_a_port_that_is_taken_is_named(clearday: Run) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ran = clearday("serve", "--port", str(port))
    assert ran.code == 3
    assert f"port {port} cannot be used (another program is using it)." in ran.err


@pytest.mark.parametrize("port", ["65536", "-1"])
def test_a_port_that_there_is_not_is_named(clearday: Run, port: str) -> None:
    ran = clearday("serve", f"--port={port}")
    assert (ran.code, ran.err.startswith(f"{port} is no port.")) == (3, True)


def test_the_page_is_for_who_has_the_key_and_asks_by_our_name(served: Served) -> None:
    ours = f"127.0.0.1:{served.port}"
    assert served.get("/").status == 403
    assert served.get(f"/?key={served.key}x").status == 403
    assert served.get(f"/?key={served.key}", Host="evil.example").status == 403
    came = served.get(f"/?key={served.key}")
    assert came.status == 303
    assert came.headers["Location"] == "/"
    assert "HttpOnly" in came.headers["Set-Cookie"]
    assert "SameSite=Strict" in came.headers["Set-Cookie"]
    page = served.get("/", Cookie=served.cookie)
    assert page.status == 200
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    assert served.key not in page.text
    assert set(re.findall(r"(?:https?:)?//[\w.:]+", page.text)) <= {f"//{ours}"}
    assert served.get("/download/anything", Cookie=served.cookie).status == 404


@pytest.mark.parametrize("origin", ["", "http://evil.example", "http://localhost:1", "null"])
def test_a_page_of_somebody_elses_cannot_connect(served: Served, origin: str) -> None:
    upgrade = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec_WebSocket_Version": "13"}
    upgrade["Sec_WebSocket_Key"] = "dGhlIHNhbXBsZSBub25jZQ=="
    asked = {**upgrade, **({"Origin": origin} if origin else {})}
    assert served.get("/ws", Cookie=served.cookie, **asked).status == 403
    assert served.get("/ws", **{**upgrade, "Origin": f"http://127.0.0.1:{served.port}"}).status == 403
    assert not served.journal.exists()


async def drawn(server: Served, words: str) -> None:
    """Open a tab as our own page does, and wait until `words` came through it."""
    from aiohttp import ClientSession

    ours = f"http://127.0.0.1:{server.port}"
    headers = {"Cookie": server.cookie, "Origin": ours}
    came = b""
    async with (
        ClientSession() as browser,
        browser.ws_connect(f"{ours}/ws?width=100&height=30", headers=headers) as tab,
    ):
        while words.encode() not in came:
            came += (await tab.receive(timeout=40)).data or b""


async def test_what_a_tab_shows_comes_to_who_has_the_key_and_to_nobody_else(
    clearday: Run, home: dict[str, str], tmp_path: Path
) -> None:
    clearday("add", "--private", "Privateword, between us.")
    clearday("config", "set", "language", "en")  # so that no newcomer is asked
    journal, said = next(tmp_path.rglob("journal.db")), tmp_path / "said"
    before = set(tmp_path.rglob("*"))
    with said.open("wb") as stderr:
        server = Served(journal, {**home, "PYTHONPATH": str(ROOT)}, stderr=stderr)
        await drawn(server, "Privateword")
        asked = [
            server.get(path) for path in ("/", "/ws", "/page.js", "/download/1", "/static/js/textual.js")
        ]
        server.process.send_signal(signal.SIGINT)
        rest, _ = server.process.communicate(timeout=20)
    assert server.process.returncode == 0
    texts = [*(answer.text for answer in asked), rest, said.read_text()]
    assert [text for text in texts if "Privateword" in text] == []
    new = [path for path in set(tmp_path.rglob("*")) - before if path.is_file() and path.suffix != ".db"]
    assert [path for path in new if b"Privateword" in path.read_bytes() and "journal" not in path.name] == []


def test_it_ends_quietly_with_ctrl_c(served: Served) -> None:
    assert served.get("/", Cookie=served.cookie).status == 200
    assert served.close() == 0


def test_a_tab_is_started_by_the_server_alone(clearday: Run) -> None:
    ran = clearday("serve", "--tab")
    assert ran.code == 3
    assert "clearday serve" in ran.err


async def found(journal: Path, ask: str, text: str) -> None:
    """Wait until the journal has `text` where `ask` looks."""
    end = time.monotonic() + 40
    while time.monotonic() < end:
        with (
            suppress(sqlite3.OperationalError),
            closing(sqlite3.connect(f"file:{journal}?mode=ro", uri=True)) as looked,
        ):
            if (text,) in looked.execute(ask).fetchall():
                return
        await asyncio.sleep(0.2)
    raise AssertionError(f"{text!r} never came")


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")
async def test_a_note_typed_in_a_browser_is_in_the_journal(served: Served, tmp_path: Path) -> None:
    async with opened(served.address, tmp_path / "profile") as tab:
        await tab.until("document.title === 'Clearday' && location.search === ''")
        await tab.until("!!document.querySelector('.xterm-helper-textarea')")
        # The welcome is drawn: the app behind the page answers.
        await tab.until("document.body.classList.contains('-first-byte')")
        await tab.until("document.activeElement.matches('.xterm-helper-textarea')")  # without a click
        await tab.write("Five people finished.")
        await found(served.journal, "SELECT text FROM draft", "Five people finished.")
        await tab.press("Enter", 13)
        await found(served.journal, "SELECT text FROM note", "Five people finished.")
        inside = (
            f"http://127.0.0.1:{served.port}/",
            f"ws://127.0.0.1:{served.port}/",
            "data:",
            "blob:",
            "about:",
        )
        assert [url for url in tab.fetched if not url.startswith(inside)] == []
        assert [said for said in tab.refused if "Content Security Policy" in said] == []
