"""What any encoder behind the reader does: texts in, one number a category out."""

from collections.abc import Sequence
from typing import Protocol

from rules.reader.weights import Weights


class Judge(Protocol):
    """Weighs texts. Raises nothing that a text may be to blame for; safe to call from several threads."""

    @property
    def weights(self) -> Weights:
        """What it was made from."""

    def weigh(self, texts: Sequence[str]) -> list[list[float]]:
        """For each text its logits: one a category, in the order of `weights.meta["categories"]`, then any breach."""
