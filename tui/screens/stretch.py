"""Which notes of a long day are drawn: a stretch of them that moves, so that a day of thousands opens at once."""

from dataclasses import dataclass, replace

PAGE = 50
"""Notes that are drawn at first: as many as a tall terminal has rows for."""
STEP = 25
"""How many come into it at a time: each is a widget, and whoever goes up waits for all of them."""
MOST = PAGE + STEP
"""How many it holds at most."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """`most` notes of a day, those that stand before its `later` last ones."""

    most: int = PAGE
    later: int = 0

    def up(self) -> "Stretch":
        """With the notes before it; what then is too much goes from its end."""
        grown = self.most + STEP
        beyond = max(0, grown - MOST)
        return Stretch(grown - beyond, self.later + beyond)

    def down(self) -> "Stretch":
        """With the notes behind it, as far as there are any; what then is too much goes from its beginning."""
        added = min(STEP, self.later)
        return Stretch(min(self.most + added, MOST), self.later - added)

    def within(self, total: int) -> "Stretch":
        """One that has nothing before its beginning, in a day of `total` notes."""
        return replace(self, later=max(0, min(self.later, total - self.most)))

    def around(self, later: int) -> "Stretch":
        """One that holds the note with `later` others behind it, in its middle: this one if it does already."""
        if self.later <= later < self.later + self.most:
            return self
        return replace(self, most=PAGE, later=max(0, later - PAGE // 2))
