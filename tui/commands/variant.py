"""`clearday variant`: what was edited for one platform in the place of a note or a week, and the way back."""

import argparse

from rules.platforms import Platform
from storage.sheets import lay_out
from tui import exits
from tui.commands.check import text_of
from tui.commands.naming import the_platform, the_subject
from tui.console import give_json, say, tell
from tui.context import Context
from tui.desk import Desk
from tui.editing import edited
from tui.sayings import UsageError
from tui.subject import Subject
from tui.variants import Fork
from tui.wording import Words


def configure(parser: argparse.ArgumentParser, words: Words) -> None:
    """What `variant` takes."""
    parser.add_argument("id", metavar="ID", help=words("option-id"))
    parser.add_argument("--to", metavar="PLATFORM", help=words("option-to"))
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--edit", action="store_true", help=words("option-variant-edit"))
    how.add_argument("--text", metavar="FILE", help=words("option-variant-text"))
    how.add_argument("--source", action="store_true", help=words("option-variant-source"))
    how.add_argument("--history", action="store_true", help=words("option-variant-history"))
    how.add_argument("--later", metavar="N", type=int, help=words("option-variant-later"))
    how.add_argument("--earlier", metavar="N", type=int, help=words("option-variant-earlier"))
    parser.add_argument("--json", action="store_true", help=words("option-json"))


def run(arguments: argparse.Namespace, context: Context) -> int:
    """List the variants of a text, or change the one for a platform."""
    desk = context.desk()
    subject = desk.subject(arguments.id) if arguments.id != "-" else the_subject("-", desk)
    if arguments.to is None:
        return _list(subject, desk, as_json=arguments.json)
    platform = the_platform(arguments.to, desk)
    if subject.private and not arguments.source:  # the way back is open to what became private later
        return tell_private(subject, desk)
    if arguments.edit:
        return edit(subject, platform, context, desk)
    if arguments.history:
        return _history(subject, platform, desk)
    if _changed(subject, platform, arguments, desk):
        return tell_fork(subject, platform, desk)
    say(desk.variants.written(subject, platform))
    return exits.DONE


def _changed(subject: Subject, platform: Platform, arguments: argparse.Namespace, desk: Desk) -> bool:
    """Change the variant as the options say; whether any of them does."""
    if arguments.text is not None:
        text = text_of(arguments.text, desk.words).removeprefix("\ufeff").rstrip("\r\n")
        desk.variants.write(subject, platform, text)
    elif arguments.source:
        desk.variants.end(subject, platform)
    elif arguments.later is not None or arguments.earlier is not None:
        _move(subject, platform, arguments, desk)
    else:
        return False
    return True


def edit(subject: Subject, platform: Platform, context: Context, desk: Desk) -> int:
    """Open the person's editor on what goes to `platform`, and keep what was written for it; not of a private note."""
    if subject.private:
        return tell_private(subject, desk)
    name = f"{subject.key.replace(':', '-')}-{platform.id}"
    sheet = lay_out(context.journal, name, desk.variants.written(subject, platform))
    if sheet.left:
        tell(context.words("sheet-back", path=sheet.path))
    text = edited(sheet, context.environ)
    if text is not None:
        desk.variants.write(subject, platform, text.rstrip("\r\n"))
    sheet.put_away()
    return tell_fork(subject, platform, desk)


def tell_private(subject: Subject, desk: Desk) -> int:
    """Say that a private note goes nowhere; returns the exit code."""
    tell(desk.words("held-private", name=subject.name))
    return exits.HELD


def tell_fork(subject: Subject, platform: Platform, desk: Desk) -> int:
    """Say what goes to `platform` now."""
    fork = desk.variants.forks(subject, desk.platforms).get(platform.id)
    name, place = subject.name, platform.name
    if fork is None:
        tell(desk.words("variant-none", name=name, platform=place))
    else:
        said = "variant-cuts" if fork.cuts_only else "variant-stands"
        tell(desk.words(said, name=name, platform=place, id=platform.id))
    return exits.DONE


def _move(subject: Subject, platform: Platform, arguments: argparse.Namespace, desk: Desk) -> None:
    later = arguments.later is not None
    border = arguments.later if later else arguments.earlier
    if not desk.variants.move(subject, platform, border, 1 if later else -1):
        raise UsageError(desk.words("border-stays", border=border))


def _list(subject: Subject, desk: Desk, *, as_json: bool) -> int:
    forks = desk.variants.forks(subject, desk.platforms)
    if as_json and subject.private:  # it became private after it was edited for a platform
        return tell_private(subject, desk)
    if as_json:
        give_json([_fork_json(name, fork) for name, fork in forks.items()])
        return exits.DONE
    for name, fork in forks.items():
        marks = [desk.words("fork-cuts" if fork.cuts_only else "fork")]
        marks += [desk.words("fork-behind")] * fork.behind
        say(f"{name:<15} {fork.variant.at:%Y-%m-%d %H:%M} · {' · '.join(marks)}")
    if not forks:
        tell(desk.words("variants-none", name=subject.name))
    return exits.DONE


def _fork_json(name: str, fork: Fork) -> dict[str, object]:
    return {
        "platform": name,
        "at": fork.variant.at.isoformat(timespec="seconds"),
        "text": fork.variant.text,
        "source_changed": fork.behind,
        "cuts_only": fork.cuts_only,
    }


def _history(subject: Subject, platform: Platform, desk: Desk) -> int:
    for position, variant in enumerate(desk.variants.history(subject, platform)):
        if position:
            say()
        say(f"— {variant.at:%Y-%m-%d %H:%M}")
        say(variant.text)
    return exits.DONE
