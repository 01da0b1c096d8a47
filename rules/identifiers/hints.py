"""Small-letter strings that tell whether a text could hold a number told by a word: one is part of every label.

They stand apart from the patterns of the labels, which take longer to compile than most notes to read.
"""

from collections.abc import Collection, Mapping
from typing import Final

SIN: Final = ("sin", "s.i", "s.in", "si.n", "nas", "n.a", "na.s", "social", "sociale")
"""For a Canadian SIN, which is also found by its form alone."""
NINO: Final = ("nino", "ni", "insurance")
"""For a UK National Insurance number, likewise."""
PAIRED: Final = tuple(
    name + sign for name in ("admin", "root", "user", "guest", "test") for sign in ("/", " /", ":", " :")
)
"""For the password of an account that everybody knows."""
OPENED: Final = (" with ", " avec ")
"""For a password that something opens with."""
_LICENCE: Final = ("licen", "permis")
HINTS: Final[Mapping[str, Collection[str]]] = {
    "us-ssn-said": ("ssn", "itin", "social"),
    "uk-nhs": ("nhs", "chi"),
    "uk-utr": ("utr", "taxpayer"),
    "au-tfn": ("tfn", "tax"),
    "au-medicare": ("medicare",),
    "au-crn": ("crn", "centrelink"),
    "us-alien-number": ("a number", "a-number", "alien"),
    "us-medicare": ("medicare", "mbi"),
    "nz-ird": ("ird",),
    "nz-nhi": ("nhi",),
    "immigration-file": ("application", "file", "permi", "visa", "ircc", "dossier", "demande", "circ"),
    "ca-pri": ("pri", "cidp", "personal", "dossier"),
    "passport": ("passport", "passeport"),
    "driving-licence": _LICENCE,
    "provincial-licence": (*_LICENCE, "dl"),
    "health-card": (
        "health",
        "ohip",
        "ahcip",
        "mcp",
        "msi",
        "phn",
        "care",
        "maladie",
        "sant",
        "soleil",
        "ramq",
        "nam",
    ),
    "client-number": (
        "uci",
        "iuc",
        "client",
        "claim",
        "applicant",
        "case",
        "patient",
        "hospital",
        "inmate",
        "offender",
        "student",
        "va file",
        "taxpayer",
        "prestataire",
        "demand",
        "clamation",
        "dossier",
        "ficiaire",
        "usager",
        "contribuable",
        "tenu",
        "assur",
        "employ",
        "matricule",
    ),
    "service-number": ("service", "veteran", "dva"),
    "bank-account": ("account", "compte", "transit"),
    "branch-and-account": ("sort code", "bsb", "routing"),
    "date-of-birth": ("born", "dob", "d.o.b", "birth", "né", "ne le", "nee le", "naissance", "ddn"),
}
"""For each detector that finds nothing without a label, by name."""


def hinted(lowered: str, hints: Collection[str]) -> bool:
    """Whether a text in small letters holds any of `hints`."""
    return any(map(lowered.__contains__, hints))
