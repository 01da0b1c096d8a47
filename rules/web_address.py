"""Whether what a person pasted is the address of a web page, whole and with nothing around it."""

import re
from ipaddress import IPv4Address, IPv6Address
from typing import Final
from urllib.parse import urlsplit

_ALLOWED: Final = re.compile(r"[^\s\"<>\\^`{}|\x00-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+")
_USER: Final = re.compile(r"[^\s/?#@\[\]]*")
_LABEL: Final = re.compile(r"(?![-_])[\w☀-➿-]{1,63}(?<![-_])")
_NUMBERS: Final = re.compile(r"[\d.]+")
_MOST: Final = 2_000
"""Code points; longer ones are no address that a page gave."""


def is_web_address(text: str) -> bool:
    """Whether `text` is one http or https address of a page: scheme, host and what follows, unbroken."""
    if len(text) > _MOST or not _ALLOWED.fullmatch(text):
        return False
    try:
        parts = urlsplit(text)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        return False
    user, _at, _rest = parts.netloc.rpartition("@")
    return parts.scheme in ("http", "https") and bool(_USER.fullmatch(user)) and _is_host(host)


def holds_password(address: str) -> bool:
    """Whether a web address has a password before its host, as in `https://ana:secret@example.ca`."""
    return bool(urlsplit(address).password)


def _is_host(host: str) -> bool:
    try:
        if ":" in host:
            return bool(IPv6Address(host))
        if _NUMBERS.fullmatch(host):
            return bool(IPv4Address(host))
    except ValueError:
        return False
    labels = host.split(".")
    known = len(labels) > 1 and all(_LABEL.fullmatch(label) for label in labels)
    # Only what stands before a registered name may hold an underscore.
    return known and "_" not in "".join(labels[-2:]) and not labels[-1][0].isdigit()
