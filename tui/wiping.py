"""Leaves nothing on a terminal of what was drawn there, whatever terminal that is.

Some have no second screen to go back from: what a program drew stays where it was. Others keep what is cleared at
once to scroll back to.
"""

from collections.abc import Callable

from textual.driver import Driver

_ERASED = "\x1b[2K\x1b[1B"
"""A line erased, and to the next; at the bottom nothing scrolls."""


def wipe_before_leaving(driver: Driver, rows: Callable[[], int]) -> None:
    """Have `driver` erase what it drew, line by line, before it gives the terminal back, for good or for a while.

    `rows`: how many the terminal has by then.
    """
    stop = driver.stop_application_mode

    def wiped() -> None:
        # A driver that draws below the prompt stands on its first line by now.
        first = "" if driver.is_inline else "\x1b[H"
        driver.write(f"{first}\x1b7{_ERASED * rows()}\x1b8")
        stop()

    vars(driver)["stop_application_mode"] = wiped
