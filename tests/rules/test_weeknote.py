"""A weekly note as Markdown, and back to passages that know their notes."""

from rules.merge import join
from rules.rollup import Draft, Line, Section
from rules.weeknote import origins, read_back, to_blocks

DRAFT = Draft(
    "Week 47",
    (
        Section("Forms", (Line("Five people finished.", (1,)), Line("One.\n\nTwo.", (2,)))),
        Section("Next", (Line("- a\n- b", (3,)),)),
    ),
    (),
)


def test_a_draft_is_written_as_title_headings_and_paragraphs() -> None:
    assert (
        join(to_blocks(DRAFT))
        == "# Week 47\n\n## Forms\n\nFive people finished.\n\nOne.\n\nTwo.\n\n## Next\n\n- a\n- b\n"
    )


def test_an_unedited_week_reads_back_with_the_notes_of_each_passage() -> None:
    title, sections = read_back(join(to_blocks(DRAFT)), origins(DRAFT), "Opening")
    assert title == "Week 47"
    assert sections == (
        Section("Forms", (Line("Five people finished.", (1,)), Line("One.", (2,)), Line("Two.", (2,)))),
        Section("Next", (Line("- a\n- b", (3,)),)),
    )


def test_an_edited_or_handwritten_passage_has_no_notes() -> None:
    edited = "Hello.\n\n# Not a title here\n\n## Forms\n\nSix people finished.\n"
    title, sections = read_back(edited, origins(DRAFT), "Opening")
    assert title == ""
    assert sections == (
        Section("Opening", (Line("Hello.", ()), Line("# Not a title here", ()))),
        Section("Forms", (Line("Six people finished.", ()),)),
    )


def test_a_note_that_looks_like_a_heading_is_still_a_note() -> None:
    draft = Draft("Week 47", (Section("This week", (Line("## shouting", (7,)),)),), ())
    _, sections = read_back(join(to_blocks(draft)), origins(draft), "Opening")
    assert sections == (Section("This week", (Line("## shouting", (7,)),)),)
