"""A text in one line of a list."""


def in_one_line(text: str, most: int) -> str:
    """`text` with single blanks; past `most` code points, an ellipsis among them, it ends with a whole word.

    A word that alone is longer than half of that is cut.
    """
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    kept, _, begun = line[:most].rpartition(" ")
    return f"{kept if len(begun) < most // 2 else line[: most - 1]}…"
