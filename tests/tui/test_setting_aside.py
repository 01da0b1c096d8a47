"""ctrl+z: on a line with words it takes back what was typed; where there is nothing, the shell gets the terminal."""

import pytest
from textual.driver import Driver

from tests.tui.screens.sitting import sit
from tui.desk import Desk
from tui.screens.today import TodayPage


async def test_ctrl_z_sets_the_app_aside_only_where_there_is_nothing_to_take_back(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It did nothing on the list of notes, and the `fg` that was typed for the shell became a note."""
    desk.log("A note.")
    async with sit(desk) as person:
        times: list[str] = []
        assert person.app._driver
        monkeypatch.setattr(type(person.app._driver), "can_suspend", property(lambda _: True))
        monkeypatch.setattr(person.app, "action_suspend_process", lambda: times.append("set aside"))
        await person.write("Half a sentence")
        await person.press("ctrl+z")
        assert isinstance(person.page, TodayPage)
        assert (person.page.line.text, times) == ("", [])
        await person.press("ctrl+z")
        assert times == ["set aside"]
        await person.press("up", "ctrl+z")
        assert times == ["set aside"] * 2


async def test_where_there_is_no_shell_nothing_is_offered(desk: Desk) -> None:
    async with sit(desk) as person:
        await person.press("ctrl+z")
        assert not person.app.check_action("suspend_process", ())


async def test_all_is_drawn_again_when_the_shell_gives_the_terminal_back(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Behind `fg` the screen was empty until a key changed something on it."""
    async with sit(desk) as person:
        drawn: list[bool] = []
        monkeypatch.setattr(person.app, "refresh", lambda **how: drawn.append(how.get("layout", False)))
        person.app.post_message(Driver.SignalResume())
        await person.settle()
        assert True in drawn
