"""What a text must have before a detector is worth running: most passages have no digit, no @ and no password.

Each trait is looked for once, however many detectors ask. A trait that is missing proves that the detector
would find nothing; one that is there proves nothing.
"""

import re
from collections.abc import Collection

from rules.identifiers.hints import HINTS, OPENED, PAIRED, hinted
from rules.sketch import has_dialled, has_mixed, has_run, sketch

_SIX = re.compile(r"\d(?:[ .-]?\d){5}")
_DIGIT = re.compile(r"\d")
_DIALLED = re.compile(r"\d#")
_SHORTEST_KEY = 18
"""The shortest key that has a form of its own, Stripe's, is of eighteen code points."""
_SHORTEST_NUMBER = 10
"""The signs of the shortest thing that is looked at as a phone number."""
_BESIDE_KEYS = ("=", "://", "curl", "-----BEGIN", "uthorization", "UTHORIZATION")
"""What stands beside a key that may be shorter."""
_HOST_WITHOUT_DOT = re.compile(r"://(?:[A-Za-z0-9-]++(?!\.\w)|[^\s/@]{0,40}@)")
"""What a link begins with that may open only inside a network: a name alone, or somebody's name before it."""
_ODD = re.compile(r"\d|\S[@#$%^&*_+=~]|\S!\S|[a-z]{4}[-_.][a-z]{4,20}[-_.][a-z]{4}", re.IGNORECASE)
"""What no password that is told in words does without: a digit, a sign inside, or three words joined in one."""
_HOUSE = re.compile(r"\d[A-Za-z]?,? ")
_NAMES_OF_SECRETS = frozenset(
    """
    pass password passwords passphrase passphrases passcode passcodes passwd passwds pwd pwds pw pws pin pins
    mot mots phrase mdp nip code codes combination key token jeton cle cles clef clefs secret login credential
    credentials identifiant identifiants apikey keys tokens secrets jetons secretkey
    personnel privatekey sshkey encryptionkey apitoken secrettoken privatetoken sshtoken encryptiontoken authtoken
    accesstoken bearertoken acces cred creds
    word mine mien lockbox padlock cadenas mysql auth
    """.split()  # noqa: SIM905
)
_OPENS = frozenset(("opens", "open", "unlocks", "unlock", "ouvre", "ouvrent"))
_ACCOUNTS = frozenset(("account", "compte", "username", "user"))
_ACCOUNTS_OF_EVERYBODY = frozenset(("admin", "root", "user", "guest", "test"))
_IN_TWO_WORDS = {"log": "log in", "lock": "lock box"}
_SECRET = _NAMES_OF_SECRETS | _IN_TWO_WORDS.keys() | _OPENS | _ACCOUNTS | _ACCOUNTS_OF_EVERYBODY
_STREETS = frozenset(
    """
    st street ave avenue rd road dr drive blvd boulevard cres crescent crt court lane ln way place pl terrace
    close rue av boul chemin ch allee impasse rang montee cote
    """.split()  # noqa: SIM905
)
_INSIDE = frozenset(
    """
    prv corp lan internal interne intra intranet local localdomain
    gcintranet publiservice sharepoint gcpedia gcconnex gcdocs
    """.split()  # noqa: SIM905
)
"""Words of addresses that only open inside a network: many are words of any text as well."""
_BESIDE_INSIDE = (
    *(".prv", ".corp", ".lan", ".int", ".local"),
    *("intranet.", "publiservice.", ".sharepoint.com", "gcpedia.gc.ca", "gcconnex.gc.ca", "gcdocs.gc.ca"),
)
_FEW_DIGITS = ("driving-licence", "client-number", "date-of-birth", "us-medicare", "nz-nhi")
"""Those behind a label that may find what has fewer than six digits in a row."""
_WITHOUT_LABEL = (
    *("secret-key", "spoken-password", "private-mail", "home-address"),
    *("internal-host", "iban", "phone-number"),
)
"""Those that are asked about one by one, by what stands in the text itself."""


def worth_running(text: str, words: Collection[str], detectors: Collection[str]) -> set[str]:
    """Those of `detectors`, by name, that could find something in `text`.

    `words`: those of the text, folded, in lower case.
    """
    drawn = sketch(text)
    digit = b"0" in drawn or (b"?" in drawn and bool(_DIGIT.search(text)))
    able = _numbers(text, words, drawn, detectors) if digit else set()
    if has_run(drawn, _SHORTEST_KEY) or hinted(text, _BESIDE_KEYS):
        able.add("secret-key")
    if _may_have_password(text, words, drawn, digit=digit):
        able.add("spoken-password")
    if "@" in text:
        able.add("private-mail")
    if _may_have_host(text, words, drawn):
        able.add("internal-host")
    return able


def _numbers(text: str, words: Collection[str], drawn: bytes, detectors: Collection[str]) -> set[str]:
    # Those that look for something with digits in it.
    six = has_dialled(drawn, 6) and _SIX.search(text)
    lowered = text.lower()
    able = {
        name
        for name in (set(detectors).difference(_WITHOUT_LABEL) if six else _FEW_DIGITS)
        if name not in HINTS or hinted(lowered, HINTS[name])
    }
    if b"AA0" in drawn or b"AA?" in drawn:
        able.add("iban")
    if has_dialled(drawn, _SHORTEST_NUMBER):
        able.add("phone-number")
    if not _STREETS.isdisjoint(words) and _HOUSE.search(text):
        able.add("home-address")
    return able


def _may_have_password(text: str, words: Collection[str], drawn: bytes, *, digit: bool) -> bool:
    told = _SECRET.intersection(words)
    named = " / " in text or (digit and "#" in text and bool(_DIALLED.search(text)))
    if not named and told:
        named = _tells_secret(told, text.lower(), drawn)
    return named and (digit or bool(_ODD.search(text)))


def _tells_secret(told: frozenset[str], lowered: str, drawn: bytes) -> bool:
    if not told.isdisjoint(_NAMES_OF_SECRETS):
        return True
    return (
        any(one in told and both in lowered for one, both in _IN_TWO_WORDS.items())
        or (not told.isdisjoint(_OPENS) and hinted(lowered, OPENED))
        or (not told.isdisjoint(_ACCOUNTS) and has_mixed(drawn))
        or (not told.isdisjoint(_ACCOUNTS_OF_EVERYBODY) and hinted(lowered, PAIRED))
    )


def _may_have_host(text: str, words: Collection[str], drawn: bytes) -> bool:
    if "\\\\" in text or ("://" in text and _HOST_WITHOUT_DOT.search(text)):
        return True
    if b"0.0" in drawn or b"?" in drawn:
        return True
    return not _INSIDE.isdisjoint(words) and hinted(text.lower(), _BESIDE_INSIDE)
