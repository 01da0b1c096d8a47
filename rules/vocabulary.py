"""The words a journal uses again and again: its tags, the people it mentions, the names of its projects.

They are offered while a note is written, and a tag that is nearly one of them is noticed. Pure: notes in, words out.
"""

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rules.hashtags import hashtags, unique
from rules.people import people

_PROJECT = re.compile(r"(?<=[a-zà-ÿ,;:)] )[A-ZÀ-Þ]\w+(?: [A-ZÀ-Þ]\w+){1,4}")
"""Two to five capitalised words within a sentence: what stands at its beginning may be no name."""
_BEGUN = re.compile(r"(?:(?<![\w#/&])#|(?<![\w@./+-])@)[\w.-]*\Z")
_LAST_WORDS = re.compile(r"(?<!\w)[A-ZÀ-Þ]\w+(?: \w*)*\Z")
_FEWEST = 2
"""Notes that a project's name has to stand in before it is offered."""
_BEGINNING = 4
"""Code points of a project's name that have to be typed before the rest is offered."""
_NEAR = 0.8
"""From this likeness on (0 to 1, difflib's ratio) two tags are probably meant to be one."""
_SHORTEST = 5
"""Code points below which likeness says nothing."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words, the most used first; each once, whatever its case."""

    tags: tuple[str, ...] = ()
    """Without `#`; a team's own tags come first."""
    people: tuple[str, ...] = ()
    """Without `@`."""
    projects: tuple[str, ...] = ()
    uses: tuple[tuple[str, int], ...] = ()
    """Each tag, case folded, and how many notes have it."""

    def completion(self, before: str) -> str:
        """What would finish the word that `before` ends in; empty where nothing fits.

        Its case is what the journal has, but for the letters that were typed already.
        """
        begun = _BEGUN.search(before)
        if begun:
            known = self.tags if begun.group()[0] == "#" else self.people
            return _rest(begun.group()[1:], known)
        last = _LAST_WORDS.search(before[-80:])
        if last and len(last.group()) >= _BEGINNING:
            return _rest(last.group(), self.projects)
        return ""

    def near(self, tag: str) -> tuple[str, int] | None:
        """The tag that `tag`, which is none of them, was probably meant to be, and how many notes have it."""
        known = dict(self.uses)
        folded = tag.casefold()
        if folded in known:
            return None
        alike = [one for one in known if _bare(one) == _bare(folded)]
        if not alike and len(folded) >= _SHORTEST:
            alike = difflib.get_close_matches(folded, known, n=1, cutoff=_NEAR)
        if not alike:
            return None
        spelled = next(one for one in self.tags if one.casefold() == alike[0])
        return spelled, known[alike[0]]


def vocabulary(notes: Iterable[tuple[str, Sequence[str]]], team_tags: Sequence[str] = ()) -> Vocabulary:
    """The words of `notes`, each a text and the tags given beside it; `team_tags` come first among the tags."""
    tags: Counter[str] = Counter()
    named: Counter[str] = Counter()
    projects: Counter[str] = Counter()
    for text, given in notes:
        tags.update(unique((*given, *hashtags(text))))
        named.update(people(text))
        projects.update(set(_PROJECT.findall(text)))
    uses = _uses(tags, team_tags)
    by_use = sorted(unique(tag for tag, _ in tags.most_common()), key=lambda tag: -uses[tag.casefold()])
    return Vocabulary(
        tags=unique((*team_tags, *by_use)),
        people=unique(name for name, _ in named.most_common()),
        projects=tuple(name for name, count in projects.most_common() if count >= _FEWEST),
        uses=tuple(uses.items()),
    )


def _uses(tags: Counter[str], team_tags: Sequence[str]) -> Counter[str]:
    """How often each tag was used, however it was capitalised; those of the team even if never."""
    uses: Counter[str] = Counter({tag.casefold(): 0 for tag in team_tags})
    for tag, count in tags.items():
        uses[tag.casefold()] += count
    return uses


def _rest(begun: str, known: Iterable[str]) -> str:
    folded = begun.casefold()
    for word in known:
        if len(word) > len(begun) and word[: len(begun)].casefold() == folded:
            return word[len(begun) :]
    return ""


def _bare(tag: str) -> str:
    bare = tag.replace("-", "").replace("_", "")
    return bare[:-1] if len(bare) >= _SHORTEST and bare.endswith("s") else bare
