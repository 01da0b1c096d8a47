"""Writers that log note after note from the shell while the app is open on the same journal, and what each was told.

Run: python -m tests.benchmarks.company [SECONDS]
"""

import asyncio
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from storage.birth import connect
from storage.soundness import is_sound
from tests.benchmarks.stopwatch import ROOT
from tests.tui.screens.sitting import Sitting, sit
from tui.opening import open_desk

WRITERS = 8
WRITER = """
import subprocess, sys, time
name, until = sys.argv[1], time.monotonic() + float(sys.argv[2])
number = 0
while time.monotonic() < until:
    done = subprocess.run([sys.executable, "-m", "tui", "add", f"{name}-{number}"], capture_output=True)
    print("refused" if done.returncode else "kept", f"{name}-{number}")
    number += 1
"""


def start(name: int, seconds: float, env: dict[str, str]) -> subprocess.Popen[str]:
    """A process that logs notes for `seconds` and prints what became of each."""
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(name), str(seconds)],
        cwd=ROOT,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


async def person(at: Sitting, until: float) -> list[str]:
    """Type notes into the app until then, without waiting for what it draws; what was typed."""
    typed: list[str] = []
    while time.monotonic() < until:
        typed.append(f"mine{len(typed)}")
        await at.pilot.press(*typed[-1], "enter")
    await at.settle()
    return typed


async def sitting(path: Path, seconds: float, env: dict[str, str]) -> tuple[list[str], list[str]]:
    """What the person typed and what the writers printed."""
    desk = open_desk(env, journal=str(path))
    async with sit(desk) as at:
        writers = [start(name, seconds, env) for name in range(WRITERS)]
        said = asyncio.gather(*(asyncio.to_thread(writer.communicate) for writer in writers))
        typed = await person(at, time.monotonic() + seconds)
        printed = [line for out, _ in await said for line in out.splitlines()]
    desk.close()
    return typed, printed


def main() -> None:
    """Print the counts."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 30.0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "journal.db")
        env = {"HOME": folder, "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "CLEARDAY_JOURNAL": str(path)}
        typed, printed = asyncio.run(sitting(path, seconds, env))
        told = [line.removeprefix("kept ") for line in printed if line.startswith("kept ")]
        connection = connect(str(path))
        kept = [row[0] for row in connection.execute("SELECT text FROM note")]
        sound = is_sound(connection)
        connection.close()
    print(f"{WRITERS} writers, {seconds:g} s: {len(told)} kept, {len(printed) - len(told)} refused")
    print(f"the app beside them: {len(typed)} typed")
    print(f"missing: {len({*told, *typed} - {*kept})}; twice: {len(kept) - len({*kept})}; sound: {sound}")


if __name__ == "__main__":
    main()
