"""Faults that nobody foresaw: where one arose may be said, its message never, which could hold a note.

Python itself reports those that no code waits for, in a thread or while something is put away, with message and all.
"""

import os
import sys
import threading
import warnings
from collections.abc import Callable


def place_of(error: BaseException) -> str:
    """File and line where `error` arose, `week.py:88`; `?` for one that was never raised."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return "?"
    return f"{os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}"


def report_by(tell: Callable[[Exception], object]) -> None:
    """From now on let `tell` say what Python would have reported, in whatever thread that is.

    Warnings, which are for who builds a program and may quote what was read, are not shown unless they were
    asked for (`PYTHONWARNINGS`).
    """

    def reported(error: BaseException | None) -> None:
        if isinstance(error, Exception):  # no wish to end, which a thread or an object cannot grant
            tell(error)

    sys.excepthook = lambda kind, error, trace: reported(error)
    sys.unraisablehook = lambda told: reported(told.exc_value)
    threading.excepthook = lambda told: reported(told.exc_value)
    if not sys.warnoptions:
        warnings.simplefilter("ignore")
