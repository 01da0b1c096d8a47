"""What a desk takes up only when somebody goes there, and that it is the same one from then on."""

import subprocess
import sys

from tests.conftest import ROOT
from tui.desk import Desk
from tui.opening import open_desk

_WRITING = """
import os, sys
from datetime import date
from tui.opening import open_desk
desk = open_desk(os.environ)
desk.log("Five people finished the form with Sam. See https://example.com #forms")
assert desk.day(date(2026, 11, 20))[0].state == "draft"
assert desk.vocabulary().tags == ("forms",)
desk.safe.back_up_daily()
assert not desk.safe.lacks_daily()
desk.close()
print(*sys.modules)
"""
_ELSEWHERE = {
    *("tui.gate", "tui.people", "tui.photos", "tui.outbox", "tui.variants", "tui.register", "tui.subjects"),
    *(
        "tui.forgetting",
        "storage.purge",
        "tui.exchange",
        "rules.render",
        "rules.snippet",
        "rules.week_review",
    ),
    *("rules.query", "storage.search", "getpass", "calendar", "_strptime"),
}


def test_who_writes_and_reads_loads_nothing_of_what_else_can_be_done(home: dict[str, str]) -> None:
    open_desk(home)  # whose packs are kept from then on
    writing = [sys.executable, "-c", _WRITING]
    done = subprocess.run(writing, capture_output=True, check=True, cwd=ROOT, env=home, text=True)
    assert not _ELSEWHERE & set(done.stdout.split())


def test_each_is_there_once(desk: Desk) -> None:
    for name in ("gate", "people", "photos", "outbox", "variants", "register", "forgetting", "exchange"):
        assert getattr(desk, name) is getattr(desk, name)
    assert desk.subject("-", "A ||private|| word.").text == "A word."


def test_the_backup_of_the_day_lacks_where_there_is_a_journal_and_none_yet(desk: Desk) -> None:
    assert not desk.safe.lacks_daily()
    desk.log("A note.")
    assert desk.safe.lacks_daily()
    desk.safe.back_up_daily()
    assert not desk.safe.lacks_daily()


def test_the_frame_of_a_week_waits_for_nothing_that_the_week_is_made_with() -> None:
    """What makes a week, changes one and counts what readers see took as long to import as the frame to draw."""
    frame = [sys.executable, "-c", "import sys, tui.screens.week; print(*sys.modules)"]
    done = subprocess.run(frame, capture_output=True, check=True, cwd=ROOT, text=True)
    behind = {
        "tui.weekly",
        "tui.week_view",
        "rules.rollup",
        "rules.merge",
        "rules.offers",
        "rules.change",
        "regex",
    }
    assert not behind & set(done.stdout.split())
