"""A text on loan to an editor: a private file beside the journal, kept until what was written is safe.

Not in a folder for temporary files: those are cleared at a restart, and others may look into them.
"""

import os
from dataclasses import dataclass

from storage.errors import InputError
from storage.landing import write_whole
from storage.locations import drafts_folder
from storage.texts import read_text


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file that a person's editor is to open."""

    path: str
    given: str
    """The text it was laid out with, or would have been."""
    left: bool
    """Whether words that were never saved were there already; they are what the file holds."""

    def read(self) -> str:
        """What stands there now, without the line end that editors add. Raises InputError."""
        text = read_text(self.path)
        return text if self.given.endswith("\n") else text.removesuffix("\n")

    def put_away(self) -> None:
        """Remove the file, and what the editor left beside it: its words are safe, or are not wanted."""
        self.take_back()
        folder, name = os.path.split(self.path)
        for beside in os.listdir(folder):
            # `.note-1.md.swp`, `note-1.md~`, `#note-1.md#`: a backup holds the words as much as the file does.
            if beside.lstrip(".#").startswith(name):
                os.remove(os.path.join(folder, beside))

    def take_back(self) -> None:
        """Remove the file alone: an editor that was stopped may have left words beside it that are nowhere else."""
        if os.path.exists(self.path):
            os.remove(self.path)


def lay_out(journal: str, name: str, text: str) -> Sheet:
    """A sheet called `name` beside the journal file `journal`, holding `text`, or what was left there.

    Raises InputError when it cannot be written.
    """
    folder = drafts_folder(journal)
    path = os.path.join(folder, f"{name}.md")
    left = os.path.exists(path) and read_text(path) != text
    try:
        if not left:
            write_whole(folder, f"{name}.md", text)
    except OSError as error:
        raise InputError("sheet-unwritable", path=path, reason=error.strerror or "") from None
    return Sheet(path, text, left)
