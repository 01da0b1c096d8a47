"""Weeks looked back on as one text: what was done under each heading, or week after week."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rules.merge import join
from rules.rollup import Section

By = Literal["heading", "week"]
"""`heading`: a heading for each workstream or part, the weeks below it. `week`: the other way round."""


@dataclass(frozen=True, slots=True)
class PastWeek:
    """One week of the period: what it is called and what readers get of it."""

    title: str
    sections: tuple[Section, ...]


def look_back(title: str, weeks: Sequence[PastWeek], by: By) -> str:
    """The weeks that hold anything as Markdown, oldest first, under `title`; no passage is left out or changed.

    Under headings, those that most weeks have come first; a heading is known by its words whatever their case.
    """
    held = [week for week in weeks if any(section.lines for section in week.sections)]
    parts = [f"# {title}"]
    parts += _by_week(held) if by == "week" else _by_heading(held)
    return join(parts)


def _by_week(weeks: Sequence[PastWeek]) -> list[str]:
    parts: list[str] = []
    for week in weeks:
        parts.append(f"## {week.title}")
        for section in week.sections:
            parts += [f"### {section.title}"] if section.title else []
            parts += [line.text for line in section.lines]
    return parts


def _by_heading(weeks: Sequence[PastWeek]) -> list[str]:
    titles: dict[str, str] = {}
    held: dict[str, list[str]] = {}
    spread: dict[str, int] = {}
    for week in weeks:
        for section in week.sections:
            key = section.title.casefold()
            titles.setdefault(key, section.title)
            held.setdefault(key, []).append(f"### {week.title}")
            held[key] += [line.text for line in section.lines]
            spread[key] = spread.get(key, 0) + 1
    parts: list[str] = []
    for key in sorted(held, key=lambda key: -spread[key]):
        parts += [f"## {titles[key]}"] if key else []
        parts += held[key]
    return parts
