import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.borders import moved
from rules.measure import measure
from rules.thread import pieces
from tests.rules.profiles import PROFILES
from tests.rules.test_thread import NOTE, PROSE

WIRE = PROFILES["gccollab-wire"]


def bodies(text: str) -> list[str]:
    return [piece.body for piece in pieces(text, WIRE)]


def words(text: str) -> list[str]:
    return [word for word in text.split() if word != "---"]


def test_a_border_moves_by_a_sentence_and_back_to_the_letter():
    text = "Une phrase assez longue pour compter ici. " * 7
    sizes = [len(body.split(". ")) for body in bodies(text.strip())]
    cut = moved(text.strip(), WIRE, len(sizes) - 1, -1)
    assert cut
    assert len(bodies(cut)[-1]) > len(bodies(text.strip())[-1])
    back = moved(cut, WIRE, len(sizes) - 1, 1)
    assert back
    assert bodies(back) == bodies(text.strip())


@pytest.mark.parametrize("gap", [" ", "\n", "\n\n"])
def test_the_white_space_at_a_cut_comes_back_when_the_cut_goes(gap: str):
    text = (
        "Un mot de plus, une phrase. " * 3 + "Une de plus." + gap + "Et puis encore une phrase de plus. " * 3
    )
    first = moved(text.strip(), WIRE, 1, -1)
    assert first
    back = moved(first, WIRE, 1, 1)
    assert back
    assert gap in back.replace("\n---\n\n", "\n").replace("\n\n---\n\n", "\n\n").replace("\n---\n", " ")


@given(text=PROSE, border=st.integers(1, 5), by=st.sampled_from([1, -1]))
def test_moving_loses_no_word_and_every_part_still_fits(text: str, border: int, by: int):
    cut = moved(text, WIRE, border, by)
    if cut is None:
        return
    assert words(cut) == words(text)
    parts = pieces(cut, WIRE)
    assert len(parts) == len(pieces(text, WIRE))
    assert all(measure(part.text, WIRE).within for part in parts)


def test_there_is_no_border_before_the_first_or_behind_the_last_part():
    assert moved(NOTE, WIRE, 0, 1) is None
    assert moved(NOTE, WIRE, 5, 1) is None
    assert moved("Un mot.", WIRE, 1, 1) is None
