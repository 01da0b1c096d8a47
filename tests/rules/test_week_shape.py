"""The shapes of a weekly note are data; a person's own is named by file, line and key when it is wrong."""

from pathlib import Path

import pytest

from rules.week_shape import ShapeError, parse_shapes

TOML = (Path(__file__).parents[2] / "rules" / "week_shapes.toml").read_text(encoding="utf-8")
MINE = """[mine]
name = "Mine"
layout = "lines"

[[mine.part]]
takes = "tags"
title = { en = "Wins", fr = "Victoires" }
tags = ["#Win"]

[[mine.part]]
takes = "rest"
"""


def test_every_built_in_shape_reads_in_both_languages_and_keeps_every_note() -> None:
    shapes = parse_shapes(TOML, "week_shapes.toml")
    assert next(iter(shapes)) == "workstreams"
    for shape in shapes.values():
        assert shape.name.en
        assert shape.name.fr
        assert any(part.takes in ("rest", "days") for part in shape.parts)
        for part in shape.parts:
            assert bool(part.title.en) == bool(part.title.fr)


def test_a_shape_of_ones_own_takes_a_tag_with_or_without_its_sign() -> None:
    part = parse_shapes(MINE, "mine.toml")["mine"].parts[0]
    assert part.asks_for(frozenset({"win"}), "")
    assert not part.asks_for(frozenset({"winter"}), "winter is here")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('takes = "rest"', 'takes = "all"', "mine.toml, line 11: “takes” is “all”"),
        ("tags = ", "tag = ", "line 8: there is no key “tag” here"),
        ('layout = "lines"', 'layout = "columns"', "line 3: “layout” is “columns”"),
        ('[[mine.part]]\ntakes = "rest"\n', "", "so that no note is left out"),
        ('tags = ["#Win"]', "", "“tags” is missing"),
        ("[mine]", "[mine", "this is not TOML"),
        (MINE, "", "no shape is in it"),
    ],
)
def test_a_shape_that_cannot_be_used_says_where_and_what_to_do(old: str, new: str, says: str) -> None:
    with pytest.raises(ShapeError) as raised:
        parse_shapes(MINE.replace(old, new), "mine.toml")
    assert says in str(raised.value)
    assert str(raised.value).startswith("mine.toml")


def test_replies_and_what_is_passed_on_have_their_place() -> None:
    parts = {
        part.title.said("en"): part
        for part in parse_shapes(TOML, "week_shapes.toml")["workstreams"].parts
        if part.takes == "tags"
    }
    assert parts["Conversations"].asks_for(frozenset({"réponse"}), "")
    assert parts["Conversations"].asks_for(frozenset(), "in reply to ana: one question a page.")
    assert parts["From elsewhere"].asks_for(frozenset({"passed-on"}), "")
