"""Prose on which a reader must stay quiet, as pages and cut into sentences and short passages.

Most is what public services published: the repositories of sources.toml are read from bare clones in a folder, each at
the commit named there. The rest are weekly notes written for this project, beside the corpus.
"""

import hashlib
import re
import subprocess
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from rules.sentences import sentence_ends
from tests.training.corpus import fold_of

APART = {"en": 60, "fr": 10}
"""One of how many pages of a language is kept apart: a reader learns nothing from it, and is measured on it."""
OWN, OWN_APART = "weeknotes", 3
"""What stands for the source of our own weekly notes, and one of how many of those is kept apart."""
EXTRACT = 250
"""Words after which an extract ends with its paragraph: about twelve sentences, as many as published notes have."""

_FRONT = re.compile(r"\A(---|\+\+\+)\n.*?\n\1\s*\n", re.DOTALL)
_GONE = re.compile(
    r"```.*?```|<!--.*?-->|\{\{.*?\}\}|\{%.*?%\}|<(?:script|style)\b.*?</(?:script|style)>|!\[[^\]]*\]\([^)]*\)|</?[a-zA-Z][^>]*>",
    re.DOTALL,
)
_LINK = re.compile(r"\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])")
_MARKS = re.compile(r"\*\*|__|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)|`")
_NOT_PROSE = re.compile(r"^\s*(?:#|\||:::|---|\[|>|https?:|{)")


@dataclass(frozen=True)
class Passage:
    """A sentence, or a few in a row, of one published page."""

    source: str
    page: str
    language: str
    text: str


@dataclass(frozen=True)
class Page:
    """What one page says, without its headings, lists of links, pictures and code."""

    source: str
    name: str
    language: str
    paragraphs: tuple[str, ...]

    @property
    def apart(self) -> bool:
        """Whether it is one of those that are measured on; the same ones whatever other pages there are."""
        of = OWN_APART if self.source == OWN else APART[self.language]
        return fold_of(f"{self.source}/{self.name}", of) == 0

    @property
    def extracts(self) -> list[str]:
        """Its paragraphs, a note's length of them in a row, a blank line between them."""
        ends, words = [], 0
        for at, paragraph in enumerate(self.paragraphs, 1):
            words += len(paragraph.split())
            if words >= EXTRACT or at == len(self.paragraphs):
                ends.append(at)
                words = 0
        return ["\n\n".join(self.paragraphs[start:end]) for start, end in pairwise([0, *ends])]

    @property
    def passages(self) -> list[Passage]:
        """Its sentences, and for each third place a run of two or three of them."""
        said = (text for paragraph in self.paragraphs for text in _passages(paragraph))
        return [Passage(self.source, self.name, self.language, text) for text in said]


def read_prose(clones: Path, sources: Path, skip: frozenset[str] = frozenset()) -> list[Page]:
    """Every page of every source, but those whose path ends with one of `skip`."""
    listed = tomllib.loads(sources.read_text("utf-8"))["source"]
    return [page for source in listed for page in _source(clones, source, skip)]


def _source(clones: Path, source: dict, skip: frozenset[str]) -> Iterator[Page]:
    clone = clones / source["repository"].replace("/", "+") / "repo"
    names = _git(clone, "ls-tree", "-r", "-z", "--name-only", source["commit"]).split("\0")
    for language in ("en", "fr"):
        under = source.get(language)
        if under is None:
            continue
        for name in names:
            if name.startswith(under) and name.endswith(".md") and name not in skip:
                said = tuple(_paragraphs(_git(clone, "show", f"{source['commit']}:{name}")))
                yield Page(source["repository"], name, language, said)


def read_notes(folder: Path) -> list[Page]:
    """Our own weekly notes; `# lang:` and `# who:` stand on the first two lines of each."""
    notes = []
    for path in sorted(folder.glob("*.md")):
        language, _, said = path.read_text("utf-8").split("\n", 2)
        notes.append(Page(OWN, path.name, language.removeprefix("# lang:").strip(), tuple(_paragraphs(said))))
    return notes


def _git(clone: Path, *words: str) -> str:
    return subprocess.run(["git", "-C", clone, *words], capture_output=True, check=True).stdout.decode(
        "utf-8", "replace"
    )


def _passages(paragraph: str) -> Iterator[str]:
    sentences = list(_sentences(paragraph))
    for at, sentence in enumerate(sentences):
        if 4 <= len(sentence.split()) <= 45:
            yield sentence
        run = " ".join(sentences[at : at + 2 + at % 2])
        if at % 3 == 0 and run != sentence and len(run.split()) <= 60:
            yield run


def _paragraphs(page: str) -> Iterator[str]:
    bare = _LINK.sub(r"\1", _GONE.sub(" ", _FRONT.sub("", page.replace("\r\n", "\n"))))
    for block in re.split(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d+\.)\s)", bare):
        line = _MARKS.sub("", re.sub(r"^\s*(?:[-*+]|\d+\.)\s+", "", block))
        if line.strip() and not _NOT_PROSE.match(line):
            yield " ".join(line.split())


def _sentences(paragraph: str) -> Iterator[str]:
    start = 0
    for end in sentence_ends(paragraph):
        yield paragraph[start:end].strip()
        start = end


def learned(pages: Sequence[Page]) -> list[Passage]:
    """Every passage of the pages that are not kept apart."""
    return [passage for page in pages if not page.apart for passage in page.passages]


def drawn(passages: list[Passage], count: int) -> list[Passage]:
    """`count` of the passages, the same ones each time, half of each language if there are enough, no text twice."""
    order = sorted(
        {p.text: p for p in passages}.values(), key=lambda p: hashlib.sha256(p.text.encode()).digest()
    )
    halves = [[p for p in order if p.language == language][: count // 2] for language in ("en", "fr")]
    return [p for half in halves for p in half]
