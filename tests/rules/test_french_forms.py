"""A rule finds French however it is typed: without accents, in capitals, inclusive, with any apostrophe or blank."""

import pytest

from rules.finding import Finding, Level
from rules.review import review
from tui.packs import load_packs

PACKS = load_packs((), "ca").packs


def flags(text: str) -> list[Finding]:
    return [one for one in review(text, PACKS).findings if one.level >= Level.WARNING]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Le mémoire aux ministres est prêt.", "cabinet-confidence"),
        ("LE MEMOIRE AUX MINISTRES EST PRET.", "cabinet-confidence"),
        ("L’appel d’offres sort le mois prochain.", "procurement-sensitive"),
        ("l'appel d'offres sort le mois prochain", "procurement-sensitive"),
        ("Ne\u00a0pas\u202fdiffuser\u00a0: le plan.", "dissemination-caveat"),
        ("Il porte la mention «\u00a0Secret\u00a0».", "security-marking"),
        ("Un·e prestataire de 54 ans dont le revenu a fondu.", "personal-case-detail"),
        ("Un(e) demandeur(-euse) de 54 ans, malade, a appelé.", "personal-case-detail"),
        ("Les client·e·s sont trop stupides pour lire.", "disrespect-or-harassment"),
        ("Ma collègue est en congé de maladie.", "colleague-privacy"),
        ("ma collegue est en conge de maladie", "colleague-privacy"),
        ("Le gouvernement comprend rien aux régions.", "attack-on-government"),
        ("Le laboratoire sera relocalisé d’ici deux ans.", "change-to-come"),
        ("Notre avocate croit que la cause est perdue d’avance.", "counsel-and-offers"),
        ("Trois infocapsules et deux CPQ avant midi.", "advice-to-minister"),
    ],
)
def test_a_rule_finds_french_however_it_is_typed(text: str, rule: str) -> None:
    assert rule in {one.rule for one in flags(text)}


def test_what_is_found_stands_where_it_was_typed() -> None:
    text = "Les agent·e·s : ne pas diffuser."
    assert [text[one.start : one.end] for one in flags(text)] == ["ne pas diffuser"]


@pytest.mark.parametrize(
    "text",
    [
        "Les agent·e·s ont aimé l’atelier.",
        "La cliente(e) et f(e) sont dans le code.",
        "Le bureau ferme à 16 h, c’est affiché à la porte.",
        "L’agente a mis à jour la page sur le congé de maladie.",
        "Le secret professionnel n’est pas un obstacle.",
        "J’ai présenté un mémoire au conseil municipal.",
    ],
)
def test_what_only_sounds_alike_is_left_alone(text: str) -> None:
    assert [one.rule for one in flags(text)] == []
