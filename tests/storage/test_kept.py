"""Texts that can be made again: used when whole and one's own, missed by nobody otherwise."""

import os
import tracemalloc
from pathlib import Path

import pytest

from storage.kept import keep, kept, signature


def test_what_was_kept_is_there_again(tmp_path: Path):
    keep(str(tmp_path / "kept"), "ab", "a text, é\n\nof lines")
    assert list(kept(str(tmp_path / "kept"), "ab")) == ["a text, é\n".encode(), b"\n", b"of lines"]
    assert list(kept(str(tmp_path / "kept"), "cd")) == []


def test_a_long_text_is_held_line_by_line(tmp_path: Path):
    keep(str(tmp_path), "ab", "é line of it\n" * 100_000)
    tracemalloc.start()
    assert sum(map(len, kept(str(tmp_path), "ab"))) == 1_400_000
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 300_000


@pytest.mark.parametrize("damage", [b"", b"no digest\ntext", b"\xff\xfe", b"x" * 64 + b"\ntext"])
def test_a_damaged_text_is_as_if_it_were_not_there(tmp_path: Path, damage: bytes):
    keep(str(tmp_path), "ab", "text")
    (tmp_path / "ab.kept").write_bytes(damage)
    assert list(kept(str(tmp_path), "ab")) == []


def test_a_text_that_others_could_have_written_is_not_used(tmp_path: Path):
    keep(str(tmp_path), "ab", "text")
    os.chmod(tmp_path / "ab.kept", 0o666)
    assert list(kept(str(tmp_path), "ab")) == []


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path):
    (tmp_path / "file").write_text("in the way")
    keep(str(tmp_path / "file"), "ab", "text")
    assert list(kept(str(tmp_path / "file"), "ab")) == []


def test_the_oldest_go(tmp_path: Path):
    for number in range(12):
        keep(str(tmp_path), f"{number:02x}", "text")
        os.utime(tmp_path / f"{number:02x}.kept", (number, number))
    assert len(list(tmp_path.iterdir())) == 8


def test_the_signature_of_a_folder_changes_with_its_files(tmp_path: Path):
    (tmp_path / "one.py").write_text("1")
    before = signature(str(tmp_path))
    (tmp_path / "one.py").write_text("12")
    assert signature(str(tmp_path)) != before
