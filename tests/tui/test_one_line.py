"""What is shortened to one line ends with a whole word, and is never longer than there is room for."""

from hypothesis import given
from hypothesis import strategies as st

from tui.one_line import from_where_it_differs, in_one_line


def test_it_ends_with_a_whole_word() -> None:
    assert (
        in_one_line("The renewal form is ready for the new intake", 40)
        == "The renewal form is ready for the new…"
    )
    assert in_one_line("The  form\nis ready", 40) == "The form is ready"
    assert (
        in_one_line("Five people finished the new form. #forms", 40) == "Five people finished the new form…"
    )
    assert in_one_line("one " + "x" * 50, 20) == "one " + "x" * 15 + "…"


@given(st.text(max_size=60), st.integers(min_value=2, max_value=50))
def test_it_fits_and_begins_as_the_text_does(text: str, most: int) -> None:
    line, whole = in_one_line(text, most), " ".join(text.split())
    assert len(line) <= most
    assert line == whole or whole.startswith(line.removesuffix("…"))


def test_it_begins_a_little_before_another_text_parts_from_it() -> None:
    begun = "The renewal form is ready for the new intake, and five people tried it "
    assert (
        from_where_it_differs(f"{begun}today.", f"{begun}yesterday.", 40)
        == "…intake, and five people tried it today."
    )
    assert from_where_it_differs("Short, and all of it.", "Short.", 40) == "Short, and all of it."


@given(st.text(max_size=90), st.text(max_size=90), st.integers(min_value=2, max_value=50))
def test_what_differs_fits_too(text: str, other: str, most: int) -> None:
    assert len(from_where_it_differs(text, other, most).removeprefix("…")) <= most
