"""How thresholds are chosen: no language may be asked about more than the goal allows."""

import numpy as np

from tests.training.calibrating import Goals, thresholds
from tests.training.corpus import CATEGORIES

GOALS = Goals(precision=0.9, asked=0.1, warnings=1.0, questions=1.0, lengthy=0.0, each=True)
CHANCE = np.random.default_rng(5)


def likely(low: float, high: float, count: int) -> np.ndarray:
    table = np.zeros((count, len(CATEGORIES)))
    table[:, 0] = CHANCE.uniform(low, high, count)
    return table


def test_the_louder_language_decides_what_is_asked() -> None:
    told = np.concatenate([likely(0, 0.4, 200), likely(0, 0.6, 200), likely(0.5, 1, 200)])
    breach = np.arange(600) >= 400
    languages = np.array(["en"] * 200 + ["fr"] * 200 + ["en", "fr"] * 100)
    question, warning = thresholds(told, breach, languages, likely(0, 0.1, 50), 1000, GOALS)
    asked = told[:, 0] >= question["secret"]
    assert 0.05 < asked[200:400].mean() <= 0.1
    assert asked[:200].mean() == 0
    assert breach[told[:, 0] >= warning["secret"]].mean() >= 0.9


def test_published_prose_quiets_the_category_that_is_loud_on_it() -> None:
    told = np.concatenate([likely(0, 0.5, 100), likely(0.5, 1, 100)])
    breach, languages = np.arange(200) >= 100, np.array(["en", "fr"] * 100)
    question, _ = thresholds(told, breach, languages, likely(0.8, 0.9, 100), 1000, GOALS)
    assert question["secret"] > 0.8 > question["privacy"]
