"""One spelling for matching: what two texts must share to count as the same words.

Accents, width forms, ligatures, invisible characters and letters borrowed from another alphabet
are folded away; upper and lower case are kept, because a marking differs from a word by its case.
Cyrillic and Greek letters become Latin only in a word that also has a Latin letter (or alone,
right after such a word): real Russian or Greek stays itself, `SЕCRET` with one borrowed letter does not.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache

_WRITTEN_OUT = str.maketrans(
    {
        **dict(zip("ŒœÆæØøŁłĐđĦħıÐðẞ", ["OE", "oe", "AE", "ae", *"OoLlDdHhiDd", "SS"], strict=True)),
        **dict.fromkeys("ʹʻʼʽˈ՚＇", "'"),
    }
)
_WITH_A_DOT = {"Ŀ": "L", "ŀ": "l"}
"""Catalan letters: their dot, once apart, would look like that of inclusive writing."""
_ALIKE = str.maketrans(
    "АВСЕНІЈКМОРЅТХУаеіјорсухѕԁԛԝһ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαινορ",
    "ABCEHIJKMOPSTXYaeijopcyxsdqwh" + "ABEZHIKMNOPTYXaivop",
)
_OTHER_ALPHABET = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_WORD = re.compile(r"\w+")  # with its underlines: half of an account name is not a word
_LATIN = re.compile("[A-Za-z]")
_LONE_LETTER = re.compile("(?<=[A-Za-z])([\\W_]{1,3})([\u0370-\u052f])(?![^\\W_])")
_ESCAPE = re.compile("\x1b\\[[0-9;?]{0,32}[@-~]|\x1b[@-Z\\\\-_]")
_MARKS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")
# A sign that can begin a match comes first, so that the text is searched at the pace of that sign.
_BOTH_GENDERS = re.compile(
    r"[·‧•(](?<=[^\W\d_]{2}.)(?:"
    r"(?<=[·‧•])(?:(?:[eE]|ne|se|le|te|fe|ve|euse|trice|rice|ère|ive|esse)(?:[·‧•]?s|\(s\))?|s)"
    r"|(?<=\()-?(?:e|ne|se|le|te|ve|euse|trice|rice|ère|ive)s?\)s?)(?![^\W_])"
)
"""The feminine and plural endings of inclusive writing: agent·e·s, employé(e)s, demandeur(-euse)."""
_FEW = 64
"""Letters that a text is searched for one after another; where more of them change, each code point is looked up."""
_FILLERS = frozenset("\u115f\u1160\u3164\uffa0\u2800")
_PLAIN = bytes(range(ord(" "), ord("~") + 1)) + b"\t\n\r\v\f\x1c\x1d\x1e\x1f"
"""What stays as it is whatever stands around it: printable ASCII and the white space among its controls."""


@dataclass(frozen=True)
class Folded:
    """A folded text and the way back to the text as given."""

    text: str
    """The folded text; it may be longer or shorter than the original."""
    given: str | None = None
    """The original, where places in it are not those in the folded text; None: they are the same."""

    @cached_property
    def at(self) -> list[int] | None:
        """For each folded code point, the original's code point it came from; None: the same place.

        Found out when it is first asked for: in most texts nothing is met.
        """
        return None if self.given is None else _way_back(_pieces(self.given))

    def origin(self, place: int) -> int:
        """The code point of the original that the folded code point at `place` came from."""
        return place if self.at is None else self.at[place]


def fold(text: str) -> Folded:
    """`text` without accents, invisible characters, borrowed letters and second endings (agent·e·s is agent).

    In time linear in its length.
    """
    odd = odd_letters(text)
    dropped = "\x1b" in odd or (_may_end_twice(text, odd) and bool(_BOTH_GENDERS.search(text)))
    if not odd and not dropped:
        return Folded(text)
    letters = {letter: _folded_letter(letter) for letter in set(odd)}
    changed = {letter: plain for letter, plain in letters.items() if letter != plain}
    kept = "".join(letters.values())
    if dropped or len(changed) > _FEW or not changed.keys().isdisjoint(kept):
        folded = "".join(_pieces(text))
    else:
        folded = text
        for letter, plain in changed.items():  # a text has few of them, and each in many places
            folded = folded.replace(letter, plain)
    in_place = not dropped and all(len(plain) == 1 for plain in changed.values())
    latin = _latinised(folded) if _OTHER_ALPHABET.search(kept) else folded
    return Folded(latin, None if in_place else text)


def odd_letters(text: str) -> str:
    """What of `text` is neither printable ASCII nor white space of ASCII, in order; of most texts next to nothing.

    By way of its bytes that takes a fifth of the time of any search through the text.
    """
    return text.encode("utf-8", "surrogatepass").translate(None, _PLAIN).decode("utf-8", "surrogatepass")


def _may_end_twice(text: str, odd: str) -> bool:
    if "·" in odd or "‧" in odd or "•" in odd:
        return True
    return "(" in text and any(before[-1:].isalnum() for before in text.split("(")[:-1])


def _pieces(text: str) -> list[str]:
    # What each code point of `text` is folded to.
    pieces = [_folded_letter(letter) if letter > "~" or letter < " " else letter for letter in text]
    for found in _BOTH_GENDERS.finditer(text):
        pieces[found.start() : found.end()] = [""] * (found.end() - found.start())
    for escape in _ESCAPE.finditer(text) if "\x1b" in text else ():
        pieces[escape.start() : escape.end()] = [""] * (escape.end() - escape.start())
    return pieces


@lru_cache(maxsize=2048)
def _folded_letter(letter: str) -> str:
    if letter in "\t\n\r\v\f\x1c\x1d\x1e\x1f\x85":
        return letter
    if unicodedata.category(letter) in ("Cc", "Cf") or letter in _FILLERS or _selects_variant(letter):
        return ""
    plain = unicodedata.normalize("NFKD", _WITH_A_DOT.get(letter, letter)).translate(_WRITTEN_OUT)
    return _MARKS.sub("", plain)


def _selects_variant(letter: str) -> bool:
    return "\ufe00" <= letter <= "\ufe0f" or "\U000e0100" <= letter <= "\U000e01ef"


def _way_back(pieces: list[str]) -> list[int] | None:
    if set(map(len, pieces)) <= {1}:
        return None
    return [place for place, piece in enumerate(pieces) for _ in piece]


def _latinised(text: str) -> str:
    # Every replacement is one code point for one, so the way back stays true.
    mixed = _WORD.sub(_latin_if_mixed, text)
    return _LONE_LETTER.sub(lambda found: found[1] + found[2].translate(_ALIKE), mixed)


def _latin_if_mixed(found: re.Match[str]) -> str:
    word = found.group()
    return word.translate(_ALIKE) if _LATIN.search(word) else word
