"""What a terminal would obey or not show is shown as a sign, one code point for one."""

import pytest

from tui.visible import visible

SCOTLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"


@pytest.mark.parametrize(
    "hidden",
    ["\x1b", "\x07", "\x9b", "\r", "\u202e", "\u2066", "\u206a", "\u200b", "\ufeff", "\u3164", "\ufff9", "\ud800",
     "\U000e0041", "\U000e0001"],
)  # fmt: skip
def test_what_would_act_or_hide_is_a_sign(hidden: str) -> None:
    shown = visible(f"a{hidden}b")
    assert hidden not in shown
    assert (len(shown), shown[0], shown[2]) == (3, "a", "b")


@pytest.mark.parametrize("text", ["é 😀 👩\u200d👩\u200d👧 ❤\ufe0f", SCOTLAND, "नमस्ते", "a\tb\nc"])
def test_what_people_write_stays(text: str) -> None:
    assert visible(text) == text


def test_a_flag_cannot_carry_a_letter() -> None:
    letter = "".join(chr(0xE0000 + ord(character)) for character in "meet at the usual place")
    assert visible(f"\U0001f3f4{letter}") == "\U0001f3f4" + "\N{REPLACEMENT CHARACTER}" * len(letter)
