"""How likely a remark on a stretch of a text has to be before it is read more closely: data, chosen on many texts."""

from dataclasses import dataclass
from math import inf


@dataclass(frozen=True, slots=True)
class Floors:
    """How far short of a question, in log-odds, a stretch may stay and still be read more closely: below 0 each."""

    own: float
    """For what the reader itself says of a stretch; below it, its sentences are not read alone."""
    first: float = -inf
    """For what a smaller reader says of a stretch; below it, the reader does not read it at all."""
    first_sha256: str = ""
    """SHA-256 of the weights of that smaller reader: `first` says nothing of any other."""
