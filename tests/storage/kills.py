"""Killing a busy writer, and looking at what it left: used by a test, and for longer by a benchmark."""

import os
import random
import sqlite3
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def kill_one(path: Path, seed: int) -> list[str]:
    """Start a busy writer on the journal at `path`, kill it after some of its lines; what it said was safe."""
    command = [sys.executable, "-m", "tests.storage.busy_writer", str(path), str(seed)]
    env = {"PATH": os.environ["PATH"], "HOME": str(path.parent)}
    writer = subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    said = [writer.stdout.readline() for _ in range(random.Random(seed).randint(0, 30))]
    writer.kill()
    said += writer.stdout.readlines()
    writer.stdout.close()
    writer.wait()
    return [line.strip() for line in said if line.endswith("\n")]


def lost(path: Path, said: list[str]) -> list[str]:
    """What was said to be safe and is not in the journal at `path`; or that the journal is damaged."""
    connection = sqlite3.connect(path)
    sound = connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    texts = {text for (text,) in connection.execute("SELECT text FROM note_version")}
    texts |= {text for (text,) in connection.execute("SELECT text FROM week_version")}
    connection.close()
    missing = [line for line in said if not _is_there(line, texts)]
    return missing if sound else ["the journal is damaged", *missing]


def _is_there(line: str, texts: set[str]) -> bool:
    kind, mark = line.split()
    if kind == "import":
        return all(f"import {mark} {n}" in texts for n in range(40))
    return f"{kind} {mark}" in texts


def half_imported(path: Path) -> list[str]:
    """Imports of which some notes are in the journal at `path` and some are not."""
    connection = sqlite3.connect(path)
    texts = [
        text for (text,) in connection.execute("SELECT text FROM note_version WHERE text LIKE 'import %'")
    ]
    connection.close()
    marks = {text.split()[1] for text in texts}
    return [mark for mark in marks if sum(text.split()[1] == mark for text in texts) != 40]
