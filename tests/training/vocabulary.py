"""Which of the encoder's 250,000 pieces English and French need: chosen by how often words use them."""

from collections import Counter
from collections.abc import Iterable
from itertools import islice

import numpy as np
import torch
from wordfreq import iter_wordlist, word_frequency

from rules.reader.pieces import START, Pieces
from tests.training.network import Encoder
from tests.training.packed_e5 import Packed

_WORDS = 120_000
"""Words of each language that are looked at, the most frequent."""
_ALWAYS = 4
"""The first numbers are signs: begin, pad, end, unknown."""


def chosen_pieces(packed: Packed, texts: Iterable[str], size: int) -> list[int]:
    """The numbers of the `size` pieces kept, in their old order, signs first.

    Every single letter and sign of the texts' alphabet stays, so that nothing Latin is unknown; the rest is
    ranked by how often the words of both languages, written plain and with a capital, use it, texts counting most.
    """
    used = _used(Pieces(packed.pieces, packed.scores, packed.unknown), texts)
    kept = set(range(_ALWAYS))
    kept |= {
        n for n, piece in enumerate(packed.pieces) if len(piece.removeprefix(START)) <= 1 and _latin(piece)
    }
    often = sorted(used, key=lambda number: (-used[number], number))
    more = [number for number in often if number not in kept][: size - len(kept)]
    return sorted(kept.union(more))


def _used(pieces: Pieces, texts: Iterable[str]) -> Counter[int]:
    used: Counter[int] = Counter()
    for language in ("en", "fr"):
        for word in islice(iter_wordlist(language, "large"), _WORDS):
            often = word_frequency(word, language, "large")
            for written, share in ((word, 1.0), (word.capitalize(), 0.1), (word.upper(), 0.01)):
                for number in pieces.cut(written):
                    used[number] += often * share
    for text in texts:
        for number in pieces.cut(text):
            used[number] += 2e-6
    return used


def _latin(piece: str) -> bool:
    return all(ord(sign) < 0x250 or sign == START or 0x2010 <= ord(sign) < 0x2122 for sign in piece)


def alone_of(encoder: Encoder, packed: Packed, numbers: list[int]) -> np.ndarray:
    """What each piece means alone to the encoder, (pieces, hidden)."""
    words = torch.from_numpy(packed.tensors["emb.word"])
    alone = np.zeros((len(numbers), words.shape[1]), np.float32)
    encoder.eval()
    with torch.no_grad():
        for start in range(0, len(numbers), 512):
            some = torch.tensor([[packed.begin, n, packed.end] for n in numbers[start : start + 512]])
            alone[start : start + 512] = encoder(words[some], torch.full((len(some),), 3)).numpy()
    return alone
