"""What a text must have before a detector is worth running: most passages have no digit, no @ and no password.

Each trait is looked for once, however many detectors ask. A trait that is missing proves that the detector
would find nothing; one that is there proves nothing.
"""

import re
from collections.abc import Collection

from rules.identifiers.hints import HINTS, hinted

_SIX = re.compile(r"\d(?:[ .-]?\d){5}")
_DIGIT = re.compile(r"\d")
_DIALLED = re.compile(r"\d#")
_SHORTEST_KEY = 18
"""The shortest key that has a form of its own, Stripe's, is of eighteen code points."""
_BESIDE_KEYS = ("=", "://", "curl", "-----BEGIN", "uthorization", "UTHORIZATION")
"""What stands beside a key that may be shorter."""
_HOST_WITHOUT_DOT = re.compile(r"://(?:[A-Za-z0-9-]++(?!\.\w)|[^\s/@]{0,40}@)")
"""What a link begins with that may open only inside a network: a name alone, or somebody's name before it."""
_DOTTED = re.compile(r"\d\.\d")
_DOT_INSIDE = re.compile(r"\.[\w.-]")
"""What every address has, and a sentence's end has not."""
_ODD = re.compile(r"\d|\S[@#$%^&*_+=~]|\S!\S|[a-z]{4}[-_.][a-z]{4,20}[-_.][a-z]{4}", re.IGNORECASE)
"""What no password that is told in words does without: a digit, a sign inside, or three words joined in one."""
_HOUSE = re.compile(r"\d[A-Za-z]?,? ")
_NAMES_OF_SECRETS = frozenset(
    """
    pass password passwords passphrase passphrases passcode passcodes passwd passwds pwd pwds pw pws pin pins
    mot mots phrase mdp nip code codes combination key token jeton cle cles clef clefs secret login credential
    credentials identifiant identifiants apikey keys tokens secrets jetons account compte username user secretkey
    personnel privatekey sshkey encryptionkey apitoken secrettoken privatetoken sshtoken encryptiontoken authtoken
    accesstoken bearertoken acces cred creds
    opens open unlocks unlock ouvre ouvrent word mine mien lockbox padlock cadenas mysql auth
    """.split()  # noqa: SIM905
)
_ACCOUNTS_OF_EVERYBODY = frozenset(("admin", "root", "user", "guest", "test"))
_STREETS = frozenset(
    """
    st street ave avenue rd road dr drive blvd boulevard cres crescent crt court lane ln way place pl terrace
    close rue av boul chemin ch allee impasse rang montee cote
    """.split()  # noqa: SIM905
)
_INSIDE = (
    *(".prv", ".corp", ".lan", ".int", ".local"),
    *("intranet.", "publiservice.", ".sharepoint.com", "gcpedia.gc.ca", "gcconnex.gc.ca", "gcdocs.gc.ca"),
)
_FEW_DIGITS = (
    *("iban", "phone-number", "driving-licence", "client-number", "date-of-birth", "us-medicare", "nz-nhi"),
)
"""Those that may find what has fewer than six digits in a row."""
_NO_DIGITS = ("secret-key", "spoken-password", "private-mail", "home-address", "internal-host")


def worth_running(text: str, words: Collection[str], detectors: Collection[str]) -> set[str]:
    """Those of `detectors`, by name, that could find something in `text`.

    `words`: those of the text, folded, in lower case.
    """
    digit = _DIGIT.search(text)
    able = {
        name
        for name, may in (
            ("secret-key", _may_have_key(text)),
            ("spoken-password", _may_have_password(text, words)),
            ("private-mail", "@" in text),
            ("home-address", digit and not _STREETS.isdisjoint(words) and _HOUSE.search(text)),
            ("internal-host", _may_have_host(text, bool(digit))),
        )
        if may
    }
    if digit:
        numbers = set(detectors).difference(_NO_DIGITS) if _SIX.search(text, digit.start()) else _FEW_DIGITS
        lowered = text.lower()
        able.update(name for name in numbers if name not in HINTS or hinted(lowered, HINTS[name]))
    return able


def _may_have_key(text: str) -> bool:
    longest = max(map(len, text.split()), default=0)
    return longest >= _SHORTEST_KEY or any(sign in text for sign in _BESIDE_KEYS)


def _may_have_password(text: str, words: Collection[str]) -> bool:
    named = not _NAMES_OF_SECRETS.isdisjoint(words) or " / " in text or bool(_DIALLED.search(text))
    if not named and ("/" in text or ":" in text):
        named = not _ACCOUNTS_OF_EVERYBODY.isdisjoint(words)
    return named and bool(_ODD.search(text))


def _may_have_host(text: str, digit: bool) -> bool:
    if "\\\\" in text or ("://" in text and _HOST_WITHOUT_DOT.search(text)):
        return True
    if not _DOT_INSIDE.search(text):
        return False
    lowered = text.lower()
    return (digit and bool(_DOTTED.search(text))) or any(sign in lowered for sign in _INSIDE)
