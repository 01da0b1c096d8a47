"""The roll-up: by workstream or in another shape, nothing dropped, no word changed."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.rollup import DayNote, Draft, Headings, roll_up
from rules.week import Week
from rules.week_shape import LAYOUTS, Layout, parse_shapes

WEEK = Week(2026, 47)
TOML = (Path(__file__).parents[2] / "rules" / "week_shapes.toml").read_text(encoding="utf-8")
SHAPES = parse_shapes(TOML, "week_shapes.toml")
WORDS = Headings(title="Week 47", language="en", day=lambda day: f"Day {day.day}")


def note(number: int, text: str, *tags: str, day: int = 16) -> DayNote:
    return DayNote(number, date(2026, 11, day), text, tags)


def rolled(
    *notes: DayNote,
    today: date = date(2026, 11, 20),
    shape: str = "workstreams",
    layout: Layout | None = None,
) -> Draft:
    noted = frozenset(note.day for note in notes)
    return roll_up(WEEK.days, notes, WORDS, SHAPES[shape], noted=noted, today=today, layout=layout)


def heads(draft: Draft) -> list[tuple[str, list[int]]]:
    return [(section.title, [n for line in section.lines for n in line.notes]) for section in draft.sections]


def test_a_tag_that_two_notes_share_is_a_workstream_and_the_busiest_comes_first() -> None:
    draft = rolled(
        note(1, "a", "tests"),
        note(2, "b", "forms"),
        note(3, "c", "Forms"),
        note(4, "d", "tests"),
        note(5, "e", "forms"),
    )
    assert heads(draft) == [("Forms", [2, 3, 5]), ("Tests", [1, 4])]


def test_what_fits_nowhere_is_gathered_before_the_standing_sections() -> None:
    draft = rolled(
        note(1, "a", "forms"),
        note(2, "b", "forms"),
        note(3, "c"),
        note(4, "d", "next"),
        note(5, "e", "merci"),
    )
    assert heads(draft) == [("Forms", [1, 2]), ("Also this week", [3]), ("Thanks", [5]), ("Next", [4])]


def test_a_week_without_workstreams_has_one_section() -> None:
    assert heads(rolled(note(1, "a"), note(2, "b", "once"))) == [("This week", [1, 2])]


def test_a_week_without_notes_is_a_valid_draft() -> None:
    draft = rolled()
    assert (draft.title, draft.sections) == ("Week 47", ())


def test_gaps_are_working_days_up_to_today_without_any_note() -> None:
    draft = rolled(note(1, "a", day=16), note(2, "b", day=18), today=date(2026, 11, 19))
    assert draft.gaps == (date(2026, 11, 17), date(2026, 11, 19))


def test_a_week_that_has_not_begun_has_no_gaps() -> None:
    assert rolled(today=date(2026, 11, 15)).gaps == ()


def test_the_first_words_of_a_note_can_send_it_to_a_section() -> None:
    draft = rolled(
        note(1, "Shipped it."),
        note(2, "J’ai appris un mot."),
        note(3, "Thanks to Devi."),
        note(4, "Thanksgiving is on Monday."),
        note(5, "Next week: Sudbury."),
    )
    assert heads(draft) == [("This week", [1, 4]), ("Learned", [2]), ("Thanks", [3]), ("Next", [5])]


def test_short_notes_of_a_workstream_are_joined_into_a_paragraph_that_knows_them() -> None:
    draft = rolled(note(1, "Tested with two people", "forms"), note(2, "Fixed question 12.", "forms", day=17))
    (line,) = draft.sections[0].lines
    assert line.text == "Tested with two people. Fixed question 12."
    assert line.notes == (1, 2)
    assert line.pieces == (("Tested with two people.", 1), ("Fixed question 12.", 2))


@pytest.mark.parametrize(
    ("said", "ended"),
    [
        ("Slides: (many good ones)", "Slides: (many good ones)."),
        ("It was (really!)", "It was (really!)"),
        ("The last 22 %", "The last 22 %."),
        ("Il a dit « oui »", "Il a dit « oui »."),
        ("She said “no”", "She said “no”."),
        ("All is **done**", "All is **done**."),
        ("We met ||Ana||", "We met ||Ana||."),
        ("We met. ||Ana||", "We met. ||Ana||"),
        ("Lovely 🎿", "Lovely 🎿"),
        ("Almost…", "Almost…"),
    ],
)
def test_a_note_is_ended_where_its_last_word_is(said: str, ended: str) -> None:
    (line,) = rolled(note(1, said), note(2, "Two.")).sections[0].lines
    assert line.text == f"{ended} Two."


@pytest.mark.parametrize("opening", ["Leçon :", "Leçon\u00a0:", "leçon:", "LEÇON\u202f:", "TIL:"])
def test_what_a_note_begins_with_is_known_however_it_was_typed(opening: str) -> None:
    assert heads(rolled(note(1, f"{opening} demander."), note(2, "Til Friday."))) == [
        ("This week", [2]),
        ("Learned", [1]),
    ]


def test_a_week_saved_in_the_other_language_keeps_its_headings() -> None:
    french = Headings("Semaine 47", "fr", WORDS.day, standing=frozenset({"Also this week", "Thanks"}))
    notes = [note(1, "One."), note(2, "Thanks to Devi."), note(3, "Learned: ask.")]
    draft = roll_up(WEEK.days, notes, french, SHAPES["workstreams"], noted=frozenset(), today=WEEK.monday)
    assert heads(draft) == [("Also this week", [1]), ("Appris", [3]), ("Thanks", [2])]


def test_a_heading_of_a_day_on_which_a_person_wrote_on_is_that_day_s() -> None:
    standing = replace(WORDS, standing=frozenset({"Day 16: the kick-off"}))
    draft = roll_up(
        WEEK.days, [note(1, "One.")], standing, SHAPES["days"], noted=frozenset(), today=WEEK.monday
    )
    assert heads(draft) == [("Day 16: the kick-off", [1])]


def test_notes_of_two_days_that_share_no_workstream_are_not_joined() -> None:
    draft = rolled(note(1, "One."), note(2, "Two."), note(3, "Three.", day=17))
    assert [line.text for line in draft.sections[0].lines] == ["One. Two.", "Three."]


@pytest.mark.parametrize(
    "apart",
    ["- a list", "# loud", "two\nlines", "x" * 321, "![map](m.png) of the wall", "> said", "1. first"],
)
def test_a_note_with_a_form_of_its_own_stays_a_passage_of_its_own(apart: str) -> None:
    draft = rolled(note(1, "One."), note(2, apart), note(3, "Three."))
    assert [line.text for line in draft.sections[0].lines] == ["One.", apart, "Three."]


@pytest.mark.parametrize("ending", ["https://canada.ca", "#GCDigital", "@devi", "canada.ca/guide"])
def test_nothing_is_put_behind_a_link_a_tag_or_a_handle(ending: str) -> None:
    draft = rolled(note(1, f"See {ending}"), note(2, "Two."))
    assert [line.text for line in draft.sections[0].lines] == [f"See {ending}", "Two."]


def test_day_by_day_has_a_heading_for_each_day_with_notes() -> None:
    draft = rolled(note(1, "a", day=16), note(2, "b", "forms", day=18), shape="days")
    assert heads(draft) == [("Day 16", [1]), ("Day 18", [2])]


def test_a_heading_can_count_its_notes() -> None:
    draft = rolled(note(1, "a"), note(2, "b", day=17), shape="things")
    assert [(part.title, part.lines[0].text) for part in draft.sections] == [
        ("Things that happened: 2", "- a\n- b")
    ]


def test_without_headings_the_notes_stand_under_the_title() -> None:
    assert heads(rolled(note(1, "a"), note(2, "b"), shape="blank")) == [("", [1, 2])]


NOTES = st.lists(
    st.tuples(
        st.one_of(
            st.text(min_size=1), st.sampled_from(["Thanks, all", "a b", "Next week: c", "- d", "e #f"])
        ),
        st.lists(st.sampled_from(["forms", "Forms", "next", "x", "merci"])),
    ).filter(lambda note: bool(note[0].strip()))
)


@given(NOTES, st.sampled_from(sorted(SHAPES)), st.sampled_from([None, *LAYOUTS]))
def test_nothing_is_dropped_doubled_or_changed(
    given_notes: list[tuple[str, list[str]]], shape: str, layout: Layout | None
) -> None:
    notes = [note(number, text, *tags) for number, (text, tags) in enumerate(given_notes)]
    draft = rolled(*notes, shape=shape, layout=layout)
    lines = [line for section in draft.sections for line in section.lines]
    assert sorted(number for line in lines for number in line.notes) == [one.id for one in notes]
    said = {number: line.text for line in lines for number in line.notes}
    for one in notes:
        assert "".join(one.text.split()) in "".join(said[one.id].split())
    assert draft == rolled(*notes, shape=shape, layout=layout)


def test_a_short_french_note_is_no_part_of_an_english_paragraph() -> None:
    french = "Lundi pluvieux, mêlée à 9 h, thé à 9 h 05."
    draft = rolled(note(1, french), note(2, "Recruiting people through the public panel."))
    assert [line.notes for section in draft.sections for line in section.lines] == [(1,), (2,)]


def test_hashtags_that_sorted_the_notes_can_be_left_out_and_then_notes_join() -> None:
    notes = (note(1, "One done. #forms", "forms"), note(2, "Talked about #forms", "forms"))
    shape = SHAPES["workstreams"]
    draft = roll_up(WEEK.days, notes, WORDS, shape, noted=frozenset(), today=WEEK.monday, tags="left-out")
    assert [(section.title, [line.text for line in section.lines]) for section in draft.sections] == [
        ("Forms", ["One done. Talked about #forms"])
    ]
