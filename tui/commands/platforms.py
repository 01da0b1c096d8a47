"""`clearday platforms`: what is known of each platform, with its source and the date it was checked."""

import argparse

from rules.platforms import Platform
from tui import exits
from tui.console import give_json, say
from tui.context import Context
from tui.opening import checked_settings, load_platforms
from tui.wording import Words


def configure(parser: argparse.ArgumentParser, words: Words) -> None:
    """What `platforms` takes."""
    parser.add_argument("--json", action="store_true", help=words("option-json"))


def run(arguments: argparse.Namespace, context: Context) -> int:
    """List the platforms."""
    platforms = load_platforms(checked_settings(context.config), context.words.language).values()
    if arguments.json:
        give_json([_shape(platform) for platform in platforms])
        return exits.DONE
    for platform in platforms:
        say(_line(platform, context.words))
    return exits.DONE


def _shape(platform: Platform) -> dict[str, object]:
    checked = platform.checked.isoformat() if platform.checked else None
    return {
        "id": platform.id,
        "name": platform.name,
        "ready": platform.ready,
        "limit": platform.limit,
        "unit": platform.unit,
        "byte_limit": platform.byte_limit,
        "link_limit": platform.link_limit,
        "url_cost": platform.url_cost,
        "alt_limit": platform.alt_limit,
        "markup": platform.markup,
        "sure": platform.sure,
        "source": platform.source,
        "checked": checked,
        "closed": bool(platform.closed),
        "own": platform.own,
    }


def _line(platform: Platform, words: Words) -> str:
    if not platform.ready:
        return _named(platform, words("later"), words)
    about = words("about") if platform.sure == "about" else ""
    unit = words(f"unit-{platform.unit.replace(' ', '-')}")
    none = "limit-unknown" if platform.sure == "about" else "no-limit"
    limit = f"{about}{words.figure(platform.limit)} {unit}" if platform.limit else words(none)
    known = f"  [{platform.source}, {platform.checked}]" if platform.source else ""
    mark = " · ".join(words(key) for key in ("closed", "own") if getattr(platform, key))
    return _named(platform, f"{limit}{f' · {mark}' if mark else ''}{known}", words)


def _named(platform: Platform, told: str, words: Words) -> str:
    return f"{platform.id:<15} {words('platform-told', name=platform.name, told=told)}"
