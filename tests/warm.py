"""Commands as processes that need not start: one process has everything imported and forks for each command.

A command has its own memory, arguments, environment and standard streams, ends as a process ends, and may start
others. Only what Python does before the first line of ours is not repeated; whoever tests that (imports, locales,
streams that are closed, signals) starts `python -m tui`.
"""

import gc
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import NoReturn

WARM = ("rules", "storage", "tui.commands", "tui.wording")
"""The packages that are imported beforehand; nothing of the app, which looks at its surroundings as it is imported."""
LONGEST = 120
"""Seconds that a command may take."""


class Warm:
    """The process that forks, as its user sees it; `close` ends it."""

    def __init__(self, folder: Path) -> None:
        self._streams = [folder / name for name in ("stdin", "stdout", "stderr")]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.warm"],
            cwd=Path(__file__).parent.parent,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def run(
        self, arguments: Sequence[str], environ: Mapping[str, str], stdin: bytes
    ) -> tuple[int, bytes, bytes]:
        """The exit code of one command (a signal's number, negative, if one ended it), its stdout and its stderr."""
        given, out, err = self._streams
        given.write_bytes(stdin)
        order = {
            "arguments": arguments,
            "environ": dict(environ),
            "streams": [str(one) for one in self._streams],
        }
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(order).encode() + b"\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline()), out.read_bytes(), err.read_bytes()

    def close(self) -> None:
        """End the process."""
        self._process.communicate(timeout=LONGEST)


def _serve() -> None:
    import_module("tui.cli")
    for package in map(import_module, WARM):
        for module in walk_packages(package.__path__, f"{package.__name__}."):
            import_module(module.name)
    gc.freeze()  # so that a fork need not copy what it only looks at
    for line in sys.stdin.buffer:
        child = os.fork()
        if child == 0:
            _end(_command(**json.loads(line)))
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


def _command(arguments: list[str], environ: dict[str, str], streams: list[str]) -> int:
    from tui.__main__ import main

    signal.alarm(LONGEST)
    os.environ.clear()
    os.environ.update(environ)
    time.tzset()
    for number, path in enumerate(streams):
        os.dup2(os.open(path, os.O_RDONLY if number == 0 else os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
    sys.stdin, sys.stdout, sys.stderr = os.fdopen(0), os.fdopen(1, "w"), os.fdopen(2, "w", buffering=1)
    sys.argv = ["clearday", *arguments]
    return main()


def _end(code: int) -> NoReturn:
    # Without taking to pieces what was imported for all of them, which would take as long as most commands.
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    _serve()
