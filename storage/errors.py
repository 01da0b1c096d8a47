"""What can be wrong with the journal or a file, as kinds with values.

An error says what happened, not how to say it: the sentence a person reads is made from `kind`
and `values` by the wording of their language. No error carries the text of a note.
"""


class StorageError(Exception):
    """Something on disk cannot be used. `kind` names what is wrong; `values` fill its sentence."""

    def __init__(self, kind: str, **values: object) -> None:
        super().__init__(kind, values)
        self.kind = kind
        self.values = values

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value}" for name, value in self.values.items())
        return f"{self.kind} ({details})" if details else self.kind


class JournalError(StorageError):
    """The journal cannot be read or written. Nothing that was in it is lost."""


class SettingsError(StorageError):
    """The settings file cannot be read as settings; `values` name the file, the line and the key."""


class InputError(StorageError):
    """A file to be read in is not what it should be; `values` name the file and the line."""


class NoSuchNote(StorageError):
    """No note has this number, or it was deleted."""

    def __init__(self, note: int) -> None:
        super().__init__("no-such-note", note=note)


class NoSuchVersion(StorageError):
    """The note never had a version of this number."""

    def __init__(self, note: int, version: int) -> None:
        super().__init__("no-such-version", note=note, version=version)


class NoSuchWaiver(StorageError):
    """No waiver with this number stands."""

    def __init__(self, waiver: int) -> None:
        super().__init__("no-such-waiver", waiver=waiver)


class ChangedElsewhere(StorageError):
    """Somebody else, in another window, changed the same thing first. Nothing was overwritten."""


class CopyError(StorageError):
    """A copy of the journal cannot be written where it was asked for; the journal is as it was."""


class BackupError(JournalError):
    """A backup was not made. The journal is as it was, and no half copy was left behind."""
