"""The packs in use: read from their files, or from what was kept of them, and always the same."""

from pathlib import Path

import pytest

from rules.review import review
from tests.rules.test_pack import HEAD, RULE
from tui.packs import load_packs


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.toml"
    path.write_text(HEAD + RULE, "utf-8")
    return path


def kept_in(tmp_path: Path) -> str:
    return str(tmp_path / "kept")


def test_packs_that_were_kept_are_those_that_were_read(own: Path, tmp_path: Path):
    read = load_packs((str(own),), "ca", ("photo-consent",))
    first = load_packs((str(own),), "ca", ("photo-consent",), keep_in=kept_in(tmp_path))
    again = load_packs((str(own),), "ca", ("photo-consent",), keep_in=kept_in(tmp_path))
    assert len(list((tmp_path / "kept").iterdir())) == 1
    assert read.digest == first.digest == again.digest
    assert [pack.rules for pack in read.packs] == [pack.rules for pack in again.packs]
    assert read.notices == again.notices


def test_a_pack_that_changed_is_read_again(own: Path, tmp_path: Path):
    load_packs((str(own),), keep_in=kept_in(tmp_path))
    own.write_text((HEAD + RULE).replace("boat*", 'boat*", "raft*').replace("A boat", "A raft"), "utf-8")
    packs = load_packs((str(own),), keep_in=kept_in(tmp_path))
    assert packs.digest != load_packs(keep_in=kept_in(tmp_path)).digest
    assert "raft*" in packs.packs[-1].text


@pytest.mark.parametrize("damage", ["", "0" * 64, "[]"])
def test_what_was_kept_and_is_damaged_is_made_anew(tmp_path: Path, damage: str):
    load_packs(keep_in=kept_in(tmp_path))
    [file] = (tmp_path / "kept").iterdir()
    file.write_text(damage)
    packs = load_packs(keep_in=kept_in(tmp_path))
    assert review("SECRET//CEO", packs.packs).verdict == "stopped"
    assert file.read_text() != damage
