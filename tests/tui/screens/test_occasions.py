"""One key says what a note answers, passes on or asks for: on the line, and for a note that is there already."""

from textual import events

from storage.records import Occasion
from tests.tui.screens.sitting import sit
from tui.desk import Desk
from tui.screens.beside import Beside
from tui.widgets.journal_line import JournalLine

QUESTION = "How did you get it down to one page?"


async def test_a_reply_is_written_on_the_line_with_its_question_beside_it(desk: Desk) -> None:
    async with sit(desk, (80, 24)) as person:
        await person.press("ctrl+b")
        await person.choose("A reply: the question stays beside it")
        assert isinstance(person.app.screen, Beside)
        await person.write(QUESTION)
        await person.press("enter")
        await person.write("Ana Diaz")
        await person.press("enter", "enter")
        assert isinstance(person.app.focused, JournalLine)
        assert "Your answer, as others could use it too" in person.seen
        assert "↩ reply · Ana Diaz" in person.seen
        await person.write("One thing at a time.")
        await person.press("enter")
        assert QUESTION[:20] in person.seen
        assert "Your answer" not in person.seen
    [view] = desk.day(desk.clock.today())
    assert view.note.text == "One thing at a time."
    assert view.occasion is not None
    assert view.occasion.written == ("reply", QUESTION, "Ana Diaz", "", "")


async def test_a_note_that_is_there_gets_its_credit_and_loses_it_again(desk: Desk) -> None:
    desk.log("Forms that work.")
    async with sit(desk, (80, 24)) as person:
        await person.press("up", "ctrl+b")
        await person.choose("Passing something on, with credit and link")
        await person.write("Ana Diaz")
        await person.press("enter", "enter")
        assert "↪ passed on · Ana Diaz" in person.seen
        assert desk.subject("1").text == "Forms that work.\nVia Ana Diaz"
        await person.press("ctrl+b")
        await person.choose("An ordinary note again")
        assert desk.note(1).occasion is None


async def test_esc_changes_nothing_and_the_words_stay(desk: Desk) -> None:
    async with sit(desk, (80, 24)) as person:
        await person.write("Half a thought")
        await person.press("ctrl+b", "escape")
        await person.press("ctrl+b")
        await person.choose("A call for expertise")
        await person.press("escape")
        assert person.page.query_one(JournalLine).text == "Half a thought"
        await person.press("enter")
    assert desk.note(1).occasion is None


async def test_what_stands_beside_the_line_survives_with_its_words(desk: Desk) -> None:
    kept = Occasion("call", until="30 November")
    async with sit(desk, (80, 24)) as person:
        await person.page.take_occasion(kept)  # type: ignore[attr-defined]
        draft = desk.drafts
        rows = desk._journal.database.execute("SELECT source, text FROM draft").fetchall()
        assert ("line-occasion", '["call", "", "", "", "30 November"]') in [tuple(row) for row in rows]
        await person.write("Who knows screen readers?")
        await person.press("enter")
        rows = desk._journal.database.execute("SELECT source FROM draft").fetchall()
        assert rows == [], draft
    assert desk.note(1).occasion is not None


async def test_a_screen_in_french_says_it_in_french(home: dict[str, str], desk: Desk) -> None:
    from tui.opening import open_desk

    french = open_desk({**home, "LANG": "fr_CA.UTF-8"}, journal=desk.path)
    french.log("Voici la carte.", occasion=Occasion("passing-on", who="Ana Diaz"))
    async with sit(french, (80, 24)) as person:
        assert "↪ relayé · Ana Diaz" in person.seen
        await person.press("ctrl+b")
        assert "Un appel à l’expertise" in person.seen
    french.close()


async def test_typing_without_a_pause_fills_each_line_and_then_the_note(desk: Desk) -> None:
    """Enter moved the cursor a moment later: the next letters landed in the line that was left."""
    async with sit(desk, (80, 24)) as person:
        await person.press("ctrl+b")
        await person.choose("A reply: the question stays beside it")
        typed = [
            "W",
            "h",
            "y",
            "enter",
            "A",
            "n",
            "a",
            "enter",
            "a",
            ".",
            "c",
            "a",
            "enter",
            "S",
            "o",
            ".",
            "enter",
        ]
        for one in typed:
            person.app.post_message(events.Key(one, one if len(one) == 1 else None))
        for _ in range(10):
            await person.settle()
    [view] = desk.day(desk.clock.today())
    assert view.note.text == "So."
    assert view.occasion is not None
    assert view.occasion.written == ("reply", "Why", "Ana", "a.ca", "")


async def test_a_kind_is_taken_back_done_again_and_brought_back_from_the_history(desk: Desk) -> None:
    desk.log("Forms that work.")
    desk.say_occasion(1, Occasion("passing-on", who="Ana Diaz"))
    desk.say_occasion(1, Occasion("call", until="Monday"))
    async with sit(desk, (80, 24)) as person:
        await person.press("up", "u")
        assert "Taken back: the kind given to note 1." in person.said[-1]
        assert "↪ passed on · Ana Diaz" in person.seen
        await person.press("U")
        assert "? call for expertise · by Monday" in person.seen
        await person.press("h", "down")
        assert "What the note answered, passed on or asked for then" in person.seen
        assert "↪ passed on · Ana Diaz" in person.seen
        await person.press("enter")
        assert person.page.TOPIC == "today"
        assert desk.note(1).occasion is not None
        assert "↪ passed on · Ana Diaz" in person.seen
