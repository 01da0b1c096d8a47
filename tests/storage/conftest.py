"""Both kinds of journal, for tests that hold for either."""

import shutil
from pathlib import Path

import pytest

from storage.birth import open_journal
from storage.conversion import encrypt

PHRASE = "correct horse battery staple"


@pytest.fixture(scope="session")
def encrypted_journal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An encrypted journal with nothing in it, whose key this process has."""
    path = tmp_path_factory.mktemp("encrypted") / "journal.db"
    open_journal(str(path))[0].close()
    encrypt(str(path), PHRASE)
    return path


@pytest.fixture(params=["plain", "encrypted"])
def either_kind(request: pytest.FixtureRequest, tmp_path: Path, encrypted_journal: Path) -> None:
    """`journal.db` in the temporary folder: yet to be made and plain, or empty and encrypted."""
    if request.param == "encrypted":
        shutil.copyfile(encrypted_journal, tmp_path / "journal.db")
