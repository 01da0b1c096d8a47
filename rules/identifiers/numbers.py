"""Numbers that a state, an insurer or a bank gave to one person.

A number is taken for one when its written form and its check digit say so, or when a word beside it does;
neither alone is enough where many numbers pass the check: 8 in 100 numbers of nine digits pass as a Canadian
SIN, 89 in 100 as a US SSN. Forms and checks: python-stdnum 2.2, and for the NINO the prefixes that HMRC lists.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from string import ascii_uppercase

from rules.identifiers.hints import NINO, SIN, hinted
from rules.identifiers.labelled import Span, after_label

# A sign that can begin a match comes first, so that a text is searched at the pace of that sign.
_SIN = re.compile(r"\d(?<![\w-].)\d\d(?: \d{3} \d{3}|-\d{3}-\d{3})(?![\w-]|[.,]\d)")
_SIN_SAID = after_label(
    r"s\.?i\.?n\.?|n\.?a\.?s\.?|social insurance(?: number)?|assurance[ -]sociale",
    r"\d{3}[ .-]?\d{3}[ .-]?\d{3}(?!\d)",
)
_SSN = re.compile(r"\d(?<![\w.-].)\d\d([-. ])\d{2}\1\d{4}(?![\w-]|\.\d)")
_NINO = re.compile(r"(?<!\w)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D](?!\w)")
_NINO_SAID = after_label(
    r"nino|ni (?:number|no)|national insurance(?: number| no)?",
    r"[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D](?!\w)",
)
_NINO_NEVER = ("BG", "GB", "NK", "KN", "NT", "TN", "ZZ")
_CARD = re.compile(
    r"(?<![\w-])(?:[3-6]\d{3}(?:[ -]?\d{4}){2}[ -]?\d{1,7}|3[47]\d{2}[ -]?\d{6}[ -]?\d{5})(?![\w-])"
)
_IBAN = re.compile(r"[A-Z](?<!\w.)[A-Z]\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,3})?(?!\w)")
_PROVINCIAL = r"[A-Z]\d{4}[ -](?:\d{6}[ -]\d{2}|\d{5}[ -]\d{5})(?!\w)"
"""A driver's licence of Quebec (a letter and 4, 6 and 2 digits) or Ontario (a letter and 4, 5 and 5 digits)."""
_LETTERS = {ord(letter): str(int(letter, 36)) for letter in ascii_uppercase}
_RAMQ = re.compile(r"(?<!\w)[A-Z]{4}[ -]?\d{4}[ -]?\d{4}(?!\w)")


def canadian_sin(text: str) -> Iterator[Span]:
    """Canadian Social Insurance Numbers: three groups that pass the check, or nine digits called a SIN or NAS."""
    if hinted(text.lower(), SIN):
        yield from _SIN_SAID(text)
    for found in _SIN.finditer(text):
        from stdnum.ca import sin

        if sin.is_valid(found[0]):
            yield found.span()


def us_ssn(text: str) -> Iterator[Span]:
    """US Social Security Numbers as ddd-dd-dddd, with hyphens, points or blanks."""
    for found in _SSN.finditer(text):
        from stdnum.us import ssn

        if ssn.is_valid(re.sub(r"\D", "-", found[0])):
            yield found.span()


def uk_nino(text: str) -> Iterator[Span]:
    """UK National Insurance numbers; in small letters only where they are called so."""
    said = _NINO_SAID(text) if hinted(text.lower(), NINO) else ()
    yield from (span for span in said if text[span[0] : span[0] + 2].upper() not in _NINO_NEVER)
    yield from (found.span() for found in _NINO.finditer(text) if found[0][:2] not in _NINO_NEVER)


def payment_card(text: str) -> Iterator[Span]:
    """Payment cards: 13 to 19 digits, a known first digit, and the Luhn check."""
    for found in _CARD.finditer(text):
        digits = re.sub(r"\D", "", found[0])
        if not 13 <= len(digits) <= 19 or len(set(digits)) < 2:
            continue
        from stdnum import luhn

        if luhn.is_valid(digits):
            yield found.span()


