"""Every detector by the name a rule pack gives it."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from rules.identifiers.contacts import home_address, phone_number, private_mail
from rules.identifiers.credentials import secret_key, spoken_password
from rules.identifiers.hosts import internal_host
from rules.identifiers.labelled import Span
from rules.identifiers.numbers import (
    LABELLED,
    canadian_sin,
    iban,
    payment_card,
    quebec_health,
    uk_nino,
    us_ssn,
)

DETECTORS: Final[Mapping[str, Callable[[str], Iterator[Span]]]] = {
    "ca-sin": canadian_sin,
    "us-ssn": us_ssn,
    "uk-nino": uk_nino,
    "payment-card": payment_card,
    "iban": iban,
    "quebec-health": quebec_health,
    "secret-key": secret_key,
    "spoken-password": spoken_password,
    "private-mail": private_mail,
    "phone-number": phone_number,
    "home-address": home_address,
    "internal-host": internal_host,
    **LABELLED,
}
"""Each takes a text and gives spans, in code points, in time linear in its length."""
