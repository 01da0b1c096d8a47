"""One source, a text of its own where it was edited for one platform, and the way back."""

import pytest

from tui.desk import Desk
from tui.gate import Held
from tui.refusal import Refusal, UnknownId

SOURCE = " ".join(f"Sentence number {n} says what we learned that week." for n in range(1, 18))
SHORT = "Twenty things we learned."


@pytest.fixture
def noted(desk: Desk) -> Desk:
    desk.log(SOURCE)
    return desk


def texts(desk: Desk, platform: str) -> list[str]:
    return [part.text for part in desk.release(desk.subject("1"), desk.platforms[platform]).parts]


def test_a_variant_takes_the_place_of_its_source_on_one_platform_alone(noted: Desk) -> None:
    x = noted.platforms["x"]
    noted.variants.write(noted.subject("1"), x, SHORT)
    noted.clear(noted.subject("1"), {})
    with pytest.raises(Held) as held:
        texts(noted, "x")
    assert (held.value.why, held.value.standing.subject.name) == ("lapsed", "1@x")
    noted.clear(noted.subject("1@x"), {})
    assert texts(noted, "x") == [SHORT]
    assert SOURCE in texts(noted, "linkedin")
    assert noted.variants.end(noted.subject("1"), x)
    assert len(texts(noted, "x")) > 3
    assert not noted.variants.end(noted.subject("1"), x)
    assert [variant.text for variant in noted.variants.history(noted.subject("1"), x)] == [SHORT]


def test_a_variant_is_checked_by_itself(noted: Desk) -> None:
    noted.variants.write(noted.subject("1"), noted.platforms["x"], "Highly recommend Deloitte for this.")
    assert noted.inspect(noted.subject("1")).verdict == "clear"
    assert noted.inspect(noted.subject("1@x")).owed == ("vendor-endorsement",)
    with pytest.raises(Held):
        noted.clear(noted.subject("1@x"), {})
    noted.clear(noted.subject("1@x"), {"vendor-endorsement": "A quotation."})
    for other in ("mastodon", "bluesky"):
        with pytest.raises(Held):
            texts(noted, other)


def test_private_passages_of_a_variant_stay_and_a_private_note_has_none_that_leaves(noted: Desk) -> None:
    noted.variants.write(noted.subject("1"), noted.platforms["x"], "Said aloud. ||Not this.||")
    assert noted.subject("1@x").text == "Said aloud."
    noted.set_private(noted.note(1).note, private=True)
    with pytest.raises(Held) as held:
        noted.clear(noted.subject("1@x"), {})
    assert held.value.why == "private"


def test_the_badge_says_what_is_ones_own_and_when_the_source_moved_on(noted: Desk) -> None:
    x, subject = noted.platforms["x"], noted.subject("1")
    assert noted.variants.forks(subject, noted.platforms) == {}
    noted.variants.write(subject, x, SHORT)
    fork = noted.variants.forks(subject, noted.platforms)["x"]
    assert (fork.behind, fork.cuts_only) == (False, False)
    noted.rewrite(noted.note(1).note, "Another text.")
    assert noted.variants.forks(noted.subject("1"), noted.platforms)["x"].behind


def test_a_border_moves_by_a_sentence_there_and_back_and_the_clearance_stands(noted: Desk) -> None:
    x, subject = noted.platforms["x"], noted.subject("1")
    noted.clear(subject, {})
    before = texts(noted, "x")
    assert noted.variants.move(subject, x, 3, 1)
    after = texts(noted, "x")
    assert len(after) == len(before)
    assert len(after[2]) > len(before[2])
    assert after[:2] == before[:2]
    assert noted.variants.forks(subject, noted.platforms)["x"].cuts_only
    assert noted.variants.move(subject, x, 3, -1)
    assert texts(noted, "x") == before


def test_a_border_that_is_not_there_or_would_not_fit_stays(noted: Desk) -> None:
    x, subject = noted.platforms["x"], noted.subject("1")
    assert not noted.variants.move(subject, x, 0, 1)
    assert not noted.variants.move(subject, x, 99, 1)
    assert not noted.variants.move(subject, noted.platforms["markdown"], 1, 1)
    assert noted.variants.move(subject, x, 2, -1)
    assert not noted.variants.move(subject, x, 1, 1)


def test_the_words_of_the_source_are_no_variant(noted: Desk) -> None:
    noted.variants.write(noted.subject("1"), noted.platforms["x"], SHORT)
    noted.variants.write(noted.subject("1"), noted.platforms["x"], f"{SOURCE}\n")
    assert noted.variants.forks(noted.subject("1"), noted.platforms) == {}


def test_what_cannot_be_is_refused(noted: Desk) -> None:
    x = noted.platforms["x"]
    for name in ("1@x", "1@nowhere", "1@"):
        with pytest.raises(UnknownId):
            noted.subject(name)
    with pytest.raises(Refusal):
        noted.variants.write(noted.subject("-", "words"), x, SHORT)
    with pytest.raises(Refusal):
        noted.variants.write(noted.subject("1"), x, " ")


def test_a_purge_takes_the_variants_and_the_texts_of_the_ledger_along(noted: Desk) -> None:
    noted.variants.write(noted.subject("1"), noted.platforms["x"], SHORT)
    noted.clear(noted.subject("1@x"), {})
    noted.outbox.record(noted.release(noted.subject("1"), noted.platforms["x"]), [1], "screen")
    assert noted.outbox.said("twenty things")
    noted.forgetting.purge(1)
    assert noted.outbox.said("twenty things") == []
    assert [line.platform for line in noted.outbox.lines()] == ["x"]
