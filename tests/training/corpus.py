"""Reads the corpus: sheets of short texts, one voice a sheet, each text with its labels (LABELS.md)."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

CATEGORIES = (
    "secret",
    "unannounced",
    "criticism",
    "vendor",
    "partisan",
    "privacy",
    "credentials",
    "conflict",
    "consent",
    "conduct",
    "device",
)


@dataclass(frozen=True)
class Text:
    """One labelled text of one voice."""

    voice: str
    language: str
    """`en`, `fr` or `mixed`, as the sheet says."""
    text: str
    labels: frozenset[str]
    """Empty when clean."""
    twin: bool
    """Differs by little from the text before it, and means something else."""
    optional: frozenset[str]
    """Categories that one of two readers raised and the other did not: neither right nor wrong."""

    @property
    def clean(self) -> bool | None:
        """Whether it carries no breach; None where the two readers did not agree."""
        return None if self.optional and not self.labels else not self.labels


def read_corpus(folder: Path) -> list[Text]:
    """Every text of every sheet of `folder`, in the order of names and lines. Raises ValueError with file and line.

    What two readers did not agree on stands beside the folder, in optional.tsv: voice, text, categories.
    """
    beside = folder.parent / "optional.tsv"
    lines = beside.read_text("utf-8").splitlines() if beside.exists() else []
    optional = {(voice, text): labels for voice, text, labels in (line.split("\t") for line in lines)}
    return [text for sheet in sorted(folder.glob("*.txt")) for text in _sheet(sheet, optional)]


def _sheet(path: Path, optional: Mapping[tuple[str, str], str]) -> Iterator[Text]:
    language = "en"
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.startswith("# lang:"):
            language = line.removeprefix("# lang:").strip()
        if not line.strip() or line.startswith("#"):
            continue
        label, mark, text = line.partition(" | ")
        labels = frozenset(label.strip().rstrip("~").split("+")) - {"clean"}
        if not mark or labels - set(CATEGORIES):
            raise ValueError(f"{path.name}:{number}: no such label: {label}")
        said = text.replace("\\n", "\n").strip()
        unsure = frozenset(filter(None, optional.get((path.stem, text), "").split("+"))) - labels
        yield Text(path.stem, language, said, labels, label.strip().endswith("~"), unsure)


def pairs(texts: Sequence[Text]) -> list[tuple[Text, Text]]:
    """Each twin with the text it is told from, where one of the two is a breach and the other is not."""
    return [
        (before, text)
        for before, text in pairwise(texts)
        if text.twin and before.voice == text.voice and {before.clean, text.clean} == {True, False}
    ]


def voices(texts: Iterable[Text]) -> list[str]:
    """The voices, in order."""
    return sorted({text.voice for text in texts})


def fold_of(name: str, of: int) -> int:
    """The fold that a voice or a page falls in by its name, the same whatever others there are."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % of
