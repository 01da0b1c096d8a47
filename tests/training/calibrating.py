"""From logits on texts that were left out to probabilities and thresholds.

How likely any breach is, is a logistic function of its own logit and of the highest ones of the categories, fitted
on voices the reader never saw. The likeliest category is as likely as that, each other one as a logistic function of
its own logit and that of any breach has it. One threshold holds for all categories, since a probability means the same
in each; a category that is loud on published prose gets a higher one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from tests.training.corpus import CATEGORIES, Text
from tests.training.measuring import Weighed, each, highest

LIKELIEST = 3
"""How many of the highest logits of categories count towards any breach."""


@dataclass
class Goals:
    """What thresholds are chosen for."""

    precision: float
    """Least share of flagged texts that carry a breach, on voices left out."""
    asked: float
    """Most share of clean texts that are asked about or flagged, on voices left out."""
    warnings: float
    """Most warnings a thousand words of published prose."""
    questions: float
    """Most questions a thousand words of published prose."""
    lengthy: float
    """What each e-fold of sentences takes off the log-odds; at 1 a text of any length has as many remarks by chance."""
    each: bool = False
    """Whether `asked` holds for English and French each, rather than for all texts together."""


def fitted(logits: np.ndarray, wanted: np.ndarray) -> dict[str, dict[str, float]]:
    """A scale a category, without thresholds; `wanted` is (texts, categories) of 0 and 1."""
    from sklearn.linear_model import LogisticRegression

    scales = {}
    for at, category in enumerate(CATEGORIES):
        model = LogisticRegression(C=1.0, max_iter=1000)
        model.fit(logits[:, [at, -1]], wanted[:, at])
        own, breach = model.coef_[0]
        read = {"own": own, "breach": breach, "shift": model.intercept_[0]}
        scales[category] = {name: round(float(value), 5) for name, value in read.items()}
    return scales


def breach_fitted(logits: np.ndarray, breach: np.ndarray) -> dict[str, float | list[float]]:
    """How any breach is read off; `breach`: whether each text has one."""
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=0.1, max_iter=3000).fit(_breach_signs(logits), breach)
    any_, *likeliest = (round(float(value), 5) for value in model.coef_[0])
    return {"any": any_, "likeliest": likeliest, "shift": round(float(model.intercept_[0]), 5)}


def _breach_signs(logits: np.ndarray) -> np.ndarray:
    # The logit of any breach, and the highest ones of the categories.
    highest = -np.sort(-logits[:, :-1], 1)[:, :LIKELIEST]
    return np.concatenate([logits[:, -1:], highest], 1)


def chances(meta: Mapping[str, Any], logits: np.ndarray, less: float = 0.0) -> np.ndarray:
    """The probabilities by the scales in `meta`, (texts, categories); `less` is taken off the log-odds."""
    odds = np.stack(
        [
            logits[:, at] * scale["own"] + logits[:, -1] * scale["breach"] + scale["shift"]
            for at, scale in enumerate(meta["scales"].values())
        ],
        1,
    )
    read = meta["breach"]
    breach = _breach_signs(logits) @ [read["any"], *read["likeliest"]] + read["shift"]
    told = np.minimum(odds, breach[:, None])
    told[np.arange(len(told)), odds.argmax(1)] = breach
    return 1 / (1 + np.exp(less - told))


def thresholds(
    probable: np.ndarray,
    breach: np.ndarray,
    languages: np.ndarray,
    prose: np.ndarray,
    words: int,
    goals: Goals,
) -> tuple[dict[str, float], dict[str, float]]:
    """Question and warning thresholds by category: of those that meet the goals the lowest.

    `probable`: of texts left out, (texts, categories); `breach`: whether each has one; `languages`: the one
    each is in; `prose`: of published sentences, of `words` words together.
    """
    top = probable.max(1)
    grid = np.unique(np.round(np.concatenate([np.linspace(0.02, 0.98, 97), np.linspace(0.98, 0.999, 20)]), 4))
    warning = next((t for t in grid if _precision(top, breach, t) >= goals.precision), 0.999)
    clean = [top[~breach & (languages == one)] for one in ("en", "fr")] if goals.each else [top[~breach]]
    question = next((t for t in grid if max((some >= t).mean() for some in clean) <= goals.asked), warning)
    return (
        _quieted(question, prose, words, goals.questions),
        _quieted(warning, prose, words, goals.warnings),
    )


def _precision(top: np.ndarray, breach: np.ndarray, threshold: float) -> float:
    over = top >= threshold
    return float(breach[over].mean()) if over.any() else 0.0


def _quieted(threshold: float, prose: np.ndarray, words: int, most: float) -> dict[str, float]:
    # Categories share what prose allows; the loudest give way first, each to the next sentence it is sure of.
    chosen = np.full(prose.shape[1], threshold)
    allowed = int(most * words / 1000)
    while (prose >= chosen).sum() > allowed:
        loudest = int((prose >= chosen).sum(0).argmax())
        over = np.sort(prose[:, loudest][prose[:, loudest] >= chosen[loudest]])
        chosen[loudest] = over[min(len(over) // 4, len(over) - 1)] + 1e-4
    return {category: round(float(value), 4) for category, value in zip(CATEGORIES, chosen, strict=True)}


def calibrated(
    texts: list[Text], on_texts: Weighed, extracts: Sequence[str], on_prose: Weighed, goals: Goals
) -> dict:
    """Scales, thresholds and the share of the context, from what the reader says of texts it never saw.

    `extracts`: of published pages.
    """
    wanted = np.array([[category in text.labels for category in CATEGORIES] for text in texts])
    breach = np.array([not text.clean for text in texts])
    words = sum(len(text.split()) for text in extracts)
    scales = fitted(on_texts.whole, wanted)
    read = {"breach": breach_fitted(on_texts.whole, breach), "scales": scales}
    share = max((0.3, 0.5, 0.7), key=lambda share: area(highest(read, on_texts, share).max(1), breach))
    told = highest(read, on_texts, share, goals.lengthy)
    on_pages = np.concatenate(each(read, on_prose, share, goals.lengthy))
    languages = np.array([text.language for text in texts])
    question, warning = thresholds(told, breach, languages, on_pages, words, goals)
    for category, scale in scales.items():
        scale["question"] = question[category]
        scale["warning"] = max(warning[category], question[category])
    return {"categories": list(CATEGORIES), **read, "context": share, "lengthy": goals.lengthy}


def area(top: np.ndarray, breach: np.ndarray) -> float:
    """The area under the curve: how often a breach is the likelier one of two texts."""
    from sklearn.metrics import roc_auc_score

    return float(roc_auc_score(breach, top))
