"""The blocks of a week: what was posted, links, photos, highlights; each can be left out."""

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
    assert clearday("week", "--pair", "--save").code == 3
