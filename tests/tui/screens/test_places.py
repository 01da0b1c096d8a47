"""The places beside the day: each is reached by key and by name, says what it is, and teaches while it is empty."""

from datetime import date
from pathlib import Path

import pytest
from textual.widgets import Static

from tests.tui.screens.sitting import Sitting, sit
from tests.tui.test_app_palette import offered
from tui.desk import Desk
from tui.opening import open_desk
from tui.screens.desk_thread import DeskThread
from tui.screens.more import MorePage
from tui.screens.page import Page
from tui.screens.places import PLACES, place
from tui.screens.today import TodayPage
from tui.weeks import STEPS

HELD = "Grant 12 has not been announced yet."


def flat(person: Sitting) -> str:
    return " ".join(person.seen.replace("│", " ").split())


def begins(desk: Desk, key: str) -> str:
    """The first words of a sentence: what is sure to stand on one line."""
    return " ".join(desk.words(key).split()[:4])


def own_name(desk: Desk, name: str) -> str:
    """What a place says that it is; the half hour is the week, and says which step stands above it."""
    return desk.words(f"friday-{STEPS[0]}" if name == "friday" else f"title-{name}")


def rule_that_holds(desk: Desk) -> str:
    return next(finding.rule for finding in desk.review(HELD).findings if finding.holds)


@pytest.mark.parametrize("language", ["en_CA", "fr_CA"])
async def test_every_place_is_reached_by_name_and_says_what_it_is(
    desk: Desk, home: dict[str, str], language: str
) -> None:
    desk = open_desk({**home, "LANG": f"{language}.UTF-8"}, journal=desk.path)
    async with sit(desk, size=(80, 24)) as person:
        assert {desk.words(f"tip-{name}") for name in PLACES} <= set(await offered(person.page))
        for name in PLACES:
            await person.app.run_action(f"open('{name}')")
            await person.settle()
            assert isinstance(person.page, place(name))
            assert own_name(desk, name) in person.seen
            await person.press("escape")
            shown: Page = person.page
            assert isinstance(shown, TodayPage)
    desk.close()


async def test_the_list_of_places_leads_to_each(desk: Desk) -> None:
    async with sit(desk) as person:
        for number, name in enumerate(name for name in PLACES if name != "more"):
            await person.press("f10", *["down"] * number, "enter")
            assert isinstance(person.page, place(name))
            await person.press("escape")


@pytest.mark.parametrize(("key", "name"), [("f5", "search"), ("f10", "more"), ("f3", "week"), ("f1", "help")])
async def test_nothing_is_offered_that_leads_to_where_one_is(desk: Desk, key: str, name: str) -> None:
    async with sit(desk) as person:
        hint = f"{key} {desk.words(f'key-{name}')}"
        assert hint in person.seen
        await person.press(key)
        assert hint not in person.seen
        assert desk.words(f"tip-{name}") not in await offered(person.page)
        here = person.page
        await person.press(key)
        assert person.page is here


@pytest.mark.parametrize("name", ["waivers", "calibration", "ledger"])
async def test_an_empty_place_teaches(desk: Desk, name: str) -> None:
    async with sit(desk, size=(60, 20)) as person:
        await person.app.run_action(f"open('{name}')")
        await person.settle()
        assert begins(desk, f"none-{name}") in person.seen
        assert begins(desk, f"about-{name}-here") in person.seen


async def test_a_rule_is_told_with_its_clause_its_examples_and_its_publisher(desk: Desk) -> None:
    async with sit(desk, size=(120, 60)) as person:
        await person.app.run_action("open('rules')")
        await person.settle()
        await person.press("down", "down")
        assert begins(desk, "about-rules-here") in person.seen
        told = str(person.page.query_one("#browser-text", Static).content)
        pack = desk.packs.packs[0]
        for key in ("explain-why", "explain-flags", "explain-passes"):
            assert desk.words(key) in told
        assert pack.publisher in told
        assert pack.rules[2].sources[0].checked in told
        await person.press("tab", "end")
        assert pack.review_by.isoformat() in flat(person)


async def test_a_reason_is_ended_after_a_question_and_its_note_is_held_again(desk: Desk) -> None:
    desk.log(HELD)
    rule = rule_that_holds(desk)
    desk.register.give(desk.subject("1"), rule, "It was announced on 12 November.")
    assert desk.note(1).state == "draft"
    async with sit(desk, size=(80, 24)) as person:
        await person.app.run_action("open('waivers')")
        await person.settle()
        assert "It was announced on 12 November." in person.seen
        assert "1 stands" in person.seen
        assert "· note 1 · “has not been announced” · It was" in flat(person)
        await person.press("d", "escape")
        assert "1 stands" in person.seen
        await person.press("d", "down", "enter")
        assert "0 stand" in person.seen
        assert desk.words("waiver-ended") in person.seen
        assert desk.note(1).state == "held"


