"""Texts of the corpus that say the same as another: found by their vectors and their letters.

Twins stay: they differ by little and mean something else. Two texts are the same when the mean vectors of their
pieces are close, they share most of their letters in threes, and their labels are alike.
"""

import re
from collections.abc import Sequence

import numpy as np

from rules.reader.pieces import Pieces
from tests.training.corpus import Text

CLOSE = 0.97
SHARED = 0.6


def same(texts: Sequence[Text], pieces: Pieces, vectors: np.ndarray) -> list[tuple[int, int, float]]:
    """Pairs of numbers of texts that say the same, the later one second, with how close they are."""
    centred = vectors - vectors.mean(0)
    means = np.array([centred[pieces.cut(text.text) or [0]].mean(0) for text in texts])
    means /= np.linalg.norm(means, axis=1, keepdims=True) + 1e-9
    found = []
    for start in range(0, len(texts), 1000):
        near = means[start : start + 1000] @ means.T
        for row, column in zip(*np.nonzero(near > CLOSE), strict=True):
            one, other = start + int(row), int(column)
            alike = (
                texts[one].labels == texts[other].labels
                and shared(texts[one].text, texts[other].text) > SHARED
            )
            if one < other and alike:
                found.append((one, other, float(near[row, column])))
    return found


def shared(one: str, other: str) -> float:
    """The share of letters in threes that two texts have in common."""
    first, second = _threes(one), _threes(other)
    return len(first & second) / (len(first | second) or 1)


def _threes(text: str) -> set[str]:
    plain = re.sub(r"\W+", " ", text.casefold())
    return {plain[at : at + 3] for at in range(len(plain) - 2)}
