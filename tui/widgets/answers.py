"""What a remark can be answered with while one writes: the change it suggests, a reason, or that it is wrong here."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rules.finding import Finding, Level
from tui.visible import visible
from tui.widgets.prose_editor import ProseEditor
from tui.wording import Words

if TYPE_CHECKING:
    from rules.change import Change


def spoken_at(findings: Iterable[Finding], place: int) -> Finding | None:
    """Which of `findings` is spoken of when the cursor is at the code point `place`: one there, else the heaviest."""
    found = list(findings)
    here = [one for one in found if one.start <= place <= one.end]
    return max(here or found, key=lambda one: one.level, default=None)


def answers_to(text: str, finding: Finding) -> dict[str, str]:
    """What can be answered to `finding`, made of `text`: `change`, `reason`, `not-this`, each with its wording key."""
    from tui.suggesting import suggestions  # not needed before there is a remark

    kind = suggestions().kind(text, finding)
    said = {"change": f"change-{kind}"} if kind else {}
    if finding.level in (Level.WARNING, Level.QUESTION):
        said["reason"] = "line-reason-short"
    if finding.level is not Level.STOP:
        said["not-this"] = "line-not-this-short"
    return said


def make_change(words: Words, editor: ProseEditor, finding: Finding) -> str:
    """Make it, as if it were typed, and say so; empty where there is none, or the words changed meanwhile."""
    from tui.suggesting import suggestions

    change = suggestions().of(editor.text, finding) if editor.marked_as_it_is else None
    if change is None:
        return ""
    editor.replace_passage(change.start, change.end, change.words)
    return say_change(words, change, "change-back-typed")


def say_change(words: Words, change: "Change", back: str) -> str:
    """One sentence: what was done; and, by the wording key `back`, how it is taken back."""
    said = words(f"did-change-{change.kind}", words=words("quoted", text=visible(change.words)))
    return f"{said} {words(back)}"
