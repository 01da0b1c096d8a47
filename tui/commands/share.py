"""`clearday share`: cleared text as snippets sized for a platform. The gate decides; this only asks it."""

import argparse

from rules.platforms import Platform
from tui import exits
from tui.commands.holding import tell_held
from tui.commands.naming import the_platform, the_subject
from tui.console import give_json, say, tell
from tui.context import Context
from tui.desk import Desk
from tui.gate import Held, Release
from tui.sayings import UsageError
from tui.shapes import share_json
from tui.wording import Words


def configure(parser: argparse.ArgumentParser, words: Words) -> None:
    """What `share` takes."""
    parser.add_argument("id", metavar="ID", help=words("option-id"))
    parser.add_argument("--to", metavar="PLATFORM", required=True, help=words("option-to"))
    parser.add_argument("--part", metavar="N", type=int, help=words("option-part"))
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--copy", action="store_true", help=words("option-copy"))
    how.add_argument("--open", action="store_true", help=words("option-open"))
    how.add_argument("--print", action="store_true", help=words("option-print"))
    how.add_argument("--json", action="store_true", help=words("option-json"))


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Release the text, or say why not."""
    desk = context.desk()
    platform = the_platform(arguments.to, desk)
    subject = the_subject(arguments.id, desk)
    try:
        release = desk.release(subject, platform)
    except Held as held:
        return tell_held(held, context.words)
    chosen = _chosen(release, arguments.part, desk.words)
    _hand_over(release, chosen, arguments, desk)
    return exits.DONE


def _chosen(release: Release, part: int | None, words: Words) -> list[int]:
    numbers = [held.n for held in release.parts]
    if part is None:
        return numbers
    if part not in numbers:
        raise UsageError(words("no-such-part", part=part, parts=len(numbers)))
    return [part]


def _hand_over(release: Release, chosen: list[int], arguments: argparse.Namespace, desk: Desk) -> None:
    if arguments.copy:
        _copy(release, chosen, arguments.part, desk)
    elif arguments.open:
        from tui.outlets.opening import open_part

        tell(open_part(release, chosen[0], desk=desk).message(desk.words))
    elif arguments.json:
        desk.record(release, chosen, "json")
        give_json(share_json(release, chosen))
    else:
        desk.record(release, chosen, "screen")
        show(release, chosen, desk, bare=arguments.print)


def _copy(release: Release, chosen: list[int], asked: int | None, desk: Desk) -> None:
    from tui.outlets.copying import copy_part
    from tui.outlets.terminal import ask_terminal

    first = chosen[0]
    tell(copy_part(release, first, desk=desk, terminal=ask_terminal).message(desk.words))
    if asked is None and len(release.parts) > 1:
        tell(desk.words("copied-first", parts=len(release.parts), next=first + 1))


def show(release: Release, chosen: list[int], desk: Desk, *, bare: bool = False) -> None:
    """Write the parts, each under its count unless `bare`; a blank line between two."""
    parts = [part for part in release.parts if part.n in chosen]
    for position, part in enumerate(parts):
        if position:
            say()
        if not bare:
            head = f"{release.platform.name} {part.n}/{len(release.parts)}"
            say(f"— {head} · {length_of(part.length, part.limit, release.platform, desk.words)}")
        say(part.text)


def length_of(length: int, limit: int | None, platform: Platform, words: Words) -> str:
    """A length in words: `262 of 280`, with "about" where the platform's own count is not known exactly."""
    about = words("about") if platform.sure == "about" else ""
    return f"{about}{words('length-of', length=length, limit=limit) if limit else words('length', length=length)}"
