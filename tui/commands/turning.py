"""Says what was taken back or done again."""

from storage.records import Act
from tui.console import give_json, tell
from tui.shapes import act_json
from tui.wording import Words


def say_turned(act: Act, how: str, words: Words, *, as_json: bool) -> None:
    """`how` is `undone` or `redone`: as a sentence on stderr, or as JSON on stdout."""
    if as_json:
        give_json({"did": how, **act_json(act)})
    else:
        tell(words(how, act=words(f"act-{act.kind}", name=act.name)))
