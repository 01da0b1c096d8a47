"""The register of reasons: giving one for what stands in a text now, and what each is worth today."""

from datetime import date
from typing import Protocol

from storage.errors import NoSuchNote
from storage.records import Waiver
from tui.gate import Gate
from tui.refusal import UnknownId
from tui.subject import Subject
from tui.waiving import Registered, Waiving


class Named(Protocol):
    """Gives the text that a public id names; for `-` the one that was typed."""

    def __call__(self, name: str, text: str = "") -> Subject:
        """Raises UnknownId and NoSuchNote."""


class Register:
    """The reasons of one journal, beside the texts they were given for."""

    def __init__(self, gate: Gate, waivers: Waiving, subject: Named) -> None:
        self._gate = gate
        self._waivers = waivers
        self.subject = subject
        """The text that a public id names."""

    def give(self, subject: Subject, rule: str, reason: str, until: date | None = None) -> list[Waiver]:
        """Give a reason for all that `rule` holds in `subject`, up to the day `until`.

        Raises Refusal where it holds nothing, stops the text, or `until` is past.
        """
        found = self._gate.inspect(subject).findings
        return self._waivers.give(subject.key, found, rule, reason, until)

    def give_for(self, name: str, rule: str, reason: str, text: str = "") -> list[Waiver]:
        """Give a reason, as `give` does, for what a public id names; for `-` in the `text` that was typed."""
        return self.give(self.subject(name, text), rule, reason)

    def all(self) -> list[Registered]:
        """Every reason with what it is worth today, oldest first."""
        return self._waivers.register(self._passages_in)

    def _passages_in(self, source: str) -> dict[str, str]:
        try:
            subject = self.subject(source.partition(":")[2])
        except (UnknownId, NoSuchNote):
            return {}
        return {finding.key: finding.match for finding in self._gate.inspect(subject).findings}
