"""A picture reads the same where a viewer drops blanks at the ends of letters, as librsvg does."""

from screenshots.spacing import evened

_KEY = '<text class="terminal-r2" x="12.2" y="20" textLength="12.2" clip-path="url(#l)">e</text>'


def _letters(words: str, *, x: float, wide: float) -> str:
    return (
        f'<text class="terminal-r4" x="{x:g}" y="20" textLength="{wide:g}" clip-path="url(#l)">{words}</text>'
    )


def test_blanks_at_the_ends_become_places() -> None:
    # Textual's "e edit" came out as "eedit".
    drawn = evened(_KEY + _letters("&#160;edit&#160;&#160;", x=24.4, wide=85.4))
    assert drawn == _KEY + _letters("edit", x=36.6, wide=48.8)


def test_blanks_between_words_stay() -> None:
    drawn = _letters("clear&#160;it", x=36.6, wide=97.6)
    assert evened(drawn) == drawn


def test_letters_that_are_all_blank_are_not_drawn() -> None:
    assert evened(_letters("&#160;&#160;", x=0, wide=24.4)) == ""


def test_no_font_is_fetched() -> None:
    assert "url(" not in evened("@font-face { src: url(https://example.org/font.woff2); }\ntext { }")


def test_letters_are_as_wide_as_their_cells() -> None:
    # librsvg heeds no textLength: "scoring the bids" stood two cells behind the word before it.
    assert "font-size: 20.26px" in evened("text { font-size: 20px; }")
