"""A text in one line of a list."""


def in_one_line(text: str, most: int) -> str:
    """`text` with single blanks, and with an ellipsis for all past `most` code points, the ellipsis among them."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
