"""The app open all day, and the shell beside it."""

import json
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT, Run
from tests.tui.screens.sitting import sit
from tui.desk import Desk

WRITERS, EACH = 8, 6


async def test_eight_writers_beside_an_open_app_keep_every_note_and_the_app_keeps_its_own(
    desk: Desk, home: dict[str, str], clearday: Run
) -> None:
    loop = (
        "import sys\nfrom tui.cli import run\n"
        f"sys.exit(max(run(['add', f'{{sys.argv[1]}}-{{n}}']) for n in range({EACH})))"
    )
    env = {**home, "CLEARDAY_JOURNAL": desk.path}
    async with sit(desk) as person:
        writers = [
            subprocess.Popen(
                [sys.executable, "-c", loop, str(w)], cwd=ROOT, env=env, stderr=subprocess.DEVNULL
            )
            for w in range(WRITERS)
        ]
        for number in range(4):
            await person.write(f"mine {number}")
            await person.press("enter")
        assert [writer.wait(timeout=120) for writer in writers] == [0] * WRITERS
    texts = {note["text"] for note in json.loads(clearday("--journal", desk.path, "day", "--json").out)}
    assert texts == {f"{w}-{n}" for w in range(WRITERS) for n in range(EACH)} | {
        f"mine {n}" for n in range(4)
    }


def test_fifty_writers_at_once_are_all_kept(home: dict[str, str], clearday: Run, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tui", "--journal", str(tmp_path / "many.db"), "add"]
    writers = [
        subprocess.Popen([*command, f"note {n}"], cwd=ROOT, env=home, stderr=subprocess.DEVNULL)
        for n in range(50)
    ]
    assert [writer.wait(timeout=120) for writer in writers] == [0] * 50
    kept = json.loads(clearday("--journal", str(tmp_path / "many.db"), "day", "--json").out)
    assert {note["text"] for note in kept} == {f"note {n}" for n in range(50)}
