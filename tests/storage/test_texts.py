"""Text files are read whole or refused."""

from pathlib import Path

import pytest

from storage.errors import InputError
from storage.texts import read_text


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
