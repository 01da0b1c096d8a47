"""A real browser for tests: headless Chromium, spoken to by the DevTools protocol."""

import asyncio
import json
import shutil
import subprocess
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


class Tab:
    """One page of the browser."""

    def __init__(self, socket: Any) -> None:
        self._socket = socket
        self._asked = 0
        self.fetched: list[str] = []
        self.refused: list[str] = []

    async def ask(self, method: str, **values: object) -> dict[str, Any]:
        """The answer to a command of the protocol; what the page fetched meanwhile is noted."""
        self._asked += 1
        await self._socket.send_json({"id": self._asked, "method": method, "params": values})
        while True:
            told = json.loads((await self._socket.receive(timeout=30)).data)
            if told.get("method") == "Network.requestWillBeSent":
                self.fetched.append(told["params"]["request"]["url"])
            if told.get("method") == "Log.entryAdded":
                self.refused.append(told["params"]["entry"]["text"])
            if told.get("id") == self._asked:
                answer: dict[str, Any] = told.get("result", {})
                return answer

    async def value(self, script: str) -> Any:
        """What a script gives."""
        answer = await self.ask("Runtime.evaluate", expression=script, returnByValue=True)
        return answer["result"].get("value")

    async def until(self, script: str, seconds: float = 40) -> None:
        """Wait until a script gives something true."""
        end = time.monotonic() + seconds
        while not await self.value(script):
            assert time.monotonic() < end, f"never true: {script}"
            await asyncio.sleep(0.1)

    async def write(self, text: str) -> None:
        """Type `text` as a keyboard does."""
        for letter in text:
            await self.ask("Input.dispatchKeyEvent", type="char", text=letter)

    async def press(self, key: str, code: int) -> None:
        """Press one key, named as the web names it."""
        for kind in ("keyDown", "keyUp"):
            text = {"text": "\r"} if key == "Enter" and kind == "keyDown" else {}
            await self.ask(
                "Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code, **text
            )


@asynccontextmanager
async def opened(address: str, folder: Path) -> AsyncIterator[Tab]:
    """The browser with a tab at `address`; its profile lies in `folder`."""
    import aiohttp

    assert CHROMIUM
    flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"]
    flags += ["--remote-debugging-port=0", f"--user-data-dir={folder}", "--window-size=1000,700"]
    process = subprocess.Popen(
        [CHROMIUM, *flags, "about:blank"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        port = await _port_in(folder / "DevToolsActivePort")
        async with aiohttp.ClientSession() as session:
            async with session.get(f"http://127.0.0.1:{port}/json/list") as listed:
                pages = [page for page in await listed.json() if page["type"] == "page"]
            async with session.ws_connect(pages[0]["webSocketDebuggerUrl"], max_msg_size=0) as socket:
                tab = Tab(socket)
                for domain in ("Network", "Log", "Page", "Runtime"):
                    await tab.ask(f"{domain}.enable")
                await tab.ask("Page.navigate", url=address)
                yield tab
    finally:
        process.kill()
        process.wait()


async def _port_in(file: Path) -> str:
    end = time.monotonic() + 40
    while not (file.exists() and file.read_text()):
        assert time.monotonic() < end, "the browser did not start"
        await asyncio.sleep(0.1)
    return file.read_text().split()[0]
