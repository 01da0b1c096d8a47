"""Structured things are found by their form and their label, and ordinary numbers and words are left alone."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rules.identifiers.catalogue import DETECTORS
from rules.identifiers.contacts import CONTACTS
from rules.identifiers.credentials import _BESIDE, _SPOKEN
from rules.identifiers.hints import HINTS
from rules.identifiers.numbers import LABELLED, NUMBERS

FOUND = [
    ("ca-sin", "130 692 544", "130 692 544"),
    ("ca-sin", "son NAS : 130692544.", "130692544"),
    ("ca-sin", "her SIN is 046 454 286", "046 454 286"),
    ("us-ssn", "it was 536-90-4399 on file", "536-90-4399"),
    ("us-ssn-said", "SSN 536904399", "536904399"),
    ("uk-nino", "NI AB123456C", "AB123456C"),
    ("payment-card", "5555 5555 5555 4444", "5555 5555 5555 4444"),
    ("payment-card", "378282246310005", "378282246310005"),
    ("iban", "GB82 WEST 1234 5698 7654 32", "GB82 WEST 1234 5698 7654 32"),
    ("quebec-health", "TREM 5503 1218", "TREM 5503 1218"),
    ("uk-nhs", "NHS no: 943 476 5919", "943 476 5919"),
    ("ca-pri", "CIDP : 1234567", "1234567"),
    ("health-card", "health card 1234 567 890 AB", "1234 567 890 AB"),
    ("date-of-birth", "date de naissance : 1958-05-03", "1958-05-03"),
    ("client-number", "claim number is QX-20441", "QX-20441"),
    ("secret-key", "AKIA" + "IOSFODNN7EXAMPLE", "AKIA" + "IOSFODNN7EXAMPLE"),
    ("secret-key", "https://jo:hunter22@example.org", "hunter22"),
    ("secret-key", "xoxb" + "-1234567890-abcdefghij", "xoxb" + "-1234567890-abcdefghij"),
    ("spoken-password", "The wifi password for floor 3 is now Birch!9.", "Birch!9"),
    ("spoken-password", "mot de passe = « Lilas2030 »", "Lilas2030"),
    ("spoken-password", "PIN: 4471", "4471"),
    ("private-mail", "ask sam.example@hotmail.ca first", "sam.example@hotmail.ca"),
    ("phone-number", "call 613 721 9044 after five", "613 721 9044"),
    ("home-address", "12 Elm Street, Ottawa, K1A 0B1", "12 Elm Street, Ottawa, K1A 0B1"),
    ("internal-host", "ssh to 172.16.4.9", "172.16.4.9"),
    ("internal-host", r"on \\server\share\plan.docx", r"\\server\share\plan.docx"),
]
LEFT_ALONE = [
    ("ca-sin", "130 692 545"),
    ("ca-sin", "046 454 286"),
    ("ca-sin", "2026-130 692 544"),
    ("us-ssn", "000-12-3456"),
    ("uk-nino", "BG123456A"),
    ("payment-card", "4111 1111 1111 1112"),
    ("payment-card", "0000 0000 0000 0000"),
    ("iban", "GB82 WEST 1234 5698 7654 33"),
    ("quebec-health", "ROOM 9999 0000"),
    ("client-number", "the case number field is optional"),
    ("client-number", "claim number 12"),
    ("spoken-password", "the password is required"),
    ("spoken-password", "password: at least 12 characters"),
    ("spoken-password", "the PIN is sent by mail on the 1st"),
    ("secret-key", "sk-learn and key-value stores"),
    ("private-mail", "team@example.gc.ca"),
    ("phone-number", "1-800-622-6232"),
    ("phone-number", "(613) 555-0142"),
    ("phone-number", "2026-11-24 09:30"),
    ("home-address", "We met at 12 Elm Street."),
    ("internal-host", "version 10.2.3.4"),
    ("internal-host", "192.0.2.10 and 8.8.8.8"),
]


def met(name: str, text: str) -> list[str]:
    return [text[start:end] for start, end in DETECTORS[name](text)]


@pytest.mark.parametrize(("name", "text", "found"), FOUND)
def test_what_identifies_or_opens_is_found_where_it_stands(name: str, text: str, found: str) -> None:
    assert found in met(name, text)


@pytest.mark.parametrize(("name", "text"), LEFT_ALONE)
def test_what_only_looks_alike_is_left_alone(name: str, text: str) -> None:
    assert met(name, text) == []


@given(st.text(st.sampled_from("0123456789 -.:@/\\abkAKIAeyJ=#éPIN"), max_size=120))
def test_every_span_lies_in_the_text(text: str) -> None:
    for detect in DETECTORS.values():
        for start, end in detect(text):
            assert 0 <= start < end <= len(text)


def test_the_catalogue_knows_every_number_and_contact() -> None:
    assert {*NUMBERS, *CONTACTS, "secret-key", "spoken-password", "internal-host"} == set(DETECTORS)


def test_every_number_that_only_a_label_gives_away_has_its_hints() -> None:
    """Without them its detector would search around every digit of every text."""
    assert set(HINTS) == set(LABELLED)


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_what_a_text_must_hold_is_part_of_every_secret(data: st.DataObject) -> None:
    pattern, names = data.draw(
        st.sampled_from(
            [(one, (sign,)) for one, sign in _BESIDE] + [(one, signs) for one, _, signs in _SPOKEN]
        )
    )
    met = data.draw(st.from_regex(pattern))
    assert any(name in met.casefold() for name in names)


@pytest.mark.parametrize("scheme", ["http", "HTTPS", "smb", "ssh", "ftp", "sftp", "afp", "nfs", "rdp"])
def test_a_host_without_a_domain_is_found_after_every_scheme(scheme: str) -> None:
    assert met("internal-host", f"see {scheme}://fileserver/plans") == [f"{scheme}://fileserver"]
    assert met("internal-host", f"see x{scheme}://fileserver/plans") == []


def test_a_scheme_on_the_line_before_is_none() -> None:
    assert met("internal-host", "http\n://fileserver/") == []
