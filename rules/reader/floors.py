"""How much a sentence of a long text has to say before it is read more closely: data, chosen on texts kept apart."""

from dataclasses import dataclass
from math import inf


@dataclass(frozen=True, slots=True)
class Floors:
    """How far short of a question, in log-odds, a sentence may stay and still be read more closely: below 0 each."""

    among: int
    """Sentences of a text from which on the floors hold; a shorter text is read whole."""
    alone: float
    """For a sentence that the reader has read alone; below it, it is not read among its neighbours."""
    first: float = -inf
    """For a sentence that a smaller reader has read first; below it, the reader does not read it at all."""
    first_sha256: str = ""
    """SHA-256 of the weights of that smaller reader: `first` says nothing of any other."""
