"""ID and PLATFORM on the command line, understood or refused."""

from rules.platforms import Platform
from tui.commands.check import text_of
from tui.desk import Desk
from tui.sayings import UsageError, did_you_mean
from tui.subject import Subject


def the_subject(name: str, desk: Desk) -> Subject:
    """What an ID names; `-` is the text on stdin. Raises UnknownId, NoSuchNote and InputError."""
    return desk.subject(name, text_of("-", desk.words).removeprefix("\ufeff") if name == "-" else "")


def the_platform(name: str, desk: Desk) -> Platform:
    """The platform with this id, ready to size for. Raises UsageError when it is unknown or not there yet."""
    platform = desk.platforms.get(name)
    if platform is None:
        near = did_you_mean(desk.words, name, desk.platforms)
        raise UsageError(desk.words("no-such-platform", name=name, near=near))
    if not platform.ready:
        raise UsageError(desk.words("platform-later", name=platform.name))
    return platform
