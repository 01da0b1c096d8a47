"""Serves the app to a browser on this computer, and to nobody else.

A loopback address is open to every account of the computer, and to every page that a browser has open.
So the page and the app behind it need a key that stands in the address Clearday prints, which becomes a
cookie; the name they were asked for by must be ours, and a connection must come from our own page.
"""

import hmac
import os
import socket
from html import escape
from secrets import token_urlsafe
from string import Template

from aiohttp import web
from textual_serve.server import Server, to_int

from tui.served.address import named
from tui.served.session import Session
from tui.wording import Words

_HERE = os.path.dirname(os.path.abspath(__file__))
_PAGE, _SCRIPT = os.path.join(_HERE, "page.html"), os.path.join(_HERE, "page.js")
_POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; font-src 'self';"
    " img-src 'self' data: blob:; connect-src 'self' ws://{host}; base-uri 'none'; form-action 'none';"
    " frame-ancestors 'none'"
)


class LocalServer(Server):
    """textual-serve's own, behind a key, with a page that fetches nothing from elsewhere."""

    def __init__(
        self, program: list[str], bound: socket.socket, words: Words, *, passphrase: str | None = None
    ) -> None:
        """`program` is started for each tab; `bound` is the socket to listen on."""
        host, port = bound.getsockname()[:2]
        super().__init__("", host=host, port=port, title="Clearday")
        self._bound = bound
        self._words = words
        self._program = program
        self._passphrase = passphrase
        self._key = token_urlsafe(32)
        self._cookie = f"clearday-{port}"
        self._hosts = {named(host, port), f"localhost:{port}"}

    @property
    def address(self) -> str:
        """Where to go with a browser; it holds the key."""
        return f"http://{named(self.host, self.port)}/?key={self._key}"

    def serve(self, debug: bool = False) -> None:
        """Serve until the person stops it with ctrl+c."""
        del debug
        web.run_app(self._make_app(), sock=self._bound, print=None, access_log=None)

    async def on_startup(self, app: web.Application) -> None:
        """Nothing: the command says what there is to say."""

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.router.add_get("/page.js", self.handle_script)
        return app

    async def handle_script(self, request: web.Request) -> web.StreamResponse:
        """What the page does by itself: letters that fit, and the keys for the app."""
        self._must_be_ours(request)
        self._must_have_key(request)
        return web.FileResponse(_SCRIPT, headers={"Cache-Control": "no-store"})

    async def handle_download(self, request: web.Request) -> web.StreamResponse:
        """Refused: nothing leaves as a file of the browser's."""
        raise web.HTTPNotFound

    async def handle_index(self, request: web.Request) -> web.StreamResponse:
        """The page; with the key in its address, the cookie and the way to the page."""
        self._must_be_ours(request)
        if self._is_key(request.query.get("key", "")):
            there = web.HTTPSeeOther("/")
            there.set_cookie(self._cookie, self._key, httponly=True, samesite="Strict")
            raise there
        self._must_have_key(request)
        return web.Response(
            text=self._page(request),
            content_type="text/html",
            headers={
                "Content-Security-Policy": _POLICY.format(host=request.host),
                "Cache-Control": "no-store",
                "Referrer-Policy": "no-referrer",
                "X-Content-Type-Options": "nosniff",
            },
        )

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """A tab's connection: the app runs for as long as it stands."""
        self._must_be_ours(request)
        self._must_have_key(request)
        if request.headers.get("Origin") != f"http://{request.host}":
            raise web.HTTPForbidden
        websocket = web.WebSocketResponse(heartbeat=15)
        await websocket.prepare(request)
        session = self._session(websocket)
        width, height = (
            to_int(request.query.get(name, ""), usual) for name, usual in (("width", 80), ("height", 24))
        )
        await session.start(width, height)
        try:
            await self._process_messages(websocket, session)
        finally:
            await session.stop()
        return websocket

    def _session(self, websocket: web.WebSocketResponse) -> Session:
        async def close() -> None:
            await websocket.close()

        session = Session(
            "",
            write_bytes=websocket.send_bytes,
            write_str=websocket.send_str,
            close=close,
            download_manager=self.download_manager,
        )
        session.program, session.passphrase = self._program, self._passphrase
        return session

    def _must_be_ours(self, request: web.Request) -> None:
        # A page elsewhere can make its own name point to this computer; the name it asks by stays its own.
        if request.host not in self._hosts:
            raise web.HTTPForbidden

    def _must_have_key(self, request: web.Request) -> None:
        if not self._is_key(request.cookies.get(self._cookie, "")):
            raise web.HTTPForbidden(text=self._words("serve-no-key"))

    def _is_key(self, given: str) -> bool:
        return hmac.compare_digest(given.encode(), self._key.encode())

    def _page(self, request: web.Request) -> str:
        with open(_PAGE, encoding="utf-8") as file:
            page = Template(file.read())
        said = {name: escape(self._words(f"serve-{name}")) for name in ("noscript", "ended", "again")}
        size = max(8, min(40, to_int(request.query.get("fontsize", ""), 16)))
        return page.substitute(said, language=self._words.language, host=escape(request.host), size=size)
