"""The shapes of the public JSON. Scripts depend on them: fields are added, never renamed or taken away."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rules.finding import Finding, Verdict
from rules.photos import Photo
from rules.platforms import Platform
from rules.review import Review
from storage.records import Act, Clearance, Occasion
from tui.carrying import Carried
from tui.gate import Release, Standing
from tui.history import VersionView
from tui.views import NoteView
from tui.week_history import WeekVersionView
from tui.week_view import WeekView


def note_json(view: NoteView) -> dict[str, object]:
    """A note: `id`, `day`, `at` with its offset, `text`, `tags`, `private`, `state`, and what it answers or credits."""
    return {
        "id": view.note.id,
        "day": view.note.day.isoformat(),
        "at": view.note.at.isoformat(timespec="seconds"),
        "text": view.note.text,
        "tags": list(view.tags),
        "private": view.note.private,
        "state": view.state,
        **(occasion_json(view.occasion) if view.occasion else {}),
    }


def occasion_json(occasion: Occasion) -> dict[str, object]:
    """What a note answers, passes on or asks for: `kind`, and what is kept beside it under a key of that kind's own."""
    if occasion.kind == "reply":
        beside = {"question": {"text": occasion.quote, "who": occasion.who, "link": occasion.link}}
    elif occasion.kind == "passing-on":
        beside = {"credit": {"who": occasion.who, "link": occasion.link}}
    elif occasion.kind == "call":
        beside = {"call": {"until": occasion.until, "where": occasion.link}}
    else:
        beside = {}
    return {"kind": occasion.kind, **beside}


def week_json(view: WeekView) -> dict[str, object]:
    """A weekly note: its lines and the notes they come from, what is carried, empty days, findings; ISO dates."""
    return {
        "week": str(view.week),
        "from": view.week.monday.isoformat(),
        "to": view.week.sunday.isoformat(),
        "title": view.title,
        "sections": [
            {
                "title": section.title,
                "lines": [{"text": line.text, "notes": list(line.notes)} for line in section.lines],
            }
            for section in view.sections
        ],
        "gaps": [day.isoformat() for day in view.gaps],
        "state": view.state,
        "carried": [{"note": one.note.id, "weeks": one.weeks} for one in view.carried],
        "words": view.words,
        "minutes": view.minutes,
        "findings": [finding_json(finding) for finding in view.findings],
    }


def carried_json(carried: Carried) -> dict[str, object]:
    """Something still to be done, and how many weeks ago it was written down."""
    note = carried.note
    return {"note": note.id, "day": note.day.isoformat(), "text": note.text, "weeks": carried.weeks}


def finding_json(finding: Finding) -> dict[str, object]:
    """A finding; offsets are code points into the text as given, `match` is masked where it must be."""
    waived = {"waived": finding.waived} if finding.waived else {}
    return {
        "rule": finding.rule,
        "by": finding.by,
        "category": finding.category,
        "level": finding.level.word,
        "start": finding.start,
        "end": finding.end,
        "match": finding.match,
        "message": finding.message,
        "advice": finding.advice,
        "source": {
            "title": finding.source.title,
            "clause": finding.source.clause,
            "url": finding.source.url,
        },
        **waived,
    }


@dataclass(frozen=True, slots=True)
class Checked:
    """A text that was checked: what it is called, its words, what was found."""

    name: str
    text: str
    found: Review
    moved: Mapping[Finding, tuple[str, ...]]
    """For some findings of the reader, the words that moved it most."""


def check_json(
    name: object,
    verdict: Verdict,
    findings: tuple[Finding, ...],
    moved: Mapping[Finding, tuple[str, ...]] | None = None,
) -> dict[str, object]:
    """A checked text; `name` is the id it was handed in with, `moved` the words that moved the reader most."""
    shown = [finding_json(finding) | _words(moved, finding) for finding in findings]
    return {"id": name, "verdict": verdict, "findings": shown}


def _words(moved: Mapping[Finding, tuple[str, ...]] | None, finding: Finding) -> dict[str, object]:
    return {"words": list(moved[finding])} if moved and moved.get(finding) else {}


def clearance_json(name: str, clearance: Clearance) -> dict[str, object]:
    """One act of clearing the text called `name`: `source`, the packs it was read against, and when."""
    return {"source": name, **_under(clearance)}


def held_json(standing: Standing) -> dict[str, object]:
    """A text that could not be cleared, what holds it, and the rules that wait for an answer."""
    found = check_json(standing.subject.name, standing.verdict, standing.findings)
    return {"source": found.pop("id"), **found, "owed": list(standing.owed)}


def share_json(
    release: Release, parts: Sequence[int], pictures: Sequence[int] | None = None
) -> dict[str, object]:
    """The cleared parts with these numbers, and the clearance they leave under.

    Beside them the descriptions of all pictures, or of those with the numbers `pictures`.
    """
    beside = [
        _alt_json(photo, release.platform)
        for n, photo in enumerate(release.photos, 1)
        if pictures is None or n in pictures
    ]
    return {
        "source": release.subject.name,
        "platform": release.platform.id,
        "parts": [
            {"n": part.n, "text": part.text, "length": part.length, "limit": part.limit}
            for part in release.parts
            if part.n in parts
        ],
        "clearance": {"fingerprint": release.fingerprint, **_under(release.clearance)},
        **({"reply": True} if release.subject.reply else {}),
        **({"pictures": beside} if beside else {}),
    }


def _alt_json(photo: Photo, platform: Platform) -> dict[str, object]:
    length = {"length": photo.length, "limit": platform.alt_limit, "fits": photo.alt_fits(platform)}
    return {"photo": photo.name, "alt": photo.alt, **length}


def act_json(act: Act) -> dict[str, object]:
    """An act that was taken back or done again; `version_before` and `version_after` are the act's own."""
    return {
        "act": act.kind,
        "source": act.name,
        "version_before": act.before,
        "version_after": act.after,
        "at": act.at.isoformat(timespec="seconds"),
    }


def version_json(view: VersionView) -> dict[str, object]:
    """One version of a note, and how its text differs from the version before."""
    return {
        "version": view.note.version,
        "changed_at": view.changed.isoformat(timespec="seconds"),
        "changes": list(view.changes),
        "day": view.note.day.isoformat(),
        "text": view.note.text,
        "tags": list(view.note.tags),
        "private": view.note.private,
        "deleted": view.note.deleted,
        "diff": [{"op": piece.change, "text": piece.text} for piece in view.diff],
        **({"occasion": occasion_json(view.occasion)} if view.occasion else {}),
    }


def week_version_json(view: WeekVersionView) -> dict[str, object]:
    """One version of a weekly note, and how its text differs from the version before."""
    return {
        "version": view.version,
        "changed_at": view.changed.isoformat(timespec="seconds"),
        "text": view.text,
        "diff": [{"op": piece.change, "text": piece.text} for piece in view.diff],
    }


def _under(clearance: Clearance) -> dict[str, object]:
    return {
        "packs": [{"id": pack, "version": version} for pack, version in clearance.packs],
        "cleared_at": clearance.cleared_at.isoformat(timespec="seconds"),
        "answers": [{"rule": rule, "answer": answer} for rule, answer in clearance.answers],
    }
