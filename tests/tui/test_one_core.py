"""The small reader multiplies on one core and leaves the environment as it was."""

import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(
    not os.path.isdir("/proc/self/task"), reason="threads are counted as Linux shows them"
)
READ = """
import os
from tui.second_reader import SecondReader
SecondReader("small", "en").read("Five people finished the new form.")
print(os.environ.get("OPENBLAS_NUM_THREADS"), len(os.listdir("/proc/self/task")))
"""


def read_with(**asked: str) -> list[str]:
    env = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"} | asked
    done = subprocess.run([sys.executable, "-c", READ], cwd=ROOT, env=env, capture_output=True, check=True)
    return done.stdout.decode().split()


def test_numpy_brings_no_threads_and_other_programs_are_told_nothing() -> None:
    assert read_with() == ["None", "1"]


def test_who_asks_for_more_cores_is_not_overruled() -> None:
    assert read_with(OPENBLAS_NUM_THREADS="2")[0] == "2"
