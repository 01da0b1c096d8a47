"""Sharing: the preview is the truth, and only what was cleared leaves."""

import base64
import os
from pathlib import Path

import pytest

from rules.snippet import snippets
from tests.tui.screens.sitting import Sitting, sit
from tui.desk import Desk
from tui.opening import open_desk
from tui.outlets.copying import Copied
from tui.widgets.part_card import PartCard
from tui.wording import Words

LONG = " ".join(f"Sentence number {n} says what five people did with the form." for n in range(20))


@pytest.fixture(autouse=True)
def no_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody's clipboard and nobody's browser: as over SSH."""
    monkeypatch.setenv("SSH_CONNECTION", "203.0.113.1 5 203.0.113.2 22")
    monkeypatch.delenv("BROWSER", raising=False)


def cards(person: Sitting) -> list[PartCard]:
    return list(person.page.query(PartCard))


def snippet_files(desk: Desk) -> list[str]:
    folder = Path(desk.path).parent / "snippets"
    return [path.read_text("utf-8") for path in folder.iterdir()] if folder.is_dir() else []


async def test_before_clearing_there_is_a_preview_and_nothing_leaves(desk: Desk) -> None:
    desk.log("The fund goes up 12 % next month. It has not been announced yet.")
    async with sit(desk) as person:
        await person.press("up", "s")
        assert "Not cleared yet" in person.seen
        assert "The fund goes up" in person.seen
        await person.press("y", "enter", "o")
        assert "Not cleared yet" in person.said[0]
        assert snippet_files(desk) == []
        assert desk.outbox.lines(desk.subject("1")) == []


async def test_a_thread_is_gone_through_part_by_part_in_sight(desk: Desk) -> None:
    """The next part was copied out of sight, and what became of it stood on the other platforms' screens."""
    desk.log(LONG)
    async with sit(desk, size=(80, 24)) as person:
        await person.press("up", "s")
        assert "space" not in person.seen.splitlines()[-1]
        await person.press("c", "enter", "enter")
        assert "space copy, next" in person.seen.splitlines()[-1]
        shown = person.page.query_one("#share-parts").region
        for n in (1, 2, 3, 4):
            await person.press("space")
            current = next(card for card in cards(person) if card.current)
            assert current.part.n == n
            assert shown.y <= current.region.y
            assert current.region.bottom <= person.page.query_one("#share-parts").region.bottom
        assert "x-note-1-4.txt" in "".join(person.seen.split())  # a long path goes on in the next row
        await person.press("right")
        assert "x-note-1-4.txt" not in "".join(person.seen.split())


async def test_each_part_shows_what_is_copied_and_its_length_by_the_one_count(desk: Desk) -> None:
    desk.log(LONG)
    async with sit(desk, size=(120, 60)) as person:
        await person.press("up", "c", "enter", "enter")
        parts = snippets(LONG, desk.platforms["x"])
        assert [card.part for card in cards(person)] == list(parts)
        assert f"{parts[0].length} of 280" in person.seen
        await person.press("n", "y")
        assert snippet_files(desk) == [parts[1].text]
        assert [(line.part, line.platform) for line in desk.outbox.lines(desk.subject("1"))] == [(2, "x")]


async def test_an_uncertain_count_says_about(desk: Desk) -> None:
    desk.log("Five people finished the form.")
    async with sit(desk) as person:
        await person.press("up", "s", "right", "right", "right")
        assert "about 30 of 3,000" in person.seen


async def test_a_change_after_clearing_shuts_the_gate_also_while_the_preview_is_open(desk: Desk) -> None:
    note = desk.log("Five people finished the form.").note
    async with sit(desk) as person:
        await person.press("up", "c", "enter", "enter")
        desk.rewrite(note, "Six people finished the form.")
        await person.press("y")
        assert snippet_files(desk) == []
        assert desk.outbox.lines(desk.subject("1")) == []
        assert "have changed since" in person.seen


