"""A note in full beside a list: its day, how it stands, its words with what was looked for set apart."""

from collections.abc import Iterator, Sequence

from rich.text import Text
from textual.containers import VerticalScroll
from textual.widgets import Static

from rules.found import places
from rules.query import Sought
from tui.views import NoteView
from tui.visible import visible
from tui.widgets.signs import sign_of
from tui.wording import Words

MOST_SHOWN = 6_000
"""Most code points that are drawn."""


class Preview(VerticalScroll, can_focus=False):
    """One note, or nothing."""

    DEFAULT_CSS = """
    Preview { padding: 0 0 0 2; }
    Preview Static { height: auto; max-width: 91; padding: 0 1 0 0; }
    """

    def __init__(self, words: Words, *, id: str) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(Static(), id=id)
        self._words = words

    def show(self, view: NoteView, sought: Sequence[Sought]) -> None:
        """Draw `view`, the matches of `sought` bold and underlined."""
        note = view.note
        told = Text(" · ".join(self._head(view)) + "\n\n", "bold")
        shown = note.text[:MOST_SHOWN]
        # A sign made visible is one for one, so that the places of the matches stay.
        text = Text(visible(shown), "not bold")
        for start, end in places(shown, sought):
            text.stylize("bold underline", start, end)
        told.append_text(text)
        if len(note.text) > MOST_SHOWN:
            told.append(
                f"\n{self._words('note-longer', size=self._words.figure(len(note.text)))}", "not bold"
            )
        self.query_one(Static).update(told)
        self.scroll_home(animate=False)

    def _head(self, view: NoteView) -> Iterator[str]:
        note = view.note
        yield self._words("preview-head", day=self._words.long_date(note.day), at=f"{note.at:%H:%M}")
        yield from (f"#{visible(tag)}" for tag in note.tags)
        if sign_of(view).strip():
            yield f"{sign_of(view)} {self._words(self._state(view))}"

    def _state(self, view: NoteView) -> str:
        return "preview-private" if view.note.private else f"state-{view.state}"
