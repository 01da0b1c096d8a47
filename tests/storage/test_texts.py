"""Text files are read whole or refused; private files are private and whole."""

import stat
from pathlib import Path

import pytest

from storage.errors import InputError
from storage.texts import read_text, write_private


def test_line_ends_stay_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"one\r\ntwo\rthree\n")
    assert read_text(str(tmp_path / "a.txt")) == "one\r\ntwo\rthree\n"


@pytest.mark.parametrize(
    ("data", "kind", "line"), [(b"one\n\xff\n", "not-utf8", 2), (b"one\ntwo\n\0", "holds-nul", 3)]
)
def test_what_is_no_text_is_named_with_its_line(tmp_path: Path, data: bytes, kind: str, line: int) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    with pytest.raises(InputError) as raised:
        read_text(str(tmp_path / "a.txt"))
    assert (raised.value.kind, raised.value.values["line"]) == (kind, line)


def test_a_missing_file_and_a_folder_are_said_to_be(tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path):
        with pytest.raises(InputError, match="file-unreadable"):
            read_text(str(path))


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * 11)
    with pytest.raises(InputError, match="file-too-large"):
        read_text(str(tmp_path / "a.txt"), limit=10)


def test_a_private_file_can_be_read_by_its_owner_alone(tmp_path: Path) -> None:
    path = Path(write_private(str(tmp_path / "snippets"), "x-1.txt", "cleared\ntext é"))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert path.read_bytes() == "cleared\ntext é".encode()


def test_a_private_file_replaces_an_older_one_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    write_private(str(tmp_path), "x-1.txt", "older")
    write_private(str(tmp_path), "x-1.txt", "newer")
    assert [path.name for path in tmp_path.iterdir()] == ["x-1.txt"]
    assert (tmp_path / "x-1.txt").read_text() == "newer"


def test_a_private_file_that_cannot_take_its_place_leaves_nothing_of_itself(tmp_path: Path) -> None:
    """On a full disk the half that was written stayed in the folder, in the clear beside an encrypted journal."""
    (tmp_path / "x-1.txt").mkdir()
    with pytest.raises(OSError, match="irectory"):
        write_private(str(tmp_path), "x-1.txt", "a secret")
    assert [path.name for path in tmp_path.iterdir()] == ["x-1.txt"]
