"""The figures of a reader on voices it never saw and on published prose: plain numbers, for the model card."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from sklearn.metrics import roc_auc_score

from tests.training.calibrating import chances
from tests.training.corpus import CATEGORIES, Text
from tests.training.measuring import Weighed, each, highest, interval

BINS = 5


@dataclass(frozen=True)
class Kinds:
    """Kinds of texts, by their places among those that are judged."""

    pairs: Sequence[tuple[int, int]]
    """A breach and the clean text that differs from it by little."""
    hard: np.ndarray
    """Whether words mislead, for each text."""


def figures(
    texts: Sequence[Text],
    on_texts: Weighed,
    extracts: Sequence[str],
    on_prose: Weighed,
    meta: dict,
    kinds: Kinds,
) -> dict:
    """Everything the card tells of one reader; `extracts`: of published pages."""
    scales, share = meta["scales"], meta["context"]
    lengthy = meta["lengthy"]
    probable = highest(meta, on_texts, share, lengthy)
    breach = np.array([not text.clean for text in texts])
    over = {level: _over(probable, scales, level) for level in ("warning", "question")}
    on_pages = np.concatenate(each(meta, on_prose, share, lengthy))
    loud = {level: _over(on_pages, scales, level) for level in ("warning", "question")}
    words = sum(len(text.split()) for text in extracts)
    return {
        "voices": len({text.voice for text in texts}),
        "whole": _of(probable, breach, over, np.ones(len(texts), bool)),
        "groups": {name: _of(probable, breach, over, kept) for name, kept in _groups(texts, kinds).items()},
        "pairs": _told_apart(probable.max(1), kinds.pairs),
        "categories": {
            category: _category(at, probable, texts, over) for at, category in enumerate(CATEGORIES)
        },
        "calibration": _calibration(chances(meta, on_texts.whole).max(1), breach),
        "prose": {level: round(1000 * float(loud[level].any(1).sum()) / words, 2) for level in loud}
        | {"words": words},
        "context": share,
    }


def by_language(texts: Sequence[Text], on_texts: Weighed, meta: dict) -> dict:
    """What a reader makes of texts: of all, and of each language; `meta` as its weights have it."""
    probable = highest(meta, on_texts, meta["context"], meta["lengthy"])
    breach = np.array([not text.clean for text in texts])
    over = {level: _over(probable, meta["scales"], level) for level in ("warning", "question")}
    spoken = np.array([text.language for text in texts])
    kinds = {"all": np.ones(len(texts), bool), "English": spoken == "en", "French": spoken == "fr"}
    return {name: _of(probable, breach, over, kept) for name, kept in kinds.items()}


def _over(probable: np.ndarray, scales: dict, level: str) -> np.ndarray:
    return probable >= np.array([scale[level] for scale in scales.values()])


def _told_apart(top: np.ndarray, pairs: Sequence[tuple[int, int]]) -> list[float]:
    return _share(sum(bool(top[breach] > top[clean]) for breach, clean in pairs), len(pairs))


def _groups(texts: Sequence[Text], kinds: Kinds) -> dict[str, np.ndarray]:
    lengths = np.array([len(text.text.split()) for text in texts])
    languages = np.array([text.language for text in texts])
    twins = np.zeros(len(texts), bool)
    twins[[at for pair in kinds.pairs for at in pair]] = True
    return {
        "English": languages == "en",
        "French": languages == "fr",
        "mixed": languages == "mixed",
        "twins, both halves": twins,
        "others": ~twins,
        "hard": kinds.hard,
        "not hard": ~kinds.hard,
        "up to 12 words": lengths <= 12,
        "13 to 25 words": (lengths > 12) & (lengths <= 25),
        "more than 25 words": lengths > 25,
    }


def _of(probable: np.ndarray, breach: np.ndarray, over: dict, kept: np.ndarray) -> dict:
    truth = breach[kept]
    told: dict = {"texts": int(kept.sum()), "breaches": int(truth.sum())}
    if 0 < truth.sum() < len(truth):
        told["area"] = round(float(roc_auc_score(truth, probable[kept].max(1))), 3)
    for level, name in (("warning", "flagged"), ("question", "asked")):
        hit = over[level][kept].any(1)
        told[name] = {
            "precision": _share(int(truth[hit].sum()), int(hit.sum())),
            "recall": _share(int(hit[truth].sum()), int(truth.sum())),
            "clean": _share(int(hit[~truth].sum()), int((~truth).sum())),
        }
    return told


def _share(hits: int, of: int) -> list[float]:
    low, high = interval(hits, of)
    return [round(hits / of, 3) if of else 0.0, round(low, 3), round(high, 3)]


def _category(at: int, probable: np.ndarray, texts: Sequence[Text], over: dict) -> dict:
    category = CATEGORIES[at]
    kept = np.array([category not in text.optional for text in texts])
    truth = np.array([category in text.labels for text in texts])[kept]
    hit = over["question"][kept][:, at]
    return {
        "texts": int(truth.sum()),
        "area": round(float(roc_auc_score(truth, probable[kept][:, at])), 3),
        "asked": _share(int(hit[truth].sum()), int(truth.sum())),
        "any": _share(int(over["question"].any(1)[kept][truth].sum()), int(truth.sum())),
    }


def _calibration(likeliest: np.ndarray, truth: np.ndarray) -> list[dict]:
    edges = [0, 0.05, 0.2, 0.4, 0.6, 0.8, 1.001]
    rows = []
    for low, high in pairwise(edges):
        some = (likeliest >= low) & (likeliest < high)
        if some.any():
            rows.append(
                {
                    "count": int(some.sum()),
                    "from": low,
                    "to": min(high, 1),
                    "said": round(float(likeliest[some].mean()), 3),
                    "was": _share(int(truth[some].sum()), int(some.sum())),
                }
            )
    return rows
