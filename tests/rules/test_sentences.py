"""Sentences end where both languages agree, and the ends cover the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.sentences import STRETCH, sentence_ends


def sentences(text: str) -> list[str]:
    ends = list(sentence_ends(text))
    return [text[start:end] for start, end in zip([0, *ends], ends, strict=False)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        ("One. Two! Three? Four", ["One. ", "Two! ", "Three? ", "Four"]),
        ("Dr. Roy met M. Tremblay today. Good.", ["Dr. Roy met M. Tremblay today. ", "Good."]),
        ("Il a dit « Bonjour. » p. ex. hier. Bon.", ["Il a dit « Bonjour. » p. ex. hier. ", "Bon."]),
        (
            "12.5 % of people at canada.ca/a.b agree. Fine.",
            ["12.5 % of people at canada.ca/a.b agree. ", "Fine."],
        ),
        ("😀 é Hello. World.", ["😀 é Hello. ", "World."]),
    ],
)
def test_sentences_end_where_a_reader_would_say(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


@given(st.text(st.characters(), max_size=300))
def test_the_sentences_are_the_text(text: str) -> None:
    assert "".join(sentences(text)) == text
    assert all(sentences(text))


def test_a_text_longer_than_a_stretch_ends_where_its_sentences_do() -> None:
    text = "Five people finished the form. " * (STRETCH // 10)
    assert set(sentences(text)) == {"Five people finished the form. "}


@pytest.mark.parametrize("sign", ["`", '"', "a", "日", ". ", "\n", "«a", "1 ", "[[(("])
def test_a_large_paste_of_one_sign_is_covered_to_its_end(sign: str) -> None:
    assert "".join(sentences(sign * 64 * STRETCH)) == sign * 64 * STRETCH


@given(
    st.lists(st.sampled_from(["One.", "deux", "« Trois. »", "M. Roy", " ", "(a)"]), min_size=1),
    st.integers(8, 40),
)
def test_many_blank_lines_part_sentences_as_one_does(parts: list[str], lines: int) -> None:
    said = " ".join(parts)
    few, many = (sentences(f"{said}{gap}{said}") for gap in ("\n\n", "\n" * lines))
    assert [one.strip() for one in many if one.strip()] == [one.strip() for one in few if one.strip()]


@pytest.mark.parametrize("sign", ["`", "«", "“", '"', "«a"])
def test_signs_that_pair_with_nothing_keep_no_sentence_open(sign: str) -> None:
    text = sign * STRETCH + " One. Two."
    assert sentences(text)[-1] == "Two."


@pytest.mark.parametrize(
    "runs_on",
    [
        *(
            "c.-à-d. Le guide",
            "e.g. The guide",
            "i.e. The one",
            "approx. 5 days",
            "J.-P. Roy a dit",
            "Ste. Anne",
        ),
        *("l'hon. Anita Roy", "le 5 janv. 2026", "au ch. 3", "par. 4 du guide", "C.-B. Le reste", "env. Dix"),
        *("Mme. Roy", "M. Tremblay", "p. ex. Le guide", "No. 5 is out", "Q. Roy"),
    ],
)
def test_an_abbreviation_ends_no_sentence_in_either_language(runs_on: str):
    text = f"Hier encore {runs_on} et puis voilà. Fin."
    assert text[: next(iter(sentence_ends(text)))].strip().endswith("voilà.")


@pytest.mark.parametrize(
    "ends", ["le par. Puis", "at most the max. Then", "Il est parti. Puis", "It is B. Then again"]
)
def test_a_word_that_may_end_a_sentence_ends_one(ends: str):
    first = next(iter(sentence_ends(f"Hier {ends} la suite.")))
    assert (first < len(ends) + 5) is (not ends.startswith("It is B"))