async def test_a_reason_for_two_passages_says_for_which_each_time(desk: Desk) -> None:
    desk.log(f"{HELD} The fund goes up 12 % next month.")
    desk.register.give(desk.subject("1"), rule_that_holds(desk), "It was announced on 12 November.")
    async with sit(desk, size=(200, 50)) as person:
        await person.app.run_action("open('waivers')")
        await person.settle()
        assert "note 1 · “fund goes up 12 % next…” · It was announced" in person.seen
        assert "note 1 · “has not been announced” · It was announced" in person.seen
        await person.press("down")
        assert "“has not been announced”\n" in str(person.page.query_one("#browser-text", Static).content)


async def test_enter_on_a_reason_goes_to_its_note(desk: Desk) -> None:
    desk.log(HELD, on="2026-11-18", at="09:00")
    desk.register.give(desk.subject("1"), rule_that_holds(desk), "It was announced on 12 November.")
    async with sit(desk) as person:
        await person.app.run_action("open('waivers')")
        await person.settle()
        await person.press("enter")
        assert "Wednesday 18 November" in person.seen


async def test_the_figures_of_a_rule_add_up_and_one_that_is_always_excused_could_be_quieter(
    desk: Desk,
) -> None:
    rule = rule_that_holds(desk)
    for number in range(1, 4):
        desk.log(HELD.replace("12", str(number)))
        subject = desk.subject(str(number))
        desk.inspect(subject)
        desk.register.give(subject, rule, "It was announced.")
    async with sit(desk) as person:
        await person.app.run_action("open('calibration')")
        await person.settle()
        assert desk.words("calibration-maybe") in person.seen
        assert "3 given a reason" in flat(person)
        await person.press("z", "down", "enter")
        assert rule in person.app.door.settings.quiet
        assert f'"{rule}"' in Path(desk.preferences.path).read_text("utf-8")
        assert isinstance(person.page, place("calibration"))
        assert begins(desk, "calibration-quiet") in person.seen
        assert "z " not in person.seen.splitlines()[-1]


async def test_what_was_shared_is_told_to_the_letter_and_leads_back(desk: Desk) -> None:
    desk.log("Five people finished the new form.", on="2026-11-18", at="09:00")
    subject = desk.subject("1")
    desk.clear(subject, {})
    release = desk.release(subject, desk.platforms["x"])
    desk.outbox.record(release, [1], "osc52")
    desk.outbox.mark(release, 1, posted=True, link="https://social.example/1")
    async with sit(desk) as person:
        await person.app.run_action("open('ledger')")
        await person.settle()
        assert "1 part went out" in person.seen
        assert "→ X 1/1 · note 1 · posted" in person.seen
        assert "Friday 20 November 2026" in person.seen
        assert "https://social.example/1" in person.seen
        assert "Five people finished the new form." in person.seen
        await person.press("down", "enter")
        assert "Wednesday 18 November" in person.seen


async def test_b_makes_a_backup_and_the_way_back_is_told(desk: Desk) -> None:
    desk.log("Five people.")
    async with sit(desk, size=(80, 24)) as person:
        await person.app.run_action("open('backups')")
        await person.settle()
        before = len(desk.safe.copies())
        await person.press("b")
        assert len(desk.safe.copies()) == before + 1
        assert "found whole" in person.said[0]
        assert "clearday restore" in person.seen
        assert date(2026, 11, 20).isoformat() in person.seen


async def test_hostile_reasons_are_shown_harmless(desk: Desk) -> None:
    desk.log(HELD)
    desk.register.give(desk.subject("1"), rule_that_holds(desk), "[bold]\x1b[2J\u202eno[/]")
    async with sit(desk) as person:
        await person.app.run_action("open('waivers')")
        await person.settle()
        assert "[bold]␛[2J" in person.seen
        assert "\u202e" not in person.seen


@pytest.mark.parametrize("name", ["waivers", "backups", "calibration"])
def test_a_place_without_its_list_has_nothing_selected(desk: Desk, name: str) -> None:
    # The keys are asked about before a screen is drawn and after it went.
    page = place(name)(DeskThread(desk))
    assert page.selected is None  # type: ignore[attr-defined]


async def test_the_help_is_laid_out_in_one_piece(desk: Desk) -> None:
    # A widget for each paragraph took a second and a half of work on every opening.
    async with sit(desk) as person:
        await person.press("f1")
        assert "While you write" in person.seen
        assert len(person.page.query("#help-text *")) == 1


@pytest.mark.parametrize(
    ("name", "said"), [("calendar", "wherever you are not writing: m"), ("search", "anywhere: f5")]
)
async def test_a_place_says_which_key_leads_to_it_and_from_where(desk: Desk, name: str, said: str) -> None:
    async with sit(desk, size=(80, 24)) as person:
        await person.press("f10")
        page = person.page
        assert isinstance(page, MorePage)
        assert said in str(page.told(name))


async def test_the_path_of_a_backup_stands_there_once(desk: Desk) -> None:
    desk.log("A note.")
    desk.safe.back_up()
    async with sit(desk, size=(120, 40)) as person:
        await person.press("f10")
        await person.app.run_action("open('backups')")
        await person.settle()
        assert person.seen.count("clearday restore") == 1
        assert person.seen.count(desk.safe.copies()[0].path[-20:]) == 1
