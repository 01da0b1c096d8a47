"""What a week adds up to, from the shell: shown with the week, owed when it is cleared."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run

CRITICAL = (
    "This government is a joke.",
    "The Minister lied to us again.",
    "Our department is a laughing stock.",
)


@pytest.fixture
def week(clearday: Run) -> Run:
    for day, text in zip(("16", "17", "18"), CRITICAL, strict=True):
        assert clearday("add", text, "--on", f"2026-11-{day}").code == 0
    for day in ("16", "17", "18", "19"):
        assert clearday("add", "Azure, all afternoon.", "--on", f"2026-11-{day}").code == 0
    return clearday


def test_the_week_tells_what_it_adds_up_to(week: Run) -> None:
    findings = json.loads(week("week", "--format", "json").out)["findings"]
    assert "one-vendor-all-week" in [finding["rule"] for finding in findings]


def test_a_week_of_criticism_is_asked_about_when_it_is_cleared(week: Run) -> None:
    asked = [
        "clear",
        "2026-W47",
        "--reason",
        "attack-on-government=a play",
        "--reason",
        "motive-attribution=a play",
    ]
    held = week(*asked)
    assert held.code == 1
    assert "sustained-criticism" in held.err
    answered = week(*asked, "--reason", "sustained-criticism=a published series")
    assert answered.code == 0


def test_rules_lists_and_explains_weekly_rules(clearday: Run) -> None:
    assert "identified-together" in clearday("rules").out
    told = clearday("rules", "explain", "one-vendor-all-week").out
    assert "Always the same" in told


def test_rules_new_writes_the_example_of_a_department_and_replaces_nothing(
    clearday: Run, tmp_path: Path
) -> None:
    folder = f"{tmp_path}/ours/"
    assert clearday("rules", "new", folder).code == 0
    assert sorted(path.name for path in Path(folder).iterdir()) == [
        "department.toml",
        "projects.csv",
        "quiet-weeks.csv",
    ]
    assert clearday("rules", "test", f"{folder}department.toml").code == 0
    assert clearday("rules", "new", folder).code == 3
    assert (
        "our-project-names"
        in clearday("check", "--pack", f"{folder}department.toml", stdin="HERON begins.").out
    )


def test_rules_tells_who_published_a_pack_and_until_when_it_holds(clearday: Run) -> None:
    listed = clearday("rules").out
    assert "MIT" in listed
    assert "2027-05-31" in listed
    election = clearday("rules", env={"CLEARDAY_NOW": "2025-04-01T12:00:00-04:00"}).out
    assert "2025-03-23" in election
    assert "2025-03-23" not in listed
