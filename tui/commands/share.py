"""`clearday share`: cleared text as snippets sized for a platform. The gate decides; this only asks it."""

import argparse
from collections.abc import Iterator

from rules.photos import photos_in
from rules.platforms import Platform
from rules.tag_advice import tag_remarks
from tui import exits
from tui.commands.agreement import is_sure
from tui.commands.holding import tell_held
from tui.commands.naming import the_platform, the_subject
from tui.commands.share_alt import alt_lines, check_alone, share_alt
from tui.console import give_json, say, tell
from tui.context import Context
from tui.desk import Desk
from tui.gate import Held, Release
from tui.outbox import PartState, next_part, part_state
from tui.sayings import UsageError
from tui.shapes import share_json
from tui.wording import Words


def configure(parser: argparse.ArgumentParser, words: Words) -> None:
    """What `share` takes."""
    parser.add_argument("id", metavar="ID", help=words("option-id"))
    parser.add_argument("--to", metavar="PLATFORM", required=True, help=words("option-to"))
    parser.add_argument("--part", metavar="N", type=int, help=words("option-part"))
    parser.add_argument("--alt", metavar="N", type=int, help=words("option-alt"))
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--copy", action="store_true", help=words("option-copy"))
    how.add_argument("--open", action="store_true", help=words("option-open"))
    how.add_argument("--print", action="store_true", help=words("option-print"))
    how.add_argument("--json", action="store_true", help=words("option-json"))
    how.add_argument("--posted", metavar="N", type=int, help=words("option-posted"))
    how.add_argument("--unposted", metavar="N", type=int, help=words("option-unposted"))
    how.add_argument("--edit", action="store_true", help=words("option-variant-edit"))
    parser.add_argument("--link", metavar="URL", default="", help=words("option-link"))
    parser.add_argument("--yes", action="store_true", help=words("option-yes"))


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Release the text, or say why not."""
    desk = context.desk()
    platform = the_platform(arguments.to, desk)
    subject = the_subject(arguments.id, desk)
    if arguments.edit and arguments.alt is None:
        from tui.commands.variant import edit

        return edit(subject, platform, context, desk)
    if arguments.alt is not None:
        check_alone(arguments, context.words)
    if platform.closed:
        tell(desk.words("platform-closed", name=platform.name))
    try:
        return _leave(desk.release(subject, platform), arguments, desk)
    except Held as held:
        return tell_held(held, context.words)


def _leave(release: Release, arguments: argparse.Namespace, desk: Desk) -> int:
    if arguments.alt is not None:
        share_alt(release, arguments, desk)
        return exits.DONE
    chosen = _chosen(release, arguments, desk.words)
    if arguments.open:
        return _open(release, chosen[0], desk, sure=arguments.yes)
    _hand_over(release, chosen, arguments, desk)
    return exits.DONE


def _chosen(release: Release, arguments: argparse.Namespace, words: Words) -> list[int]:
    numbers = [held.n for held in release.parts]
    asked = (arguments.posted, arguments.unposted, arguments.part)
    part = next((n for n in asked if n is not None), None)
    if part is None:
        return numbers
    if part not in numbers:
        raise UsageError(words("no-such-part", part=part, parts=len(numbers)))
    return [part]


def _hand_over(release: Release, chosen: list[int], arguments: argparse.Namespace, desk: Desk) -> None:
    if arguments.posted is not None or arguments.unposted is not None:
        _mark(release, chosen[0], arguments, desk)
    elif arguments.copy:
        _copy(release, chosen, arguments.part, desk)
    elif arguments.json:
        desk.outbox.record(release, chosen, "json")
        give_json(share_json(release, chosen))
    else:
        show(release, chosen, desk, bare=arguments.print)
        if not arguments.print:
            for line in alt_lines(release.photos, release.platform, desk.words):
                say(line)
            _advise(release, chosen, desk.words)
            _advise_on_photos(release, desk.words)
        desk.outbox.record(release, chosen, "screen")


def _open(release: Release, n: int, desk: Desk, *, sure: bool) -> int:
    from tui.outlets.opening import Opened, open_part, page_of

    page = page_of(release, n, desk=desk)
    if isinstance(page, Opened):
        tell(page.message(desk.words))
        return exits.WRONG
    tell(desk.words("open-first"))
    if not sure and not is_sure("ask-open", desk.words, unasked="open-needs-yes"):
        tell(desk.words("open-not"))
        return exits.HELD
    opened = open_part(release, n, desk=desk)
    tell(opened.message(desk.words))
    return exits.DONE if opened.how == "opened" else exits.WRONG


def _mark(release: Release, n: int, arguments: argparse.Namespace, desk: Desk) -> None:
    posted = arguments.posted is not None
    desk.outbox.mark(release, n, posted=posted, link=arguments.link)
    total = len(release.parts)
    if not posted:
        tell(desk.words("marked-unposted", part=n, parts=total))
    elif n < total:
        tell(desk.words("marked-posted-next", part=n, parts=total, next=n + 1))
    else:
        tell(desk.words("marked-posted", part=n, parts=total))


def _copy(release: Release, chosen: list[int], asked: int | None, desk: Desk) -> None:
    from tui.outlets.copying import copy_part
    from tui.outlets.terminal import ask_terminal

    texts = [part.text for part in release.parts]
    lines = desk.outbox.lines(release.subject)
    first = chosen[0] if asked is not None else next_part(lines, release.platform.id, texts) or 1
    tell(copy_part(release, first, desk=desk, terminal=ask_terminal).message(desk.words))
    if asked is None and first < len(release.parts):
        tell(desk.words("copied-part", part=first, parts=len(release.parts), next=first + 1))


def show(release: Release, chosen: list[int], desk: Desk, *, bare: bool = False) -> None:
    """Write the parts, each under its count unless `bare`; a blank line between two."""
    parts = [part for part in release.parts if part.n in chosen]
    lines = [] if bare else desk.outbox.lines(release.subject)
    for position, part in enumerate(parts):
        if position:
            say()
        if not bare:
            head = f"{release.platform.name} {part.n}/{len(release.parts)}"
            length = length_of(part.length, part.limit, release.platform, desk.words)
            state = part_state(lines, release.platform.id, part.n, part.text)
            say(" · ".join([f"— {head}", length, *told(state, desk.words)]))
        say(part.text)


def length_of(length: int, limit: int | None, platform: Platform, words: Words) -> str:
    """A length in words: `262 of 280`, with "about" where the platform's own count is not known exactly."""
    return words.length(length, limit, about=platform.sure == "about")


def _advise(release: Release, chosen: list[int], words: Words) -> None:
    for part in release.parts:
        if part.n in chosen:
            for remark in tag_remarks(part.text, release.platform):
                place = release.platform.name
                tell(words(f"tag-{remark.kind}", tag=remark.tag, better=remark.better, platform=place))


def _advise_on_photos(release: Release, words: Words) -> None:
    platform = release.platform
    for photo in photos_in(release.subject.text):
        if not photo.alt:
            tell(words("photo-alt-none", photo=photo.name))
        elif platform.alt_limit and not photo.alt_fits(platform):
            limit = words.figure(platform.alt_limit)
            tell(words("photo-alt-long", photo=photo.name, platform=platform.name, limit=limit))


def told(state: PartState, words: Words) -> Iterator[str]:
    """How far a part is, in words: posted and where, or how it left."""
    if state.posted is not None:
        yield words("state-posted", at=f"{state.posted.at:%Y-%m-%d %H:%M}")
        if state.posted.link:
            yield state.posted.link
    elif state.on_clipboard:
        yield words("state-on-clipboard")
    elif state.left is not None:
        yield words(f"went-{state.left.route}")
