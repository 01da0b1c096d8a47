"""Texts that nobody labelled, for the small reader to learn from what the large one says of them.

They stay near what people write: texts of the corpus varied, the first half of one with the second half of
another, words changed for words of like meaning, published sentences, and those among sentences of the corpus.
"""

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np

from rules.reader.pieces import START
from tests.training.augment import varied
from tests.training.corpus import Text
from tests.training.prose import Passage

_JOINT = re.compile(
    r"(?<=[,;:–—.!?…])\s+|\s+(?=(?:and|but|so|because|which|when|et|mais|donc|car|parce|qui|quand)\s)"
)
_CHANGED = 0.2
"""Share of the words that have words of like meaning and are changed for one."""
_NEAREST = 8


def pool(
    texts: Sequence[Text], prose: Sequence[Passage], alike: Mapping[str, Sequence[str]], seed: int
) -> Iterator[str]:
    """Texts without end, the same ones for the same seed; every text of the corpus comes as it is, once."""
    chance = random.Random(seed)
    plain = chance.sample([text.text for text in texts], len(texts))
    by = {language: [t for t in texts if t.language == language] for language in ("en", "fr", "mixed")}
    ways: tuple[tuple[float, Callable[[], str]], ...] = (
        (0.34, lambda: _crossed(by[chance.choice(texts).language], chance)),
        (0.22, lambda: _changed(chance.choice(texts).text, alike, chance)),
        (0.12, lambda: varied(_crossed(by[chance.choice(texts).language], chance), [], chance)),
        (0.12, lambda: _among(texts, prose, chance)),
        (0.20, lambda: chance.choice(prose).text),
    )
    shares, made = [share for share, _ in ways], [way for _, way in ways]
    while True:
        if plain and chance.random() < 0.3:
            yield plain.pop()
        yield chance.choices(made, shares)[0]()


def like_words(pieces: Sequence[str], vectors: np.ndarray) -> dict[str, list[str]]:
    """For each whole word among the pieces the words whose vectors are nearest."""
    at = [
        n for n, piece in enumerate(pieces) if piece[:1] == START and piece[1:].isalpha() and len(piece) > 3
    ]
    turned = vectors[at] - vectors[at].mean(0)
    turned /= np.linalg.norm(turned, axis=1, keepdims=True) + 1e-9
    words = [pieces[n][1:] for n in at]
    found: dict[str, list[str]] = {}
    for start in range(0, len(at), 1024):
        near = np.argsort(-(turned[start : start + 1024] @ turned.T), axis=1)[:, 1 : _NEAREST + 1]
        found |= {words[start + line]: [words[n] for n in row] for line, row in enumerate(near)}
    return found


def _crossed(texts: Sequence[Text], chance: random.Random) -> str:
    first, second = chance.choice(texts).text, chance.choice(texts).text
    head, tail = _halves(first, chance)[0], _halves(second, chance)[1]
    return f"{head} {tail}"


def _halves(text: str, chance: random.Random) -> tuple[str, str]:
    joints = [match for match in _JOINT.finditer(text) if 8 < match.start() < len(text) - 8]
    if joints:
        joint = chance.choice(joints)
        return text[: joint.start()], text[joint.end() :]
    words = text.split()
    cut = chance.randrange(len(words)) if words else 0
    return " ".join(words[:cut]), " ".join(words[cut:])


def _changed(text: str, alike: Mapping[str, Sequence[str]], chance: random.Random) -> str:
    words = text.split(" ")
    for at, word in enumerate(words):
        bare = word.strip(".,;:!?…")
        if bare in alike and chance.random() < _CHANGED:
            words[at] = word.replace(bare, chance.choice(alike[bare]))
    return " ".join(words)


def _among(texts: Sequence[Text], prose: Sequence[Passage], chance: random.Random) -> str:
    said = [chance.choice(texts).text, chance.choice(prose if chance.random() < 0.5 else texts).text]
    chance.shuffle(said)
    return " ".join(said)
