"""A judge small enough to reason about: a text says as much of a category as it has of that category's words."""

from collections.abc import Sequence

from rules.reader.weights import Weights

BREACH = {"any": 0.0, "likeliest": [1.0], "shift": -5.0}
SCALE = {"own": 1.0, "breach": 0.0, "shift": -5.0, "question": 0.5, "warning": 0.9}


class WordJudge:
    """Weighs a text by words: 5 for each of a category's words, so that one asks and two warn."""

    def __init__(self, **words: str) -> None:
        scales = {category: dict(SCALE) for category in words}
        self._words = words
        meta = {"categories": list(words), "breach": BREACH, "scales": scales, "context": 0.0}
        self._weights = Weights("small", "9.9", meta, "f" * 64, {})
        self.weighed: list[str] = []

    @property
    def weights(self) -> Weights:
        return self._weights

    def weigh(self, texts: Sequence[str]) -> list[list[float]]:
        self.weighed += texts
        return [[5.01 * text.split().count(word) for word in self._words.values()] + [0.0] for text in texts]
