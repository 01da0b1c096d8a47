"""A picture in a note: its file checked, its words, and the consent that lets it out or holds it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.photos import photo_markup, photos_in
from storage.errors import InputError
from storage.pictures import completed, picture_at
from tests.tui.screens.sitting import Sitting, sit
from tui.desk import Desk
from tui.widgets.journal_line import JournalLine


async def begin(person: Sitting, path: str) -> None:
    await person.press("ctrl+f")
    await person.choose("A picture, by its file")
    await person.write(path)
    await person.press("enter")


async def test_a_picture_with_nobody_in_it_goes_out_with_its_note(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "wall of notes (1).jpg"
    path.write_bytes(b"\xff\xd8")
    async with sit(desk) as person:
        await begin(person, str(path))
        await person.write("A wall of [yellow] notes")
        await person.press("enter")
        await person.choose("Nobody")
        await person.press("enter")
    text = desk.note(1).note.text
    [photo] = photos_in(text)
    assert photo.alt == "A wall of [yellow] notes"
    assert desk.photos.holding(text) == ()


@pytest.mark.parametrize(
    ("answer", "held"), [("Not now: it holds the text until that is recorded", True), ("They refused", True)]
)
async def test_without_consent_it_holds_the_text(desk: Desk, tmp_path: Path, answer: str, held: bool) -> None:
    (tmp_path / "wall.png").write_bytes(b"x")
    async with sit(desk) as person:
        await person.write("Before.")
        await begin(person, str(tmp_path / "wall.png"))
        await person.write("Two people at a wall")
        await person.press("enter")
        await person.choose(answer)
        text = person.page.query_one(JournalLine).text
    assert text.startswith("Before.\n![Two people at a wall](")
    assert desk.photos.holding(text)


async def test_a_consent_says_who_and_to_what(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "team.png").write_bytes(b"x")
    async with sit(desk) as person:
        await begin(person, str(tmp_path / "team.png"))
        await person.write("The team")
        await person.press("enter")
        await person.choose("They agreed")
        await person.write("Nadia Roy")
        await person.press("enter")
        await person.write("our blog, until May")
        await person.press("enter")
    [consent] = desk.photos.history()
    assert (consent.state, consent.person, consent.purpose) == ("given", "Nadia Roy", "our blog, until May")


async def test_a_path_that_is_none_is_asked_again_and_esc_adds_nothing(desk: Desk, tmp_path: Path) -> None:
    async with sit(desk) as person:
        await begin(person, str(tmp_path / "gone.jpg"))
        assert "There is no file" in person.seen
        await person.press("escape")
        assert not person.asks
        assert person.page.query_one(JournalLine).text == ""
    assert desk.photos.history() == []


def test_a_path_is_completed_and_checked(tmp_path: Path) -> None:
    (tmp_path / "walks").mkdir()
    (tmp_path / "walks" / "north.jpg").write_bytes(b"x")
    (tmp_path / "walks" / "notes.txt").write_text("x")
    assert completed(str(tmp_path / "wa")) == f"{tmp_path}/walks/"
    assert completed(str(tmp_path / "walks" / "n")) == f"{tmp_path}/walks/north.jpg"
    assert completed(str(tmp_path / "walks" / "not")) is None
    assert completed(str(tmp_path / "nowhere" / "n")) is None
    assert picture_at(str(tmp_path / "walks" / "north.jpg"))
    for path, kind in (("walks", "photo-missing"), ("walks/notes.txt", "photo-no-picture")):
        with pytest.raises(InputError) as raised:
            picture_at(str(tmp_path / path))
        assert raised.value.kind == kind


@given(
    st.text("ab .()[]<>*_`é/-\\", max_size=12).map(lambda begun: f"./{begun.strip()}x.jpg"),
    st.text("ab .()[]<>*_`~!é&\"'\n", min_size=1, max_size=20).filter(lambda alt: alt.strip()),
)
def test_what_is_written_is_one_picture_with_its_words(name: str, alt: str) -> None:
    found = photos_in(f"Before.\n\n{photo_markup(name, alt)}")
    assert [photo.alt for photo in found] == [" ".join(alt.split())]
    assert [photo.name for photo in found] == [name]


async def test_the_last_answer_of_a_question_is_one_key_away_and_answers_begin_at_one_edge(
    desk: Desk,
) -> None:
    async with sit(desk, size=(80, 24)) as person:
        await person.press("ctrl+f")
        rows = [line for line in person.seen.splitlines() if "change nothing" in line or "A picture" in line]
        assert rows[0].index("None") == rows[1].index("A picture")
        await person.press("end", "enter")
        assert "Which picture?" in person.seen


@pytest.mark.parametrize(("answer", "cleared"), [("Nobody", True), ("They refused", False)])
async def test_clearing_asks_who_is_in_a_picture_that_waits(desk: Desk, answer: str, cleared: bool) -> None:
    """It said that nothing was left to answer, then refused and named a command for the shell."""
    desk.log("Form tests done. ![the wall of notes](wall.png)")
    async with sit(desk) as person:
        await person.press("up", "c")
        assert "One picture waits for the people in it" in person.seen
        await person.press("enter")
        assert "Who can be recognised in the picture “the wall of notes”?" in person.seen
        await person.choose(answer)
        await person.press("enter")
        assert ("Cleared by you" in person.seen) is cleared
        assert any("waits for the people" in said for said in person.said) is not cleared
    assert bool(desk.photos.holding(desk.note(1).note.text)) is not cleared
