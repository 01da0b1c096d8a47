import re

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.balance import balanced
from rules.cuts import Cutter
from rules.measure import measure
from rules.thread import pieces, split
from tests.rules.profiles import PROFILES, SIZED

NOTE = (
    "Semaine 47 : cinq personnes ont terminé le nouveau formulaire sans aide, soit deux de plus que le mois "
    "dernier. Le changement qui a tout fait : une question par page. Merci à l'équipe des installations pour "
    "la salle et les biscuits !\n\nLe coût est de 1 200 $ par mois, soit 12,5 % de moins. M. Tremblay a présenté "
    "« le guide » hier. Le guide est ici : https://www.canada.ca/fr/gouvernement/systeme/numerique.html\n\n"
    "Next week we test with screen-reader users. #OpenGov #GouvOuvert"
)
WORDS = st.sampled_from(
    [
        *(
            "mot",
            "Oui.",
            "et",
            "1 200 $",
            "12.5",
            "«\xa0guide\xa0»",
            "canada.ca",
            "https://canada.ca/fr/page?a=b",
        ),
        *("#OuvertParDéfaut", "@jane@social.example", "👩🏽‍💻", "🇨🇦", "日本語。", "fin,", "e\u0301te\u0301"),
        *("M. Roy", "!", "e-mail", "\n", "\n\n"),
    ]
)
PROSE = st.lists(WORDS, min_size=1, max_size=120).map(" ".join)


def without_space(text: str) -> str:
    return "".join(text.split())


def test_a_text_that_fits_is_one_part_without_a_number():
    assert split("Bonjour le monde.", PROFILES["x"]) == ("Bonjour le monde.",)
    assert split("", PROFILES["x"]) == ("",)
    assert split("a" * 280, PROFILES["x"]) == ("a" * 280,)


def test_the_cut_falls_at_a_paragraph_when_one_is_near():
    first, second = split(NOTE, PROFILES["x"])
    assert first.endswith("les biscuits !\n1/2")
    assert second.startswith("Le coût")


def test_short_posts_are_cut_at_sentences_and_keep_the_link_with_its_words():
    parts = split(NOTE, PROFILES["gccollab-wire"])
    assert [part.rsplit(" ", 1)[1] for part in parts] == ["1/5", "2/5", "3/5", "4/5", "5/5"]
    assert parts[3] == "Le guide est ici : https://www.canada.ca/fr/gouvernement/systeme/numerique.html 4/5"
    assert all(re.search(r"[.!»t] \d/5$|html 4/5$", part) for part in parts)


def test_clauses_come_before_words():
    text = "un deux trois " * 7 + "quatre cinq, " + "six sept huit " * 12
    assert split(text, PROFILES["gccollab-wire"])[0].endswith("cinq, 1/3")


def test_a_line_of_three_hyphens_always_cuts_and_is_dropped():
    assert split("un\n---\ndeux", PROFILES["x"]) == ("un\n1/2", "deux\n2/2")
    assert split("un\n\n --- \n\n---\ndeux\n---", PROFILES["mastodon"]) == ("un\n1/2", "deux\n2/2")
    assert split("---\nun", PROFILES["x"]) == ("un",)


def test_without_a_limit_nothing_is_cut():
    text = "un\n---\n" + "mot " * 10_000
    assert split(text, PROFILES["markdown"]) == (text,)
    assert split(text, PROFILES["text"]) == (text,)
    assert split(text, PROFILES["gccollab-wire"].tuned(limit=None)) == (text,)


def test_numbers_and_french_punctuation_stay_with_their_neighbours():
    for text in ("1 200 $ ", "12,5 % ", "oui ! ", "« mot » ", "note : "):
        joined = "|".join(piece.body for piece in pieces("x " + text * 60, PROFILES["gccollab-wire"]))
        assert not re.search(r"1\||200\||5\||oui\||«\||mot\||note\|", joined)


def test_the_last_part_is_no_orphan():
    text = "Une phrase de longueur moyenne qui dit quelque chose. " * 5 + "Deux mots."
    last = pieces(text, PROFILES["x"])[-1]
    assert len(last.body) > 60


def test_numbers_of_two_and_three_digits_still_fit():
    for parts in (12, 120):
        numbered = split("Le mot juste vient. " * (12 * parts), PROFILES["x"])
        assert len(numbered) > 9
        assert all(measure(part, PROFILES["x"]).fits for part in numbered)
        assert numbered[-1].endswith(f"\n{len(numbered)}/{len(numbered)}")


