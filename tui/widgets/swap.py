"""Takes what a widget holds out and puts other things in, to the end, whatever becomes of whoever asked.

A worker that draws is cancelled when a newer one starts or the app closes. Textual would then cancel the
very widgets whose going it was waiting for, and the app would end in an error; so drawing is finished.
"""

import asyncio
from collections.abc import Sequence
from weakref import WeakKeyDictionary

from textual.widget import Widget
from textual.widgets import ListView

_TURNS: WeakKeyDictionary[Widget, asyncio.Lock] = WeakKeyDictionary()


async def swap(holder: Widget, items: Sequence[Widget]) -> None:
    """Put `items` in the place of all that `holder` holds; those who ask at once take turns."""
    await asyncio.shield(_swap(holder, items))


async def _swap(holder: Widget, items: Sequence[Widget]) -> None:
    async with _TURNS.setdefault(holder, asyncio.Lock()):
        if not holder.is_running:
            return
        async with holder.batch():
            if isinstance(holder, ListView):
                holder.index = None
            await holder.remove_children()
            if holder.is_running:
                await holder.mount(*items)
