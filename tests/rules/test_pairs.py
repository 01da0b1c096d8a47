import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.pairs import each_language, in_language, is_paired, passages
from rules.snippet import snippets
from tests.rules.profiles import PROFILES

PAIRED = "# Title\n\n[en]\nFive people finished.\n\n[fr]\nCinq personnes ont terminé.\n"


def parts(platform: str, text: str = PAIRED) -> list[str]:
    return [part.text for part in snippets(text, PROFILES[platform])]


def test_a_text_without_marks_is_one_and_stays_as_it_is():
    text = "  See [en] in a line.\n\n- [fr] too  "
    assert not is_paired(text)
    assert passages(text)[0].text == text
    assert in_language(text, "fr") == text


def test_what_stands_before_the_first_mark_is_for_both():
    assert [passage.language for passage in passages(PAIRED)] == [None, "en", "fr"]
    assert in_language(PAIRED, "fr") == "# Title\n\nCinq personnes ont terminé."
    assert [passage.language for passage in each_language(PAIRED)] == ["en", "fr"]


def test_a_reader_gets_the_other_language_where_theirs_is_missing():
    assert in_language("[FR]\nBonjour.", "en") == "Bonjour."


def test_each_platform_gets_two_languages_as_its_readers_expect_them():
    assert parts("x") == ["Title\n\nFive people finished.\n1/2", "Title\n\nCinq personnes ont terminé.\n2/2"]
    assert parts("text") == ["Title\n\nFive people finished.\n\nCinq personnes ont terminé."]
    english, french = parts("gccollab-blog")
    assert english.startswith('<div lang="en">')
    assert french == '<div lang="fr">\n<h1>Title</h1>\n<p>Cinq personnes ont terminé.</p>\n</div>'
    assert [page[:17] for page in parts("gcintranet")] == ['<main lang="en" p', '<main lang="fr" p']


@pytest.mark.parametrize("wiki", ["gcpedia", "gcwiki"])
def test_a_wiki_gets_its_own_language_switch_which_no_text_can_close(wiki: str):
    [page] = parts(wiki, "[en]\nOne </multilang> two\n[fr]\n@en|un")
    assert page == ("<multilang>\n@en|One &#60;/multilang&#62; two\n@fr|@en&#124;un\n</multilang>")


@given(st.lists(st.sampled_from(["[en]\n", "[fr]\n", "words\n", "\n", " [EN] \n", "[en] x\n"])).map("".join))
def test_no_word_is_lost_whatever_the_marks(text: str):
    kept = " ".join(passage.text for passage in passages(text))
    lines = [line for line in text.split("\n") if line.strip().lower() not in ("[en]", "[fr]")]
    assert sorted(kept.split()) == sorted(" ".join(lines).split())
