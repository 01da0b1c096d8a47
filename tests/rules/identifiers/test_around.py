"""A long text is searched near the words that matter alone, and what is found is what the whole text holds."""

from hypothesis import given
from hypothesis import strategies as st

from rules.identifiers.around import REACH, around
from rules.identifiers.catalogue import DETECTORS
from rules.identifiers.credentials import _SPOKEN

_SAID = [
    *("password is Birch!9 ", "the PIN is 4471. ", "mot de passe = « Lilas2030 » ", "wifi pw Cedar#52 "),
    *("admin/Larch77 ", "login (tester5, Spruce88) ", "API_KEY=abc123def456 ", "code de la porte 4711# "),
    *("user ", "key ", "compte ", "pass", " / ", "is ", "= ", "4711# ", "\n", "ß", "É"),
]
_FILLERS = st.integers(0, 2 * REACH).map(
    lambda many: "lorem ipsum "[: many % 12] + "dolor sit " * (many // 10)
)


@given(st.lists(st.one_of(st.sampled_from(_SAID), _FILLERS), max_size=14))
def test_a_pattern_finds_near_its_words_what_it_finds_in_the_whole_text(parts: list[str]):
    text = "".join(parts)
    for pattern, _, names in _SPOKEN:
        near = [
            found.span()
            for at in around(text, text.casefold(), names)
            for found in pattern.finditer(text, *at)
        ]
        assert near == [found.span() for found in pattern.finditer(text)]


def test_stretches_are_in_order_and_apart():
    text = "pin " + "x" * 100 + " pin" + " x" * 5_000 + " pin and code"
    first, second = around(text, text, ("pin", "code"))
    assert first == (0, text.index(" pin") + 1 + REACH)
    assert second[0] == text.rindex("pin") - REACH


def test_a_text_without_the_words_is_not_searched():
    assert [around(text, text, ("pin",)) for text in ("nothing of that kind", "x " * 5_000)] == [[], []]


def test_a_password_behind_its_shortest_name_alone_is_found():
    text = "Try it at the front desk, pw Larch#52"
    assert [text[start:end] for start, end in DETECTORS["spoken-password"](text)] == ["Larch#52"]


def test_a_key_of_the_shortest_form_is_found_among_other_words():
    text = "the key is " + "sk_live_" + "a1b2c3d4e5, and more"
    assert [text[start:end] for start, end in DETECTORS["secret-key"](text)] == ["sk_live_" + "a1b2c3d4e5"]
