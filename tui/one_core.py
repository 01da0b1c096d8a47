"""Numpy on one core: the small reader's matrices are so small that further cores mostly wait, and at full speed."""

import os

_CORES = "OPENBLAS_NUM_THREADS"


def import_numpy() -> None:
    """Import numpy so that it multiplies on one core, unless the environment says how many it may take.

    The setting is read once, while numpy loads, and does not stay for programs that are started later. Raises
    ImportError without numpy.
    """
    if _CORES in os.environ:
        return
    os.environ[_CORES] = "1"
    try:
        import numpy  # noqa: F401 - what it finds in the environment while it loads is all that is wanted
    finally:
        os.environ.pop(_CORES, None)
