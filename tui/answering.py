"""Answers a person gives to a question: one of those offered, by its number, or words of their own."""

from collections.abc import Iterable, Sequence

from rules.finding import Finding, Level
from rules.waiver import says_why


def chosen(answers: Sequence[str], typed: str) -> str:
    """What `typed` stands for: the answer with that number, counted from 1, or itself without outer blanks."""
    said = typed.strip()
    if said.isascii() and said.isdigit() and 1 <= int(said[:3]) <= len(answers):
        return answers[int(said[:3]) - 1]
    return said


def numbered(answers: Sequence[str]) -> list[str]:
    """Each answer with its number before it."""
    return [f"{number} {answer}" for number, answer in enumerate(answers, 1)]


def answered(findings: Iterable[Finding], rule: str, said: str) -> bool:
    """Whether `said` answers what `rule` asks with `findings`: anything a question, a word at least a warning."""
    warns = any(one.rule == rule and one.level is Level.WARNING for one in findings)
    return says_why(said) if warns else bool(said.strip())