def iban(text: str) -> Iterator[Span]:
    """International bank account numbers that pass their check; a word right behind one is not part of it."""
    for found in _IBAN.finditer(text):
        from stdnum import iban as numbers

        written = found[0]
        while len(written) >= 15:
            if _sums_up(written) and numbers.is_valid(written, check_country=False):
                yield found.start(), found.start() + len(written)
                break
            written = written[: max(written.rfind(" "), written.rfind("-"), 0)]


def _sums_up(written: str) -> bool:
    # The check of ISO 7064 alone, before all that a country asks: hardly any other number passes it.
    number = written.replace(" ", "").replace("-", "")
    return int((number[4:] + number[:4]).translate(_LETTERS)) % 97 == 1


def quebec_health(text: str) -> Iterator[Span]:
    """Quebec health insurance numbers: four letters of the name, then the birth date and two digits."""
    for found in _RAMQ.finditer(text):
        digits = re.sub(r"\D", "", found[0])
        month, day = int(digits[2:4]), int(digits[4:6])
        if (1 <= month <= 12 or 51 <= month <= 62) and 1 <= day <= 31:
            yield found.span()


_NUMBER_OF = r"(?:num[ée]ro|no\.?|n[°º]) ?d(?:e |u |['’])(?:la |l['’])?"
"""« numéro de », « no d’ », « n° du »…"""
LABELLED: dict[str, Callable[[str], Iterator[Span]]] = {
    "us-ssn-said": after_label(r"ssn|itin|social security(?: number)?", r"\d{3}[ -]?\d{2}[ -]?\d{4}(?!\d)"),
    "uk-nhs": after_label(r"nhs(?: number| no)?|chi(?: number| no)", r"\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)"),
    "uk-utr": after_label(r"utr|unique taxpayer reference", r"\d{5} ?\d{5}(?!\d)"),
    "au-tfn": after_label(r"tfn|tax file number", r"\d{3} ?\d{3} ?\d{2,3}(?!\d)"),
    "au-medicare": after_label(r"medicare(?: card)?(?: number| no)?", r"\d{4} ?\d{5} ?\d(?!\d)"),
    "au-crn": after_label(
        r"crn|centrelink(?: customer)?(?: reference)?(?: number| no)?", r"\d{3} ?\d{3} ?\d{3}[A-Z](?!\w)"
    ),
    "us-alien-number": after_label(
        r"a[ -]?number|alien(?: registration)?(?: number| no)", r"A[ -]?\d{3}[ -]?\d{3}[ -]?\d{3}(?!\d)"
    ),
    "us-medicare": after_label(
        r"medicare(?: number| no)?|mbi", r"\d[A-Z][A-Z0-9]\d-?[A-Z][A-Z0-9]\d-?[A-Z]{2}\d{2}(?!\w)"
    ),
    "nz-nhi": after_label(r"nhi(?: number| no)?", r"[A-HJ-NP-Z]{3}(?:\d{4}|\d{2}[A-HJ-NP-Z]{2})(?!\w)"),
    "immigration-file": after_label(
        r"application|file|permit|visa|ircc|dossier|demande|permis|circ", r"[A-Z]\d{9}(?!\w)"
    ),
    "nz-ird": after_label(r"ird(?: number| no)?", r"\d{2,3}[ -]?\d{3}[ -]?\d{3}(?!\d)"),
    "ca-pri": after_label(
        r"pri|cidp|personal record identifier|code d['’]identification d[eu] dossier(?: personnel)?",
        r"(?:\d{7,9}|\d{3}[ -]\d{3}[ -]\d{2,3})(?!\d)",
    ),
    "passport": after_label(
        r"passports?|passeports?(?: canadiens?)?",
        r"[A-Z]{1,2}[ -]?\d{6,8}(?!\w)|[A-Z]{2} \d{3} \d{3}(?!\w)|[A-Z]\d{6}[A-Z]{2}(?!\w)|\d{9}(?!\d)",
    ),
    "driving-licence": after_label(
        r"driv(?:er(?:['’]?s)?|ing) licen[cs]e|permis de conduire",
        rf"{_PROVINCIAL}|[A-Z]{{0,5}}\d[A-Z0-9-]{{5,18}}(?!\w)",
    ),
    "provincial-licence": after_label(r"licen[cs]e|permis|dl", _PROVINCIAL),
    "health-card": after_label(
        r"health (?:card|insurance)|ohip|ahcip|mcp|msi|phn|care card|ramq|nam|carte soleil"
        r"|(?:carte|assurance)[ -](?:d['’]assurance[ -])?(?:maladie|sant[ée])",
        r"(?:\d{4}[ -]?\d{3}[ -]?\d{3}(?:[ -]?[A-Z]{2})?|\d{3}[ -]?\d{3}[ -]?\d{3}(?:[ -]?\d{3})?|\d{5}-\d{4})(?!\w)",
    ),
    "client-number": after_label(
        r"uci|iuc|(?:client|claim(?:ant)?|applicant|case|patient|hospital"
        r"|inmate|offender|taxpayer|employee|student|va file)['’]?s?(?: file)? (?:number|no\.?|id|#)"
        rf"|{_NUMBER_OF}(?:client|cliente|prestataire|demandeur|demandeuse|r[ée]clamation|demande|dossier|b[ée]n[ée]ficiaire"
        r"|patient|patiente|usager|contribuable|d[ée]tenu|assur[ée]e?|employ[ée]e?|matricule)|matricule",
        r"(?=[A-Z0-9-]*\d{4})[A-Z0-9][A-Z0-9-]{5,18}(?!\w)",
    ),
    "service-number": after_label(
        r"(?:service|veteran) (?:number|no\.?|#)|dva(?: file)?(?: number| no)?",
        r"(?:[A-Z]\d{2} ?\d{3} ?\d{3}|[NVQSWT][A-Z]{0,3}\d{4,6})(?!\w)",
    ),
    "bank-account": after_label(
        rf"(?:bank )?account (?:number|no\.?|#)|bank account|{_NUMBER_OF}compte(?: bancaire)?|compte bancaire|transit",
        r"(?:\d{5}-\d{3}-\d{5,12}|\d{5},? inst(?:itution|\.)? \d{3}|\d{5}[ -]?\d{3,12}|\d{3}[ -]\d{7}"
        r"|\d{3}-\d{4,7}-\d|\d{2}-\d{4}-\d{7}-\d{2,3})(?!\d)",
    ),
    "branch-and-account": after_label(
        r"sort code|bsb|routing(?: number| no)?",
        r"(?:\d{2}-\d{2}-\d{2}|\d{3}-\d{3}|\d{9})[,;]?"
        r" (?:acc(?:ount|t)?\.?|a/c)(?: number| no\.?| #)?:? \d{6,12}(?!\d)",
    ),
    "date-of-birth": after_label(
        r"born on|born|dob|d\.o\.b\.?|date of birth|n[ée]e? le|date de naissance|ddn",
        r"(?:(?:19|20)\d{2}-\d{2}-\d{2}|\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d{2}"
        r"|\d{1,2}(?:er)? [a-zà-ÿ]{3,9} (?:19|20)\d{2}|[a-z]{3,9} \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d{2})(?!\d)",
    ),
}
"""Numbers that only the word beside them gives away, by name."""

NUMBERS: Mapping[str, Callable[[str], Iterator[Span]]] = {
    "ca-sin": canadian_sin,
    "us-ssn": us_ssn,
    "uk-nino": uk_nino,
    "payment-card": payment_card,
    "iban": iban,
    "quebec-health": quebec_health,
    **LABELLED,
}
"""Every number by the name a rule pack gives it."""
