"""The notation of phrases, and how phrases meet words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.phrase import PhraseError, parse_phrase
from rules.tokens import tokenise


def meets(written: str, text: str, cased: bool = False) -> bool:
    tokens = tokenise(text)
    words = tokens.cased if cased else tokens.words
    phrase = parse_phrase(written, cased)
    return any(phrase.end_at(words, start, len(words)) > 0 for start in range(len(words)))


@pytest.mark.parametrize(
    ("written", "yes", "no"),
    [
        ("launch*", "it launches", "we lunch"),
        ("(bid/bids/call for proposals)", "the call for proposals", "a call for tea"),
        ("not [yet] public", "not public", "not quite public"),
        ("not [yet] public", "NOT YET PUBLIC", "not yet very public"),
        ("recommend ... enough", "recommend it one two three enough", "recommend an odd set of five enough"),
        ("recommend ... enough", "recommend enough", "enough to recommend"),
        ("l'appel d'offres", "L’APPEL D’OFFRES", "appel d'air"),
        ("protégé* b", "PROTEGEES B", "protège-t-on b"),
        ("(an [odd/set of]/elm) oak", "an set of oak", "an of oak"),
        ("(the [very] (old/new)/a) plan", "the very new plan", "the very plan"),
        ("[so] secret [plan]", "secret", "so plan"),
    ],
)
def test_the_notation_means_what_it_says(written: str, yes: str, no: str):
    assert meets(written, yes)
    assert not meets(written, no)


def test_exact_phrases_ask_for_capitals_but_not_for_accents():
    assert meets("PROTEGE B", "PROTÉGÉ B", cased=True)
    assert not meets("PROTEGE B", "Protégé B", cased=True)


def test_the_longest_match_counts():
    phrase = parse_phrase("under [strict] embargo [until [further] notice]")
    words = ["under", "embargo", "until", "further", "notice", "please"]
    assert phrase.end_at(words, 0, len(words)) == 5
    assert phrase.end_at(words, 0, 3) == 2


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("(a/b", "does not close"),
        ("a) b", "no bracket is open"),
        ("a / b", "no bracket is open"),
        ("(a/)", "empty choice"),
        ("[a] [b]", "no word at all"),
        ("... b", "begins with a gap"),
        ("a ...", "ends with a gap"),
        ("a * b", "not a word"),
        ("la*nch", "not a word"),
        ("?!", "not a word"),
        ("", "no word at all"),
        ("((((((a))))))", "deep"),
        ("(" * 5000 + "a", "long"),
        ("(" * 500 + "a", "deep"),
        (" ".join("a" * 65), "more than 64 words"),
        ("x" * 601, "601 characters"),
        ("a ... b ... c ... d", "more than 2 gaps"),
        (" ".join(f"[a{n}]" for n in range(40)) + " b", "too many choices"),
    ],
)
def test_a_phrase_that_cannot_be_read_is_refused_in_words(written: str, said: str):
    with pytest.raises(PhraseError, match=said):
        parse_phrase(written)


def test_many_equal_alternatives_do_not_multiply():
    phrase = parse_phrase(" ".join(["(a/a/a/a/a/a)"] * 10) + " b")
    words = ["a"] * 3000
    assert all(phrase.end_at(words, start, len(words)) < 0 for start in range(len(words)))


@pytest.mark.parametrize(
    ("written", "openings"),
    [
        ("plan", "plan"),
        ("(launch*/open) it", "launch* open>it"),
        ("(launch*/Été) [so] (soon/now)", "launch* ete>so soon now"),
        ("[so] secret ... plan", "so>secret/secret"),
        ("(an oak/an elm)", "an>oak elm"),
    ],
)
def test_how_a_phrase_can_begin_is_spelled(written: str, openings: str):
    phrase = parse_phrase(written)
    assert sorted(phrase.openings.split("/")) == sorted(openings.split("/"))


_SIGNS = st.sampled_from(["(", ")", "[", "]", "/", "...", "*", " ", "a", "mot", "é", "'", "…"])


@given(st.lists(_SIGNS, max_size=40))
def test_any_string_is_a_phrase_or_is_refused_with_a_reason(signs: list[str]):
    try:
        phrase = parse_phrase("".join(signs))
    except PhraseError as problem:
        told = str(problem)
    else:
        told = phrase.written if phrase.openings and phrase.graph.last else ""
    assert told


@given(
    st.lists(st.sampled_from(["bid", "open", "été", "Plan"]), min_size=1, max_size=6),
    st.text(alphabet=" ,'-’", min_size=1),
)
def test_plain_words_meet_themselves_however_they_are_joined(words: list[str], sign: str):
    assert meets(" ".join(words), sign.join(words).upper())


_BETWEEN = st.lists(st.sampled_from(["odd", "set", "of"]), max_size=4)


@given(
    st.lists(
        st.tuples(st.sampled_from(["red", "(old/very new)", "[so] dear", "plan*"]), _BETWEEN), min_size=3
    )
)
def test_a_phrase_is_met_however_far_its_gaps_and_choices_reach(parts: list[tuple[str, list[str]]]):
    parts = parts[:3]  # two gaps are the most
    said = {"red": "red", "(old/very new)": "very new", "[so] dear": "so dear", "plan*": "planning"}
    written = " ... ".join(part for part, _ in parts)
    text = " ".join(" ".join([said[part], *between]) for part, between in parts)
    assert meets(written, f"before {text}")
    assert not meets(written, text.replace(said[parts[-1][0]], "else"))


@given(st.lists(st.sampled_from(["red", "plan", "planning", "of", "so", "dear"]), max_size=24))
def test_a_phrase_ends_in_one_of_the_words_and_as_near_as_it_says(words: list[str]):
    for phrase in map(parse_phrase, ["red ... plan*", "[so] dear", "(plan*/of so) ... (red/dear)"]):
        reach, whole, begun = phrase.graph.ending
        for start in range(len(words)):
            end = phrase.end_at(words, start, len(words))
            assert end < 0 or phrase.graph.fewest <= end - start <= reach
            assert end < 0 or words[end - 1] in whole or words[end - 1].startswith(begun)