def test_room_is_kept_for_numbers_that_turn_out_wider_than_the_length_promised():
    # Nine posts by its length, more by its paragraphs, which fill one to the last sign where the number is "1/9".
    parts = split("\n\n".join(["a" * 276] * 9 + ["b" * 10]), PROFILES["x"])
    assert len(parts) > 9
    assert all(measure(part, PROFILES["x"]).fits for part in parts)


@pytest.mark.parametrize("platform", SIZED, ids=lambda p: p.id)
@given(text=PROSE)
def test_every_part_fits_and_together_they_lose_nothing(platform, text: str):
    parts = pieces(text, platform)
    assert all(measure(part.text, platform).within for part in parts)
    assert without_space("".join(part.body for part in parts)) == without_space(text)
    assert [part.n for part in parts] == list(range(1, len(parts) + 1))
    at = 0
    for part in parts:
        assert text[at : part.start].strip() == ""
        assert text[part.start : part.end] == part.body
        at = part.end
    assert text[at:].strip() == ""


@given(text=PROSE)
def test_no_cut_falls_inside_a_link_a_tag_a_mention_a_number_or_a_character(text: str):
    whole = regex.compile(r"https?://\S+|[#@]\S+|\d[\d., ]*\d(?: [$%])?|\X")
    inside = {place for found in whole.finditer(text) for place in range(found.start() + 1, found.end())}
    parts = pieces(text, PROFILES["gccollab-wire"])
    assert not inside & {place for part in parts for place in (part.start, part.end)}


@pytest.mark.parametrize("platform", SIZED, ids=lambda p: p.id)
@given(text=st.text(st.sampled_from("aé日😀\u0301\u200d🇨. \n-@#/:👩🏽\ud800"), max_size=400))
def test_any_text_is_cut_into_parts_that_fit_and_lose_nothing(platform, text: str):
    tight = platform.tuned(limit=20)
    parts = pieces(text, tight)
    assert all(measure(part.text, tight).within for part in parts)
    kept = "".join(part.body for part in parts)
    assert without_space(kept).replace("-", "") == without_space(text).replace("-", "")


def test_a_word_longer_than_a_part_is_cut_between_characters_and_nothing_is_dropped():
    for unit in ("a", "👨‍👩‍👧‍👦", "e\u0301", "🇨🇦"):
        text = unit * 700
        parts = pieces(text, PROFILES["x"])
        assert "".join(part.body for part in parts) == text
        assert all(len(part.body) % len(unit) == 0 for part in parts)


def test_a_character_bigger_than_a_part_is_still_sent_whole_in_pieces():
    text = "a" + "\u0301" * 5000
    parts = pieces(text, PROFILES["bluesky"])
    assert "".join(part.body for part in parts) == text
    assert all(measure(part.text, PROFILES["bluesky"]).fits for part in parts)


@settings(max_examples=30)
@given(text=PROSE)
def test_cutting_is_the_same_every_time(text: str):
    assert split(text, PROFILES["x"]) == split(text, PROFILES["x"])


@pytest.mark.parametrize(
    "unit", ["Bonjour le monde. ", "a", "a.", "日本。", "a\n---\n", "1 2\xa0", "\u0301"], ids=ascii
)
def test_a_large_paste_is_cut_into_parts_that_fit(unit: str):
    parts = split((unit * (40_000 // len(unit) + 1))[:40_000], PROFILES["x"])
    assert all(measure(part, PROFILES["x"]).fits for part in parts)


def test_parts_are_of_like_size_where_that_costs_no_worse_cut():
    sentence = "Une phrase de longueur moyenne qui dit quelque chose. "
    sizes = [len(piece.body) for piece in pieces(sentence * 11, PROFILES["x"])]
    assert len(sizes) == 3
    assert max(sizes) - min(sizes) <= len(sentence)


def test_a_heading_and_a_colon_stay_with_what_they_introduce():
    text = "Ce que nous avons appris\n\n" + "Un mot de plus ici. " * 6
    first, *_ = pieces(text.strip(), PROFILES["gccollab-wire"])
    assert first.body.startswith("Ce que nous avons appris\n\nUn mot")
    listed = (
        "Un mot de plus ici. " * 5 + "Trois choses :\n- " + "un point assez long pour compter\n- " * 3 + "fin"
    )
    assert not any(piece.body.endswith(":") for piece in pieces(listed, PROFILES["gccollab-wire"]))


@given(text=PROSE)
def test_evening_out_takes_no_more_parts_and_no_worse_cuts(text: str):
    cutter = Cutter(text, PROFILES["gccollab-wire"], " 99/99")
    section = 0, len(text)
    even, greedy = balanced(section, cutter), cutter.cut(*section)
    assert len(even) == len(greedy)
    assert cutter.roughness(even) <= cutter.roughness(greedy)
