"""The style sheet of a screen, which lies beside it and is read when one is first opened.

Textual's own way, `CSS_PATH` of a screen, would then parse all there is a second time.
"""

import os

from textual.css.stylesheet import Stylesheet

_HERE = os.path.dirname(os.path.abspath(__file__))


def read_layout(name: str, into: Stylesheet) -> None:
    """Add what `name`.tcss beside this module says to what widgets are laid out by; once."""
    path = os.path.join(_HERE, f"{name}.tcss")
    if not into.has_source(path):
        with open(path, encoding="utf-8") as file:
            into.add_source(file.read(), read_from=(path, ""))
