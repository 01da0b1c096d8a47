"""Reads HTML as a strict reader would: every tag closed by its own, and every link a whole address."""

from html.parser import HTMLParser
from urllib.parse import urlsplit

VOID = {"meta", "br", "hr", "img", "link", "input"}
"""Elements that have no end."""


class Markup(HTMLParser):
    """What a page opens and closes, where it leads, and the words in it; `faults` is empty for a sound one."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: list[str] = []
        self.links: list[str] = []
        self.faults: list[str] = []
        self.words = ""
        self.feed(page)
        self.close()
        self.faults += [f"<{tag}> is never closed" for tag in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        if tag not in VOID:
            self.open.append(tag)
        if tag in ("script", "style", "iframe", "object", "form"):
            self.faults.append(f"<{tag}>")
        for name, value in attrs:
            if name.startswith("on") or name == "style":
                self.faults.append(f"{name}={value}")
            if name in ("href", "src"):
                self._lead(value or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # `<hr />` is `<hr>`: the stroke ends nothing.
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"</{tag}> closes {self.open[-1:]}")
        else:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        self.words += data

    def _lead(self, address: str) -> None:
        self.links.append(address)
        parts = urlsplit(address)
        whole = parts.scheme in ("http", "https") and parts.netloc
        if not (whole or parts.scheme == "mailto") or set(address) & set(' "<>\n'):
            self.faults.append(f"leads to {address!r}")
