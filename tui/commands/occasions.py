"""What `add` and `edit` take of a note's occasion: the question it answers, whose item it passes on, a call."""

import argparse

from tui.sayings import UsageError
from tui.wording import Words


def take_occasion(parser: argparse.ArgumentParser, words: Words, *, back: bool = False) -> None:
    """The options. `back`: also the way back to an ordinary note."""
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--reply-to", metavar="QUESTION", help=words("option-reply-to"))
    kind.add_argument("--passing-on", metavar="WHO", help=words("option-passing-on"))
    kind.add_argument("--call", action="store_true", help=words("option-call"))
    if back:
        kind.add_argument("--ordinary", action="store_true", help=words("option-ordinary"))
    parser.add_argument("--who", metavar="NAME", help=words("option-who"))
    parser.add_argument("--link", metavar="URL", help=words("option-occasion-link"))
    parser.add_argument("--until", metavar="WHEN", help=words("option-by-when"))


def occasion_in(arguments: argparse.Namespace, words: Words) -> tuple[str, ...]:
    """Kind, quote, who, link and until of what was asked for; none for nothing. Raises UsageError."""
    who, link, until = (getattr(arguments, name) or "" for name in ("who", "link", "until"))
    if until and not arguments.call:
        raise UsageError(words("until-of-what"))
    if who and arguments.reply_to is None:
        raise UsageError(words("who-of-what"))
    if arguments.reply_to is not None:
        return "reply", arguments.reply_to.strip(), who.strip(), link.strip(), ""
    if arguments.passing_on is not None:
        return "passing-on", "", arguments.passing_on.strip(), link.strip(), ""
    if arguments.call:
        return "call", "", "", link.strip(), until.strip()
    if link:
        raise UsageError(words("link-of-what"))
    return ("note", "", "", "", "") if getattr(arguments, "ordinary", False) else ()
