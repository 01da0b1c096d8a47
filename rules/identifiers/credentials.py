"""Keys, tokens and passwords: what opens a system to whoever reads it.

The forms are those the issuers document, each with a fixed beginning; a password has no form, so it is known
by the word before it and by not being an ordinary word itself.
"""

import re
from collections.abc import Callable, Iterator

from rules.identifiers.around import around
from rules.identifiers.hints import OPENED, PAIRED
from rules.identifiers.labelled import Span
from rules.sketch import long_runs

_KEYS = re.compile(
    r"(?<![A-Za-z0-9])(?:"
    r"(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}(?![A-Za-z0-9])"  # Amazon
    r"|gh[pousr]_[A-Za-z0-9]{30,255}|github_pat_[A-Za-z0-9_]{22,255}"
    r"|gl(?:pat|dt|ptt|rt|rtr|soat|imt|ft|agent|oas|cbt|ffct|wt)-[A-Za-z0-9_.-]{20,64}"  # GitLab
    r"|xox[abeprs]-(?=[A-Za-z0-9-]{0,40}\d{5})[A-Za-z0-9-]{17,250}|xapp-\d-[A-Za-z0-9-]{20,250}"  # Slack
    r"|[sr]k_(?:live|test)_[A-Za-z0-9]{10,250}|whsec_[A-Za-z0-9]{20,64}"  # Stripe
    r"|AIzaSy[A-Za-z0-9_-]{33}|ya29\.[A-Za-z0-9_-]{20,250}|GOCSPX-[A-Za-z0-9_-]{20,40}"  # Google
    r"|eyJ[A-Za-z0-9_-]{8,4000}\.eyJ[A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{5,4000}"  # JSON Web Token, RFC 7519
    r"|npm_[A-Za-z0-9]{36}|pypi-AgE[A-Za-z0-9_-]{20,250}"
    r"|SG\.[A-Za-z0-9_-]{16,64}\.[A-Za-z0-9_-]{16,64}|sk-(?!ant-)[A-Za-z0-9_-]{20,200}"
    r"|sk-ant-[a-z]{3,8}\d\d-[A-Za-z0-9_-]{93}AA(?![A-Za-z0-9_-])"  # Anthropic: always of one length and ending
    r"|API-[A-Z0-9]{25,27}(?![A-Za-z0-9])"  # Octopus Deploy
    r"|hf_(?=[A-Za-z]{0,60}\d)[A-Za-z0-9]{30,64}|do[opr]_v1_[a-f0-9]{64}|shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}"
    r"|key-[a-f0-9]{32}|[MN][A-Za-z0-9_-]{23,25}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,38}"
    r"|dapi[a-f0-9]{32}|glsa_[A-Za-z0-9]{32}_[a-f0-9]{8}|AGE-SECRET-KEY-1[A-Z0-9]{58}"
    r"|ntn_\d{11}[A-Za-z0-9]{32,36}|secret_[A-Za-z0-9]{43}"  # Notion
    r"|sgp_(?:[A-Za-z0-9]{1,16}_)?[A-Fa-f0-9]{40}"  # Sourcegraph
    r"|hv[sbr]\.[A-Za-z0-9_-]{24,300}|ops_eyJ[A-Za-z0-9+/=_-]{100,2000}"  # HashiCorp Vault, 1Password
    r"|ABSK[A-Za-z0-9+/]{100,300}={0,2}|EAA[MC][A-Za-z0-9]{100,400}|\d{15,16}\|[A-Za-z0-9_-]{27,40}"  # Amazon, Meta
    r"|(?:\d{6}-){7}\d{6}(?![\d-])"  # BitLocker
    r"|(?<=[Ss]ourcegraph: )[A-Fa-f0-9]{40}(?![A-Za-z0-9])"
    r"|s-s4t2(?:ud|af)-[a-f0-9]{64}"  # 42
    r")"
)
_SHORTEST = 18
"""Code points of what could be a key: none of `_KEYS` is shorter, and none has a blank."""
_AZURE = re.compile(r"(?<![A-Za-z0-9_~.-])[A-Za-z0-9_~.]{3}\dQ~[A-Za-z0-9_~.-]{31,34}(?![A-Za-z0-9_~.-])")
_CURL = re.compile(
    r"\bcurl\b(?:[^\n]|\\\n){0,200}? (?:-u|--user)[ =]{1,3}[\"']?"
    r"(?P<value>[^\s\"':]{0,64}:[\"']?[^\s\"']{5,64}|[^\s\"':]{5,64}:(?=[\"'\s]))"
)
_HEADER = re.compile(
    r"\bAuthorization[\"']?\s?:\s{0,3}[\"']?(?:(?:Basic|Token|Api-Token|ApiKey|Digest) )?"
    r"(?P<value>[A-Za-z0-9+/=_.~@-]{12,500})",
    re.IGNORECASE,
)
_PEM = re.compile(
    r"-----BEGIN (?:[A-Z0-9]{2,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----(?!\s{0,3}(?:[a-z]{1,20}\s{0,3})?-----END)"
)
_IN_LINK = re.compile(r"\b[a-z][a-z0-9+.-]{1,15}://[^\s/:@]{1,64}:(?P<value>[^\s/@]{3,128})@", re.IGNORECASE)
_HOOK = re.compile(r"https?://hooks\.slack\.com/(?:services|workflows)/[A-Za-z0-9/]{20,120}", re.IGNORECASE)
_CONNECTION = re.compile(
    r"(?:AccountKey|SharedAccessKey|SharedAccessSignature|Password|Pwd)=(?P<value>[^;\s\"']{6,250})"
)
_BEARER = re.compile(r"\bBearer (?P<value>[A-Za-z0-9._~+/=-]{20,500})")
_FRENCH_CODES = (
    r"codes? (?:d['’](?:acc[èe]s|alarme|invit[ée]|h[ôo]te|ouverture)|secrets?|wi-?fi"
    r"|d(?:e la |e l['’]|u |e )(?:porte|alarme|barri[èe]re|entr[ée]e|coffre|cadenas|vo[ûu]te|garage|wi-?fi"
    r"|s[ée]curit[ée]|v[ée]rification|r[ée]cup[ée]ration|conf[ée]rence|mod[ée]rateur|portail|local|salle"
    r"|d[ée]verrouillage|tablette|t[ée]l[ée]phone|cellulaire|appareil))"
)
"""What French calls a code that opens a place, an account or a call."""
_SAID = re.compile(
    r"(?<!\w)(?:"
    r"pass(?:word|phrase|code|wd)s?|pwd|pw|pin(?: code| number)?|(?:mots?|phrases?) de passe|mdp|nip"
    r"|(?:access|door|alarm|gate|entry|lock|unlock|lockbox|padlock|keypad|combo|voicemail|meeting|host|moderator|wi-?fi|admin)"
    r" (?:code|combination|key|password|pin)|(?:recovery|backup) (?:codes?|key|password|pin)"
    rf"|{_FRENCH_CODES}|combination|num[ée]ros? d['’]identification personnel"
    r"|(?:api|secret|private|ssh|encryption)[ _-]?(?:key|token)"
    r"|cl(?:[ée]|ef)s? (?:wi-?fi|wpa2?|d['’]api|api|secr[èe]te|priv[ée]e|d['’]acc[èe]s|de chiffrement)"
    r"|(?:auth|access|bearer)[ _-]?token|jeton"
    r"|client[_ ]secret|(?P<account>login|credentials?|identifiants?)"
    r")(?!\w)"
    r"(?:['’]s\b|[^\n.!?;:=\"'“«`]{0,48}?(?:\bis\b|\bare\b|\bwas\b|\best\b|\bc['’]est|(?<=\w)['’]s|->|→|=>)|[^\n.!?;:=\"'“«`]{0,30}?\s?[:=])"
    r"[\s:\"'“«`]{0,4}(?:(?:still|now|just|again|the|le|la|toujours|encore) ){0,2}"
    r"[\"'“«`]?(?P<value>[^\s\"'“”«»`,;]{3,64})",
    re.IGNORECASE,
)
_DOORS = (
    r"pins?|nip|passcodes?"
    r"|(?:access|door|alarm|gate|entry|lock|unlock|lockbox|padlock|keypad|combo|voicemail|meeting|host|moderator|wi-?fi|recovery|backup"
    r"|security|safe|mfa|2fa|otp|sms|verification|authenticator) (?:code|pin)"
    rf"|{_FRENCH_CODES}"
)
_NEXT_CODE = re.compile(
    rf"(?<!\w)(?:{_DOORS}) (?:#|no\.? )?(?P<value>\d[\d-]{{3,11}}#?|\d{{3}} \d{{3}})(?![\w%$])"
    r"(?! (?:people|pages|times|lines|days|users))",
    re.IGNORECASE,
)
_NEXT_PASSWORD = re.compile(
    r"(?<!\w)(?:passwords?(?: (?:changed|set|reset) to)?|passphrase|passcode|pwd|pw|pass ?:|mots? de passe|mdp)"
    r" ?[\"'“«(]? ?"
    r"(?P<value>[^\s\"'”»,;)]{6,64})",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"(?<!\w)(?:log ?in|user(?:name)?|creds?|credentials|identifiants?|account|compte)(?: is| est|\s?[:=])?"
    r" [\w.@-]{2,40} ?[/|,] ?"
    r"(?P<value>[^\s,;/|]{6,64})",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"(?<![\w])(?<!csrf[-_])(?<!xsrf[-_])(?:tokens?|keys?|secrets?|jetons?|cl[ée]s?|clefs?)"
    r"(?: is| are| est|\s?[:=]) ?[\"'“«`]?"
    r"(?P<value>[A-Za-z0-9_.+/=-]{12,128})",
    re.IGNORECASE,
)
_ACCOUNT_WITH = re.compile(
    r"(?<!\w)(?:wi-?fi|comptes?|log(?:in|ged|ue[rz]?)?|sessions?|connexion|connecte[rz]?|identifiants?|utilisateurs?"
    r"|users?|acc[èe]s|ordi(?:nateur)?|serveur|server|portail|portal|marche avec|works with|s['’]ouvre avec)\b"
    r"[^\n.!?;]{0,60}?(?<![\w/])[A-Za-z][\w@-]{2,30} / [\"'“«]? ?(?P<value>[^\s,;:/|\"'”»]{6,40})",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(
    r"(?<!\w)(?:creds?|credentials|log ?in|identifiants?|acc[èe]s) ?\(\s?[\w.@-]{2,40} ?[,/|:] ?"
    r"(?P<value>[^\s,;()/|]{6,64})",
    re.IGNORECASE,
)
_BASIC = re.compile(r"\bbasic auth[^\n.!?;]{0,20}?[ (][\w.-]{2,30}:(?P<value>[^\s,;()]{5,64})", re.IGNORECASE)
_MYSQL = re.compile(r"\bmysql(?:dump|admin)?\b[^\n]{0,120}? -p(?P<value>[^\s\"']{4,64})")
_DIALLED = re.compile(
    r"(?<!\w)(?:pin|keypad|clavier|door|gate|porte|barri[èe]re|alarm|lockbox)\b[^\n.!?;#]{0,40}?"
    r"(?<![\w#-])(?P<value>\d{2,4}[ -]?\d{2,4}#)",
    re.IGNORECASE,
)
"""A code with the hash that ends it: nothing else is written so."""
_BOX = re.compile(
    r"(?<!\w)(?:lock ?box|padlock|cadenas) ?(?:is|est(?: le)?|:|=) ?(?P<value>\d{4,6})(?![\w%$-])",
    re.IGNORECASE,
)
_NETWORK = re.compile(
    r"(?<!\w)(?:wi-?fi|ssid|hotspot|r[ée]seau (?:des )?invit[ée]s)\b[^\n.!?;]{0,40}?"
    r"\b(?:password|pass|pwd|pw|mdp|mot de passe) (?P<value>[^\s,;:/|]{6,40})",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"(?<!\w)(?:opens?|unlocks?|s['’]ouvr(?:e|ent)) (?:with|avec) (?:(?:the|le) (?:word|code|mot) )?[\"'“«]? ?"
    r"(?P<value>[^\s,;:()%\"'”»]{4,40}?)(?=[.,;!)\"'”»]*(?:\s*(?:[.,;!)\n]|and\b|et\b|$)|[.,;!]))",
    re.IGNORECASE,
)
_WORD_IS = re.compile(
    r"(?<!\w)(?:and|et) (?:the|le) (?:word|mot)(?: de passe)?(?: is| est)? [\"'“‘«]? ?"
    r"(?P<value>[^\s,;:()\"'”’»]{6,40})",
    re.IGNORECASE,
)
_MINE = re.compile(
    r"(?<!\w)(?:use mine|(?:prends|prenez|utilise[zr]?) le mien)\b[^\n]{0,60}?"
    r"(?<![\w.-])(?P<value>[a-z][^\s,;:/()]{5,40})",
    re.IGNORECASE,
)
_SET = re.compile(
    r"(?<![A-Za-z0-9])[A-Z0-9_]{0,40}(?:PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|ACCESS_KEY|(?:_|(?<![A-Z0-9]))PASS(?=\s?=))"
    r"[A-Z0-9_]{0,40}\s?[=:]\s?[\"']?(?P<value>[^\s\"',;]{6,128})"
)
_SET_SMALL = re.compile(
    r"(?<![a-z0-9_.-])(?![cx]srf)(?:[a-z0-9]{1,20}_){1,4}(?:password|passwd|secret|token|(?<=api_|ess_|ret_|ate_)key)"
    r"\s?[=:]\s?[\"']?"
    r"(?P<value>[A-Za-z0-9_.+/=-]{16,128})"
)
"""A setting with a name of several words: `aws_secret_access_key = …`."""
_LOGGED_IN = re.compile(
    r"(?<!\w)(?:log(?:s|ged|ging)? ?(?:in|on)|sign(?:s|ed|ing)? in|connect(?:e|ez|er|é|ée)(?:-vous|-toi)?)\b"
    r"[^\n.!?;]{0,60}?\b(?:password|passphrase|passcode|mot de passe|mdp) [\"'“«]? ?(?P<value>[^\s\"'”»,;)]{6,64})",
    re.IGNORECASE,
)
_IN_QUERY = re.compile(
    r"[?&](?:sig|signature|token|access_token|auth_?token|api_?key|secret|client_secret|password|X-Amz-Signature)="
    r"(?P<value>[A-Za-z0-9%._~+/-]{16,400})",
    re.IGNORECASE,
)
_PAIR = re.compile(
    r"(?<![\w/])(?:admin|root|(?P<account>user)|guest|test)(?: ?/ ?| ?: ?)(?P<value>[^\s,;/:]{4,64})",
    re.IGNORECASE,
)
_BESIDE_IT = 60
"""Code points between an account's name and its password, at most."""
_PASSWORD_BESIDE = re.compile(
    r"(?<!\w)(?:pass(?:word|phrase|code|wd)?|pwd|pw|pin|mots? de passe|mdp|nip)(?: is| est|\s?[:=])?"
    r"[\s\"'“«]{1,3}(?P<value>[^\s\"'“”«»,;]{4,64})",
    re.IGNORECASE,
)
_PASSWORD_BEHIND = re.compile(r" ?[/|] ?(?=[^\s,;/|]{0,40}[\d!@#$%&*+=])[^\s,;/|]{6,64}")
"""The password right behind the name, with only a stroke between."""
_AFTER = ".,;:!?)]}'\"’”»"
_SIGNS = re.compile(r"[!@#$%^&*_+=~]")
_MARKUP = re.compile(r"https?://|www\.|[<{\[(]|\*{3}|x{3,}|\.{3}|…", re.IGNORECASE)


def secret_key(text: str) -> Iterator[Span]:
    """Keys and tokens with a form of their own, private keys, and passwords inside addresses."""
    said = text.casefold()
    for pattern in (_KEYS, _AZURE) if "q~" in said else (_KEYS,):
        for run in long_runs(text, _SHORTEST):
            keys = pattern.finditer(text, *run)
            yield from (found.span() for found in keys if not _is_filled_in(found))
    for pattern, sign in ((_PEM, "-----begin"), (_HOOK, "hooks.slack")):
        if sign in said:
            yield from (found.span() for found in pattern.finditer(text))
    for pattern, sign in _BESIDE:
        if sign not in said:
            continue
        yield from (found.span("value") for found in pattern.finditer(text) if not _stands_in(found["value"]))


def spoken_password(text: str) -> Iterator[Span]:
    """A password, PIN, code or token told in words: what follows looks like one and not like a word."""
    said = text.casefold()
    for pattern, is_one, names in _SPOKEN:
        for stretch in around(text, said, names):
            for found in pattern.finditer(text, *stretch):
                value = found["value"].rstrip(_AFTER)
                if is_one(value) and not _stands_in(found["value"]) and not _names_account(found):
                    yield found.start("value"), found.start("value") + len(value)


def _names_account(found: re.Match[str]) -> bool:
    # What is called a login is an account's name where a password is told beside it, under its own label.
    if not found.groupdict().get("account"):
        return False
    behind = _PASSWORD_BEHIND.match(found.string, found.end("value"), found.end("value") + _BESIDE_IT)
    return bool(behind) or any(
        _looks_secret(other["value"].rstrip(_AFTER))
        for other in _PASSWORD_BESIDE.finditer(
            found.string, max(found.start() - _BESIDE_IT, 0), found.end("value") + _BESIDE_IT
        )
    )


def _is_filled_in(found: re.Match[str]) -> bool:
    # The beginning of a key with signs, a count or the alphabet in the place of the rest.
    after = found.string[found.end() : found.end() + 4]
    return bool(_STANDS_IN.search(found[0]) or _COUNTS.search(found[0]) or _CUT_SHORT.match(after))


def _stands_in(value: str) -> bool:
    # What documents write where a value goes: a run of one sign, a variable, the name of the thing, its beginning.
    named = _STANDS_IN.search(value) or _VARIABLE.match(value) or _NAMES_IT.search(value)
    return bool(named or _COUNTS.search(value) or value.endswith(("...", "…")))


def _looks_secret(value: str) -> bool:
    if len(value) < 3 or _MARKUP.match(value) or _DOTTED_NAME.fullmatch(value):
        return False
    letters, digits = any(map(str.isalpha, value)), any(map(str.isdigit, value))
    if digits and not letters:
        return bool(re.fullmatch(r"#?\d[\d*#-]{2,11}#?", value))
    mixed = digits or (bool(_SIGNS.search(value[1:])) and len(value) > 4)
    return (
        letters
        and mixed
        and not re.fullmatch(
            r"\d{1,3}(?:(?:st|nd|rd|th|e|er|h|am|pm|%|x|k|km|min)s?|-[a-z]{3,9})", value, re.I
        )
    )


def _looks_mixed(value: str) -> bool:
    # Right behind the word, with nothing between, only what no word looks like: letters and digits in one.
    digits = len(_DIGIT.findall(value))
    if len(value) < 6 or not digits or "/" in value or _MARKUP.match(value) or _PLAIN.fullmatch(value):
        return False
    return any(map(str.isalpha, value)) and (digits > 1 or bool(_SIGNS.search(value)))


def _looks_chosen(value: str) -> bool:
    # Three words or more with hyphens between, each long enough not to be "up-to-date".
    return _looks_secret(value) or bool(_PHRASE.fullmatch(value))


def _looks_paired(value: str) -> bool:
    # Behind an account and a slash: letters with two digits or a sign among them, and no year.
    return (
        any(map(str.isalpha, value))
        and (len(_DIGIT.findall(value)) > 1 or bool(_SIGNS.search(value)))
        and not re.fullmatch(r"(?:19|20)\d\d-?\w{0,8}", value)
    )


def _looks_long(value: str) -> bool:
    return len(_DIGIT.findall(value)) >= 3 and any(map(str.isalpha, value))


_STANDS_IN = re.compile(r"([xX*#.])\1{4}|([^-])\2{9}")
_COUNTS = re.compile(r"12345678901234|abcdefghijklmnopqrst")
_CUT_SHORT = re.compile(r"[#*]{4}|\.{3}|…")
_VARIABLE = re.compile(r"\$[A-Za-z{(]|\{\{|%[A-Za-z_]+%|//|[A-Z]{2,}(?:_[A-Z]{2,})+$|[A-Z_]{4,}=")
_NAMES_IT = re.compile(
    r"\$\{|[<>\[\]]|(?:^|[-_.:])(?:api|key|token|secret|password|passwd|name|here|url|yours?|example)(?:$|[-_.=])",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_PHRASE = re.compile(r"[a-z]{4,20}(?:[-_.][a-z]{4,20}){2,6}", re.IGNORECASE)
_DOTTED_NAME = re.compile(r"(?:[a-z]\w{0,40}\.){2,6}[a-z]\w{0,40}")
"""The name of a setting or a module, such as `view.date.picker_v2`."""
_PLAIN = re.compile(r"[a-z]+-?(?:v?\d{1,2}|20\d\d)|(?:19|20)\d\d-?\w{1,8}|\d{1,3}[a-z]+(?:-[a-z]+)*")
# Beside each pattern what a text must hold, casefolded, for it to be worth looking: most texts hold hardly any.
_BESIDE = (
    *((_IN_LINK, "@"), (_CONNECTION, "="), (_BEARER, "bearer "), (_IN_QUERY, "=")),
    *((_CURL, "curl"), (_HEADER, "authorization")),
)
_SPOKEN: tuple[tuple[re.Pattern[str], Callable[[str], bool], tuple[str, ...]], ...] = (
    (
        _SAID,
        _looks_chosen,
        (
            *("pass", "pwd", "pw", "pin", "mot", "mdp", "nip", "code", "combination", "key", "cle", "clé"),
            *("token", "jeton", "secret", "login", "credential", "identifi"),
        ),
    ),
    (_PAIR, _looks_secret, PAIRED),
    (_NEXT_CODE, bool, ("pin", "nip", "code")),
    (_NEXT_PASSWORD, _looks_mixed, ("pass", "pw", "mot", "mdp")),
    (_BOTH, _looks_mixed, ("login", "log in", "user", "cred", "identifiant", "account", "compte")),
    (_ACCOUNT_WITH, _looks_paired, (" / ",)),
    (_IN_BRACKETS, _looks_paired, ("cred", "login", "log in", "identifi", "acc")),
    (_OPENS, _looks_secret, OPENED),
    (_WORD_IS, _looks_secret, ("word", "mot")),
    (_MINE, _looks_paired, ("mine", "mien")),
    (_BASIC, _looks_secret, ("basic auth",)),
    (_MYSQL, _looks_secret, ("mysql",)),
    (_DIALLED, bool, ("#",)),
    (_BOX, bool, ("lock", "cadenas")),
    (_NETWORK, _looks_secret, ("wifi", "wi-fi", "ssid", "hotspot", "seau")),
    (_HELD, _looks_long, ("token", "key", "secret", "jeton", "cle", "clé")),
    (_SET, _looks_secret, ("pass", "secret", "token", "api", "access_key")),
    (_SET_SMALL, _looks_long, ("password", "passwd", "secret", "token", "key")),
    (_LOGGED_IN, _looks_secret, ("pass", "mdp")),
)
