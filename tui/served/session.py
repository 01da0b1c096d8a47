"""One browser tab: the app as a process of its own, its screen going out and the keys coming in.

The passphrase of an encrypted journal goes to it through a pipe that nobody else has.
"""

import asyncio
import os
from asyncio.subprocess import PIPE, Process
from collections.abc import Sequence

from textual_serve.app_service import AppService

from tui.passphrase import VARIABLE


class Session(AppService):
    """textual-serve's own, started without a shell."""

    program: Sequence[str] = ()
    """The program and its arguments."""
    passphrase: str | None = None
    """What opens the journal, where something has to."""

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        environ = self._build_environment(width=width, height=height)
        secret = self._secret(environ)
        try:
            self._process = await asyncio.create_subprocess_exec(
                *self.program, stdin=PIPE, stdout=PIPE, stderr=PIPE, env=environ, pass_fds=secret
            )
        finally:
            for descriptor in secret:
                os.close(descriptor)
        self._stdin = self._process.stdin
        return self._process

    def _secret(self, environ: dict[str, str]) -> tuple[int, ...]:
        environ.pop(VARIABLE, None)
        if self.passphrase is None:
            return ()
        source, sink = os.pipe()
        os.write(sink, f"{self.passphrase}\n".encode())
        os.close(sink)
        environ[VARIABLE] = str(source)
        return (source,)
