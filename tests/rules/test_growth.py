"""What reading costs, in calls and not in seconds: a short text again and again costs little more than prose."""

import json
import sys
from collections.abc import Callable
from types import FrameType

import pytest

from rules.checker import Checker
from rules.pack_text import parse_pack
from tests.rules.test_pack import EXCEPTIONS, FINDS, HEAD, RULE
from tui.packs import load_packs

CHECKER = Checker(load_packs().packs)
SAID = (
    "On Tuesday five people finished the new form without any help, which is two more than last month. "
    "We learned that the {} page asks for too much, so we will write it anew with the library (see the notes).\n\n"
)
PROSE = "".join(SAID.format(chr(97 + one) + chr(97 + two)) for one in range(26) for two in range(26))
SMALL, LARGE = 2_500, 10_000
MOST = 25
"""Times the calls of prose: those for a single word take less time than searches through prose, about a fifth.

It was 20 until fewer phrases began with words of prose, which costs a fifth less since; the others cost what they did.
"""
UNITS = [
    *(
        "1\n\n",
        "1. ",
        "1\r\n\r\n",
        "1 2 ",
        "1) a\n",
        "- a\n\n",
        "# a\n\n",
        "> a\n",
        "|a|b|\n",
        "```\na\n```\n",
    ),
    *("a: \n\n", "a.", "word.\n\n", "[a](b) ", "`a` ", "**", "«a", "“a\n\n", "||a||", "@@", "#a ", "@Ndp "),
    *("SECRET ", "PROTECTED B\n\n1 ", "S E ", "(S//NF) ", "service ", "on the ", "j'ai ", "613-555-0199 "),
    *(
        "#open",
        "password ",
        "password is ",
        "SIN ",
        "a@b.ca ",
        "https://a.ca/b ",
        "AKIA1 ",
        "12 Main St ",
        "x.x.",
    ),
    *(
        "é\u0301",
        "a\u200b",
        "\N{WOMAN}\u200d\N{GIRL}",
        "日本。",
        "agent·e·s ",
        "employé(e)s ",
        "\x1b[31m",
        "\ud800",
    ),
]


@pytest.fixture(scope="module")
def of_prose() -> int:
    cost(PROSE, LARGE)
    return cost(PROSE, LARGE)


def calls(work: Callable[[], object]) -> int:
    """How many functions are called, those written in C too."""
    count = 0

    def counted(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def cost(unit: str, size: int) -> int:
    text = (unit * size)[:size]
    CHECKER.forget()
    return calls(lambda: list(CHECKER.met(text, asking=True)))


@pytest.mark.parametrize("unit", UNITS, ids=json.dumps)
def test_a_short_text_again_and_again_costs_what_it_is_long_and_not_much_more_than_prose(
    unit: str, of_prose: int
):
    cost(unit, SMALL)  # what its words can begin is learnt once
    small, large = cost(unit, SMALL), cost(unit, LARGE)
    assert large < 5 * small + 2_000
    assert large < MOST * of_prose


def test_what_lets_a_whole_rule_pass_is_looked_for_once_in_a_sentence_however_much_the_rule_finds():
    sentence = " ".join(f"boat{number}" for number in range(60)) + " and a lot of other words."
    plain = RULE.replace("boat*", "boats")
    spared = plain.replace("[[rule.find]]", f"{EXCEPTIONS}[[rule.find]]")

    def of(rule: str) -> int:
        checker = Checker([parse_pack(HEAD + rule + FINDS, "own.toml")])
        list(checker.met(sentence, asking=False))
        checker.forget()
        return calls(lambda: list(checker.met(sentence, asking=False)))

    assert of(spared) - of(plain) < 5 * 60  # for each of the sixty a look of its own would take nine calls
