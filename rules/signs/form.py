"""How a text is written, where that keeps people from reading it.

Sources: Guidelines on Making Communications Products and Activities Accessible (4.5.5 emoji, 4.5.10 capitals in
hashtags, 4.6.1–4.6.3 text for pictures), checked 2026-08-22.
"""

import re
from collections.abc import Iterator

Span = tuple[int, int]
"""Start and end in code points, end exclusive."""

_BLANK_NAME = re.compile(
    r"!\[[^\]\n]{0,300}\]\((?![<\s])[^()<>\"'\n]{0,200}\S[ \t]+[^()<>\"'\n]{0,200}\.\w{2,5}[ \t]*\)"
)
_IMAGE = re.compile(r"!\[(?P<words>[^\]\n]{0,300})\]\((?P<file>[^)\s]{1,500})")
_FILE_NAME = re.compile(r"[\w .-]{0,100}\.(?:jpe?g|png|gif|webp|heic|svg)", re.IGNORECASE)
_NO_WORDS = re.compile(
    r"(?:image|img|photo|picture|screenshot|pic|capture|untitled)?[ _-]?\d*", re.IGNORECASE
)
LONGEST_WORDS = 250
"""Code points: a longer text for a picture belongs beside it."""

# Words that hashtags about public work are often made of. Editorial, 2026-11-27.
_PARTS = (
    "access|accessible|agile|better|bilingual|blog|book|canada|change|citizen|city|civic|civil|clear|cloud|club|code"
    "|community|content|culture|data|day|delivery|design|digital|equity|event|federal|first|forms|forum|future|gov"
    "|government|group|growth|hack|health|heroes|human|ideas|inclusion|inclusive|innovation|internet|lab|language"
    "|leadership|learn|learning|live|local|made|making|map|meet|meetup|my|network|notes|nature|open|our|page|people"
    "|plain|policy|practice|privacy|product|program|public|research|safety|school|science|security|servant|servants"
    "|serve|service|services|share|skills|social|space|standards|start|stories|story|strategy|student|sustainable"
    "|talk|talks|team|tech|test|testing|thank|the|think|thursday|together|tool|tools|transformation|user|value|voice"
    "|we|web|week|weekly|welcome|women|work|working|workshop|world|you|young|your|youth"
    "|acces|accessibilite|au|clair|conception|cote|de|des|donnees|du|equipe|ensemble|en|fonction|gouv|gouvernement"
    "|grand|jour|langage|le|la|les|merci|numerique|ouvert|ouverte|ouvertes|publique|publiques|recherche|semaine|sur"
    "|travail|travailler|une|utilisateurs|ville"
)
_JOINED = re.compile(rf"(?<![\w#&/])#(?=[a-z]{{8,40}}(?![\w]))(?:{_PARTS}){{2,5}}(?!\w)")

_EMOJI = (
    "[\U0001f300-\U0001faff\u2600-\u27bf\u2b50\u2b55\U0001f1e6-\U0001f1ff]"
    "[\ufe0f\u200d\u20e3\U0001f3fb-\U0001f3ff]{0,3}"
)
_MANY_EMOJI = re.compile(rf"(?:{_EMOJI}[ \t]{{0,2}}){{4,40}}")
_CAPITALS = re.compile(r"(?m)^[ \t]{0,8}(?:[#>*-]{1,6}[ \t])?(?P<line>[^\na-z]{30,300})$")
_CAPITAL_WORD = re.compile(r"[A-Z]{2,}")
_QUOTED = re.compile("“(?P<en>[^“”]{200,4000})”|«(?P<fr>[^«»]{200,4000})»")
LONG_QUOTATION = 50
"""Words."""


def image_name_with_blank(text: str) -> Iterator[Span]:
    """Each `![words](my photo.jpg)`: a blank and no angle brackets make it no picture (CommonMark 0.31.2, 6.4)."""
    for found in _BLANK_NAME.finditer(text):
        yield found.span()


def image_without_words(text: str) -> Iterator[Span]:
    """Pictures with no text in words, with a file's name for a text, or with more than 250 code points."""
    for found in _IMAGE.finditer(text):
        words = found["words"].strip()
        named = _FILE_NAME.fullmatch(words) or _NO_WORDS.fullmatch(words)
        if named or len(words) > LONGEST_WORDS:
            yield found.span()


def joined_hashtag(text: str) -> Iterator[Span]:
    """Hashtags of two common words or more, all in small letters."""
    return (found.span() for found in _JOINED.finditer(text))


def many_emoji(text: str) -> Iterator[Span]:
    """Four emoji or more in a row."""
    return (found.span() for found in _MANY_EMOJI.finditer(text))


def capital_line(text: str) -> Iterator[Span]:
    """Lines of at least thirty code points and five words, all in capitals."""
    for found in _CAPITALS.finditer(text):
        if len(_CAPITAL_WORD.findall(found["line"])) >= 5:
            yield found.span("line")


def long_quotation(text: str) -> Iterator[Span]:
    """Passages of fifty words or more in “ ” or « »."""
    for found in _QUOTED.finditer(text):
        if len((found["en"] or found["fr"]).split()) >= LONG_QUOTATION:
            yield found.span()
