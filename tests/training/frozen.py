"""What the encoder is worth before it is tuned: a logistic model on its vectors, judged on voices it never saw."""

from collections.abc import Sequence

import numpy as np
import torch
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from tests.training.corpus import Text
from tests.training.network import Encoder
from tests.training.packed_e5 import Packed
from tests.training.tune import Feeder, fold_of


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
    breach = np.array([not text.clean for text in texts])
    fold = np.array([fold_of(text.voice, folds) for text in texts])
    found = []
    for number in range(folds):
        out = fold == number
        model = make_pipeline(StandardScaler(), LogisticRegression(C=0.01, max_iter=500))
        model.fit(vectors[~out], breach[~out])
        found.append(round(float(roc_auc_score(breach[out], model.predict_proba(vectors[out])[:, 1])), 3))
    return found
