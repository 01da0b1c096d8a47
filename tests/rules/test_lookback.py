"""Weeks looked back on: every passage once, under its heading or its week."""

from hypothesis import given
from hypothesis import strategies as st

from rules.lookback import By, PastWeek, look_back
from rules.rollup import Line, Section

WEEKS = [
    PastWeek("Week 46", (Section("Forms", (Line("One.", (1,)),)), Section("Thanks", (Line("Two.", (2,)),)))),
    PastWeek("Week 47", (Section("forms", (Line("Three.", (3,)),)),)),
    PastWeek("Week 48", ()),
]
WORDS = st.integers().map(lambda number: f"Passage {number}.")


def test_under_headings_the_most_frequent_comes_first_and_empty_weeks_are_not_named() -> None:
    assert look_back("Autumn", WEEKS, "heading") == (
        "# Autumn\n\n## Forms\n\n### Week 46\n\nOne.\n\n### Week 47\n\nThree.\n\n## Thanks\n\n### Week 46\n\nTwo.\n"
    )


def test_week_after_week_keeps_their_order() -> None:
    assert look_back("Autumn", WEEKS, "week") == (
        "# Autumn\n\n## Week 46\n\n### Forms\n\nOne.\n\n### Thanks\n\nTwo.\n\n## Week 47\n\n### forms\n\nThree.\n"
    )


@given(
    st.lists(
        st.lists(st.tuples(st.sampled_from("ABC"), st.lists(WORDS, min_size=1, max_size=3)), max_size=3),
        max_size=4,
    ),
    st.sampled_from(["heading", "week"]),
)
def test_no_passage_is_left_out(weeks: list[list[tuple[str, list[str]]]], by: By) -> None:
    past = [
        PastWeek(
            f"W{number}",
            tuple(Section(name, tuple(Line(text, ()) for text in texts)) for name, texts in week),
        )
        for number, week in enumerate(weeks)
    ]
    given_in = sorted(text for week in weeks for _, texts in week for text in texts)
    held = [block for block in look_back("All", past, by).split("\n\n") if block.startswith("Passage")]
    assert sorted(block.strip() for block in held) == given_in
