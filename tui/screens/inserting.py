"""What can be put into a note, chosen from a list while it is written: a template, or a picture."""

import asyncio
from typing import Any

from textual.app import App

from tui.note_templates import load_templates
from tui.sayings import say_error
from tui.screens.choice import Choice
from tui.screens.picturing import Record, choose_picture
from tui.visible import visible
from tui.wording import Words


async def choose_insertion(app: App[Any], words: Words, config: str, record: Record) -> str:
    """The text that the person chose; empty for none. `config`: the settings file; `record` keeps a consent.

    To be awaited in a worker. A file that is no template is named, and the others are offered.
    """
    found = await asyncio.to_thread(load_templates, config, words)
    templates = list(found.known.values())
    asked = [words("insert-ask"), *(say_error(words, error) for error in found.wrong[:1])]
    answers = [("stay", words("choice-none"))]
    answers += [(f"t{place}", visible(one.title)) for place, one in enumerate(templates)]
    answers.append(("picture", words("insert-picture")))
    chosen = await app.push_screen_wait(Choice("\n".join(asked), answers))
    if chosen == "picture":
        return await choose_picture(app, words, record)
    return "" if chosen == "stay" else templates[int(chosen[1:])].text
