"""How the identifiers and credentials fare on suites that others wrote, kept in folders of their own.

Run: python -m tests.benchmarks.outside [--presidio FOLDER] [--gitleaks FOLDER]

--presidio: a checkout of microsoft/presidio, whose tests of recognizers give a text and how many values it holds.
--gitleaks: a checkout of gitleaks/gitleaks, whose rules list true and false positives; the literal ones are read.
Neither is part of this project, and nothing of them is printed but numbers.
"""

import argparse
import ast
import re
from collections.abc import Iterator
from pathlib import Path

from rules.checker import checker_of
from rules.folding import fold
from rules.identifiers.catalogue import DETECTORS
from rules.pack import RulePack
from tui.packs import load_packs

CLAIMED: dict[str, tuple[tuple[str, ...], str]] = {
    "ca_sin": (("ca-sin",), "SIN "),
    "us_ssn": (("us-ssn", "us-ssn-said"), "SSN "),
    "credit_card": (("payment-card",), ""),
    "iban": (("iban",), ""),
    "phone": (("phone-number",), ""),
    "uk_nino": (("uk-nino",), "NI number "),
    "uk_nhs": (("uk-nhs",), "NHS number "),
    "au_tfn": (("au-tfn",), "TFN "),
    "au_medicare": (("au-medicare",), "Medicare number "),
    "us_passport": (("passport",), "passport "),
    "uk_passport": (("passport",), "passport "),
    "uk_driving_licence": (("driving-licence",), "driving licence "),
    "us_bank": (("bank-account",), "bank account number "),
}
"""By the name of a test of theirs: our detectors for it, and the word without which we do not claim the number."""

_LIST = re.compile(r"\b(tps|fps)\s*(?::=|=)\s*(?:append\(\w+,\s*)?\[\]string\{(.*?)\n\t\}", re.DOTALL)
_LITERAL = re.compile(r'^\s*(?:"((?:[^"\\]|\\.)*)"|`([^`]*)`)\s*,\s*(?://[^\n]*)?$', re.MULTILINE)


def main() -> None:
    """Print the shares."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--presidio")
    parser.add_argument("--gitleaks")
    given = parser.parse_args()
    if given.presidio:
        presidio(Path(given.presidio))
    if given.gitleaks:
        gitleaks(Path(given.gitleaks))


def presidio(folder: Path) -> None:
    """Shares of the texts with a value that are found, and of those without that are left alone."""
    print(f"{'Presidio':<20} {'as given':>16} {'with its label':>16} {'left alone':>14}")
    totals = [0] * 6
    for name, (detectors, label) in CLAIMED.items():
        cases = list(_presidio_cases(folder / "presidio-analyzer" / "tests" / f"test_{name}_recognizer.py"))
        held = [text for text, count in cases if count]
        free = [text for text, count in cases if not count]
        bare = sum(_found(text, detectors) for text in held)
        said = sum(_found(text, detectors) or _found(label + text, detectors) for text in held)
        alone = sum(not _found(text, detectors) for text in free)
        counts = [bare, len(held), said, len(held), alone, len(free)]
        totals = [one + other for one, other in zip(totals, counts, strict=True)]
        print(_shares(name, counts))
    print(_shares("all", totals))


def _shares(name: str, counts: list[int]) -> str:
    pairs = (f"{some} of {whole}" for some, whole in zip(counts[::2], counts[1::2], strict=True))
    return f"{name:<20} " + " ".join(f"{pair:>15}" for pair in pairs)


def _found(text: str, detectors: tuple[str, ...]) -> bool:
    folded = fold(text).text
    return any(True for name in detectors for _ in DETECTORS[name](folded))


def _presidio_cases(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if (
            isinstance(node, ast.Call)
            and getattr(node.func, "attr", "") == "parametrize"
            and len(node.args) > 1
        ):
            rows = node.args[1].elts if isinstance(node.args[1], ast.List) else []
            for row in rows:
                parts = row.elts if isinstance(row, ast.Tuple) else []
                values = [part.value for part in parts[:2] if isinstance(part, ast.Constant)]
                match values:
                    case [str(text), int(count)]:
                        yield text, count


def gitleaks(folder: Path) -> None:
    """The share of literal true positives that are flagged, and of false positives that are."""
    packs = load_packs().packs
    found: dict[str, list[str]] = {"tps": [], "fps": []}
    for path in sorted((folder / "cmd" / "generate" / "config" / "rules").glob("*.go")):
        for kind, body in _LIST.findall(path.read_text("utf-8")):
            found[kind] += [_unquoted(*literal) for literal in _LITERAL.findall(body)]
    for kind, name in (("tps", "true positives flagged"), ("fps", "false positives flagged")):
        flagged = sum(_credential(text, packs) for text in found[kind])
        print(f"gitleaks: {name:<26} {flagged:>4} of {len(found[kind])}")


def _unquoted(quoted: str, raw: str) -> str:
    return raw or quoted.replace("\\n", "\n").replace('\\"', '"').replace("\\\\", "\\")


def _credential(text: str, packs: tuple[RulePack, ...]) -> bool:
    met = checker_of(packs).met(text, asking=False)
    return any(one.rule.id == "secrets-and-credentials" for one in met)


if __name__ == "__main__":
    main()
