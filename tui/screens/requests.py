"""What a screen asks the app for: to open another one. The app alone knows how screens follow each other."""

from datetime import date

from textual.message import Message

from rules.week import Week


class OpenDay(Message):
    """Message that requests today's screen on `day`, with the note numbered `note` selected if one is named."""

    def __init__(self, day: date, note: int | None = None, *, edit: bool = False) -> None:
        """`edit` opens the note's editor as well."""
        super().__init__()
        self.day = day
        self.note = note
        self.edit = edit


class OpenWeek(Message):
    """Message that requests the weekly note of `week`; `place` puts the cursor at a code point and edits there."""

    def __init__(self, week: Week, place: int | None = None, *, guided: bool = False) -> None:
        """`guided`: step by step."""
        super().__init__()
        self.week = week
        self.place = place
        self.guided = guided


class OpenClear(Message):
    """Message that requests the clearing of what the public id `name` names."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name


class OpenShare(Message):
    """Message that requests the snippets of what the public id `name` names."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name


class OpenHistory(Message):
    """Message that requests every version of the note numbered `note`."""

    def __init__(self, note: int) -> None:
        super().__init__()
        self.note = note


class OpenWeekHistory(Message):
    """Message that requests every version of the weekly note of `week`."""

    def __init__(self, week: Week) -> None:
        super().__init__()
        self.week = week


class Arrived(Message):
    """Message that a screen which was being read is all there: what was typed meanwhile is for it."""


class GoBack(Message):
    """Message that requests the screen below, or today's line."""


class SettingsChanged(Message):
    """Message that requests the app to go on with the settings as they are now, at `place` if one is named."""

    def __init__(self, place: str = "") -> None:
        super().__init__()
        self.place = place
