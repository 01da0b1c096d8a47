"""The packs in use: read from their files, or from what was kept of them, and always the same."""

import tracemalloc
from datetime import date
from pathlib import Path

import pytest

from rules import trial
from rules.finding import Level
from rules.pack import RulePack
from rules.review import review
from rules.trial import try_pack
from tests.rules.test_pack import HEAD, RULE
from tui.packs import MADE, load_packs, read_pack


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.toml"
    path.write_text(HEAD + RULE, "utf-8")
    return path


@pytest.fixture(autouse=True)
def _as_a_new_process() -> None:
    MADE.clear()


def kept_in(tmp_path: Path) -> str:
    return str(tmp_path / "kept")


def test_packs_that_were_kept_are_those_that_were_read(own: Path, tmp_path: Path):
    read = load_packs((str(own),), "ca", ("photo-consent",))
    MADE.clear()
    first = load_packs((str(own),), "ca", ("photo-consent",), keep_in=kept_in(tmp_path))
    MADE.clear()
    again = load_packs((str(own),), "ca", ("photo-consent",), keep_in=kept_in(tmp_path))
    assert first is not again
    assert len(list((tmp_path / "kept").iterdir())) == 1
    assert read.digest == first.digest == again.digest
    assert [pack.rules for pack in read.packs] == [pack.rules for pack in again.packs]
    assert read.notices == again.notices


def test_packs_that_were_kept_hold_nothing_that_serves_only_while_they_are_read(own: Path, tmp_path: Path):
    load_packs((str(own),), keep_in=kept_in(tmp_path))
    MADE.clear()
    kept = load_packs((str(own),), keep_in=kept_in(tmp_path))
    assert [pack.text for pack in kept.packs] == [""] * len(kept.packs)
    assert {one.path for pack in kept.packs for rule in pack.all_rules for one in rule.flags} == {()}


def test_packs_that_were_kept_are_taken_up_without_reading_their_texts_whole(tmp_path: Path):
    load_packs(keep_in=kept_in(tmp_path))
    MADE.clear()
    tracemalloc.start()
    packs = load_packs(keep_in=kept_in(tmp_path))
    held, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert packs.packs
    assert most < 1.2 * held


