"""A Friday at the app, by keyboard alone: write, be asked, think again, gather the week, clear it, send it."""

from datetime import date

import pytest

from rules.week import Week
from tests.tui.screens.sitting import sit
from tui.desk import Desk
from tui.opening import open_desk

FRIDAY = date(2026, 11, 20)
WEEK = Week(2026, 47)


@pytest.fixture(autouse=True)
def over_ssh(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody's clipboard and nobody's browser are touched."""
    monkeypatch.setenv("SSH_CONNECTION", "203.0.113.1 5 203.0.113.2 22")


async def test_a_new_person_writes_thinks_again_and_shares_the_week(desk: Desk) -> None:
    async with sit(desk, size=(80, 24)) as person:
        # Two lines about the day; the second one is asked about.
        await person.write("Five people finished the new form without help. #forms")
        await person.press("enter")
        await person.write("The fund goes up 12 % next month. It has not been announced yet.")
        await person.press("enter")
        assert "▲ warning" in person.seen

        # She deletes the wrong one, takes it back, and rewords the right one.
        await person.press("up", "up", "d", "u", "end", "e")
        await person.rewrite("We agreed how we will tell people about changes to the fund. #forms")
        await person.press("ctrl+s")
        assert "▲ warning" not in person.seen
        assert "2 notes" in person.seen
        assert "held" not in person.seen

        # One line stays with her.
        await person.press("escape")
        await person.write("Ask about the room for Thursday.")
        await person.press("enter", "up", "p")

        # The week is gathered without it; she adds a sentence of her own.
        await person.press("w")
        assert "Forms" in person.seen
        assert "## " not in person.seen
        assert "room for Thursday" not in person.seen
        await person.press("e", "ctrl+end")
        await person.write("\n\nNext week: labels.")
        await person.press("ctrl+s", "escape")

        # She clears it, goes on to share it, and copies the first part for X.
        await person.press("c", "enter", "enter")
        assert "This is what readers" in person.seen
        await person.press("y")
        assert desk.subject(str(WEEK)).text.rstrip().endswith("Next week: labels.")
        ledger = desk.outbox.lines(desk.subject(str(WEEK)))
        assert [(line.platform, line.part) for line in ledger] == [("x", 1)]

        # One esc leads back to the week, one more to today's line.
        await person.press("escape", "escape")
        assert "Friday 20 November 2026" in person.seen
        assert desk.week(WEEK).state == "shared"


async def test_the_same_friday_in_french(home: dict[str, str], desk: Desk) -> None:
    desk = open_desk({**home, "LANG": "fr_CA.UTF-8"}, journal=desk.path)
    async with sit(desk, size=(80, 24)) as person:
        assert "Bienvenue" in person.seen
        await person.write("Le financement augmente le mois prochain, mais ce n'est pas encore annoncé.")
        await person.press("enter")
        assert "▲ avertissement" in person.seen
        assert "Plutôt :" in person.seen
        await person.press("up", "c")
        await person.write("Annoncé le 12 novembre sur la page du programme.")
        await person.press("enter", "enter", "enter")
        assert "Approuvé par vous" in person.seen
        await person.press("y")
        assert desk.note(1).state == "shared"


async def test_a_reason_lapses_with_the_words_and_is_asked_for_again(desk: Desk) -> None:
    desk.log("The fund goes up 12 % next month. It has not been announced yet.")
    async with sit(desk) as person:
        await person.press("up", "c")
        await person.write("It was announced on 12 November.")
        await person.press("ctrl+s", "escape")
        assert "✓" in person.seen
        await person.press("e")
        await person.write(" More.")
        await person.press("ctrl+s")
        assert "✓" not in person.seen
        await person.press("s")
        assert "have changed since" in person.seen.replace("\n", " ")
        await person.press("c")
        assert "Your reason" in person.seen


async def test_what_was_searched_for_is_found_edited_and_still_there_tomorrow(
    desk: Desk, home: dict[str, str]
) -> None:
    desk.log("Labels are next.", on="2026-11-12", at="09:00")
    async with sit(desk) as person:
        await person.press("up", "slash")
        await person.write("label*")
        await person.press("enter", "e")
        await person.write(" And dates.")
        await person.press("ctrl+s")
    tomorrow = open_desk({**home, "CLEARDAY_NOW": "2026-11-21T09:00:00-05:00"}, journal=desk.path)
    async with sit(tomorrow) as person:
        assert "Saturday 21 November" in person.seen
        assert [view.note.text for view in tomorrow.day(date(2026, 11, 12))] == [
            "Labels are next. And dates."
        ]
