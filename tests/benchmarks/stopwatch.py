"""Times things side by side in one run, so that what is reported is a ratio and not a machine."""

import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent.parent


def seconds(work: Callable[[], object], times: int = 7) -> float:
    """Median seconds that `work` takes, called `times` times after one call to warm up."""
    work()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return median(taken)


def cpu_of(command: list[str], env: Mapping[str, str], times: int = 15) -> float:
    """Median CPU seconds (user and system) of a process, started `times` times after once to warm up.

    `command` is what this Python is given, or a program of its own when it begins with a path.
    """
    started = command if command[0].startswith("/") else [sys.executable, *command]
    taken = []
    for _ in range(times + 1):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            started, check=True, stdin=subprocess.DEVNULL, cwd=ROOT, env=dict(env), capture_output=True
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        taken.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return median(taken[1:])


def report(title: str, rows: list[tuple[str, float]], floor: float) -> None:
    """Print each row's milliseconds and its ratio to `floor`, given in seconds."""
    print(title)
    for name, taken in rows:
        print(f"  {name:<44} {taken * 1000:9.2f} ms   {taken / floor:6.2f} ×")
