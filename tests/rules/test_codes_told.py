"""A code that opens a door, a lock or a device is noticed, shown to nobody again, and not seen in every number."""

import pytest

from rules.finding import Finding, Level
from rules.review import review
from tui.packs import load_packs

PACKS = load_packs().packs


def told(text: str) -> list[Finding]:
    return [one for one in review(text, PACKS).findings if one.rule == "code-told"]


@pytest.mark.parametrize(
    "text",
    [
        "The storeroom code is 6624 until spring.",
        "Garage combo: 9051.",
        "Use the padlock code 3318 after six.",
        "The combination for the shed is 7-1-4-9.",
        "Key in 0862 at the depot.",
        "The gate opens with 4410, as it did last year.",
        "Le code du garage est 6624 jusqu’au printemps.",
        "La combinaison du casier : 3318.",
        "Le portail s’ouvre au 4410.",
        "Le NIP de la salle est le 9051.",
        "Le cadenas de la remise, c’est 7-1-4-9.",
    ],
)
def test_a_code_is_noticed_whatever_it_opens(text: str):
    assert {one.level for one in told(text)} == {Level.WARNING}


@pytest.mark.parametrize(
    "text",
    [
        "We shipped 4410 lines of code in March.",
        "The garage door is open from 9 to 5.",
        "Ask the commissioner for the storeroom code.",
        "Never write a door code such as 1234 in a ticket.",
        "In 2026 the gate was painted. The code of conduct was renewed.",
        "The safe opens late on Mondays.",
        "Le code du garage est au secrétariat.",
        "Nous avons fermé 4410 demandes, un record.",
        "Le portail ouvre à 9 h et ferme à 17 h.",
        "Le code postal de la salle est celui du campus.",
    ],
)
def test_a_number_that_opens_nothing_is_none(text: str):
    assert told(text) == []


def test_a_code_does_not_reach_over_the_end_of_its_sentence():
    assert told("The door code was handed out. 4471 people came.") == []


def test_a_finding_never_repeats_the_code():
    [found] = told("The storeroom code is 6624 until spring.")
    assert "6624" not in f"{found.match} {found.message} {found.advice}"
