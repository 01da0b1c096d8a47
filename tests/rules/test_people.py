"""Who a note mentions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.people import people


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Thanks @Farida and @jean-luc.", ("Farida", "jean-luc")),
        ("Merci à @Zoé_T, @zoé_t et ＠Ana!", ("Zoé_T", "Ana")),
        ("@ana@social.example said", ("ana",)),
        ("write to ana@example.ca or a@b", ()),
        ("price @ 5 and @@x and @", ()),
        ("(@ana)", ("ana",)),
    ],
)
def test_mentions_are_found(text: str, names: tuple[str, ...]) -> None:
    assert people(text) == names


@given(st.text())
def test_every_name_that_is_found_is_a_name(text: str) -> None:
    for name in people(text):
        assert people(f"@{name}") == (name,)
