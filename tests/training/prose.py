"""Published public-service prose, cut into sentences and short passages: what a reader must stay quiet on.

The repositories of sources.toml are read from bare clones in a folder, each at the commit named there.
"""

import hashlib
import re
import subprocess
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rules.sentences import sentence_ends

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


def read_prose(clones: Path, sources: Path, skip: frozenset[str] = frozenset()) -> list[Passage]:
    """Every passage of every source; pages whose path ends with one of `skip` are left out."""
    listed = tomllib.loads(sources.read_text("utf-8"))["source"]
    return [passage for source in listed for passage in _source(clones, source, skip)]


def _source(clones: Path, source: dict, skip: frozenset[str]) -> Iterator[Passage]:
    clone = clones / source["repository"].replace("/", "+") / "repo"
    names = _git(clone, "ls-tree", "-r", "-z", "--name-only", source["commit"]).split("\0")
    for language in ("en", "fr"):
        under = source.get(language)
        if under is None:
            continue
        for name in names:
            if name.startswith(under) and name.endswith(".md") and name not in skip:
                page = _git(clone, "show", f"{source['commit']}:{name}")
                yield from (Passage(source["repository"], name, language, text) for text in passages(page))


def _git(clone: Path, *words: str) -> str:
    return subprocess.run(["git", "-C", clone, *words], capture_output=True, check=True).stdout.decode(
        "utf-8", "replace"
    )


def passages(page: str) -> Iterator[str]:
    """The sentences of a Markdown page, and for each third place a run of two or three of them."""
    for paragraph in _paragraphs(page):
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
        if not _NOT_PROSE.match(line):
            yield " ".join(line.split())


def _sentences(paragraph: str) -> Iterator[str]:
    start = 0
    for end in sentence_ends(paragraph):
        yield paragraph[start:end].strip()
        start = end


def drawn(passages: list[Passage], count: int) -> list[Passage]:
    """`count` of the passages, the same ones each time, half of each language if there are enough, no text twice."""
    order = sorted(
        {p.text: p for p in passages}.values(), key=lambda p: hashlib.sha256(p.text.encode()).digest()
    )
    halves = [[p for p in order if p.language == language][: count // 2] for language in ("en", "fr")]
    return [p for half in halves for p in half]
