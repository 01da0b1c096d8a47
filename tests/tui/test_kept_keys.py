"""In VS Code's terminal, which keeps many keys for itself, everything can be done and no hint names a dead key."""

from collections.abc import Iterator

import pytest
from textual.binding import Binding
from textual.dom import DOMNode

import tui.app
import tui.composer  # noqa: F401 - every widget with keys comes with these two
from tests.tui.screens.sitting import sit
from tui.desk import Desk
from tui.kept_keys import kept_by
from tui.key_names import writes
from tui.opening import open_desk
from tui.palette import OwnCommands
from tui.screens.places import read_all

KEPT = kept_by({"TERM_PROGRAM": "vscode"})
TWINS = {
    "line-insert": "line-insert-plain",
    "note-share-f": "note-share",
    "week-share-f": "week-share",
    "clear-share-f": "clear-share",
    "quit": "quit-letter",
    "composer-quit": "composer-leave",
    "editor-start": "by moving there",
    "editor-end": "by moving there",
}
"""Names whose keys VS Code keeps, and what does the same by another key."""


def bindings(of: type[DOMNode] = DOMNode) -> Iterator[Binding]:
    for kind in of.__subclasses__():
        if kind.__module__.startswith("tui."):
            yield from (one for one in kind.__dict__.get("BINDINGS", ()) if isinstance(one, Binding))
        yield from bindings(kind)


def test_every_action_has_a_key_that_arrives() -> None:
    read_all()
    arriving: dict[str, bool] = {}
    for one in bindings():
        arrives = any(key not in KEPT for key in one.key.split(","))
        arriving[one.id or ""] = arriving.get(one.id or "", False) or arrives
    assert {name for name, arrives in arriving.items() if not arrives} == set(TWINS)
    assert all(arriving.get(twin, True) for twin in TWINS.values())


async def test_whatever_a_key_of_another_terminal_does_from_the_line_the_list_of_commands_does(
    desk: Desk,
) -> None:
    desk.log("A note.")
    async with sit(desk) as person:
        await person.write("Words to move among.")  # without any, no key moves
        offered = {hit.text async for hit in OwnCommands(person.page).discover()}
        for active in person.page.active_bindings.values():
            name = active.binding.id
            if active.binding.key in KEPT and name and name != "commands" and active.enabled:
                assert desk.words(f"tip-{name}") in offered
        await person.press("f8")
        assert "f8" not in KEPT
        assert "Find a command" in person.seen


@pytest.mark.parametrize("places", [("up",), ("f8",), ()])
async def test_the_key_line_names_only_keys_that_arrive(
    home: dict[str, str], desk: Desk, places: tuple[str, ...]
) -> None:
    desk.log("A note.")
    async with sit(open_desk({**home, "TERM_PROGRAM": "vscode"}, journal=desk.path)) as person:
        await person.press(*places)
        line = person.seen.splitlines()[-1]
        assert not KEPT & set(line.split())
        assert ("w week" if places == ("up",) else "f8 commands") in line


def test_letters_and_signs_write_and_other_keys_do_not() -> None:
    assert all(writes(key) for key in ("w", "U", "slash", "comma", "question_mark", "space"))
    assert not any(
        writes(key) for key in ("f8", "ctrl+p", "tab", "escape", "enter", "delete", "up", "alt+left")
    )
