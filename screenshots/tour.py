"""Records a tour from the real app on the example journal, as an animated picture and as an asciicast.

Run from the checkout: python -m screenshots.tour
The picture plays in any browser; the cast with: asciinema play screenshots/tour/tour.cast
Each frame is taken once everything that was asked for is drawn; how long it is shown is the script's.
"""

import asyncio
from pathlib import Path
from typing import Final

from screenshots.cast import cast_of
from screenshots.film import film_of
from screenshots.frames import Frame, frame_of, merged
from screenshots.scenes import do, hold_still, sitting

FOLDER: Final = Path(__file__).parent / "tour"
SIZE: Final = (100, 28)
BREATH: Final = 0.5
"""Seconds between two stretches of words that are typed."""

Step = tuple[str, float]
"""A step as the scenes have them, and the seconds to look at what came of it."""


def _typed(text: str, look: float) -> tuple[Step, ...]:
    # A breath of words at a time, as `|` parts them.
    *breaths, last = (f"={words.replace(' ', '#')}" for words in text.split("|"))
    return (*((words, BREATH) for words in breaths), (last, look))


TOUR: Final[tuple[Step, ...]] = (
    *_typed("Five people |finished the new |form without help.", 1.0),
    ("enter", 2.0),
    *_typed("The fund goes up next month, |but it has not |been announced yet.", 4.0),
    ("enter", 2.5),
    ("up", 2.0),
    ("p", 3.0),
    ("f3", 4.0),
    ("r", 4.0),
    ("enter", 2.5),
    ("c", 4.0),
    *_typed("News release |of 12 November.", 2.0),
    ("enter", 2.0),
    ("enter", 3.0),
    ("enter", 4.0),
    ("n", 2.0),
    ("right", 3.0),
    ("f5", 2.5),
    *_typed("form tag:forms", 4.0),
    ("@calendar", 4.0),
    ("f2", 3.0),
)
"""A note, a remark while writing, the week, a text cleared and shared, what was written before."""


async def frames(steps: tuple[Step, ...] = TOUR) -> list[Frame]:
    """The app after each step; first of all as it opens."""
    taken: list[Frame] = []
    async with sitting(SIZE, "en", "clearday-dark", example=True) as (app, pilot):
        await hold_still(app, pilot)
        taken.append(frame_of(app, 2.5))
        for step, look in steps:
            app.clear_notifications()
            await do(step, app, pilot)
            await hold_still(app, pilot)
            taken.append(frame_of(app, look))
    return merged(taken)


def record() -> None:
    """Record it into its folder."""
    taken = asyncio.run(frames())
    FOLDER.mkdir(exist_ok=True)
    for name, written in (("tour.svg", film_of(taken, SIZE)), ("tour.cast", cast_of(taken, SIZE))):
        (FOLDER / name).write_text(written, encoding="utf-8")
        print(f"{name}: {len(taken)} frames, {len(written.encode()) // 1000} kB")


if __name__ == "__main__":
    record()
