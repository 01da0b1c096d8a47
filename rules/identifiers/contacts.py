"""How to reach one private person: a mailbox at a free mail service, a phone number, a home address."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from itertools import accumulate

from rules.identifiers.labelled import Span

_MAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@(?P<host>[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4})(?!\w)"
)
# Free mail services and home providers of Canada, the UK, Australia, New Zealand, the US and France. 2026-11-24.
_FREE = frozenset(
    """
    gmail.com googlemail.com hotmail.com hotmail.ca hotmail.fr hotmail.co.uk outlook.com outlook.fr live.com
    live.ca live.fr msn.com yahoo.com yahoo.ca yahoo.fr yahoo.co.uk ymail.com icloud.com me.com mac.com aol.com
    gmx.com gmx.net proton.me protonmail.com pm.me videotron.ca sympatico.ca bell.net rogers.com shaw.ca telus.net
    cogeco.ca eastlink.ca sasktel.net mts.net bigpond.com bigpond.net.au optusnet.com.au xtra.co.nz btinternet.com
    sky.com virginmedia.com talktalk.net comcast.net verizon.net att.net orange.fr free.fr laposte.net
    """.split()  # noqa: SIM905
)
# A sign that can begin a match comes first, so that a text is searched at the pace of that sign.
_PHONE_LIKE = re.compile(r"[+\d](?:(?<=\+)\d|(?<!\+))[\d\s().-]{8,18}\d")
_MOST_TRIED = 2000
_GROUP = re.compile(r"\d+")
_ODD_SIGN = re.compile(r"\d[^\d\s().-]\d")
_FORMS = ((10, re.compile(r"[2-9]\d{9}")), (7, re.compile(r"310\d{4}")))
_FICTION = re.compile(r"555\D?01\d\d$")
_FREE_CALL = re.compile(r"^(?:\+?1\D{0,2})?\(?8(?:00|33|44|55|66|77|88)\)?\D")
_DATE = re.compile(r"\D*(?:19|20)\d\d[-/. ]\d\d?[-/. ]\d\d?")
_PAPER = re.compile(
    r"(?<!\w)(?:invoices?|factures?|orders?|commandes?|tickets?|billets?|receipts?|re[çc]us?|tracking|serial|s[ée]rie|isbn)"
    r"(?: (?:no\.?|number|num[ée]ro|n[°º]|id))?[\s:#]{1,3}$",
    re.IGNORECASE,
)
"""What numbers a piece of paper or a thing, right before its number."""
_PAPER_REACH = 24
_MOBILE = re.compile(
    r"(?<![\w.+-])(?:04(?!91 57)\d\d \d{3} \d{3}|07(?!700 ?900)\d{3} (?:\d{6}|\d{3} \d{3}))(?![\w-]| \d)"
)
"""Mobile phones as Australia and the United Kingdom write them at home, but for those of fiction."""
_STREET_EN = (
    r"\d{1,5}[A-Za-z]?,? (?:[A-Z][\w'’.-]{1,20} ){1,4}"
    r"(?:St|Street|Ave|Avenue|Rd|Road|Dr|Drive|Blvd|Boulevard|Cres|Crescent|Crt|Court|Lane|Ln|Way|Place|Pl|Terrace|Close)\b"
)
_STREET_FR = (
    r"\d{1,5}[A-Za-z]?,? "
    r"(?:rue|avenue|av\.|boul\.|boulevard|chemin|ch\.|place|all[ée]e|impasse|rang|mont[ée]e|c[ôo]te) "
    r"(?:de (?:la |l['’])?|des |du |d['’]|Saint-|Sainte-)?[A-ZÀ-Ý][\w'’-]{1,30}"
)
_CODE = r"[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d"
_HOME = re.compile(
    r"(?:(?<!\w)(?:lives?|living|home address|address|moved to|stays?|adresse|domicile|domicili[ée]e?s?"
    r"|habite|habitent|habitait|demeure|demeurait|r[ée]side|r[ée]sidait|(?:vit|vivait|reste|restait|loge|logeait) au)\b"
    rf"[^\n.!?]{{0,30}}?(?P<home>{_STREET_EN}|{_STREET_FR})|(?P<full>(?:{_STREET_EN}|{_STREET_FR})[^\n!?]{{0,40}}?\b{_CODE}\b))"
)


def private_mail(text: str) -> Iterator[Span]:
    """E-mail addresses at free mail services and home providers; an institution's are business contacts."""
    return (found.span() for found in _MAIL.finditer(text) if found["host"].lower() in _FREE)


def phone_number(text: str) -> Iterator[Span]:
    """Phone numbers that exist as such, but for toll-free lines and the 555-01xx of fiction.

    In one passage 2,000 stretches that only look like numbers are tried; what has more is a table of something else.
    """
    tried: dict[str, list[Span]] = {}
    for start, end in _stretches(text):
        if _PAPER.search(text, max(start - _PAPER_REACH, 0), start + 2):
            continue
        near = text[start:end]
        if near not in tried:
            if not may_be_phone(near):
                continue
            if len(tried) == _MOST_TRIED:
                return
            tried[near] = list(_numbers(near))
        for first, past in tried[near]:
            yield start + first, start + past
    yield from (found.span() for found in _MOBILE.finditer(text))


def _numbers(near: str) -> Iterator[Span]:
    from phonenumbers import Leniency, PhoneNumberMatcher

    for found in PhoneNumberMatcher(near, "CA", leniency=Leniency.VALID):
        written = found.raw_string
        if not (_FICTION.search(written) or _FREE_CALL.match(written) or _DATE.match(written)):
            yield found.start, found.end


@lru_cache(maxsize=1024)
def may_be_phone(near: str) -> bool:
    """Whether whole groups of digits in `near`, one after another, could make a phone number seen from Canada.

    It takes a country code (+ or 011), or ten digits of North America with nothing or 1s before, or the seven of
    a 310 line (https://nationalnanpa.com; the numbers of libphonenumber 9). Signs it does not know may be
    anything.
    """
    if not near.isascii() or "+" in near or _ODD_SIGN.search(near):
        return True
    groups = _GROUP.findall(near)
    digits, ends = "".join(groups), list(accumulate(map(len, groups)))
    begins = {0, *ends}
    return "011" in digits or any(
        _begins(digits, begins, end - length)
        for end in ends
        for length, form in _FORMS
        if end >= length and form.match(digits, end - length, end)
    )


def _begins(digits: str, begins: set[int], place: int) -> bool:
    # A country code and a trunk code may come before a number in its group: both are 1.
    while place not in begins:
        place -= 1
        if digits[place] != "1":
            return False
    return True


def _stretches(text: str) -> Iterator[Span]:
    # The library walks a text slowly; it is only shown what could be a number.
    end = -1
    for found in _PHONE_LIKE.finditer(text):
        start = max(found.start() - 2, end, 0)
        end = min(found.end() + 2, len(text))
        yield start, end


def home_address(text: str) -> Iterator[Span]:
    """A street address that is somebody's home, or one with its Canadian postal code."""
    for found in _HOME.finditer(text):
        yield found.span("home") if found["home"] else found.span("full")


CONTACTS: Mapping[str, Callable[[str], Iterator[Span]]] = {
    "private-mail": private_mail,
    "phone-number": phone_number,
    "home-address": home_address,
}
"""Every way by the name a rule pack gives it."""
