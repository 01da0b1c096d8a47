"""sqlite-utils, imported without the libraries it looks for only to store their numbers.

Where numpy is installed it would be loaded with it at every start: a tenth of a second that no journal needs.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

_SPARED = ("numpy", "pandas")


@contextmanager
def _spared() -> Iterator[None]:
    absent = [name for name in _SPARED if name not in sys.modules]
    for name in absent:
        sys.modules[name] = None  # type: ignore[assignment] # how Python is told that there is no such module
    try:
        yield
    finally:
        for name in absent:
            del sys.modules[name]


with _spared():
    from sqlite_utils import Database, Migrations

__all__ = ["Database", "Migrations"]
