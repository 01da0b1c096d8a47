"""Addresses that only open inside a network: readers outside cannot use them, and they tell how it is built."""

import ipaddress
import re
from collections.abc import Iterator

from rules.identifiers.labelled import Span

# A sign that can begin a match comes first, so that a text is searched at the pace of that sign.
_NUMBERS = re.compile(r"\d(?<![\w.].)\d{0,2}(?:\.\d{1,3}){3}(?![\w.]*\d)")
_SHARE = re.compile(r"(?<![\w\\])\\\\[A-Za-z0-9][\w.-]{1,62}\\[^\s/:*?\"<>|]{1,200}")
_NAMED = re.compile(
    r"(?<![\w@.-])(?:[A-Za-z0-9-]{1,63}\.){1,5}(?:prv|corp|lan|internal|interne|intra|intranet|local|localdomain)(?![\w.-]*\w)",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    r"(?<![\w@.-])(?:[A-Za-z0-9-]{1,63}\.){0,4}"
    r"(?:gcintranet\.[A-Za-z0-9.-]{2,60}|intranet\.[A-Za-z0-9.-]{2,60}|publiservice\.[A-Za-z0-9.-]{2,60}"
    r"|[A-Za-z0-9-]{1,40}\.sharepoint\.com|gcpedia\.gc\.ca|gcconnex\.gc\.ca|gcdocs\.gc\.ca)(?:/\S{0,200})?",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"(?<!\w)(?:https?|smb|ssh|ftp|sftp|afp|nfs|rdp)\Z", re.IGNORECASE)
_LONGEST_SCHEME = 5
_BARE = re.compile(
    r"://(?:[\w.-]{1,40}@)?(?!localhost\b)[A-Za-z][A-Za-z0-9-]{1,62}"
    r"(?::\d{2,5})?(?=[/\s)>,;]|\.?\s|\.?$)",
    re.IGNORECASE,
)
_ENDINGS = (".prv", ".corp", ".lan", ".int", ".local")
_HOMES = ("intranet.", "publiservice.", ".sharepoint.com", "gcpedia.gc.ca", "gcconnex.gc.ca", "gcdocs.gc.ca")
_DOCUMENTATION = tuple(map(ipaddress.ip_network, ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24")))
_VERSION = re.compile(r"(?:\bv|version|release|build|§|section)\s?$", re.IGNORECASE)


def internal_host(text: str) -> Iterator[Span]:
    """Private addresses, shared drives, and names or pages that exist only inside a network."""
    for found in _NUMBERS.finditer(text):
        if _private(found[0]) and not _VERSION.search(text[max(0, found.start() - 10) : found.start()]):
            yield found.span()
    lowered = text.lower()
    for pattern, signs in ((_SHARE, ("\\\\",)), (_NAMED, _ENDINGS), (_INSIDE, _HOMES)):
        if any(sign in lowered for sign in signs):
            yield from (found.span() for found in pattern.finditer(text))
    for found in _BARE.finditer(text):
        # One place more is looked at, for the sign before the scheme.
        scheme = _SCHEME.search(text, max(found.start() - _LONGEST_SCHEME - 1, 0), found.start())
        if scheme:
            yield scheme.start(), found.end()


def _private(numbers: str) -> bool:
    try:
        address = ipaddress.ip_address(numbers)
    except ValueError:
        return False
    public = address.is_loopback or address.is_unspecified or any(address in net for net in _DOCUMENTATION)
    return address.is_private and not public
