"""What is typed before anything has the focus is kept, in order, and nothing but what was typed."""

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import TextArea

from tui.widgets.early_keys import EarlyKeys


class Desk(App[None]):
    def compose(self) -> ComposeResult:
        yield TextArea()


def key(name: str, character: str | None = None) -> events.Key:
    return events.Key(name, character or (name if len(name) == 1 else None))


async def test_keys_wait_for_a_line_and_keep_their_order() -> None:
    early = EarlyKeys()
    assert all(early.keeps(key(one), None) for one in "wxyz")
    assert early.keeps(key("backspace"), None)
    assert not early.keeps(key("f8"), None)
    assert not early.keeps(events.Mount(), None)
    app = Desk()
    async with app.run_test() as pilot:
        area = app.query_one(TextArea)
        assert not early.keeps(key("q"), area)
        for _ in range(5):
            await pilot.pause()
        assert area.text == "wxy"
        assert not early.keeps(key("a"), None)
