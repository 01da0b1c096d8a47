"""What stops a text stops it however it is spelled: the tricks that hide words from programs do not work here."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.finding import Level
from rules.review import review
from tui.packs import load_packs

PACKS = load_packs().packs
WIDE = {ord(plain): ord(plain) + 0xFEE0 for plain in map(chr, range(0x21, 0x7F))}
ALIKE = str.maketrans("AEOCPHXacepo", "АЕОСРНХасеро")

TRICKS: dict[str, Callable[[str], str]] = {
    "zero-width spaces": "\u200b".join,
    "joiners": "\u2060".join,
    "soft hyphens": "\u00ad".join,
    "full-width letters": lambda text: text.translate(WIDE),
    "look-alike letters": lambda text: text.translate(ALIKE),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "line breaks": lambda text: text.replace(" ", "\n", 1),
    "a direction override": lambda text: f"\u202e{text}\u202c",
    "combining marks": lambda text: text[0] + "\u0301" + text[1:],
    "tag characters": lambda text: text[0] + "\U000e0041" + text[1:],
}
STOPS = [
    "This annex is PROTECTED B now",
    "marked TOP SECRET on top",
    "TLP:RED only",
    "the SIN is 130 692 544",
    "thanks @CPC_HQ for coming",
    "so true #NDP",
    "card 5555 5555 5555 4444",
]


def stops(text: str) -> list[str]:
    return [finding.rule for finding in review(text, PACKS).findings if finding.level is Level.STOP]


@pytest.mark.parametrize("trick", TRICKS)
@pytest.mark.parametrize("text", STOPS)
def test_a_trick_hides_no_stop(text: str, trick: str) -> None:
    assert stops(text)
    assert set(stops(text)) <= set(stops(TRICKS[trick](text)))


@pytest.mark.parametrize("between", [" ", "-", ".", "_", "*", "\u00a0"])
def test_letters_set_apart_are_a_word(between: str) -> None:
    assert stops(f"This is {between.join('SECRET')}//CEO today") == stops("This is SECRET//CEO today") != []


@pytest.mark.parametrize(
    "text", ["Il y a à peine deux jours.", "Options a, b, c and d.", "See e.g. U.S. notes."]
)
def test_ordinary_letters_stay_apart(text: str) -> None:
    assert stops(text) == []


@given(st.sampled_from(STOPS), st.data())
def test_what_is_found_is_the_passage_in_the_text_as_given(text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text)))
    hidden = text[:place] + "\u200b\u200b" + text[place:]
    [plain, tricked] = [
        next(finding for finding in review(one, PACKS).findings if finding.level is Level.STOP)
        for one in (text, hidden)
    ]
    assert hidden[tricked.start : tricked.end].replace("\u200b", "") == text[plain.start : plain.end]