def test_a_pack_that_is_changed_while_it_is_read_is_not_taken_for_what_it_was(
    own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    real = trial.tried

    def tried_and_changed(pack: RulePack) -> RulePack:
        own.write_text((HEAD + RULE).replace("boat*", 'boat*", "raft*').replace("A boat", "A raft"), "utf-8")
        return real(pack)

    monkeypatch.setattr(trial, "tried", tried_and_changed)
    before = load_packs((str(own),), keep_in=kept_in(tmp_path))
    monkeypatch.undo()
    own.write_text(HEAD + RULE, "utf-8")
    assert load_packs((str(own),), keep_in=kept_in(tmp_path)) is not before


def test_a_pack_that_changed_is_read_again(own: Path, tmp_path: Path):
    load_packs((str(own),), keep_in=kept_in(tmp_path))
    own.write_text((HEAD + RULE).replace("boat*", 'boat*", "raft*').replace("A boat", "A raft"), "utf-8")
    packs = load_packs((str(own),), keep_in=kept_in(tmp_path))
    assert packs.digest != load_packs(keep_in=kept_in(tmp_path)).digest
    assert "raft*" in {phrase.written for rule in packs.packs[-1].rules for phrase in rule.phrases()}


def test_one_process_reads_its_packs_once_and_again_when_a_file_changed(own: Path):
    first = load_packs((str(own),))
    assert load_packs((str(own),)).packs[0] is first.packs[0]
    assert load_packs((str(own),), quiet=("photo-consent",)).digest != first.digest
    own.write_text((HEAD + RULE).replace("A boat", "A raft"), "utf-8")
    changed = load_packs((str(own),))
    assert changed.digest != first.digest
    assert "A raft" in changed.packs[-1].text


def test_only_the_newest_packs_are_remembered(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("tui.packs._MOST_MADE", 1)
    load_packs()
    newest = load_packs(quiet=("photo-consent",))
    assert [packs.digest for packs in MADE.values()] == [newest.digest]


@pytest.mark.parametrize("damage", ["", "0" * 64, "[]"])
def test_what_was_kept_and_is_damaged_is_made_anew(tmp_path: Path, damage: str):
    load_packs(keep_in=kept_in(tmp_path))
    [file] = (tmp_path / "kept").iterdir()
    file.write_text(damage)
    MADE.clear()
    packs = load_packs(keep_in=kept_in(tmp_path))
    assert review("SECRET//CEO", packs.packs).verdict == "stopped"
    assert file.read_text() != damage


DEPARTMENT = Path(__file__).parents[2] / "rules" / "starters" / "department"


def test_the_example_of_a_department_keeps_its_promises(tmp_path: Path):
    path = str(DEPARTMENT / "department.toml")
    trial = try_pack(read_pack(path))
    assert (trial.failures, trial.crossed, trial.silent) == ((), (), ())
    packs = load_packs((path,), "ca", keep_in=kept_in(tmp_path), today=date(2027, 2, 1))
    assert packs.notices == ()
    assert [pack.id for pack in packs.packs if pack.extends] == ["department"]
    found = {one.rule: one.level for one in review("HERON begins in the north.", packs.packs).findings}
    assert found == {"our-project-names": Level.STOP}
    again = load_packs((path,), "ca", keep_in=kept_in(tmp_path), today=date(2027, 2, 13))
    found = {one.rule: one.level for one in review("HERON begins in the north.", again.packs).findings}
    assert found == {"our-project-names": Level.WARNING}


@pytest.fixture
def department(tmp_path: Path) -> str:
    for file in DEPARTMENT.iterdir():
        (tmp_path / file.name).write_text(file.read_text("utf-8"), "utf-8")
    return str(tmp_path / "department.toml")


def test_packs_are_made_anew_on_the_day_a_row_begins_and_not_before(tmp_path: Path, department: str):
    with (tmp_path / "projects.csv").open("a", encoding="utf-8") as sheet:
        sheet.write("Crane,,CRANE,2026-11-29,,our list,2026-11-27\n")
    made: list[tuple[int, int]] = []
    for day in (27, 28, 29, 28):  # the last as on a clock that was set back
        MADE.clear()
        packs = load_packs((department,), "ca", keep_in=kept_in(tmp_path), today=date(2026, 11, day))
        found = review("CRANE begins in the north.", packs.packs).findings
        made.append((len(list((tmp_path / "kept").iterdir())), len(found)))
    assert made == [(1, 0), (1, 0), (2, 1), (2, 0)]


def test_a_changed_sheet_is_read_again(tmp_path: Path, department: str):
    before = load_packs((department,), keep_in=kept_in(tmp_path))
    sheet = tmp_path / "projects.csv"
    sheet.write_text(sheet.read_text("utf-8") + "Crane,,CRANE,,,our list of projects,2026-11-27\n", "utf-8")
    after = load_packs((department,), keep_in=kept_in(tmp_path))
    assert before.digest != after.digest
    assert review("CRANE begins.", before.packs).findings == ()
    assert review("CRANE begins.", after.packs).verdict == "held"


def test_a_row_that_ended_takes_no_rule_along(tmp_path: Path):
    """The examples of a rule prove it with the rows of every day; a person is told which list rests."""
    own, sheet = tmp_path / "own.toml", tmp_path / "names.csv"
    named = RULE.replace('phrases = ["boat*", "bateau*"]', 'lists = ["names"]')
    own.write_text(HEAD + '[lists.names]\nfile = "names.csv"\n' + named, "utf-8")
    sheet.write_text(
        "words,first,last,source,checked\nboat*;bateau*,2026-01-01,2026-12-31,ours,2026-11-27\n", "utf-8"
    )
    before = load_packs((str(own),), today=date(2026, 12, 31))
    after = load_packs((str(own),), today=date(2027, 1, 1))
    assert before.notices == ()
    assert "no-boats" in {rule.id for rule in after.packs[-1].rules}
    assert [notice.partition(": ")[2] for notice in after.notices] == [
        "no row of the list names counts after 2026-12-31; what looks for them rests until one does."
    ]
