"""A finding as a colleague would put it: how serious, what reads wrong, why, and what to do instead."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from rich.text import Text

from rules.finding import Finding
from tui.visible import visible
from tui.widgets.signs import LEVEL_SIGNS
from tui.widgets.tones import NO_TONES, Tones
from tui.wording import Words

_MOST_QUOTED = 3


def by_rule(findings: Iterable[Finding]) -> list[tuple[Finding, ...]]:
    """The findings of each rule together, the heaviest rules first: a rule speaks once, of all its passages."""
    ordered = sorted(findings, key=lambda finding: (-finding.level, finding.rule, finding.start))
    return [tuple(group) for _, group in groupby(ordered, key=lambda finding: finding.rule)]


def remark(
    words: Words,
    findings: Sequence[Finding],
    *,
    quote: bool = False,
    beside: bool = False,
    tones: Tones = NO_TONES,
) -> Text:
    """What one rule says of its passages, in three short lines.

    `quote` repeats the passages as well, on a line of their own or `beside` the first where lines are wide and few.
    """
    first = findings[0]
    said = Text(end="")
    said.append(f"{LEVEL_SIGNS[first.level]} {words(f'level-{first.level.word}')}", "bold")
    said.stylize(tones[first.level])
    said.append(f"{words('colon')}{visible(first.message)}")
    if quote:
        said.append(" " if beside else "\n").append_text(_quoted(words, findings))
    said.append(f"\n{words('remark-why')} ", "bold")
    said.append(clause(words, first))
    said.append(f"\n{words('remark-instead')} ", "bold")
    said.append(visible(first.advice))
    if first.waived:
        said.append(f"\n{words('remark-waived', reason=visible(first.waived))}", "italic")
    return said


def clause(words: Words, finding: Finding) -> str:
    """Title and clause of where the rule comes from, in one line."""
    source = finding.source
    if not source.clause:
        return visible(source.title)
    return words("remark-clause", title=visible(source.title), clause=visible(source.clause))


def _quoted(words: Words, findings: Sequence[Finding]) -> Text:
    passages = [finding for finding in findings if finding.end > finding.start]
    if not passages:
        return Text(words("remark-unseen"), "italic")
    quoted = [words("quoted", text=visible(finding.match)) for finding in passages[:_MOST_QUOTED]]
    if len(passages) > _MOST_QUOTED:
        quoted.append("…")
    return Text(" ".join(quoted), "underline")
