"""A week under random notes and random hands: nothing private comes or stays, nothing by hand goes, nothing doubles."""

import re
from collections.abc import Sequence
from datetime import timedelta
from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rules.merge import join
from rules.offers import Passage, left_out, moved, settled, taken
from rules.week import Week
from tui.desk import Desk
from tui.weekly import MadeWeek

WEEKS = (Week(2000, 1).shifted(number) for number in count())
"""A fresh one for each example: a journal of its own would take much longer."""
OPENINGS = ("", "Thanks: ", "Next week: ", "Learned: ", "Merci, ", "Win: ")
DEEDS = (
    "log",
    "log",
    "log",
    "secret",
    "edit",
    "drop",
    "take",
    "take all",
    "move",
    "save",
    "write",
    "withdraw",
)


class Sitting:
    """A journal and what must hold of its week."""

    def __init__(self, desk: Desk, week: Week) -> None:
        self.desk = desk
        self.week = week
        self.count = 0
        self.by_hand: set[str] = set()
        self.dropped: set[str] = set()
        self.notes: dict[int, str] = {}
        self.withdrawn: set[str] = set()

    def made(self) -> MadeWeek:
        return self.desk.weeks.made(self.week)

    def keep(self, passages: Sequence[Passage]) -> None:
        waiting = [one for one in passages if one.offered]
        made, now = self.made(), self.desk.clock.now()
        text, save = join(settled(passages)), self.desk.weeks.weekly.save
        seen = made.passages
        save(self.week, text, made.version, draft=made.draft, seen=seen, now=now, waiting=waiting)

    def do(self, deed: str, choice: int) -> None:
        passages = list(self.made().passages)
        if deed in ("log", "secret"):
            self.log(OPENINGS[choice % len(OPENINGS)], private=deed == "secret", day=choice % 5)
        elif deed == "withdraw" and self.notes:
            number = sorted(self.notes)[choice % len(self.notes)]
            self.withdrawn.add(self.notes.pop(number))
            self.desk.set_private(self.desk.note(number).note, True)
        elif deed == "take all":
            self.keep([Passage(one.text, one.kind, one.notes) for one in passages])
        elif deed in ("save", "withdraw"):
            self.keep(passages)
        elif deed == "write":
            self.count += 1
            self.by_hand.add(f"By hand {self.count}x.")
            self.keep([*passages, Passage(f"By hand {self.count}x.", "hand")])
        else:
            self.change(deed, passages, choice)

    def change(self, deed: str, passages: list[Passage], choice: int) -> None:
        at = choice % len(passages)
        one = passages[at]
        if one.kind in ("title", "heading") or (one.offered and deed not in ("take", "drop")):
            return
        if deed == "take":
            self.keep(taken(passages, at))
        elif deed == "move":
            self.keep(moved(passages, at, 1 if choice % 2 else -1))
        elif one.text not in self.by_hand and "Edited" not in one.text:
            self.cut(deed, passages, at)

    def cut(self, deed: str, passages: list[Passage], at: int) -> None:
        one = passages[at]
        if deed == "drop":
            self.dropped |= {word for word in one.text.split() if word.startswith("word")}
            self.keep(left_out(passages, at))
        else:
            self.count += 1
            self.by_hand.add(f"Edited {self.count}x.")
            edited = Passage(f"{one.text} Edited {self.count}x.", "edited")
            self.keep([*passages[:at], edited, *passages[at + 1 :]])

    def log(self, opening: str, *, private: bool, day: int) -> None:
        self.count += 1
        word = f"{'secret' if private else 'word'}{self.count}x"
        number = self.desk.log(
            f"{opening}{word} said",
            on=(self.week.monday + timedelta(days=day)).isoformat(),
            at="09:00",
            private=private,
        ).note.id
        if not private:
            self.notes[number] = word

    def check(self) -> None:
        made = self.made()
        text, stands = made.text, join(settled(made.passages))
        assert "secret" not in text + stands
        for words in self.by_hand:
            assert stands.count(words) == 1, words
        for word in self.notes.values():
            times = text.count(word)
            assert times == 1 or (times == 0 and word in self.dropped), (word, text)
            assert stands.count(word) <= 1
        unedited = " ".join(block for block in settled(made.passages) if "Edited" not in block)
        assert self.withdrawn.isdisjoint(re.findall(r"\w+", unedited))
        self.keep(made.passages)
        again = self.made()
        assert (join(settled(again.passages)), again.passages) == (stands, made.passages)


@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(0, 10_000)), min_size=4, max_size=14))
def test_no_word_by_hand_goes_no_private_one_comes_and_none_is_there_twice(
    desk: Desk, deeds: list[tuple[str, int]]
) -> None:
    sitting = Sitting(desk, next(WEEKS))
    for deed, choice in deeds:
        sitting.do(deed, choice)
    sitting.check()


def test_a_heading_on_offer_keeps_its_name_when_something_else_is_saved(desk: Desk) -> None:
    sitting = Sitting(desk, next(WEEKS))
    for deed, choice in [("log", 0), ("write", 0), ("log", 0), ("log", 5), ("drop", 4), ("withdraw", 0)]:
        sitting.do(deed, choice)
    sitting.check()
