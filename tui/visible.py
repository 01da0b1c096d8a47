"""Makes hostile text harmless to a terminal: every control is shown as a sign, one code point for one.

Offsets into the text stay true. Line feeds and tabs stay; joiners and variation selectors stay, since
emoji and several scripts need them.
"""

_BIDI = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_INVISIBLE = (0x00AD, 0x200B, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064, 0xFEFF, 0x2028, 0x2029)
_KEPT = (0x09, 0x0A)

_SIGNS: dict[int, str] = {
    **{code: chr(0x2400 + code) for code in range(0x20) if code not in _KEPT},
    0x7F: "\N{SYMBOL FOR DELETE}",
    **dict.fromkeys(
        (*range(0x80, 0xA0), *_BIDI, *_INVISIBLE, *range(0xD800, 0xE000)), "\N{REPLACEMENT CHARACTER}"
    ),
}


def visible(text: str) -> str:
    """`text` with every control, bidi override, zero-width space and lone surrogate as a visible sign."""
    return text.translate(_SIGNS)


def on_terminal(text: str) -> str:
    """`text` as it may be written to a terminal: like `visible`, with CRLF as a plain line end."""
    return visible(text.replace("\r\n", "\n"))
