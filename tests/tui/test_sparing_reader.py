"""The large reader leaves what has nothing to say, and says of everything else just what it would have said."""

from functools import cache
from pathlib import Path

import pytest

from rules.finding import Finding
from rules.reader.reader import Reader
from tests.conftest import ROOT
from tests.training.corpus import read_corpus
from tui import second_reader
from tui.second_reader import SecondReader

pytest.importorskip("onnxruntime", reason="only the extra brings what runs the large reader")
QUIET = {
    "en": "The form has {number} fields now. Most people finish it on a phone. We test the letter next week.",
    "fr": "Le formulaire compte {number} champs. La plupart des gens le remplissent au téléphone. Essayons la lettre.",
}


@cache
def sparing() -> Reader:
    reader = SecondReader("large", "en").reader()
    assert reader is not None
    return reader


@cache
def whole() -> Reader:
    return Reader(second_reader._JUDGES["large"](sparing()._judge.weights), second_reader.remarks(), "en")


@cache
def breaches(language: str) -> tuple[str, ...]:
    """The first breach of every ninth voice."""
    first: dict[str, str] = {}
    for text in read_corpus(Path(ROOT) / "tests/training/corpus/voices"):
        if text.language == language and text.clean is False:
            first.setdefault(text.voice, text.text)
    return tuple(first.values())[::9]


def note_of(language: str) -> str:
    some = breaches(language)
    return "\n\n".join(f"{QUIET[language].format(number=at + 3)}\n\n{text}" for at, text in enumerate(some))


def said(findings: tuple[Finding, ...]) -> list[tuple[object, ...]]:
    return [(finding.start, finding.category, finding.level, finding.lead) for finding in findings]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_warning_and_no_question_is_lost_in_a_long_text(language: str) -> None:
    assert said(sparing().read(note_of(language))) == said(whole().read(note_of(language)))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_texts_one_by_one_and_again_say_the_same(language: str) -> None:
    each = [said(sparing().read(text)) for text in breaches(language)]
    assert any(each)
    fresh = SecondReader("large", "en")
    assert [said(fresh.read(text)) for text in reversed(breaches(language))] == each[::-1]


def test_each_of_many_texts_is_weighed_as_by_itself() -> None:
    judge = sparing()._judge._judge
    texts = ["Short.", "A good deal longer than the first and the last of them.", "In between the two."]
    assert judge.weigh(texts) == [judge.weigh([text])[0] for text in texts]


def test_a_floor_chosen_for_other_weights_does_not_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = SecondReader("large", "en")
    floors = second_reader._floors()["large"]
    for small, kept in ((floors.first_sha256, True), ("0" * 64, False)):
        table = dict(reader._kept, small=second_reader.Kept("small.weights", "1", small))
        monkeypatch.setattr(reader, "_kept", table)
        assert reader._sieved(floors) is kept


def test_the_floor_was_chosen_for_the_small_reader_that_is_here() -> None:
    # With other weights the sieve is off without a word, and the large reader four times as slow.
    reader = SecondReader("large", "en")
    assert reader._sieved(second_reader._floors()["large"])
