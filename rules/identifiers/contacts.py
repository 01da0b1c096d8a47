"""How to reach one private person: a mailbox at a free mail service, a phone number, a home address."""

import re
from collections.abc import Iterator

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
_PHONE_LIKE = re.compile(r"(?:\+?\d[\d\s().-]{8,18}\d)")
_FICTION = re.compile(r"555\D?01\d\d$")
_FREE_CALL = re.compile(r"^(?:\+?1\D{0,2})?\(?8(?:00|33|44|55|66|77|88)\)?\D")
_DATE = re.compile(r"\D*(?:19|20)\d\d[-/. ]\d\d?[-/. ]\d\d?")
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
    rf"(?:(?<!\w)(?:lives?|living|home address|address|moved to|stays?|habite|demeure|adresse|domicile|r[ée]side)\b"
    rf"[^\n.!?]{{0,30}}?(?P<home>{_STREET_EN}|{_STREET_FR})|(?P<full>(?:{_STREET_EN}|{_STREET_FR})[^\n!?]{{0,40}}?\b{_CODE}\b))"
)


def private_mail(text: str) -> Iterator[Span]:
    """E-mail addresses at free mail services and home providers; an institution's are business contacts."""
    return (found.span() for found in _MAIL.finditer(text) if found["host"].lower() in _FREE)


def phone_number(text: str) -> Iterator[Span]:
    """Phone numbers that exist as such, but for toll-free lines and the 555-01xx of fiction."""
    if not _PHONE_LIKE.search(text):
        return
    from phonenumbers import Leniency, PhoneNumberMatcher

    for near in _stretches(text):
        for found in PhoneNumberMatcher(text[near[0] : near[1]], "CA", leniency=Leniency.VALID):
            written = found.raw_string
            if not (_FICTION.search(written) or _FREE_CALL.match(written) or _DATE.match(written)):
                yield near[0] + found.start, near[0] + found.end


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
