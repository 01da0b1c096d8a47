"""The roll-up: by workstream, nothing dropped, no word changed."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from rules.rollup import DayNote, Draft, Headings, roll_up
from rules.week import Week

WEEK = Week(2026, 47)
WORDS = Headings(
    title="Week 47",
    standing={"learned": "Learned", "stuck": "Stuck", "thanks": "Thanks", "next": "Next"},
    rest="Also this week",
    only="This week",
)


def note(number: int, text: str, *tags: str, day: int = 16) -> DayNote:
    return DayNote(number, date(2026, 11, day), text, tags)


def rolled(*notes: DayNote, today: date = date(2026, 11, 20)) -> Draft:
    return roll_up(WEEK, notes, WORDS, noted=frozenset(note.day for note in notes), today=today)


def shape(draft: Draft) -> list[tuple[str, list[int]]]:
    return [(section.title, [n for line in section.lines for n in line.notes]) for section in draft.sections]


def test_a_tag_that_two_notes_share_is_a_workstream_and_the_busiest_comes_first() -> None:
    draft = rolled(
        note(1, "a", "tests"),
        note(2, "b", "forms"),
        note(3, "c", "Forms"),
        note(4, "d", "tests"),
        note(5, "e", "forms"),
    )
    assert shape(draft) == [("Forms", [2, 3, 5]), ("Tests", [1, 4])]


def test_what_fits_nowhere_is_gathered_before_the_standing_sections() -> None:
    draft = rolled(
        note(1, "a", "forms"),
        note(2, "b", "forms"),
        note(3, "c"),
        note(4, "d", "next"),
        note(5, "e", "merci"),
    )
    assert shape(draft) == [("Forms", [1, 2]), ("Also this week", [3]), ("Thanks", [5]), ("Next", [4])]


def test_a_week_without_workstreams_has_one_section() -> None:
    assert shape(rolled(note(1, "a"), note(2, "b", "once"))) == [("This week", [1, 2])]


def test_a_week_without_notes_is_a_valid_draft() -> None:
    draft = rolled()
    assert (draft.title, draft.sections) == ("Week 47", ())


def test_gaps_are_working_days_up_to_today_without_any_note() -> None:
    draft = rolled(note(1, "a", day=16), note(2, "b", day=18), today=date(2026, 11, 19))
    assert draft.gaps == (date(2026, 11, 17), date(2026, 11, 19))


def test_a_week_that_has_not_begun_has_no_gaps() -> None:
    assert rolled(today=date(2026, 11, 15)).gaps == ()


NOTES = st.lists(
    st.tuples(st.text(min_size=1), st.lists(st.sampled_from(["forms", "Forms", "next", "x", "merci"])))
)


@given(NOTES)
def test_nothing_is_dropped_doubled_or_changed(given_notes: list[tuple[str, list[str]]]) -> None:
    notes = [note(number, text, *tags) for number, (text, tags) in enumerate(given_notes)]
    draft = rolled(*notes)
    lines = {line.notes: line.text for section in draft.sections for line in section.lines}
    assert lines == {(one.id,): one.text.strip("\r\n") for one in notes}
    assert draft == rolled(*notes)
