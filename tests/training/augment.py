"""Says the same thing otherwise, as people do: no capitals, no accents, a slip of the finger, words around it."""

import random
import unicodedata
from collections.abc import Sequence

MOST_WORDS_AROUND = 60


def varied(text: str, neighbours: Sequence[str], chance: random.Random) -> str:
    """`text`, most often as it is; sometimes between one or two `neighbours`, in another habit of writing."""
    said = text
    if chance.random() < 0.12:
        said = said.lower()
    if chance.random() < 0.10:
        said = said.rstrip(".!…")
    if chance.random() < 0.06:
        said = unaccented(said)
    if chance.random() < 0.10:
        said = said.replace("#", "")
    if chance.random() < 0.06:
        said = slipped(said, chance)
    if neighbours and len(text.split()) < 30 and chance.random() < 0.12:
        said = _among(said, neighbours, chance)
    return said


def unaccented(text: str) -> str:
    """`text` without accents."""
    return "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))


def slipped(text: str, chance: random.Random) -> str:
    """`text` with two neighbouring letters swapped."""
    places = [at for at in range(1, len(text) - 2) if text[at : at + 2].isalpha()]
    if not places:
        return text
    at = chance.choice(places)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def _among(said: str, neighbours: Sequence[str], chance: random.Random) -> str:
    before, after = chance.choice(neighbours), chance.choice(neighbours)
    where = chance.random()
    parts = [before, said] if where < 0.4 else [said, after] if where < 0.7 else [before, said, after]
    joined = " ".join(part if part[-1:] in ".!?…:" else part + "." for part in parts)
    return joined if len(joined.split()) <= MOST_WORDS_AROUND else said
