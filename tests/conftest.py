"""What every test may use: a journal in a temporary place, a fixed clock, and the real command line."""

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests.warm import Warm

if TYPE_CHECKING:
    from tui.desk import Desk

settings.register_profile("on any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("on any machine")  # a busy one takes its time

ROOT = Path(__file__).parent.parent
FRIDAY = "2026-11-20T16:30:00-05:00"
"""The moment at which the tests take place: a Friday in ISO week 47."""


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder for what can be made again, one for all tests: the rule packs are read from their files only once."""
    return tmp_path_factory.mktemp("kept")


@pytest.fixture
def home(tmp_path: Path, kept: Path) -> dict[str, str]:
    """An environment with an empty home, a fixed clock, English, nobody's settings, and rules that read alone."""
    given = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    return {
        **given,
        "HOME": str(tmp_path),
        "XDG_CACHE_HOME": str(kept),
        "CLEARDAY_NOW": FRIDAY,
        "CLEARDAY_READER": "none",
        "LANG": "en_CA.UTF-8",
        "TZ": "America/Toronto",
    }


@pytest.fixture(scope="session")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warm]:
    """The process that runs commands without starting Python for each."""
    started = Warm(tmp_path_factory.mktemp("warm"))
    yield started
    started.close()


@pytest.fixture
def clearday(home: dict[str, str], warm: Warm) -> Run:
    """Runs the real command as a process of its own: `clearday("add", "text", stdin=b"…")`."""

    def run(*arguments: str, stdin: bytes | str = b"", env: Mapping[str, str] | None = None) -> Ran:
        data = stdin.encode("utf-8") if isinstance(stdin, str) else stdin
        code, out, err = warm.run(arguments, {**home, **(env or {})}, data)
        return Ran(code, out.decode("utf-8"), err.decode("utf-8"))

    return run


@pytest.fixture
def desk(home: dict[str, str], tmp_path: Path) -> "Iterator[Desk]":
    """A desk on an empty journal."""
    from tui.opening import open_desk

    opened = open_desk(home, journal=str(tmp_path / "journal.db"))
    yield opened
    opened.close()


@pytest.fixture
def small(home: dict[str, str], tmp_path: Path) -> "Iterator[Desk]":
    """A desk on an empty journal, with the small second reader."""
    from tui.opening import open_desk

    opened = open_desk(home, journal=str(tmp_path / "journal.db"), reader="small")
    yield opened
    opened.close()
