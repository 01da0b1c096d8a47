"""Takes out of a widget what is to go and puts in what is new, to the end, whatever becomes of whoever asked.

A worker that draws is cancelled when a newer one starts or the app closes. Textual would then cancel the
very widgets whose going it was waiting for, and the app would end in an error; so drawing is finished.
"""

import asyncio
from collections.abc import Callable, Sequence
from weakref import WeakKeyDictionary

from textual.widget import Widget
from textual.widgets import ListView

_TURNS: WeakKeyDictionary[Widget, asyncio.Lock] = WeakKeyDictionary()


async def swap(holder: Widget, items: Sequence[Widget]) -> None:
    """Put `items` in the place of all that `holder` holds; those who ask at once take turns."""
    await asyncio.shield(_become(holder, lambda: items))


async def become(holder: Widget, wanted: Callable[[], Sequence[Widget]]) -> None:
    """Let `holder` hold what `wanted` gives, in that order; what it holds already stays where it is, undrawn.

    `wanted` is asked when the turn has come: only then is it sure what there is to keep.
    """
    await asyncio.shield(_become(holder, wanted))


async def join(holder: Widget, items: Sequence[Widget]) -> None:
    """Put `items` behind what `holder` holds."""
    await asyncio.shield(_join(holder, items))


async def _join(holder: Widget, items: Sequence[Widget]) -> None:
    async with _TURNS.setdefault(holder, asyncio.Lock()):
        if holder.is_running and holder.is_attached:
            await holder.mount(*items)


async def _become(holder: Widget, wanted: Callable[[], Sequence[Widget]]) -> None:
    async with _TURNS.setdefault(holder, asyncio.Lock()):
        if not (holder.is_running and holder.is_attached):
            return
        async with holder.batch():
            if isinstance(holder, ListView):
                holder.index = None
            items = wanted()
            staying = set(items)
            await holder.remove_children([child for child in holder.children if child not in staying])
            if holder.is_running and holder.is_attached:  # the screen may have gone meanwhile
                await _fill(holder, items)


async def _fill(holder: Widget, items: Sequence[Widget]) -> None:
    await holder.mount(*(item for item in items if item.parent is not holder))
    # A screen that goes meanwhile takes its widgets along.
    for place, item in enumerate([item for item in items if item in holder.children]):
        if holder.children[place] is not item:
            holder.move_child(item, before=place)
