"""What really arrives: under tmux and GNU screen, over SSH to this machine, and in an X server's clipboard.

Each is skipped, with the reason, where the program is missing.
"""

import base64
import fcntl
import os
import pty
import re
import select
import shutil
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run

TEXT = "Five people finished the form — “sans aide” 👩🏽‍💻."
SENT = re.compile(rb"\x1b\]52;[a-z]*;([A-Za-z0-9+/=]+)(?:\x07|\x1b\\)")
SECONDS = 60


def needs(*programs: str) -> pytest.MarkDecorator:
    missing = [name for name in programs if not shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin")]
    return pytest.mark.skipif(bool(missing), reason=f"not installed here: {', '.join(missing)}")


def controlling() -> None:
    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


class Outside:
    """The terminal a person sits at: it starts one program and keeps every byte it receives."""

    def __init__(self, command: list[str], environ: dict[str, str]) -> None:
        self._ours, theirs = pty.openpty()
        self.process = subprocess.Popen(
            command,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=environ,
            cwd=ROOT,
            preexec_fn=controlling,  # noqa: PLW1509 - between fork and exec it only makes two system calls
        )
        os.close(theirs)
        self.received = b""

    def clipboard(self) -> str:
        """The text that this terminal is asked to copy; waits for it."""
        end = time.monotonic() + SECONDS
        while not (found := SENT.findall(self.received)):
            assert time.monotonic() < end, self.received[-2000:]
            if select.select([self._ours], [], [], 0.1)[0]:
                try:
                    self.received += os.read(self._ours, 65536)
                except OSError:
                    break
        assert found, self.received[-2000:]
        return base64.b64decode(found[-1]).decode()

    def end(self) -> None:
        """End the program and close the terminal."""
        if self.process.poll() is None:
            self.process.terminate()
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(timeout=5)
        os.close(self._ours)


@contextmanager
def outside(command: list[str], environ: dict[str, str]) -> Iterator[Outside]:
    opened = Outside(command, environ)
    try:
        yield opened
    finally:
        opened.end()


@pytest.fixture
def command(clearday: Run, home: dict[str, str]) -> str:
    """A shell command that copies one cleared note and then waits to be ended."""
    clearday("add", TEXT)
    clearday("clear", "1")
    settings = " ".join(
        f"{name}='{home[name]}'" for name in ("HOME", "CLEARDAY_NOW", "CLEARDAY_READER", "LANG", "TZ")
    )
    return f"cd {ROOT} && {settings} {sys.executable} -m tui share 1 --to x --copy; exec sleep 60"


@needs("tmux")
@pytest.mark.parametrize(
    "option", [["set-clipboard", "on"], ["set-clipboard", "off", ";", "set", "-g", "allow-passthrough", "on"]]
)
def test_the_terminal_around_tmux_is_asked_to_copy_the_part(
    command: str, home: dict[str, str], tmp_path: Path, option: list[str]
) -> None:
    socket = str(tmp_path / "tmux")
    environ = {**home, "TERM": "xterm-256color"}
    start = ["tmux", "-S", socket, "-f", "/dev/null", "start", ";", "set", "-g", *option, ";", "new", command]
    with outside(start, environ) as terminal:
        try:
            assert terminal.clipboard() == TEXT
        finally:
            subprocess.run(["tmux", "-S", socket, "kill-server"], check=False, env=environ)


@needs("tmux")
def test_tmux_keeps_the_part_in_its_own_buffer_too(
    command: str, home: dict[str, str], tmp_path: Path
) -> None:
    socket = str(tmp_path / "tmux")
    environ = {**home, "TERM": "xterm-256color"}
    start = [
        "tmux",
        "-S",
        socket,
        "-f",
        "/dev/null",
        "start",
        ";",
        "set",
        "-g",
        "set-clipboard",
        "on",
        ";",
        "new",
    ]
    with outside([*start, command], environ) as terminal:
        try:
            terminal.clipboard()
            shown = subprocess.run(
                ["tmux", "-S", socket, "show-buffer"], capture_output=True, check=True, env=environ
            )
            assert shown.stdout.decode() == TEXT
        finally:
            subprocess.run(["tmux", "-S", socket, "kill-server"], check=False, env=environ)


@needs("screen")
def test_the_terminal_around_screen_is_asked_to_copy_the_part(
    command: str, home: dict[str, str], tmp_path: Path
) -> None:
    folder = tmp_path / "screens"
    folder.mkdir(mode=0o700)
    environ = {**home, "TERM": "xterm-256color", "SCREENDIR": str(folder)}
    with outside(["screen", "-c", "/dev/null", "sh", "-c", command], environ) as terminal:
        assert terminal.clipboard() == TEXT


@pytest.fixture
def ssh(tmp_path: Path) -> Iterator[list[str]]:
    """An SSH server of this test's own on the loopback address, and the client's command to reach it."""
    key, host = tmp_path / "key", tmp_path / "host"
    for path in (key, host):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(path)], check=True)
    keys = tmp_path / "authorized"
    keys.write_text(key.with_suffix(".pub").read_text())
    keys.chmod(0o600)
    import socket

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = {
        "ListenAddress": "127.0.0.1", "Port": str(port), "HostKey": str(host), "AuthorizedKeysFile": str(keys),
        "StrictModes": "no", "UsePAM": "no", "PidFile": "none", "PasswordAuthentication": "no",
        "PermitRootLogin": "prohibit-password",
    }  # fmt: skip
    options = [part for name, value in settings.items() for part in ("-o", f"{name}={value}")]
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)
    program = shutil.which("sshd", path=f"{os.environ['PATH']}:/usr/sbin")
    server = subprocess.Popen(
        [str(program), "-D", "-e", "-f", "/dev/null", *options], stderr=subprocess.PIPE, text=True
    )
    try:
        first = server.stderr.readline() if server.stderr else ""
        if "listening" not in first:
            pytest.skip(f"an SSH server cannot run here: {first.strip()}")
        yield [
            "ssh", "-tt", "-p", str(port), "-i", str(key), "-F", "/dev/null", "-o", "IdentitiesOnly=yes",
            "-o", "StrictHostKeyChecking=no", "-o", f"UserKnownHostsFile={tmp_path / 'known'}", "127.0.0.1",
        ]  # fmt: skip
    finally:
        server.terminate()
        server.wait(timeout=10)
        if server.stderr:
            server.stderr.close()