async def test_c_clears_from_the_preview_and_comes_back_to_it(desk: Desk) -> None:
    desk.log("Five people finished the form.")
    async with sit(desk) as person:
        await person.press("up", "s", "c", "enter", "enter")
        assert person.page.TOPIC == "share"
        assert "Cleared by you" in person.seen
        await person.press("escape")
        assert person.page.TOPIC == "today"


async def test_a_private_note_is_never_offered(desk: Desk) -> None:
    desk.log("Between us.", private=True)
    async with sit(desk) as person:
        await person.press("up", "s", "y")
        assert "private and stays here" in person.seen
        assert snippet_files(desk) == []


async def test_the_terminal_gets_exactly_the_released_part(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.log("Cinq personnes ont fini. 🎉")
    async with sit(desk) as person:
        sent: list[str] = []
        driver = person.app._driver
        assert driver is not None
        monkeypatch.setattr(driver, "write", sent.append)
        monkeypatch.setattr(type(person.app), "is_headless", property(lambda _: False))
        await person.press("up", "c", "enter", "enter", "y")
        osc52 = [data for data in sent if "\x1b]52" in data]
        encoded = base64.b64encode("Cinq personnes ont fini. 🎉".encode()).decode()
        assert osc52 == [f"\x1b]52;c;{encoded}\a"]
        assert os.path.exists(desk.path)
        assert "sent to the terminal 16:30, unconfirmed" in person.seen


async def test_one_key_copies_a_part_marks_it_and_copies_the_next(desk: Desk) -> None:
    desk.log(LONG)
    desk.clear(desk.subject("1"), {})
    parts = snippets(LONG, desk.platforms["x"])
    async with sit(desk, size=(120, 60)) as person:
        await person.press("up", "s", "space")
        assert snippet_files(desk) == [parts[0].text]
        await person.press("space")
        lines = [(line.part, line.route) for line in desk.outbox.lines(desk.subject("1"))]
        assert (1, "posted") in lines
        assert lines[-1][0] == 2
        assert "✔ posted 16:30" in person.seen


async def test_copying_says_what_comes_next_and_the_last_part_where_to_go(desk: Desk) -> None:
    """Behind the last part the key was still offered, and did nothing."""
    desk.log(LONG)
    desk.clear(desk.subject("1"), {})
    count = len(snippets(LONG, desk.platforms["x"]))
    async with sit(desk, size=(120, 60)) as person:
        await person.press("up", "s", "space")
        assert "Paste it, then space marks it as posted and copies the next." in person.seen
        await person.press(*["space"] * count)
        assert f"All {count} parts are posted. → shows the next platform, esc goes back." in person.seen
        assert "copy, next" not in person.seen.splitlines()[-1]


async def test_p_marks_a_part_as_posted_and_takes_that_back(desk: Desk) -> None:
    desk.log("Five people finished the form.")
    async with sit(desk) as person:
        await person.press("up", "s", "p")
        assert "Not cleared yet" in person.said[0]
        desk.clear(desk.subject("1"), {})
        await person.press("c", "escape", "up", "s", "p")
        assert "✔ posted 16:30" in person.seen
        await person.press("p")
        assert "✔ posted" not in person.seen
        assert [line.route for line in desk.outbox.lines()] == ["posted", "unposted"]


async def test_what_one_platform_gets_is_written_counted_and_taken_back(desk: Desk) -> None:
    desk.log("Five people finished the form.")
    async with sit(desk) as person:
        await person.press("up", "s", "e", "ctrl+end")
        await person.write(" And six more.")
        assert "1 part: 44 of 280" in person.seen
        await person.press("ctrl+s")
        assert desk.subject("1@x").text == "Five people finished the form. And six more."
        assert "edited for this" in person.seen
        assert "And six more." in person.seen
        await person.press("right")
        assert "And six more." not in person.seen.split("╭─ X")[0]
        await person.press("left", "c", "enter")
        assert desk.release(desk.subject("1"), desk.platforms["x"]).parts[0].text.endswith("six more.")
        await person.press("enter", "v")
        assert "edited for this" not in person.seen


async def test_words_written_for_a_platform_are_not_dropped_unasked(desk: Desk) -> None:
    desk.log("Five people finished the form.")
    async with sit(desk) as person:
        await person.press("up", "s", "e")
        await person.write("Ho! ")
        await person.press("escape")
        assert "did not save it" in person.seen
        await person.press("escape")
        assert "did not save it" not in person.seen
        await person.press("escape", "down", "enter")
        assert person.page.TOPIC == "share"
        assert desk.variants.forks(desk.subject("1"), desk.platforms) == {}


async def test_the_end_of_a_part_moves_and_the_clearance_stands(desk: Desk) -> None:
    text = LONG[: LONG.index(" Sentence number 17")]
    desk.log(text)
    desk.clear(desk.subject("1"), {})
    before = snippets(text, desk.platforms["x"])
    async with sit(desk, size=(120, 60)) as person:
        await person.press("up", "s", *["n"] * (len(before) - 2), "<")
        release = desk.release(desk.subject("1"), desk.platforms["x"])
        assert len(release.parts[-1].text) > len(before[-1].text)
        assert "your own cuts" in person.seen
        assert "Cleared by you" in person.seen


async def test_a_link_is_opened_only_after_saying_what_it_leaves_behind(desk: Desk) -> None:
    desk.log("Five people finished the form.")
    desk.clear(desk.subject("1"), {})
    async with sit(desk) as person:
        await person.press("up", "s", "o")
        assert "browser's history" in person.seen
        assert desk.outbox.lines() == []
        await person.press("o")
        assert "No browser could be opened" in person.seen


async def test_a_row_of_platforms_that_goes_on_says_so_at_its_end(desk: Desk) -> None:
    # In 80 columns it ended in "Plain tex".
    desk.log(LONG)
    async with sit(desk, size=(60, 24)) as person:
        await person.press("up", "s")
        assert person.seen.splitlines()[1].endswith("…")
        await person.press(*["right"] * (len(desk.chosen_platforms) - 1))
        await person.pilot.wait_for_scheduled_animations()
        row = person.seen.splitlines()[1]
        assert (row[0], row.rstrip().endswith("Plain text")) == ("…", True)
    async with sit(desk, size=(120, 24)) as person:
        await person.press("up", "s")
        assert "…" not in person.seen.splitlines()[1]


async def test_the_platforms_stand_side_by_side_with_their_counts(desk: Desk) -> None:
    desk.log(LONG)
    async with sit(desk, size=(120, 60)) as person:
        await person.press("up", "s")
        board = {line[72:].strip() for line in person.seen.splitlines()}
        for name in ("x", "mastodon", "bluesky"):
            part = snippets(LONG, desk.platforms[name])[0]
            assert any(f"{part.length} of {part.limit}" in line for line in board)
    async with sit(desk, size=(80, 24)) as person:
        await person.press("up", "s")
        assert "╭─ Mastodon" not in person.seen


TWO_PICTURES = "A walk. ![A path along the river](walk.jpg) ![](plain.jpg) ![Two maps on a wall](maps.jpg)"


def agreed(desk: Desk) -> None:
    for photo in ("walk.jpg", "plain.jpg", "maps.jpg"):
        desk.photos.record(photo, "nobody")


async def test_d_copies_what_each_picture_shows_one_after_the_other_and_says_which(desk: Desk) -> None:
    desk.log(TWO_PICTURES)
    agreed(desk)
    desk.clear(desk.subject("1"), {})
    async with sit(desk, size=(120, 40)) as person:
        await person.press("up", "s")
        assert "d describe" in person.seen
        for shows, said in [
            ("A path along the river", "The description of walk.jpg, 1 of 3: No clipboard"),
            ("Two maps on a wall", "The description of maps.jpg, 3 of 3: No clipboard"),
            ("A path along the river", "The description of walk.jpg, 1 of 3: No clipboard"),
        ]:
            await person.press("d")
            assert said in person.seen
            last = desk.outbox.lines()[-1]
            assert (last.route, last.text, last.parts) == ("alt-file", shows, 3)
        assert "● written to a file 16:30 · walk.jpg: its description" in person.seen
        await person.press("y")
        assert "● written to a file 16:30" in str(cards(person)[0].border_title)
        assert "● written to a file 16:30 · walk.jpg" not in person.seen
        assert {line.part for line in desk.outbox.lines() if not line.beside} == {1}


async def test_a_description_stays_where_its_text_is_held_private_or_changed(desk: Desk) -> None:
    note = desk.log(TWO_PICTURES).note
    async with sit(desk) as person:
        await person.press("up", "s", "d")
        assert "Not cleared yet" in person.said[-1]
        agreed(desk)
        await person.press("c", "enter", "enter")
        desk.rewrite(note, TWO_PICTURES.replace("river", "canal"))
        await person.press("d")
        assert "have changed since" in person.seen
        assert (snippet_files(desk), desk.outbox.lines()) == ([], [])


async def test_no_key_describes_where_no_picture_goes_beside_the_text(desk: Desk) -> None:
    desk.log("A walk.")
    desk.log("![](walk.jpg) A walk with nothing said of it.")
    desk.photos.record("walk.jpg", "nobody")
    for name in ("1", "2"):
        desk.clear(desk.subject(name), {})
    async with sit(desk) as person:
        await person.press("up", "s", "d")
        assert "No picture here has a description yet" in person.said[-1]
        await person.press("escape", "up", "up", "s", "d")
        assert "describe" not in person.seen
        assert desk.outbox.lines() == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Form tests done.", "c clears it. Below is a preview."),
        ("SECRET//CEO\nThe plan.", "cleared. c shows which. Below is a preview."),
    ],
)
async def test_the_platform_is_named_in_words_and_what_to_do_too(desk: Desk, text: str, said: str) -> None:
    """Only an underline told which platform was shown, and a stop left one at a preview."""
    desk.log(text)
    async with sit(desk, size=(100, 30)) as person:
        await person.press("up", "s")
        assert said in person.seen
        assert "X · " in person.seen
        await person.press("right")
        assert "Mastodon · " in person.seen


