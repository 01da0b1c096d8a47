"""`completion`: what real shells put at Tab, from the script alone."""

import os
import pty
import re
import select
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from tests.conftest import Run
from tui.cli import COMMANDS
from tui.shells.script import SHELLS

LONGEST = 60.0
"""Seconds that a shell may take to answer."""
BEGIN = {"bash": ["--norc", "--noprofile", "-i"], "zsh": ["-f", "-i"]}
BEFORE = {"bash": "", "zsh": "autoload -Uz compinit; compinit -D -u"}
SAID = r"""
say() { printf 'said:'; printf '%s ' "$@"; printf ':end\n'; }
clearday() { say clearday "$@"; }
day() { say day "$@"; }
say ready
"""
"""What runs in the place of the programs: it says its arguments."""
TYPED = {
    "clearday unde": "clearday unde",
    "clearday chec": "clearday check",
    "clearday --journal x.db wee": "clearday --journal x.db week",
    "clearday check --format sa": "clearday check --format sarif",
    "clearday check --format=sa": "clearday check --format=sarif",
    "clearday check --quest": "clearday check --questions",
    "clearday add text --priv": "clearday add text --private",
    "clearday config unse": "clearday config unset",
    "clearday config set mast": "clearday config set mastodon-server",
    "clearday share 2 --to gcp": "clearday share 2 --to gcpedia",
    "clearday --config depart": "clearday --config department.toml",
    "clearday rules test depart": "clearday rules test department.toml",
    "clearday check draft.md depart": "clearday check draft.md department.toml",
    "clearday export --to depart": "clearday export --to department.toml",
    "clearday day depart": "clearday day depart",
    "day --priv": "day --private",
}
"""What is typed before Tab, and what stands there after it: the same where nothing begins like that."""


class Shell:
    """A real shell on a terminal of its own."""

    def __init__(self, name: str, script: Path) -> None:
        self._process, self._terminal = pty.fork()
        if self._process == 0:
            os.chdir(script.parent)
            # Nothing else is on its PATH: it could start no clearday at Tab.
            home = {"HOME": str(script.parent), "PATH": str(script.parent), "TERM": "dumb", "LANG": "C.UTF-8"}
            os.execve(str(shutil.which(name)), [name, *BEGIN[name]], home)
        first = script.parent / "first"
        first.write_text(f"{BEFORE[name]}\n. {script}\n{SAID}")
        self._write(f". {first}\n")
        self._until("ready :end")

    def _write(self, text: str) -> None:
        os.write(self._terminal, text.encode())

    def _until(self, mark: str) -> str:
        seen, end = "", time.monotonic() + LONGEST
        while mark not in seen:
            assert select.select([self._terminal], [], [], end - time.monotonic())[0], seen
            seen += os.read(self._terminal, 65536).decode(errors="replace")
        return seen[: seen.index(mark) + len(mark)]

    def after_tab(self, line: str) -> str:
        """What stands on the line once `line` was typed and Tab was pressed."""
        self._write(f"{line}\t\n")
        return self._until(":end").rpartition("said:")[2].removesuffix(":end").strip()

    def close(self) -> None:
        """End it."""
        os.close(self._terminal)
        os.waitpid(self._process, 0)


@pytest.fixture
def made(request: pytest.FixtureRequest, clearday: Run, tmp_path: Path) -> Path:
    """The script for the shell that the test names, beside a file to find."""
    if not shutil.which(request.param):
        pytest.skip(f"{request.param} is not here")
    (tmp_path / "department.toml").touch()
    ran = clearday("completion", request.param)
    assert (ran.code, ran.err) == (0, "")
    script = tmp_path / "completion"
    script.write_text(ran.out, "utf-8")
    return script


@pytest.mark.parametrize(("made", "name"), [("bash", "bash"), ("zsh", "zsh")], indirect=["made"])
def test_tab_puts_what_is_there(made: Path, name: str) -> None:
    shell = Shell(name, made)
    assert {line: shell.after_tab(line) for line in TYPED} == TYPED
    shell.close()


@pytest.mark.parametrize("made", ["fish"], indirect=True)
def test_fish_offers_what_is_there(made: Path) -> None:
    asked = "".join(f"echo said:(complete -C '{line}')[1]\n" for line in TYPED)
    done = subprocess.run(
        [str(shutil.which("fish")), "--no-config", "-c", f"source {made}\n{asked}"],
        cwd=made.parent, env={"HOME": str(made.parent), "PATH": "", "LANG": "C.UTF-8"},
        capture_output=True, check=True, text=True, timeout=LONGEST,
    )  # fmt: skip
    assert done.stderr == ""
    found = [line.removeprefix("said:").partition("\t")[0] for line in done.stdout.splitlines()]
    wanted = [after.split()[-1] if after != line else "" for line, after in TYPED.items()]
    assert found == wanted


def test_each_shell_is_offered_every_command_in_the_language_of_the_person(clearday: Run) -> None:
    for shell in SHELLS:
        said = clearday("completion", shell, env={"LANG": "fr_CA.UTF-8"}).out
        assert not re.search(r"@\w+@", said)  # every gap is filled
        assert [name for name in COMMANDS if not re.search(rf"\b{name}\b", said)] == []
        assert shell == "bash" or "noter quelque chose" in said  # bash shows no more than the words
    assert clearday("completion").code == clearday("completion", "tcsh").code == 3
