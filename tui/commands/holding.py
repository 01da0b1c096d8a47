"""Says what holds a text, why, and what to do next."""

from rules.finding import Finding, Level
from rules.photos import photos_in
from tui import exits
from tui.answering import numbered
from tui.commands.listing import quoted, source_line
from tui.console import tell
from tui.gate import Held, Standing
from tui.subject import Subject
from tui.wording import Words


def standing_lines(standing: Standing, words: Words) -> list[str]:
    """Each finding with its passage, its clause and its advice; or that no rule matched."""
    lines = []
    for finding in standing.findings:
        lines.append(_heading(finding, standing.subject.text, words))
        lines.append(f"    {finding.message} {finding.advice}")
        lines.append(f"    {source_line(finding)}")
        if finding.waived:
            lines.append(words("waived-before", reason=finding.waived))
        else:
            lines += [f"      {answer}" for answer in numbered(finding.answers)]
    if not any(finding.level > Level.NOTE for finding in standing.findings):
        lines.append(words("verdict-advice" if standing.findings else "verdict-clear"))
    return lines


def _heading(finding: Finding, text: str, words: Words) -> str:
    # A secret is not repeated, so in a long text only its line says where it is. What was found in a rendered
    # text alone has no place in the source.
    level, rule = words(f"level-{finding.level.word}"), finding.rule
    if finding.end and "\n" in text.rstrip("\n"):
        line = text.count("\n", 0, finding.start) + 1
        return " · ".join((words("check-where", line=line, level=level, rule=rule), quoted(finding, words)))
    return " · ".join((level, rule, quoted(finding, words)))


def why_held(held: Held, words: Words) -> str:
    """Why the gate is shut, and how it opens, in a sentence or two."""
    when = f"{held.last.cleared_at:%Y-%m-%d %H:%M}" if held.last else ""
    rules = ", ".join(held.standing.owed)
    photos = ", ".join(photo.name for photo in photos_in(held.standing.subject.text))
    subject = held.standing.subject
    called = words("this-text") if subject.name == "-" else subject.name
    return words(f"held-{held.why}", name=called, id=subject.name, rules=rules, when=when, photos=photos)


def cleared(subject: Subject, words: Words) -> str:
    """That a text is cleared; one from standard input has no name to call it by."""
    return words("cleared-text") if subject.name == "-" else words("cleared", name=subject.name)


def tell_held(held: Held, words: Words) -> int:
    """Say why the gate is shut; returns the exit code."""
    tell(why_held(held, words))
    return exits.STOPPED if held.why == "stopped" else exits.HELD
