import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.address_book import AddressBook, parse_book
from rules.naming import named
from rules.platforms import PlatformError
from rules.snippet import snippets
from tests.rules.profiles import PROFILES

BOOK = """
[person."Ana Diaz"]
x = "@anadiaz"
mastodon = "ana@social.example"

[tags.digital]
en = ["#GCdigital", "OpenGov"]
fr = ["#GCnumérique"]
mastodon = { en = ["#GCDigital"] }
"""


@pytest.fixture
def book() -> AddressBook:
    return parse_book(BOOK, "mine.toml", PROFILES)


def on(book: AddressBook, platform: str, text: str) -> str:
    return named(text, book.on(PROFILES[platform]))


def test_a_person_has_their_handle_or_their_plain_name(book: AddressBook):
    text = "Thanks to @[Ana Diaz] and @[Omar Roy]!"
    assert on(book, "x", text) == "Thanks to @anadiaz and Omar Roy!"
    assert on(book, "mastodon", text) == "Thanks to @ana@social.example and Omar Roy!"
    assert on(book, "gcpedia", text) == "Thanks to Ana Diaz and Omar Roy!"


def test_a_set_has_the_tags_of_the_platform_and_of_the_texts_language(book: AddressBook):
    assert on(book, "x", "The form is done. #[digital]") == "The form is done. #GCdigital #OpenGov"
    assert on(book, "x", "Le formulaire est terminé. #[Digital]") == "Le formulaire est terminé. #GCnumérique"
    assert on(book, "mastodon", "The form is done. #[digital]").endswith("#GCDigital")
    assert on(book, "x", "#[nobody]") == "#[nobody]"


def test_a_paired_text_has_the_tags_of_each_language(book: AddressBook):
    text = "[en]\nDone. #[digital]\n[fr]\nFait. #[digital]"
    english, french = snippets(text, book.on(PROFILES["bluesky"]))
    assert english.text == "Done. #GCdigital #OpenGov\n1/2"
    assert french.text == "Fait. #GCnumérique\n2/2"


def test_a_name_is_no_link_even_before_a_bracket(book: AddressBook):
    assert snippets("@[Ana Diaz](https://a.ca)", book.on(PROFILES["x"]))[0].text == "@anadiaz(https://a.ca)"


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        ("[person.Ana]\nmyspace = '@a'\n", "person 'Ana': myspace: no such platform"),
        ("[person.Ana]\nx = 'a b'\n", "person 'Ana': x: 'a b' is no handle"),
        ("[person]\nAna = '@a'\n", "write it as a table"),
        ("[tags.a]\nen = '#A'\n", "tags 'a': en: give a list of hashtags"),
        ("[tags.a]\nen = ['#A b']\n", "give a list of hashtags"),
        ("[tags.a]\nx = ['#A']\n", "write it as { en"),
        ("[people.Ana]\nx = '@a'\n", "no such table: 'people'"),
    ],
)
def test_a_fault_names_the_file_the_table_and_the_key(toml: str, told: str):
    with pytest.raises(PlatformError) as caught:
        parse_book(toml, "mine.toml", PROFILES)
    assert str(caught.value).startswith("mine.toml")
    assert told in str(caught.value)


@given(st.text(st.sampled_from("@#[]aé \n|Ana Diaz"), max_size=60))
def test_nothing_but_names_and_sets_is_changed(text: str):
    platform = parse_book(BOOK, "mine.toml", PROFILES).on(PROFILES["x"])
    if "@[" not in text and "#[" not in text:
        assert named(text, platform) == text
    assert named(named(text, platform), platform).count("@[") <= text.count("@[")
