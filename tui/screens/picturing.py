"""A picture in a note: its file, what it shows, and what the people in it said, asked then or before clearing.

The picture stays where it is; the note has its name. With nothing recorded of its people the note is held.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, get_args

from textual.app import App
from textual.suggester import Suggester

from rules.photos import photo_markup, photos_in
from storage.errors import StorageError
from storage.pictures import completed, picture_at
from storage.records import ConsentState
from tui.sayings import say_error
from tui.screens.choice import Choice
from tui.screens.line import Line
from tui.screens.page import Page
from tui.wording import Words

Record = Callable[[str, ConsentState, str, str], Awaitable[bool]]
"""Records what holds for a picture: its name, the state, who agreed, to what; whether that was done."""


def recording(page: Page) -> Record:
    """How the journal of `page` records it."""

    async def record(photo: str, state: ConsentState, person: str, purpose: str) -> bool:
        await page.thread.ready()
        kept = page.desk.photos.record
        return await page.ask(kept, photo, state, person=person, purpose=purpose) is not None

    return record


class Files(Suggester):
    """Gives the rest of the name of a folder or a picture file."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """The first one that begins with `value`."""
        return await asyncio.to_thread(completed, value) if value else None


async def choose_picture(app: App[Any], words: Words, record: Record) -> str:
    """The words that name a picture in a note; empty for none. To be awaited in a worker."""
    path = await _path(app, words)
    alt = await app.push_screen_wait(Line(words("photo-ask-alt"), "")) if path else ""
    if not alt:
        return ""
    markup = photo_markup(path, alt)
    await ask_consent(app, words, words("photo-ask-consent"), photos_in(markup)[0].name, record)
    return markup


async def _path(app: App[Any], words: Words) -> str:
    asked, given = words("photo-ask-path"), ""
    while True:
        given = await app.push_screen_wait(Line(asked, given, Files()))
        if not given:
            return ""
        try:
            return await asyncio.to_thread(picture_at, given)
        except StorageError as error:
            asked = say_error(words, error)


async def ask_consent(app: App[Any], words: Words, asked: str, name: str, record: Record) -> None:
    """Ask by the sentence `asked` who is in the picture `name`, and record it. To be awaited in a worker."""
    states: tuple[ConsentState, ...] = get_args(ConsentState)
    answers = [("stay", words("photo-consent-later"))]
    answers += [(state, words(f"photo-consent-{state}")) for state in states]
    chosen = await app.push_screen_wait(Choice(asked, answers))
    state = next((one for one in states if one == chosen), None)
    who = purpose = ""
    if state == "given":
        who = await app.push_screen_wait(Line(words("photo-ask-who"), ""))
        purpose = await app.push_screen_wait(Line(words("photo-ask-purpose"), "")) if who else ""
    if state is not None and (state != "given" or (who and purpose)):
        await record(name, state, who, purpose)
