"""A text with every letter and digit drawn as its kind, so that one look tells which patterns cannot match in it.

A search of bytes for bytes takes a tenth of the time of a pattern, and most passages hold nothing a pattern looks for.
"""

from collections.abc import Iterator
from typing import Final

_WHITE: Final = b" \t\n\r\v\f\x1c\x1d\x1e\x1f"
_NEVER_DIGITS: Final = (0xC2, 0xC3, 0xE2)
"""First bytes of what is beyond ASCII and no decimal digit: Latin letters, quotation marks, dashes, signs."""


def _kind(byte: int) -> str:
    sign = chr(byte)
    if byte >= 0xC2:
        return "\x80" if byte in _NEVER_DIGITS else "?"
    if byte >= 0x80:
        return "\x80"
    if sign.isalpha():
        return "a" if sign.islower() else "A"
    return "0" if sign.isdigit() else "!" if sign == "?" else sign


_KINDS: Final = bytes(ord(_kind(byte)) for byte in range(256))
_INK: Final = bytes(ord(" " if byte in _WHITE else "x") for byte in range(256))
_DIALLED: Final = bytes(
    ord("0" if byte >= 0x80 or byte in b"0?().+-" + _WHITE else "x") for byte in range(256)
)
_MIXED: Final = bytes(ord("0" if byte in b"0?" else " " if byte in _WHITE else "a") for byte in range(256))
_ASCII_SIGNS: Final = bytes(
    byte for byte in range(ord("!"), 128) if not chr(byte).isalnum() and byte != ord("?")
)


def sketch(text: str) -> bytes:
    """`text` as UTF-8 with `A` for a capital, `a` for a small letter, `0` for a digit; other ASCII but ? stays.

    Beyond ASCII, `?` stands for what could be a digit, and bytes past 0x7f for what could not.
    """
    return text.encode("utf-8", "surrogatepass").translate(_KINDS)


def has_run(drawn: bytes, least: int) -> bool:
    """Whether there may be `least` signs in a row without a blank in what was drawn; for sure where it is ASCII."""
    return b"x" * least in drawn.translate(_INK)


def long_runs(text: str, least: int) -> Iterator[tuple[int, int]]:
    """Start and end, in code points, of all that may be `least` signs or more without a blank, in order and apart."""
    ink = text.encode("latin-1", "replace").translate(_INK)
    end = 0
    while (start := ink.find(b"x" * least, end)) >= 0:
        end = ink.find(b" ", start)
        if end < 0:
            end = len(ink)
        yield start, end


def has_dialled(drawn: bytes, least: int) -> bool:
    """Whether there may be `least` signs in a row of those that phone numbers are written with."""
    return b"0" * least in drawn.translate(_DIALLED)


def has_mixed(drawn: bytes) -> bool:
    """Whether there may be letters and digits without a blank between them."""
    left = drawn.translate(_MIXED, _ASCII_SIGNS)
    return b"a0" in left or b"0a" in left
