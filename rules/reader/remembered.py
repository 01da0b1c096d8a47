"""A judge that weighs no text twice: what it said once it remembers by the words."""

from collections.abc import Sequence
from threading import Lock

from rules.reader.judge import Judge
from rules.reader.weights import Weights

_MOST = 50_000


class Remembered:
    """A judge before which another one stands. Safe to call from several threads, which do not wait for each other."""

    def __init__(self, judge: Judge) -> None:
        self._judge = judge
        self._known: dict[str, list[float]] = {}
        self._lock = Lock()

    @property
    def weights(self) -> Weights:
        """What the judge was made from."""
        return self._judge.weights

    def weigh(self, texts: Sequence[str]) -> list[list[float]]:
        """The logits of each text; only what is new is weighed, each once."""
        with self._lock:
            said = {text: self._known[text] for text in texts if text in self._known}
        new = list(dict.fromkeys(text for text in texts if text not in said))
        if new:
            said.update(zip(new, self._judge.weigh(new), strict=True))
            self._remember({text: said[text] for text in new})
        return [said[text] for text in texts]

    def forget(self) -> None:
        """Weigh every text anew from here on."""
        with self._lock:
            self._known.clear()

    def _remember(self, new: dict[str, list[float]]) -> None:
        with self._lock:
            if len(self._known) + len(new) > _MOST:
                self._known.clear()
            self._known.update(new)
