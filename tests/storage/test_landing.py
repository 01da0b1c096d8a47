"""A file takes its place whole or not at all, and only its owner can read it unless it is public."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.landing import write_whole


@pytest.fixture
def umask() -> Iterator[None]:
    """What others may not is the usual, whoever runs the tests."""
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.mark.usefixtures("umask")
def test_a_public_file_can_be_read_by_others_and_so_can_its_folder(tmp_path: Path) -> None:
    path = Path(write_whole(str(tmp_path / "site"), "index.md", "é", public=True))
    assert stat.S_IMODE(path.stat().st_mode) == 0o644
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o755


def test_a_file_that_is_a_link_gives_way_and_what_it_led_to_stays(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("theirs")
    (tmp_path / "x-1.txt").symlink_to("elsewhere")
    write_whole(str(tmp_path), "x-1.txt", "ours")
    assert (tmp_path / "elsewhere").read_text() == "theirs"
    assert (tmp_path / "x-1.txt").read_text() == "ours"


def test_a_text_that_utf8_cannot_write_leaves_the_older_one(tmp_path: Path) -> None:
    write_whole(str(tmp_path), "x-1.txt", "older")
    with pytest.raises(UnicodeEncodeError):
        write_whole(str(tmp_path), "x-1.txt", "\ud800")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("x-1.txt", "older")]


def test_a_private_file_can_be_read_by_its_owner_alone(tmp_path: Path) -> None:
    path = Path(write_whole(str(tmp_path / "snippets"), "x-1.txt", "cleared\ntext é"))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert path.read_bytes() == "cleared\ntext é".encode()


def test_a_private_file_replaces_an_older_one_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    write_whole(str(tmp_path), "x-1.txt", "older")
    write_whole(str(tmp_path), "x-1.txt", "newer")
    assert [path.name for path in tmp_path.iterdir()] == ["x-1.txt"]
    assert (tmp_path / "x-1.txt").read_text() == "newer"


def test_a_private_file_that_cannot_take_its_place_leaves_nothing_of_itself(tmp_path: Path) -> None:
    """On a full disk the half that was written stayed in the folder, in the clear beside an encrypted journal."""
    (tmp_path / "x-1.txt").mkdir()
    with pytest.raises(OSError, match="irectory"):
        write_whole(str(tmp_path), "x-1.txt", "a secret")
    assert [path.name for path in tmp_path.iterdir()] == ["x-1.txt"]
