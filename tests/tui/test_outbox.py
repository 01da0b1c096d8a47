"""The ledger: what left, what was posted, where was this said, what was this."""

import pytest

from rules.week import Week
from tui.desk import Desk
from tui.gate import Release
from tui.outbox import PartState, next_alt, part_state
from tui.refusal import Refusal

TEXT = " ".join(f"Sentence number {n} says what we learned that week." for n in range(1, 13))
LINK = "https://social.example/@ana/1"


@pytest.fixture
def release(desk: Desk) -> Release:
    desk.log(TEXT)
    desk.clear(desk.subject("1"), {})
    return desk.release(desk.subject("1"), desk.platforms["x"])


def test_a_part_is_copied_posted_and_taken_back(desk: Desk, release: Release) -> None:
    def state() -> tuple[str, str]:
        found = part_state(desk.outbox.lines(release.subject), "x", 2, release.parts[1].text)
        return found.left.route if found.left else "", found.posted.link if found.posted else "-"

    assert state() == ("", "-")
    desk.outbox.record(release, [2], "osc52")
    assert state() == ("osc52", "-")
    desk.outbox.mark(release, 2, posted=True, link=LINK)
    assert state() == ("osc52", LINK)
    desk.outbox.mark(release, 2, posted=False)
    assert state() == ("osc52", "-")
    assert part_state(desk.outbox.lines(release.subject), "x", 1, release.parts[0].text).left is None


def test_what_was_posted_of_other_words_is_not_posted(desk: Desk, release: Release) -> None:
    desk.outbox.mark(release, 1, posted=True)
    assert part_state(desk.outbox.lines(), "x", 1, "Other words.").posted is None
    assert part_state(desk.outbox.lines(), "x", 1, f" {release.parts[0].text}\n").posted is not None


def test_a_link_that_is_no_address_is_refused_and_nothing_is_written(desk: Desk, release: Release) -> None:
    for link in ("social.example", "javascript:alert(1)", "https://a.ca and more"):
        with pytest.raises(Refusal):
            desk.outbox.mark(release, 1, posted=True, link=link)
    assert desk.outbox.lines() == []


def test_a_link_with_a_password_in_it_is_not_written_down(desk: Desk, release: Release) -> None:
    with pytest.raises(Refusal) as refused:
        desk.outbox.mark(release, 1, posted=True, link="https://ana:secret@social.example/1")
    assert (refused.value.kind, desk.outbox.lines()) == ("link-password", [])


def test_where_was_this_said_and_what_was_this(desk: Desk, release: Release) -> None:
    desk.outbox.record(release, [1, 2], "screen")
    desk.outbox.mark(release, 1, posted=True, link=LINK)
    assert {line.part for line in desk.outbox.said("SENTENCE  number 1\nsays")} == {1}
    assert desk.outbox.said("nobody said this") == desk.outbox.said("  ") == []
    [line] = desk.outbox.at(LINK + "/")
    assert (line.source, line.text, line.clearance) == ("note:1", release.parts[0].text, release.clearance.id)
    assert desk.outbox.at("https://social.example/@ana/2") == []


def test_a_week_knows_what_left_in_it(desk: Desk, release: Release) -> None:
    desk.outbox.record(release, [1], "screen")
    week = Week.of(desk.clock.today())
    assert [line.part for line in desk.outbox.in_week(week)] == [1]
    assert desk.outbox.in_week(Week.of(week.monday.replace(day=1))) == []


def test_only_the_part_that_was_copied_last_is_on_the_clipboard(desk: Desk, release: Release) -> None:
    def there() -> list[bool]:
        lines = desk.outbox.lines(release.subject)
        return [part_state(lines, "x", part.n, part.text).on_clipboard for part in release.parts[:2]]

    assert there() == [False, False]
    desk.outbox.record(release, [1], "osc52")
    assert there() == [True, False]
    desk.outbox.record(release, [2], "screen")
    assert there() == [True, False], "what is printed is on no clipboard"
    desk.outbox.record(release, [2], "osc52")
    assert there() == [False, True]


@pytest.mark.parametrize(
    ("alts", "copied", "following"),
    [
        (("A", "B", "C"), 0, 1),
        (("A", "B", "C"), 1, 2),
        (("A", "B", "C"), 3, 1),
        (("A", "", "C"), 1, 3),
        (("", "B"), 2, 2),
        (("", ""), 0, None),
    ],
)
def test_the_description_behind_the_one_on_the_clipboard_comes_next(
    alts: tuple[str, ...], copied: int, following: int | None
) -> None:
    states = [PartState(None, None, on_clipboard=n == copied) for n in range(1, len(alts) + 1)]
    assert next_alt(alts, states) == following
