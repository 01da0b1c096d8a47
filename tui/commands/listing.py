"""Notes as lines of text: number, time, words, and what holds them."""

from rules.finding import Finding, Level
from tui.console import say
from tui.occasion_told import occasion_told
from tui.views import NoteView
from tui.wording import Words

_MARKS = {Level.NOTE: "·", Level.QUESTION: "?", Level.WARNING: "▲", Level.STOP: "■"}


def list_notes(notes: list[NoteView], words: Words, *, dated: bool = False) -> None:
    """Write each note on its line, or lines, with its findings below."""
    width = max((len(str(view.note.id)) for view in notes), default=1)
    for view in notes:
        when = f"{view.note.at:%H:%M}"
        if dated:
            when = f"{view.note.day.isoformat()} {when}"
        first, *others = view.note.text.rstrip("\r\n").split("\n")
        indent = " " * (width + len(when) + 4)
        beside = "".join(f"  #{tag}" for tag in view.note.tags)
        private = f"  [{words('private')}]" if view.note.private else ""
        say(f"{view.note.id:>{width}}  {when}  {first}{beside}{private}")
        for line in others:
            say(f"{indent}{line}")
        if view.occasion:
            say(f"{indent}{occasion_told(view.occasion, words)}")
        for finding in view.findings:
            say(f"{indent}{remark(finding, words)}")


def remark(finding: Finding, words: Words) -> str:
    """A finding in one line: level, message, clause, what to do."""
    return words(
        "remark",
        mark=_MARKS[finding.level],
        level=words(f"level-{finding.level.word}"),
        rule=finding.rule,
        message=finding.message,
        advice=finding.advice,
        source=where_from(finding),
    )


def where_from(finding: Finding) -> str:
    """The title and clause a finding comes from."""
    return ", ".join(piece for piece in (finding.source.title, finding.source.clause) if piece)


def source_line(finding: Finding) -> str:
    """The title, the clause and, where there is one, the address that a finding comes from."""
    return " ".join(piece for piece in (f"[{where_from(finding)}]", finding.source.url) if piece)


def quoted(finding: Finding, words: Words) -> str:
    """The passage, as far as it may be repeated."""
    return words("quotation", words=" ".join(finding.match.split())) if finding.match else ""
