"""Small-letter strings without which a text has no number told by a word: one of them is part of every label.

They stand apart from the patterns of the labels, which take longer to compile than most notes to read.
"""

from typing import Final

LICENCE: Final = ("licen", "permis")
CLIENT: Final = (
    *("uci", "iuc", "client", "claim", "applicant", "case", "patient", "inmate", "taxpayer", "prestataire"),
    *("demand", "clamation", "dossier", "ficiaire", "usager", "contribuable", "tenu", "assur", "employ"),
    "matricule",
)
BIRTH: Final = ("born", "dob", "d.o.b", "birth", "né", "ne le", "nee le", "naissance", "ddn")
