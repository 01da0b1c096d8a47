"""Every detector by the name a rule pack gives it, each made ready only when a text could hold what it looks for.

Their patterns take longer to compile than most notes to read, and most notes need none of them.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from rules.identifiers.labelled import Span

Detector = Callable[[str], Iterator[Span]]
"""Takes a text and gives spans, in code points, in time linear in its length."""


def _number(name: str) -> Detector:
    def detect(text: str) -> Iterator[Span]:
        from rules.identifiers.numbers import NUMBERS

        return NUMBERS[name](text)

    return detect


def _contact(name: str) -> Detector:
    def detect(text: str) -> Iterator[Span]:
        from rules.identifiers.contacts import CONTACTS

        return CONTACTS[name](text)

    return detect


def _secret_key(text: str) -> Iterator[Span]:
    from rules.identifiers.credentials import secret_key

    return secret_key(text)


def _spoken_password(text: str) -> Iterator[Span]:
    from rules.identifiers.credentials import spoken_password

    return spoken_password(text)


def _internal_host(text: str) -> Iterator[Span]:
    from rules.identifiers.hosts import internal_host

    return internal_host(text)


_NUMBERS = (
    *(
        "ca-sin",
        "us-ssn",
        "uk-nino",
        "payment-card",
        "iban",
        "quebec-health",
        "us-ssn-said",
        "uk-nhs",
        "uk-utr",
    ),
    *("au-tfn", "au-medicare", "au-crn", "us-alien-number", "us-medicare", "nz-ird", "nz-nhi"),
    *("ca-pri", "immigration-file", "service-number", "passport", "driving-licence", "health-card"),
    *("client-number", "bank-account", "branch-and-account", "date-of-birth", "provincial-licence"),
)

DETECTORS: Final[Mapping[str, Detector]] = {
    **{name: _number(name) for name in _NUMBERS},
    **{name: _contact(name) for name in ("private-mail", "phone-number", "home-address")},
    "secret-key": _secret_key,
    "spoken-password": _spoken_password,
    "internal-host": _internal_host,
}
"""All of them."""
