"""Journals that tests of several screens begin with."""

import pytest

from tui.desk import Desk


@pytest.fixture
def noted(desk: Desk) -> Desk:
    """A desk with three notes of the week, one of them held."""
    desk.log("Moved one question to page two. #forms", on="2026-11-16", at="09:00")
    desk.log("Five people finished the form. #forms", on="2026-11-18", at="10:00")
    desk.log("The fund goes up 12 % next month. It has not been announced yet.", on="2026-11-20", at="14:05")
    return desk
