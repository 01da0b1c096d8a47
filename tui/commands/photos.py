"""`clearday photos`: what was agreed with the people in pictures, and copies without where they were taken."""

import argparse
from typing import get_args

from storage.records import Consent, ConsentState
from tui import exits
from tui.commands.naming import the_subject
from tui.console import give_json, say, tell
from tui.context import Context
from tui.desk import Desk
from tui.photos import PhotoStanding
from tui.sayings import UsageError
from tui.wording import Words


def configure(parser: argparse.ArgumentParser, words: Words) -> None:
    """What `photos` takes."""
    actions = ("list", "consent", "export")
    parser.add_argument("action", nargs="?", choices=actions, default="list", help=words("option-photos"))
    parser.add_argument("what", nargs="?", metavar="ID|PHOTO", help=words("option-photo"))
    parser.add_argument("--state", choices=get_args(ConsentState), help=words("option-consent"))
    parser.add_argument("--by", metavar="NAME", default="", help=words("option-consent-by"))
    parser.add_argument("--for", dest="purpose", metavar="TEXT", default="", help=words("option-consent-for"))
    parser.add_argument("--to", metavar="PATH", default=".", help=words("option-photo-to"))
    parser.add_argument("--json", action="store_true", help=words("option-json"))


def run(arguments: argparse.Namespace, context: Context) -> int:
    """List pictures and consents, record one, or write a clean copy."""
    desk = context.desk()
    if arguments.action == "list" and arguments.what:
        return _list_of(arguments.what, desk, as_json=arguments.json)
    if arguments.action == "list":
        return _list_consents(desk, as_json=arguments.json)
    if not arguments.what:
        raise UsageError(desk.words("photo-what"))
    if arguments.action == "export":
        tell(desk.words("photo-written", path=desk.photos.export(arguments.what, arguments.to)))
    else:
        _record(arguments, desk)
    return exits.DONE


def _record(arguments: argparse.Namespace, desk: Desk) -> None:
    if arguments.state is None:
        raise UsageError(desk.words("consent-which"))
    consent = desk.photos.record(
        arguments.what, arguments.state, person=arguments.by, purpose=arguments.purpose
    )
    tell(_said(consent, desk.words))


def _list_of(name: str, desk: Desk, *, as_json: bool) -> int:
    """The pictures of one text, each with what its people last said; HELD when one of them holds it."""
    standing = desk.photos.standing(the_subject(name, desk).text)
    if as_json:
        give_json([_standing_json(one) for one in standing])
    else:
        for one in standing:
            say(_line(one, desk.words))
        if not standing:
            tell(desk.words("photos-none-in", id=name))
    return exits.HELD if any(one.holds for one in standing) else exits.DONE


def _line(one: PhotoStanding, words: Words) -> str:
    said = _said(one.consent, words) if one.consent else words("consent-none")
    alt = one.photo.alt or words("photo-no-alt")
    return f"{one.photo.name} · {words('quotation', words=alt)} · {said}"


def _list_consents(desk: Desk, *, as_json: bool) -> int:
    history = desk.photos.history()
    if as_json:
        give_json([_consent_json(consent) for consent in history])
        return exits.DONE
    for consent in history:
        say(f"{consent.photo} · {_said(consent, desk.words)}")
    if not history:
        tell(desk.words("photos-none"))
    return exits.DONE


def _said(consent: Consent, words: Words) -> str:
    values = {"person": consent.person or "?", "purpose": consent.purpose or "?"}
    return words(f"consent-{consent.state}", day=consent.at.date().isoformat(), **values)


def _consent_json(consent: Consent) -> dict[str, object]:
    return {
        "photo": consent.photo,
        "state": consent.state,
        "by": consent.person,
        "for": consent.purpose,
        "at": consent.at.isoformat(timespec="seconds"),
    }


def _standing_json(one: PhotoStanding) -> dict[str, object]:
    consent = _consent_json(one.consent) if one.consent else None
    return {"photo": one.photo.name, "alt": one.photo.alt, "consent": consent, "holds": one.holds}
