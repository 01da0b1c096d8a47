"""Which texts are hard: those of which a plain count of words, learned from other voices, thinks the opposite."""

from collections.abc import Sequence

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from tests.training.corpus import Text


def misled(learned: Sequence[Text], judged: Sequence[Text]) -> np.ndarray:
    """For each of `judged` whether its words mislead: one or two in a row, weighed by how rare they are."""
    known = [text for text in learned if text.clean is not None]
    words = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True)
    table = words.fit_transform([text.text for text in known])
    model = LogisticRegression(C=4.0, max_iter=1000, class_weight="balanced")
    model.fit(table, [not text.clean for text in known])
    thought = model.predict(words.transform([text.text for text in judged]))
    return np.array([bool(one) == text.clean for one, text in zip(thought, judged, strict=True)])
