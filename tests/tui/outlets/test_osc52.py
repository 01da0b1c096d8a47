"""What is written to a terminal so that it fills the clipboard."""

import base64

import pytest

from tui.outlets.osc52 import LIMIT, terminal_sequence

TEXT = "Cinq personnes — 👩🏽‍💻"
PLAIN = f"\x1b]52;c;{base64.b64encode(TEXT.encode()).decode()}\a"


def test_a_plain_terminal_gets_one_sequence() -> None:
    assert terminal_sequence(TEXT, {"TERM": "xterm-256color"}) == PLAIN


def test_tmux_gets_it_and_a_copy_for_the_terminal_outside() -> None:
    sent = terminal_sequence(TEXT, {"TERM": "tmux-256color", "TMUX": "/tmp/tmux-0/default,1,0"})
    assert sent == f"{PLAIN}\x1bPtmux;\x1b{PLAIN}\x1b\\"


@pytest.mark.parametrize("environ", [{"STY": "1.x"}, {"TERM": "screen.xterm-256color"}])
def test_screen_gets_it_in_strings_short_enough_to_be_passed_on(environ: dict[str, str]) -> None:
    sent = terminal_sequence("a" * 2000, environ) or ""
    plain, *wrapped = sent.split("\x1bP")
    assert plain.endswith("\a")
    assert all(len(piece) <= 256 for piece in wrapped)
    assert "".join(piece.removesuffix("\x1b\\") for piece in wrapped) == plain


def test_more_than_a_terminal_takes_is_not_sent() -> None:
    assert terminal_sequence("é" * (LIMIT // 2), {}) is not None
    assert terminal_sequence("é" * (LIMIT // 2) + "a", {}) is None
