"""The three floors hold: what the contracts say, and what a process really loads."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def loaded_by(statement: str) -> set[str]:
    script = f"import sys; {statement}; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, cwd=ROOT, text=True
    )
    return set(done.stdout.split())


def test_the_import_contracts_hold() -> None:
    script = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=False, cwd=ROOT, text=True
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("statement", "absent"),
    [
        (
            "import rules.review, rules.snippet, rules.rollup",
            {"sqlite3", "textual", "storage", "tui", "socket"},
        ),
        (
            "import storage.notes, storage.search, storage.jsonl, storage.exchange.arrival, storage.exchange.reading",
            {"textual", "rich", "rules", "tui", "pyperclip"},
        ),
        (
            "import tui.desk, tui.gate, tui.cli",
            {
                "textual",
                "rich",
                "pyperclip",
                "numpy",
                "onnxruntime",
                "sqlite_utils",
                "regex",
                "storage.exchange.arrival",
            },
        ),
        ("import rules.reader.reader, rules.reader.small, rules.reader.large", {"numpy", "onnxruntime"}),
        (
            "import tui.cli, tui.doorway, tui.app",
            {
                "tui.desk",
                "tui.views",
                "tui.screens.week",
                "tui.screens.jump",
                "tui.editing",
                "storage.records",
                "rules.review",
                "sqlite_utils",
                "markdown_it",
                "regex",
            },
        ),
        (
            # What a sitting may never need is not held for all of it.
            "import tui.cli, tui.app, tui.opening",
            {
                "argparse",
                "csv",
                "gettext",
                "html.entities",
                "markdown_it",
                "rules.address_book",
                "rules.pack_rule",
                "rules.pack_text",
                "rules.reader.reader",
                "rules.rollup",
                "rules.trial",
                "sentencex",
                "tui.commands",
                "tui.screens.week",
                "tui.weekly",
            },
        ),
        (
            "import tui.wording, tui.capture, tui.cli",
            {"dateutil", "sqlite_utils", "rules.review", "rules.reader", "storage.exchange"},
        ),
    ],
)
def test_a_floor_loads_nothing_of_another(statement: str, absent: set[str]) -> None:
    assert not loaded_by(statement) & absent


@pytest.mark.parametrize("floor", ["tui", "storage", "rules"])
def test_rooms_are_small(floor: str) -> None:
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in (ROOT / floor).rglob("*.py")}
    sentences = {path for path in lengths if path.parent.name == "wording"}
    assert {path: length for path, length in lengths.items() if length > 350 and path not in sentences} == {}
    median = sorted(lengths.values())[len(lengths) // 2]
    assert median <= 120


def test_nothing_is_called_manager_helper_utils_or_service() -> None:
    vague = ("manager", "helper", "utils", "service", "handler")
    files = [path for floor in ("tui", "storage", "rules") for path in (ROOT / floor).rglob("*.py")]
    assert [path for path in files if any(word in path.name for word in vague)] == []
