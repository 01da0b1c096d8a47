"""Makes hostile text harmless to a terminal: every control is shown as a sign, one code point for one.

Offsets into the text stay true. Line feeds and tabs stay; joiners and variation selectors stay, since
emoji and several scripts need them.
"""

import re

_BIDI = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x2070))
_INVISIBLE = (
    0x00AD, 0x180E, 0x200B, *range(0x2060, 0x2065), 0x2028, 0x2029, 0x3164, 0xFEFF, 0xFFA0,
    *range(0xFFF9, 0xFFFC), *range(0x1D173, 0x1D17B),
)  # fmt: skip
_TAGS = re.compile(
    "(\N{WAVING BLACK FLAG}[\U000e0020-\U000e007e]{2,6}\U000e007f)|[\U000e0000-\U000e007f\ud800-\udfff]"
)
"""Letters that no terminal shows: in a flag such as Scotland's they are its spelling, elsewhere hidden text.
And lone surrogates, halves of a letter."""
_KEPT = (0x09, 0x0A)

_SIGNS: dict[int, str] = {
    **{code: chr(0x2400 + code) for code in range(0x20) if code not in _KEPT},
    0x7F: "\N{SYMBOL FOR DELETE}",
    **dict.fromkeys((*range(0x80, 0xA0), *_BIDI, *_INVISIBLE), "\N{REPLACEMENT CHARACTER}"),
}


def visible(text: str) -> str:
    """`text` with every control, bidi override, invisible letter and lone surrogate as a visible sign."""
    return _TAGS.sub(lambda found: found[1] or "\N{REPLACEMENT CHARACTER}", text.translate(_SIGNS))


def on_terminal(text: str) -> str:
    """`text` as it may be written to a terminal: like `visible`, with CRLF as a plain line end."""
    return visible(text.replace("\r\n", "\n"))
