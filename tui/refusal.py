"""What a person asked for and cannot have as asked: a kind, and the values that fill its sentence.

On the capture path: standard library only.
"""


class Refusal(ValueError):
    """Refused before anything was written. `kind` names what is wrong; `values` fill its sentence."""

    def __init__(self, kind: str, **values: object) -> None:
        super().__init__(kind)
        self.kind = kind
        self.values = values


class CaptureError(Refusal):
    """What was given cannot become a note."""


class UnknownId(Refusal):
    """What was given is no id of a note, a week or a text."""
