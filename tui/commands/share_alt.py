"""What pictures show, for the fields of their own: told below the parts, and given one at a time (`share --alt N`)."""

import argparse
from collections.abc import Iterator, Sequence

from rules.photos import Photo
from rules.platforms import Platform
from tui.console import give_json, say, tell
from tui.desk import Desk
from tui.gate import Release
from tui.sayings import UsageError
from tui.shapes import share_json
from tui.wording import Words


def check_alone(arguments: argparse.Namespace, words: Words) -> None:
    """Raise UsageError where something else is asked for that only a part of the text can do."""
    marked = (arguments.part, arguments.posted, arguments.unposted)
    if any(n is not None for n in marked) or arguments.open or arguments.edit or arguments.link:
        raise UsageError(words("alt-alone"))


def share_alt(release: Release, arguments: argparse.Namespace, desk: Desk) -> None:
    """Hand over one picture's description, by the way that is asked for. Raises UsageError where there is none."""
    n = _chosen(release, arguments.alt, desk.words)
    if arguments.copy:
        _copy(release, n, desk)
    elif arguments.json:
        desk.outbox.record_alt(release, n, "json")
        give_json(share_json(release, [], [n]))
    else:
        if not arguments.print:
            say(_head(release.photos[n - 1], release.platform, desk.words))
        say(release.photos[n - 1].alt)
        desk.outbox.record_alt(release, n, "screen")


def _chosen(release: Release, n: int, words: Words) -> int:
    total = len(release.photos)
    if not 1 <= n <= total:
        raise UsageError(words("alt-no-such", alt=n, platform=release.platform.name, total=total))
    if not release.photos[n - 1].alt:
        raise UsageError(words("alt-empty", photo=release.photos[n - 1].name))
    return n


def _copy(release: Release, n: int, desk: Desk) -> None:
    from tui.outlets.copying import copy_alt, which_alt
    from tui.outlets.terminal import ask_terminal

    went = copy_alt(release, n, desk=desk, terminal=ask_terminal).message(desk.words)
    tell(f"{which_alt(release, n, desk.words)} {went}")


def alt_lines(photos: Sequence[Photo], platform: Platform, words: Words) -> Iterator[str]:
    """What goes into each picture's own field, counted apart from the text, with a blank line before it."""
    for photo in photos:
        yield ""
        yield _head(photo, platform, words)
        yield photo.alt or words("photo-no-alt")


def _head(photo: Photo, platform: Platform, words: Words) -> str:
    length = words.length(photo.length, platform.alt_limit)
    return f"— {words('photo-beside', photo=photo.name)} · {length}"
