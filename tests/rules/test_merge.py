"""The three-way merge: hand edits win, nothing is lost, a second time changes nothing."""

from hypothesis import given
from hypothesis import strategies as st

from rules.merge import blocks, join, merge

BLOCKS = st.lists(st.sampled_from("abcdefgh"), max_size=8)


def test_an_untouched_week_follows_its_notes() -> None:
    assert merge(["a", "b"], ["a", "b"], ["a", "c", "b"]) == ["a", "c", "b"]


def test_a_hand_edit_stays_and_the_rest_follows() -> None:
    assert merge(["a", "b", "c"], ["a", "B!", "c"], ["a", "b", "c", "d"]) == ["a", "B!", "c", "d"]


def test_what_a_person_deleted_stays_deleted() -> None:
    assert merge(["a", "b", "c"], ["a", "c"], ["a", "b", "c", "d"]) == ["a", "c", "d"]


def test_what_a_person_wrote_stays_where_it_stands() -> None:
    assert merge(["a", "b"], ["a", "mine", "b"], ["a", "b", "c"]) == ["a", "mine", "b", "c"]


def test_what_a_person_moved_stays_moved() -> None:
    assert merge(["a", "b", "c"], ["c", "a", "b"], ["a", "b", "c", "d"]) == ["c", "d", "a", "b"]


def test_a_withdrawn_note_leaves_unless_it_was_edited() -> None:
    assert merge(["a", "b", "c"], ["a", "b", "C!"], ["a"]) == ["a", "C!"]


def test_a_changed_note_takes_the_place_of_its_untouched_passage() -> None:
    assert merge(["a", "b", "c"], ["a", "b", "c!"], ["a", "b2", "c"]) == ["a", "b2", "c!"]


def test_a_note_said_twice_is_there_twice() -> None:
    assert merge(["a"], ["a", "mine"], ["a", "a"]) == ["a", "a", "mine"]


def test_a_heading_that_was_deleted_does_not_send_what_is_new_below_another() -> None:
    base, new = ["# t", "## B", "b"], ["# t", "## A", "a", "## B", "b", "b2"]
    assert merge(base, ["# t", "b", "mine"], new) == ["# t", "b", "b2", "mine", "## A", "a"]


def test_no_heading_comes_above_what_a_person_deleted() -> None:
    assert merge(["a", "b"], ["b"], ["b", "## A", "a"]) == ["b"]
    assert merge(["a", "## B", "b"], ["## B", "b"], ["## A", "a", "## B", "b"]) == ["## B", "b"]
    assert merge(["b"], ["mine"], ["b", "## A", "a"]) == ["mine", "## A", "a"]


def test_a_heading_that_a_person_left_bare_stays() -> None:
    assert merge(["## A", "a"], ["## A", "## Mine"], ["## A", "a", "b"]) == ["## A", "b", "## Mine"]
    assert merge(["## A", "a"], ["## A"], ["## A", "a"]) == ["## A"]


@given(base=BLOCKS, new=BLOCKS)
def test_without_hand_edits_the_new_roll_up_stands(base: list[str], new: list[str]) -> None:
    assert merge(base, base, new) == new


@given(base=BLOCKS, current=BLOCKS, new=BLOCKS)
def test_merging_again_changes_nothing(base: list[str], current: list[str], new: list[str]) -> None:
    once = merge(base, current, new)
    assert merge(new, once, new) == once


@given(base=BLOCKS, mine=st.lists(st.sampled_from("XYZ")), new=BLOCKS)
def test_no_handwritten_block_is_lost_or_moved(base: list[str], mine: list[str], new: list[str]) -> None:
    current = [block for pair in zip(base, mine, strict=False) for block in pair] + mine[len(base) :]
    merged = merge(base, current, new)
    assert [block for block in merged if block in "XYZ"] == [block for block in current if block in "XYZ"]


@given(base=BLOCKS, current=BLOCKS, new=BLOCKS)
def test_every_new_block_is_there(base: list[str], current: list[str], new: list[str]) -> None:
    merged = merge(base, current, new)
    for block in set(new) - set(base):
        assert block in merged


@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1).filter(str.strip)
    )
)
def test_joined_blocks_come_apart_again(parts: list[str]) -> None:
    assert blocks(join(parts)) == parts


def glued(*pieces: str) -> str:
    return " ".join(pieces)


def joined(*groups: tuple[str, ...]) -> tuple[list[str], dict[str, tuple[str, ...]]]:
    blocks_ = [glued(*group) for group in groups]
    return blocks_, {block: group for block, group in zip(blocks_, groups, strict=True) if len(group) > 1}


def test_a_new_note_is_offered_beside_a_paragraph_that_was_edited() -> None:
    base, old = joined(("a.", "b."), ("c.",))
    new, now = joined(("a.", "b.", "d."), ("c.",))
    assert merge(base, ["a and b.", "c."], new, old | now) == ["a and b.", "d.", "c."]


def test_a_paragraph_nobody_touched_takes_its_new_note_in() -> None:
    base, old = joined(("a.", "b."), ("c.",))
    new, now = joined(("a.", "b.", "d."), ("c.",))
    assert merge(base, ["a. b.", "c!"], new, old | now) == ["a. b. d.", "c!"]


def test_a_paragraph_that_was_deleted_stays_deleted_when_a_note_joins_it() -> None:
    base, old = joined(("a.", "b."), ("c.",))
    new, now = joined(("a.", "b.", "d."), ("c.",))
    assert merge(base, ["c."], new, old | now) == ["d.", "c."]


PARTED = st.lists(st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=4), max_size=4)


def _each_once(groups: list[list[str]]) -> list[tuple[str, ...]]:
    seen: set[str] = set()
    kept = []
    for group in groups:
        fresh = tuple(dict.fromkeys(piece for piece in group if piece not in seen))
        seen |= set(fresh)
        if fresh:
            kept.append(fresh)
    return kept


@given(PARTED, PARTED, st.data())
def test_every_note_stands_once_and_every_edit_stays(
    one: list[list[str]], other: list[list[str]], data: st.DataObject
) -> None:
    before, after = _each_once(one), _each_once(other)
    base, old = joined(*before)
    new, now = joined(*after)
    acts = [data.draw(st.sampled_from(["keep", "edit", "drop"])) for _ in base]
    current = [
        f"E{number}" if act == "edit" else block
        for number, (block, act) in enumerate(zip(base, acts, strict=True))
        if act != "drop"
    ]
    merged = merge(base, current, new, old | now)
    touched = {piece for group, act in zip(before, acts, strict=True) if act != "keep" for piece in group}
    stand = " ".join(merged).split()
    for piece in {piece for group in after for piece in group} - touched:
        assert stand.count(piece) == 1
    assert touched.isdisjoint(stand)
    assert [block for block in merged if block[0] == "E"] == [block for block in current if block[0] == "E"]
    assert merge(new, merged, new, old | now) == merged
