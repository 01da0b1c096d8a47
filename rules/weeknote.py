"""A weekly note as Markdown, and the way back from Markdown to sections that know their notes.

The draft is written as a title, headings and paragraphs. After hand edits each passage that still
reads as it was generated keeps its notes; any other was written by hand and has none.
"""

from collections.abc import Iterable, Mapping, Sequence

from rules.merge import blocks
from rules.rollup import Draft, Line, Section


def to_blocks(draft: Draft) -> list[str]:
    """The blocks of a draft's Markdown: `# title`, `## heading`, and a block for each paragraph of a line."""
    parts = [f"# {draft.title}", *blocks(draft.context)]
    for section in draft.sections:
        if section.title:
            parts.append(f"## {section.title}")
        for line in section.lines:
            parts.extend(blocks(line.text))
    return parts


def origins(draft: Draft) -> dict[str, tuple[int, ...]]:
    """Each generated paragraph and the notes it was made from."""
    found: dict[str, tuple[int, ...]] = {}
    for section in draft.sections:
        for line in section.lines:
            for block in blocks(line.text):
                found[block] = (*found.get(block, ()), *line.notes)
    return found


def pieces_of(draft: Draft) -> dict[str, tuple[str, ...]]:
    """The pieces of each passage that several notes were joined into.

    A heading that counts its notes is one piece, without their number: so it is known whatever that is.
    """
    counted = {f"## {one.title}": (f"## {one.stem}",) for one in draft.sections if one.stem}
    return counted | {
        line.text: tuple(text for text, _ in line.pieces)
        for section in draft.sections
        for line in section.lines
        if line.pieces
    }


def origins_of_pieces(draft: Draft) -> dict[str, tuple[int, ...]]:
    """Each piece of a joined passage and the notes that gave it."""
    found: dict[str, tuple[int, ...]] = {}
    for section in draft.sections:
        for line in section.lines:
            for text, number in line.pieces:
                found[text] = (*found.get(text, ()), number)
    return found


def traced(
    block: str, pieces: Iterable[Sequence[str]], origins: Mapping[str, Sequence[int]]
) -> tuple[int, ...]:
    """The notes of a passage that is some pieces of one joined passage, in order; none when it is not."""
    for joined in pieces:
        left, notes = block, list[int]()
        for piece in joined:
            if left == piece or left.startswith((piece + " ", piece + "\n")):
                left = left[len(piece) + 1 :]
                notes += origins.get(piece, ())
        if not left:
            return tuple(dict.fromkeys(notes))
    return ()


def read_back(
    markdown: str, known: Mapping[str, Sequence[int]], untitled: str
) -> tuple[str, tuple[Section, ...]]:
    """Title and sections of an edited weekly note.

    `known` tells the notes of a generated paragraph. The title is empty when the text has none;
    passages before the first heading stand in a section called `untitled`.
    """
    title = ""
    sections: list[tuple[str, list[Line]]] = []
    for block in blocks(markdown):
        if block.startswith("# ") and not title and not sections:
            title = block[2:].strip()
        elif block.startswith("## ") and "\n" not in block and block not in known:
            sections.append((block[3:].strip(), []))
        else:
            if not sections:
                sections.append((untitled, []))
            sections[-1][1].append(Line(block, tuple(known.get(block, ()))))
    return title, tuple(Section(heading, tuple(lines)) for heading, lines in sections)
