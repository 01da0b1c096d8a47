"""A row of a list is drawn as a grid of Rich's would be, whatever stands in it."""

from itertools import dropwhile

from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from tui.visible import visible
from tui.widgets.in_columns import InColumns

WORDS = (
    st.text(st.sampled_from("ab  é日\N{WOMAN}\u0301-:«\n"), max_size=120)
    .filter(lambda words: cell_len(words.strip()))
    .map(visible)
)
"""A grid of Rich's leaves no room to words without a sign that takes any, but no note is of such alone."""
TAGS = st.text(st.sampled_from("#abé日 "), max_size=12).map(str.strip)
MOST = 8


@given(WORDS, TAGS, st.integers(40, 90))
@example("a" * 15 + " " + "b" * 15, "", 40)  # one column too long for the line
def test_it_draws_what_a_grid_draws(words: str, tags: str, width: int) -> None:
    grid = Table.grid(padding=(0, 1, 0, 0), expand=True, pad_edge=False)
    grid.add_column(width=1, no_wrap=True)
    grid.add_column(width=5, no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    grid.add_column(max_width=MOST, justify="right", no_wrap=True, overflow="ellipsis")
    cells = [(Text("▲", "bold"), 1), (Text("09:12", "dim"), 5)]
    grid.add_row(*(text for text, _ in cells), Text(words), Text(tags, "dim"))
    assert drawn(InColumns(cells, Text(words), Text(tags, "dim"), MOST), width) == drawn(grid, width)


@given(st.text(st.sampled_from("ab  é日\N{WOMAN}\u0301-:«\n\t"), max_size=120), TAGS, st.integers(1, 90))
def test_it_knows_how_many_lines_it_takes_without_drawing_them(words: str, tags: str, width: int) -> None:
    for row in (InColumns([(Text("▲"), 1)], Text(words)), InColumns([], Text(words), Text(tags), MOST)):
        assert row.height(Console(width=width), width) == plain(row, width).count("\n")


def test_what_stands_at_the_right_leaves_half_the_room_to_the_words() -> None:
    row = InColumns([(Text("▲"), 1)], Text("One two three"), Text("behind " * 9))
    first, second = plain(row, 20).splitlines()
    assert first == "▲ One two  behind b…"
    assert second.rstrip() == "  three"


def drawn(row: InColumns | Table, width: int) -> list[list[tuple[str, str]]]:
    """Line by line each sign with its style, without the blanks that a line ends in."""
    lines = Segment.split_and_crop_lines(Console(width=width).render(row), width, include_new_lines=False)
    signs = ([(sign, str(part.style or "")) for part in line for sign in part.text] for line in lines)
    return [[*dropwhile(lambda one: one[0] == " ", reversed(line))][::-1] for line in signs]


def plain(row: InColumns, width: int) -> str:
    """Its lines without styles."""
    return "".join(part.text for part in Console(width=width).render(row))
