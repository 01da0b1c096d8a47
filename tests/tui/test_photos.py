"""Pictures by reference: without consent the text waits, and a copy says nothing of where it was taken."""

import json
from pathlib import Path

import pytest

from rules.photos import Photo, photos_in
from storage.errors import InputError
from tests.conftest import Run
from tests.rules.profiles import PROFILES
from tui.desk import Desk
from tui.gate import Held
from tui.refusal import Refusal

TEXT = "We walked to the office.\n\n![Three people on a path](walk.jpg)"


@pytest.fixture
def noted(desk: Desk) -> Desk:
    desk.log(TEXT)
    return desk


def why(desk: Desk) -> str:
    with pytest.raises(Held) as held:
        desk.clear(desk.subject("1"), {})
    return held.value.why


def test_a_text_names_its_pictures_and_what_they_show() -> None:
    text = "![a *b*](x.jpg) and ![](y.png), again ![c](x.jpg); `![no](z.png)` \\![no](q.png)"
    assert photos_in(text) == (Photo("x.jpg", "a b"), Photo("y.png", ""))
    assert photos_in("no picture! [at](all)") == ()


def test_a_name_with_a_blank_is_read_between_angle_brackets_as_commonmark_does(noted: Desk) -> None:
    assert photos_in("![a](<my photo.jpg>) ![b](my photo.jpg)") == (Photo("my photo.jpg", "a"),)
    assert photos_in("!\u200b[a](x.jpg)") == (Photo("x.jpg", "a"),)  # as rendering sees it
    desk = noted
    desk.rewrite(desk.note(1).note, "![Three people](<my photo.jpg>) ![b](your photo.jpg)")
    assert why(desk) == "consent"
    said = [one.advice for one in desk.note(1).findings if one.rule == "picture-name"]
    assert said == ["Write the name between angle brackets: ![what it shows](<my photo.jpg>)."]


def test_no_number_of_brackets_hides_a_picture_from_the_question_of_consent() -> None:
    assert Photo("walk.jpg", "") in photos_in("[" * 6_000 + " ![](walk.jpg) ![b](<my photo.jpg>)")
    assert Photo("my photo.jpg", "b") in photos_in("[" * 6_000 + " ![](walk.jpg) ![b](<my photo.jpg>)")


def test_a_description_is_held_to_what_a_platform_takes() -> None:
    assert Photo("x", "a" * 1000).alt_fits(PROFILES["x"])
    assert not Photo("x", "a" * 1001).alt_fits(PROFILES["x"])
    assert Photo("x", "a" * 9000).alt_fits(PROFILES["linkedin"])


def test_a_picture_without_a_word_on_its_people_holds_the_text(noted: Desk) -> None:
    assert why(noted) == "consent"
    noted.photos.record("walk.jpg", "asked")
    assert why(noted) == "consent"
    noted.photos.record("walk.jpg", "given", person="Ana Diaz", purpose="our weekly note, until March")
    noted.clear(noted.subject("1"), {})
    assert noted.release(noted.subject("1"), noted.platforms["x"])


def test_a_consent_that_is_taken_back_stops_what_was_cleared(noted: Desk) -> None:
    noted.photos.record("walk.jpg", "nobody")
    noted.clear(noted.subject("1"), {})
    noted.photos.record("walk.jpg", "refused")
    with pytest.raises(Held) as held:
        noted.release(noted.subject("1"), noted.platforms["x"])
    assert held.value.why == "consent"
    assert [consent.state for consent in noted.photos.history("walk.jpg")] == ["nobody", "refused"]


@pytest.mark.parametrize(("person", "purpose"), [("", "a note"), ("Ana", ""), (" ", " ")])
def test_a_consent_says_who_gave_it_and_for_what(noted: Desk, person: str, purpose: str) -> None:
    with pytest.raises(Refusal):
        noted.photos.record("walk.jpg", "given", person=person, purpose=purpose)
    assert noted.photos.history() == []


def test_a_copy_has_the_pixels_and_nothing_of_where_it_was_taken(desk: Desk, tmp_path: Path) -> None:
    image = pytest.importorskip("PIL.Image", reason="not installed here: pillow")
    taken = image.new("RGB", (8, 4), (200, 10, 10))
    exif = taken.getexif()
    exif[0x0112] = 6  # turned by a quarter
    exif.get_ifd(0x8825)[1] = "N"
    exif[0x010F] = "A Camera"
    path = tmp_path / "walk.jpg"
    taken.save(path, exif=exif, comment=b"at home")
    (tmp_path / "out").mkdir()
    with pytest.raises(Refusal):
        desk.photos.export(str(path), str(tmp_path / "out"))
    desk.photos.record(str(path), "nobody")
    copy = desk.photos.export(str(path), str(tmp_path / "out"))
    with image.open(copy) as clean:
        assert clean.size == (4, 8)
        assert dict(clean.getexif()) == {}
        assert not {"exif", "comment", "icc_profile", "xmp"} & set(clean.info)
    assert b"Camera" not in Path(copy).read_bytes()
    with pytest.raises(InputError):
        desk.photos.export(str(path), copy)


def test_what_is_no_picture_is_said(desk: Desk, tmp_path: Path) -> None:
    pytest.importorskip("PIL.Image", reason="not installed here: pillow")
    path = tmp_path / "walk.jpg"
    path.write_bytes(b"not a picture")
    desk.photos.record(str(path), "nobody")
    with pytest.raises(InputError):
        desk.photos.export(str(path), str(tmp_path / "copy.jpg"))
    assert not (tmp_path / "copy.jpg").exists()


def test_a_description_goes_beside_the_text_where_it_has_a_field_and_is_counted_apart(clearday: Run) -> None:
    clearday("add", "We walked.\n\n![Three people on a path](walk.jpg)")
    clearday("photos", "consent", "walk.jpg", "--state", "nobody")
    assert clearday("clear", "1").code == 0
    shared = json.loads(clearday("share", "1", "--to", "x", "--json").out)
    assert [part["text"] for part in shared["parts"]] == ["We walked."]
    described = {
        "photo": "walk.jpg",
        "alt": "Three people on a path",
        "length": 22,
        "limit": 1000,
        "fits": True,
    }
    assert shared["pictures"] == [described]
    assert clearday("share", "1", "--to", "x", "--print").out == "We walked.\n"
    shown = clearday("share", "1", "--to", "x").out
    assert "walk.jpg: its description" in shown
    assert "22 of 1,000" in shown
    assert "Three people on a path" in clearday("share", "1", "--to", "text", "--print").out
    assert "pictures" not in json.loads(clearday("share", "1", "--to", "text", "--json").out)


def test_another_description_is_another_text_to_clear(clearday: Run) -> None:
    for number, alt in enumerate(("Three people on a path", "Three friends"), 1):
        clearday("add", f"We walked.\n\n![{alt}](walk.jpg)")
        clearday("photos", "consent", "walk.jpg", "--state", "nobody")
        assert clearday("share", str(number), "--to", "x").code == 1
        clearday("clear", str(number))
        assert clearday("share", str(number), "--to", "x").code == 0
