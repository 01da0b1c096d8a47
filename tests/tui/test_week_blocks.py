"""The blocks of a week: what was posted, links, photos, highlights; each can be left out."""

import json
from datetime import timedelta
from pathlib import Path

from rules.week import Week
from tests.conftest import Run
from tui.desk import Desk

WEEK = Week(2026, 47)


def post(desk: Desk, number: int, platform: str = "x", link: str = "") -> None:
    subject = desk.subject(str(number))
    desk.clear(subject, dict.fromkeys(desk.inspect(subject).owed, "It is fine."))
    release = desk.release(subject, desk.platforms[platform])
    desk.outbox.mark(release, 1, posted=True, link=link)


def test_what_was_posted_is_listed_with_where_and_when(desk: Desk) -> None:
    first = desk.log("Five people finished the form. Two more than before.").note.id
    second = desk.log("Labels are next.").note.id
    post(desk, first, link="https://example.org/1")
    post(desk, second, "mastodon")
    text = desk.week(WEEK).text
    assert text.endswith(
        "## Posted this week\n\n"
        "- [Five people finished the form.](https://example.org/1) · X, Friday\n"
        "- Labels are next. · Mastodon, Friday\n"
    )
    section = desk.week(WEEK).sections[-1]
    assert section.lines[0].notes == (first, second)


def test_what_was_only_copied_or_taken_down_is_not_listed(desk: Desk) -> None:
    number = desk.log("Five people finished the form.").note.id
    post(desk, number)
    release = desk.release(desk.subject(str(number)), desk.platforms["x"])
    desk.outbox.mark(release, 1, posted=False)
    desk.outbox.record(release, [1], "clipboard")
    assert "Posted" not in desk.week(WEEK).text


def test_links_and_photos_have_their_parts(desk: Desk) -> None:
    desk.log("Link of the day: https://example.org")
    desk.log("![The wall after the session](wall.jpg) #wall")
    desk.log("🎉 Win of the week: the letter tested well.")
    desk.log("Just a note with a [link](https://example.org).")
    text = desk.week(WEEK).text
    order = ["## Highlights", "## Also this week", "## Caught our eye", "## In pictures"]
    assert [line for line in text.splitlines() if line.startswith("## ")] == order
    assert "## In pictures\n\n![The wall" in text


def test_each_block_can_be_left_out_and_its_notes_stay(clearday: Run, home: dict[str, str]) -> None:
    config = Path(home["HOME"]) / "config.toml"
    config.write_text('week-without = ["links", "photos", "highlights", "posted"]\n')
    for text in ("Link of the day: https://example.org", "![Wall](wall.jpg)", "Win: it works."):
        clearday("--config", str(config), "add", text)
    ran = clearday("--config", str(config), "week")
    assert [line for line in ran.out.splitlines() if line.startswith("## ")] == ["## This week"]
    assert all(text in ran.out for text in ("https://example.org", "![Wall](wall.jpg)", "Win: it works."))


def test_a_paragraph_is_in_one_language_and_ends_before_it_is_long(desk: Desk) -> None:
    desk.log("The form is with the testers.")
    desk.log("Nous avons relu la lettre avec les équipes.")
    for _ in range(4):
        desk.log("We wrote down what the people who answer the phone hear all day. " * 4)
    passages = [line.text for line in desk.week(WEEK).sections[0].lines]
    assert passages[:2] == ["The form is with the testers.", "Nous avons relu la lettre avec les équipes."]
    assert max(map(len, passages)) <= 560


def test_posts_of_another_week_stand_in_theirs(desk: Desk) -> None:
    number = desk.log("Five people finished the form.").note.id
    post(desk, number)
    assert "Posted" not in desk.week(Week.of(WEEK.monday - timedelta(days=1))).text


def test_a_tag_or_a_sign_before_the_first_word_does_not_hide_what_a_note_is(desk: Desk) -> None:
    desk.log("#weeknotes Win: question 12 is split.")
    desk.log("📚 Lesson: ask first.")
    text = desk.week(WEEK).text
    assert "## Highlights\n\n#weeknotes Win" in text
    assert "## Learned\n\n📚 Lesson" in text


def test_a_week_can_be_had_in_both_languages_as_a_pair(clearday: Run) -> None:
    clearday("add", stdin="[en]\nOne page now.\n\n[fr]\nUne page maintenant.\n")
    clearday("add", "Thanks to the library.")
    text = clearday("week", "--pair").out
    english, french = text.split("[fr]\n")
    assert english.startswith("[en]\n\n# Week 47")
    assert ("One page now." in english, "Une page" in english) == (True, False)
    assert french.startswith("\n# Semaine 47")
    assert "Une page maintenant.\n\n## Mercis\n\nThanks to the library." in french
    assert clearday("week", "--pair", "--format", "html").code == 3


def test_marking_something_posted_never_changes_a_week_that_was_cleared(clearday: Run) -> None:
    def at(moment: str, *arguments: str) -> str:
        ran = clearday(*arguments, env={"CLEARDAY_NOW": f"2026-11-20T{moment}:00-05:00"})
        assert ran.code == 0, ran.err
        return ran.out

    at("10:00", "add", "Five people finished the form.")
    at("10:05", "clear", "1")
    at("10:10", "share", "1", "--to", "x", "--posted", "1", "--link", "https://example.org/1")
    before = at("10:15", "week")
    assert "Posted this week" in before
    at("10:20", "clear", "2026-W47")
    at("10:30", "share", "1", "--to", "mastodon", "--posted", "1", "--link", "https://example.org/2")
    assert at("10:35", "week") == before
    at("10:40", "share", "2026-W47", "--to", "markdown", "--print")
    at("10:45", "clear", "2026-W47")
    at("10:50", "share", "2026-W47", "--to", "markdown", "--print")
    at("11:00", "week", "--save")
    assert "https://example.org/2" in at("11:05", "week"), "saved again, it is offered"


def test_a_week_saved_as_a_pair_is_cleared_and_shared_as_one(clearday: Run, home: dict[str, str]) -> None:
    clearday("add", "[en]\nThe form works.\n[fr]\nLe formulaire marche.")
    pair = clearday("week", "--pair", "--save")
    assert pair.code == 0, pair.err
    assert "The form works." in pair.out
    assert "Le formulaire marche." in pair.out
    assert clearday("week").out == pair.out == clearday("week", "--pair").out
    again = clearday("week", "--pair", "--save")
    assert again.out == pair.out
    assert clearday("clear", "2026-W47").code == 0
    blog = clearday("share", "2026-W47", "--to", "gcpedia", "--print").out
    assert "<multilang>" in blog
    assert "@fr|" in blog
    clearday("add", "Thanks to the library.")
    after = clearday("week").out
    assert after.count("Thanks to the library.") == 1
    assert after.index("Thanks to the library.") < after.index("[fr]")
    assert after.endswith(pair.out[pair.out.index("[fr]") :]), "the other language stays as it was written"
    made = json.loads(clearday("week", "--format", "json").out)
    assert made["title"].startswith("Week 47")
    assert clearday("share", "2026-W47", "--to", "gcpedia").code == 1, "an edit lapses both"
