"""Which format a file is in, by what it holds and then by its name, and the reader for it."""

import json
import os

from storage.errors import InputError
from storage.exchange.contents import Format, Local, Understood
from storage.texts import read_text

_LIMIT = 256 * 1024 * 1024
"""Bytes of a file; a journal with every version is larger than any text in it."""
_ZIP = b"PK\x03\x04"
MAGIC = b"SQLite format 3\0"
"""How every SQLite file begins. Source: https://www.sqlite.org/fileformat.html, section 1.3."""


def understand(path: str, *, local: Local, form: Format | None = None) -> Understood:
    """What the file or folder at `path` holds, read as `form` or as the format it shows itself to be.

    Raises InputError when it is no format that is known, or is not what it seems to be.
    """
    if os.path.isdir(path):
        return _folder(path, form, local)
    begins = _begins(path)
    if form == "journal" or (form is None and begins == MAGIC):
        from storage.exchange.other_journal import read_other

        return read_other(path)
    if form in (None, "dayone") and begins.startswith(_ZIP):
        from storage.exchange.dayone_zip import read_dayone_zip

        return read_dayone_zip(path, local=local)
    text = read_text(path, limit=_LIMIT)
    form = form or _seen(text, path)
    if form is None:
        raise InputError("format-unknown", path=path)
    return _read(form, text, path, local)


def _folder(path: str, form: Format | None, local: Local) -> Understood:
    from storage.exchange.markdown_folder import read_markdown

    if form not in (None, "markdown"):
        raise InputError("format-unknown", path=path)
    return read_markdown(path, local=local)


def _read(form: Format, text: str, path: str, local: Local) -> Understood:
    # Imported one by one: a person brings in one format, and pays for one.
    if form == "clearday":
        from storage.exchange.clearday_json import read_clearday

        return read_clearday(text, path)
    if form == "markdown":
        from storage.exchange.markdown_folder import read_markdown

        return read_markdown(path, local=local)
    if form == "jsonl":
        from storage.exchange.lines import read_lines

        return read_lines(path, local=local)
    return _read_foreign(form, text, path, local)


def _read_foreign(form: Format, text: str, path: str, local: Local) -> Understood:
    if form == "jrnl":
        from storage.exchange.jrnl_text import read_jrnl

        return read_jrnl(text, path, local=local)
    if form == "jrnl-json":
        from storage.exchange.jrnl_json import read_jrnl_json

        return read_jrnl_json(text, path, local=local)
    from storage.exchange.dayone import read_dayone

    return read_dayone(text, path, local=local)


def _begins(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read(len(MAGIC))
    except OSError as error:
        raise InputError("file-unreadable", path=path, reason=error.strerror or "") from None


def _seen(text: str, path: str) -> Format | None:
    start = text.removeprefix("\ufeff").lstrip()
    if start.startswith("{"):
        return _json_seen(start, path)
    if path.lower().endswith((".md", ".markdown")):
        return "markdown"
    if path.lower().endswith(".jsonl"):
        return "jsonl"
    from storage.exchange.jrnl_text import seems_jrnl

    return "jrnl" if seems_jrnl(start) else None


def _json_seen(start: str, path: str) -> Format | None:
    first, _, rest = start.partition("\n")
    try:
        held = json.loads(first)
    except (ValueError, RecursionError):
        held = None
    if isinstance(held, dict) and not {"clearday", "entries"} & held.keys():
        return "jsonl"
    if path.lower().endswith(".jsonl") and rest.strip():
        return "jsonl"
    return _whole_seen(start, path)


def _whole_seen(start: str, path: str) -> Format | None:
    from storage.exchange.json_entry import load_json

    held = load_json(start, path)
    if "clearday" in held:
        return "clearday"
    entries = held.get("entries")
    if not isinstance(entries, list):
        return None
    keys = {key for entry in entries[:20] if isinstance(entry, dict) for key in entry}
    return "dayone" if "metadata" in held or {"uuid", "creationDate"} & keys else "jrnl-json"
