"""What the encoder is worth before it is tuned: a logistic model on its vectors, judged on voices it never saw."""

import random
from collections.abc import Sequence

import numpy as np
import torch
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from tests.training.corpus import Text, fold_of, voices
from tests.training.network import Encoder
from tests.training.packed_e5 import Packed
from tests.training.tune import Feeder


def vectors_of(packed: Packed, texts: Sequence[str], size: int = 32) -> np.ndarray:
    """The encoder's vector of each text, (texts, hidden)."""
    feeder, encoder = Feeder(packed), Encoder(packed).eval()
    rows = [feeder.numbers(text) for text in texts]
    order = sorted(range(len(rows)), key=lambda at: len(rows[at]))
    vectors = np.zeros((len(rows), encoder.place.shape[1]), np.float32)
    with torch.no_grad():
        for start in range(0, len(order), size):
            at = order[start : start + size]
            vectors[at] = encoder(*feeder.batch([rows[n] for n in at])).numpy()
    return vectors


def areas(vectors: np.ndarray, texts: Sequence[Text], folds: int) -> list[float]:
    """The area under the curve, any breach, of each fold of voices, learned from all others."""
    fold = np.array([fold_of(text.voice, folds) for text in texts])
    return [_area(vectors, texts, fold != number, fold == number) for number in range(folds)]


def grown(vectors: np.ndarray, texts: Sequence[Text], folds: int, counts: Sequence[int]) -> dict[int, float]:
    """The same of the first fold, learned from so many of the other voices."""
    apart = np.array([fold_of(text.voice, folds) == 0 for text in texts])
    order = [voice for voice in voices(texts) if fold_of(voice, folds)]
    random.Random(3).shuffle(order)
    found = {}
    for count in [*(count for count in counts if count < len(order)), len(order)]:
        some = np.array([text.voice in set(order[:count]) for text in texts])
        found[count] = _area(vectors, texts, some, apart)
    return found


def _area(vectors: np.ndarray, texts: Sequence[Text], learned: np.ndarray, judged: np.ndarray) -> float:
    breach = np.array([not text.clean for text in texts])
    model = make_pipeline(StandardScaler(), LogisticRegression(C=0.01, max_iter=500))
    model.fit(vectors[learned], breach[learned])
    return round(float(roc_auc_score(breach[judged], model.predict_proba(vectors[judged])[:, 1])), 3)
