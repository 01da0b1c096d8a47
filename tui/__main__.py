"""The launcher. Puts the folder that holds `tui`, `storage` and `rules` first on the path, then starts.

In the wheel the three lie inside `clearday/`, in the checkout at its top. Going first means that
nobody's PYTHONPATH can slip another `storage` or `rules` under the journal.
"""

import os
import sys


def _ground() -> None:
    here = os.path.dirname(os.path.realpath(__file__))
    root = here if os.path.isdir(os.path.join(here, "tui")) else os.path.dirname(here)
    sys.path.insert(0, root)


def main() -> int:
    """Run the `clearday` command; returns its exit code."""
    _ground()
    from tui.cli import run

    return run(sys.argv[1:])


def day() -> int:
    """Run the `day` command, which is `clearday add`, and alone opens the composer; returns its exit code."""
    _ground()
    from tui.cli import run

    return run(["add", *(sys.argv[1:] or ["--compose"])])


if __name__ == "__main__":
    sys.exit(main())