@needs("ssh", "sshd", "ssh-keygen")
def test_the_terminal_at_this_end_of_ssh_is_asked_to_copy_the_part(
    command: str, home: dict[str, str], ssh: list[str]
) -> None:
    with outside([*ssh, command], {**home, "TERM": "xterm-256color"}) as terminal:
        assert terminal.clipboard() == TEXT


@needs("ssh", "sshd", "ssh-keygen", "tmux")
def test_it_passes_through_tmux_on_the_other_machine_as_well(
    command: str, home: dict[str, str], ssh: list[str], tmp_path: Path
) -> None:
    socket = tmp_path / "tmux"
    script = tmp_path / "copy.sh"
    script.write_text(command)
    there = (
        f"LANG=C.UTF-8 tmux -S {socket} -f /dev/null start ';' set -g set-clipboard on ';' new 'sh {script}'"
    )
    with outside([*ssh, there], {**home, "TERM": "xterm-256color"}) as terminal:
        try:
            assert terminal.clipboard() == TEXT
        finally:
            subprocess.run(["tmux", "-S", str(socket), "kill-server"], check=False)


@needs("Xvfb")
@pytest.mark.parametrize("tool", ["xclip", "xsel"])
def test_a_desktops_clipboard_holds_the_part(
    clearday: Run, home: dict[str, str], tmp_path: Path, tool: str
) -> None:
    found = shutil.which(tool)
    if found is None:
        pytest.skip(f"not installed here: {tool}")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / tool).symlink_to(found)
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "320x240x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as told:
            display = f":{told.readline().strip()}"
        clearday("add", TEXT)
        clearday("clear", "1")
        path = f"{tmp_path / 'bin'}:{Path(sys.executable).parent}"
        ran = clearday("share", "1", "--to", "x", "--copy", env={"DISPLAY": display, "PATH": path})
        assert "read back" in ran.err
        option = ["-selection", "clipboard", "-o"] if tool == "xclip" else ["-b", "-o"]
        held = subprocess.run(
            [found, *option], capture_output=True, check=True, env={**home, "DISPLAY": display}
        )
        assert held.stdout.decode() == TEXT
    finally:
        server.terminate()
        server.wait(timeout=10)


def test_the_test_word_goes_the_way_a_part_would(clearday: Run) -> None:
    ran = clearday("doctor", "clipboard")
    assert (ran.code, ran.out) == (1, "")
    assert "No clipboard could be reached" in ran.err
    assert "clearday-" in ran.err
