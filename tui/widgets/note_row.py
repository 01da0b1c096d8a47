"""One note of a day: sign, time, words, tags; and below the selected one what was found in it."""

import re
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.text import Text
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import ListItem, ListView, Static

from rules.finding import Level
from rules.hashtags import hashtags
from tui.bindings import KeysNow
from tui.occasion_told import occasion_told
from tui.visible import visible
from tui.widgets.in_columns import InColumns
from tui.widgets.marked_text import MarkedProse
from tui.widgets.note_editor import NoteEditor
from tui.widgets.remark import by_rule, remark
from tui.widgets.signs import sign_of, state_key
from tui.widgets.tones import tone_of, tones
from tui.wording import Words

if TYPE_CHECKING:
    from tui.views import NoteView

MOST_SHOWN = 1_500
"""Most code points of a note that the list draws; the editor has them all."""
MOST_LINES = 12
"""Most lines of a note that the list draws: the note and its remarks have to fit a small terminal."""
_MOST_REMARKS = 3
_INDENT = 8
_KEYS = {Level.NOTE: "advice", Level.QUESTION: "question", Level.WARNING: "held", Level.STOP: "stopped"}
_NARROW = 67
"""Columns of a terminal below which tags get less room. Not of the row: to ask for its own while rows are laid
out would lay all of them out again for each."""
_SHORT = 24
"""Rows of a terminal below which nothing is drawn under a passage."""
_TAGS_END = 120
_LAST_TAGS = re.compile(r"(?<=[^\s#])(?:[^\S\n]+#[\w-]+)+\s*\Z")


class NoteRow(ListItem):
    """A note in the list."""

    DEFAULT_CSS = """
    NoteRow { padding: 0; border-left: blank; }
    NoteRow.-highlight { border-left: outer $accent; }
    NoteRow Horizontal { height: auto; }
    NoteRow .note-row--at { width: 7; color: $quiet; }
    """

    def __init__(self, view: "NoteView", words: Words) -> None:
        super().__init__()
        self.view = view
        """What is drawn."""
        self._words = words

    def show(self, view: "NoteView") -> None:
        """Draw another version of the note."""
        if view != self.view:
            self.view = view
            self.refresh(layout=True)

    def watch_highlighted(self, value: bool) -> None:
        """The selected row opens, so its height changes."""
        super().watch_highlighted(value)
        self.refresh(layout=True)

    def open_editor(self) -> NoteEditor:
        """Let the person rewrite the note where it stands."""
        editor = NoteEditor(self.view.note.text)
        editor.mark(self.view.findings)
        at = Static(Text(f"{sign_of(self.view)} {self.view.note.at:%H:%M}"), classes="note-row--at")
        self.mount(Horizontal(at, editor))
        self.call_after_refresh(editor.focus)
        return editor

    async def close_editor(self) -> None:
        """Show the note again."""
        await self.remove_children()
        self.refresh(layout=True)

    def render(self) -> RenderableType:
        """The note; with its findings when it is the selected one."""
        if self.children or self.parent is None:  # rewritten where it stands, or on its way out
            return ""
        if not self.highlighted or self._makes_room:
            return Group(self._line(), *self._beside(), *self._why_held())
        return Group(self._line(), *self._beside(), *self._below())

    @property
    def _makes_room(self) -> bool:
        # Where lines are few, one remark at a time: that on the words being written.
        return self.app.size.height < _SHORT and self.screen.has_class("-remarked")

    @property
    def _list(self) -> Widget:
        # The list that it stands in has the colours of all its rows.
        return self.query_ancestor(ListView)

    @property
    def _quiet(self) -> Style:
        return self._list.get_component_rich_style("note-row--quiet", partial=True)

    def _line(self) -> InColumns:
        narrow = self.app.size.width < _NARROW
        text, tags = _without_last_tags(self.view)
        at = Text(f"{self.view.note.at:%H:%M}", self._quiet)
        sign = Text(sign_of(self.view), tone_of(self._list, self.view) + Style(bold=True))
        cells = [(sign, 1), (at, 5)]
        return InColumns(cells, self._prose(shortened(text)), Text(tags, self._quiet), 8 if narrow else 24)

    def _prose(self, text: str) -> MarkedProse:
        return MarkedProse(
            text, self.view.findings, ruled=self._ruled, most=MOST_SHOWN, tones=tones(self._list)
        )

    @property
    def _ruled(self) -> bool:
        # Where lines are few, the remark needs them more than the rules under the passages do.
        return self.highlighted and self.app.size.height >= _SHORT

    def _beside(self) -> list[RenderableType]:
        # Other people's words, and never ours: in one quiet line below the note.
        if self.view.occasion is None:
            return []
        told = visible(occasion_told(self.view.occasion, self._words))
        return [Padding(Text(told, self._quiet, no_wrap=True, overflow="ellipsis"), (0, 0, 0, _INDENT))]

    def _why_held(self) -> list[RenderableType]:
        # At a glance, in one line, for every note that is held; all of it stands below the selected one.
        if self.view.state != "held" or self.view.note.private:
            return []
        worst = by_rule(self.view.findings)[0][0]
        if not worst.holds:
            return []
        said = Text(visible(worst.message), self._quiet, no_wrap=True, overflow="ellipsis")
        return [Padding(said, (0, 0, 0, _INDENT))]

    def _below(self) -> list[RenderableType]:
        parts: list[Text] = []
        size = len(self.view.note.text)
        if len(shortened(self.view.note.text)) < size:
            parts.append(Text(self._words("note-longer", size=self._words.figure(size))))
        state = state_key(self.view)
        if state.startswith("state-"):
            parts.append(Text(f"{sign_of(self.view)} {self._words(state)}"))
        remarks = by_rule(self.view.findings)
        for findings in remarks[:_MOST_REMARKS]:
            parts.append(remark(self._words, findings, tones=tones(self._list)))
            # Below the first, which is the heaviest: what stands lower may be out of sight.
            if findings is remarks[0] and not state.startswith("state-"):
                parts.append(Text(self._keys(findings[0].level), self._quiet))
        if len(remarks) > _MOST_REMARKS:
            parts.append(Text(self._words.count("more-findings", len(remarks) - _MOST_REMARKS)))
        return [Padding(part, (0, 0, 0, _INDENT)) for part in parts]

    def _keys(self, level: Level) -> str:
        now = KeysNow(self.screen, type(self._list))
        keys = self._words(f"remark-keys-{_KEYS[level]}", key=now)
        listed = isinstance(self.parent, Widget) and self.parent.has_focus
        return keys if listed else self._words("remark-keys-from-line", keys=keys)


def shortened(text: str) -> str:
    """The beginning of `text`, at most `MOST_SHOWN` code points and `MOST_LINES` lines of it."""
    return "\n".join(text[:MOST_SHOWN].split("\n", MOST_LINES)[:MOST_LINES])


def _without_last_tags(view: "NoteView") -> tuple[str, str]:
    """The text without the hashtags it ends in, which stand at the right with the other tags."""
    text = view.note.text
    ending = _LAST_TAGS.search(text[-_TAGS_END:])
    cut = len(text) - len(ending.group()) if ending else len(text)
    if any(finding.end > cut for finding in view.findings):
        cut = len(text)
    inside = {tag.casefold() for tag in hashtags(text[:cut])}
    tags = [tag for tag in view.tags if tag.casefold() not in inside]
    return text[:cut], " ".join(f"#{visible(tag)}" for tag in tags)
