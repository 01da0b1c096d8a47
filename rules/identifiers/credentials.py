"""Keys, tokens and passwords: what opens a system to whoever reads it.

The forms are those the issuers document, each with a fixed beginning; a password has no form, so it is known
by the word before it and by not being an ordinary word itself.
"""

import re
from collections.abc import Iterator

from rules.identifiers.labelled import Span

_KEYS = re.compile(
    r"(?<![A-Za-z0-9])(?:"
    r"(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}(?![A-Za-z0-9])"  # Amazon
    r"|gh[pousr]_[A-Za-z0-9]{30,255}|github_pat_[A-Za-z0-9_]{22,255}"
    r"|gl(?:pat|dt|ptt|rt|soat|imt)-[A-Za-z0-9_-]{20,64}"  # GitLab
    r"|xox[abeporst]-[A-Za-z0-9-]{10,250}|xapp-\d-[A-Za-z0-9-]{20,250}"  # Slack
    r"|[sr]k_(?:live|test)_[A-Za-z0-9]{10,250}|whsec_[A-Za-z0-9]{20,64}"  # Stripe
    r"|AIza[A-Za-z0-9_-]{35}|ya29\.[A-Za-z0-9_-]{20,250}|GOCSPX-[A-Za-z0-9_-]{20,40}"  # Google
    r"|eyJ[A-Za-z0-9_-]{8,4000}\.eyJ[A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{5,4000}"  # JSON Web Token, RFC 7519
    r"|npm_[A-Za-z0-9]{36}|pypi-AgE[A-Za-z0-9_-]{20,250}"
    r"|SG\.[A-Za-z0-9_-]{16,64}\.[A-Za-z0-9_-]{16,64}|sk-(?:proj-|ant-)?[A-Za-z0-9_-]{20,200}"
    r"|hf_[A-Za-z0-9]{30,64}|do[opr]_v1_[a-f0-9]{64}|shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}"
    r"|key-[a-f0-9]{32}|[MN][A-Za-z0-9_-]{23,25}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,38}"
    r"|dapi[a-f0-9]{32}|glsa_[A-Za-z0-9]{32}_[a-f0-9]{8}|AGE-SECRET-KEY-1[A-Z0-9]{58}"
    r")"
)
_PEM = re.compile(r"-----BEGIN (?:[A-Z0-9]{2,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----")
_IN_LINK = re.compile(r"\b[a-z][a-z0-9+.-]{1,15}://[^\s/:@]{1,64}:(?P<value>[^\s/@]{3,128})@", re.IGNORECASE)
_HOOK = re.compile(r"https://hooks\.slack\.com/(?:services|workflows)/[A-Za-z0-9/]{20,120}", re.IGNORECASE)
_CONNECTION = re.compile(
    r"(?:AccountKey|SharedAccessKey|SharedAccessSignature|Password|Pwd)=(?P<value>[^;\s\"']{6,250})"
)
_BEARER = re.compile(r"\bBearer (?P<value>[A-Za-z0-9._~+/=-]{20,500})")
_SAID = re.compile(
    r"(?<!\w)(?:"
    r"pass(?:word|phrase|code|wd)s?|pwd|pw|pin(?: code| number)?|mots? de passe|mdp|nip"
    r"|(?:access|door|alarm|gate|entry|lock|keypad|combo|voicemail|meeting|wi-?fi|admin|recovery|backup)"
    r" (?:code|combination|key|password|pin)"
    r"|codes? (?:d['’]acc[èe]s|de (?:la |l['’])?(?:porte|alarme|barri[èe]re|entr[ée]e)|d['’]alarme)"
    r"|(?:api|secret|private|ssh|encryption)[ _-]?(?:key|token)|cl[ée]s? (?:d['’]api|api|secr[èe]te)"
    r"|(?:auth|access|bearer)[ _-]?token|jeton"
    r"|client[_ ]secret|login|credentials?|identifiants?"
    r")(?!\w)"
    r"(?:[^\n.!?;:=\"'“«`]{0,48}?(?:\bis\b|\bare\b|\bwas\b|\best\b|\bc['’]est|->|→|=>)|[^\n.!?;:=\"'“«`]{0,30}?\s?[:=])"
    r"[\s:\"'“«`]{0,4}(?:(?:still|now|just|again|the|le|la|toujours|encore) ){0,2}"
    r"[\"'“«`]?(?P<value>[^\s\"'“”«»`,;]{3,64})",
    re.IGNORECASE,
)
_PAIR = re.compile(
    r"(?<![\w/])(?:admin|root|user|guest|test)(?: ?/ ?| ?: ?)(?P<value>[^\s,;/:]{4,64})", re.IGNORECASE
)
_AFTER = ".,;:!?)]}'\"’”»"
_SIGNS = re.compile(r"[!@#$%^&*_+=~]")
_MARKUP = re.compile(r"https?://|www\.|[<{\[(]|\*{3}|x{3,}|\.{3}|…", re.IGNORECASE)


def secret_key(text: str) -> Iterator[Span]:
    """Keys and tokens with a form of their own, private keys, and passwords inside addresses."""
    for pattern in (_KEYS, _PEM, _HOOK):
        yield from (found.span() for found in pattern.finditer(text))
    for pattern in (_IN_LINK, _CONNECTION, _BEARER):
        yield from (found.span("value") for found in pattern.finditer(text))


def spoken_password(text: str) -> Iterator[Span]:
    """A password, PIN, code or token told in words: what follows looks like one and not like a word."""
    for pattern in (_SAID, _PAIR):
        for found in pattern.finditer(text):
            value = found["value"].rstrip(_AFTER)
            if _looks_secret(value):
                yield found.start("value"), found.start("value") + len(value)


def _looks_secret(value: str) -> bool:
    if len(value) < 3 or _MARKUP.match(value):
        return False
    letters, digits = any(map(str.isalpha, value)), any(map(str.isdigit, value))
    if digits and not letters:
        return bool(re.fullmatch(r"#?\d[\d*#-]{2,11}#?", value))
    mixed = digits or (bool(_SIGNS.search(value[1:])) and len(value) > 4)
    return (
        letters
        and mixed
        and not re.fullmatch(r"\d{1,3}(?:st|nd|rd|th|e|er|h|am|pm|%|x|k|km|min)s?", value, re.I)
    )
