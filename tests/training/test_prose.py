"""Published pages are cut into extracts as long as a note, and a page is trained on or measured on, never both."""

from hypothesis import given
from hypothesis import strategies as st

from tests.training.prose import EXTRACT, Page, learned

PARAGRAPHS = st.lists(st.integers(1, 120).map(lambda words: "word " * (words - 1) + "end."), max_size=12)


@given(PARAGRAPHS)
def test_extracts_hold_every_paragraph_once_and_in_order(paragraphs: list[str]) -> None:
    extracts = Page("owner/name", "page.md", "en", tuple(paragraphs)).extracts
    assert [one for extract in extracts for one in extract.split("\n\n")] == paragraphs
    assert all(len(extract.split()) >= EXTRACT for extract in extracts[:-1])


def test_a_page_that_is_measured_on_teaches_nothing() -> None:
    pages = [Page("owner/name", f"{number}.md", "fr", ("Une phrase entière ici.",)) for number in range(200)]
    taught = {passage.page for passage in learned(pages)}
    assert taught == {page.name for page in pages if not page.apart}
    assert 0 < len(taught) < len(pages)