async def test_when_a_text_was_cleared_is_said_as_a_person_reads_a_date(desk: Desk) -> None:
    desk.log("Five people finished the form.")
    async with sit(desk) as person:
        await person.press("up", "c", "enter", "enter")
        assert "Cleared by you on Friday 20 November 2026, 16:30." in person.seen


async def test_in_a_browser_copying_speaks_of_the_browser(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It spoke of "your terminal", which nobody sees there."""
    monkeypatch.setenv("TEXTUAL_DRIVER", "textual.drivers.web_driver:WebDriver")
    said = Copied("osc52", "").message(Words("en"))
    assert "your browser" in said
    assert "terminal" not in said


async def test_an_address_for_what_is_not_cleared_is_refused_with_the_reason(desk: Desk) -> None:
    """The command did nothing, and nothing said why."""
    desk.log("The fund goes up 12 % next month. It has not been announced yet.")
    async with sit(desk) as person:
        await person.press("up", "s", "a")
        assert "Not cleared yet" in person.said[0]


async def test_where_a_part_lies_is_told_whole_at_60_by_20_in_french(
    desk: Desk, home: dict[str, str]
) -> None:
    """It ended with “Aussi dans”, and the path stood on a row that was not there."""
    desk.log(LONG)
    french = open_desk({**home, "LANG": "fr_CA.UTF-8"}, journal=desk.path)
    async with sit(french, size=(60, 20)) as person:
        await person.press("up", "c", "enter", "enter", "space")
        assert "x-note-1-1.txt" in "".join(person.seen.split())
    french.close()
