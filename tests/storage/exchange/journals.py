"""Journals and notes for the tests of this floor."""

from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path

from hypothesis import strategies as st

from storage.database import open_database
from storage.exchange.arrival import bring_in
from storage.exchange.comparison import Comparison
from storage.exchange.contents import (
    Contents,
    JournalNote,
    JournalWeek,
    KeptClearance,
    KeptConsent,
    KeptOccasion,
    KeptPerson,
    KeptVariant,
    LedgerLine,
    Understood,
    Version,
    WeekVersion,
)
from storage.exchange.whole_journal import read_journal

EASTERN = timezone(timedelta(hours=-5))
NOW = "2026-11-20T16:30:00-05:00"
BASE = '{"blocks": ["One."], "origins": [["One.", [1]]]}'

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1).filter(
    lambda text: text.strip()
)
"""Any text a note can have."""
TRICKY = st.lists(
    st.sampled_from(
        [
            "## 09:12 <!-- note aaaa -->",
            "\\## 09:12 <!-- note aaaa -->",
            "\\\\## 09:12 <!-- note b-1 -->",
            "---",
            "clearday: 1",
            "[2026-11-20 09:12] no entry",
            "",
            " ",
            "\r",
            "words",
            "* *",
            "\u2028",
            "\ufeff",
        ]
    ),
    min_size=1,
).map("\n".join)
"""Texts of lines that mean something to a format."""
TEXTS = WORDS | TRICKY.filter(lambda text: text.strip())

_DAYS = st.dates(date(1970, 1, 1), date(2100, 1, 1))
_OFFSETS = st.integers(-14 * 4, 14 * 4).map(lambda quarter: timezone(timedelta(minutes=15 * quarter)))
_MOMENTS = st.builds(
    lambda day, clock, zone: datetime.combine(day, clock, zone).isoformat(),
    _DAYS,
    st.times(),
    _OFFSETS,
)
VERSIONS = st.builds(
    Version,
    day=_DAYS.map(date.isoformat),
    at=_MOMENTS,
    zone=st.sampled_from(["", "America/Toronto", "Pacific/Auckland"]),
    text=TEXTS,
    tags=st.lists(WORDS, max_size=3).map(tuple),
    private=st.booleans(),
    deleted=st.booleans(),
    changed=_MOMENTS,
)


@st.composite
def contents(draw: st.DrawFn) -> Contents:
    """A journal: notes with histories, weeks, clearances, a ledger, variants, consents, occasions, people."""
    histories = draw(st.lists(st.lists(VERSIONS, min_size=1, max_size=3).map(tuple), max_size=4))
    notes = tuple(
        JournalNote(f"{number:032x}", "typed", history, number)
        for number, history in enumerate(histories, start=draw(st.integers(1, 50)))
    )
    saved = st.builds(
        WeekVersion,
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")),
        st.just(BASE),
        _MOMENTS,
    )
    ids = draw(st.lists(st.integers(1, 52).map(lambda week: f"2026-W{week:02d}"), unique=True, max_size=2))
    weeks = tuple(
        JournalWeek(week, draw(st.lists(saved, min_size=1, max_size=2).map(tuple))) for week in sorted(ids)
    )
    pairs = st.lists(st.tuples(WORDS, WORDS), max_size=2).map(tuple)
    prints = st.dictionaries(st.sampled_from(["mastodon", "x"]), st.text("0123456789abcdef", min_size=1))
    clearance = st.builds(
        KeptClearance,
        source=st.just("note:1"),
        cleared_at=_MOMENTS,
        packs=pairs,
        answers=pairs,
        fingerprints=prints.map(lambda found: tuple(sorted(found.items()))),
    )
    clearances = tuple(draw(st.lists(clearance, max_size=2)))
    line = st.builds(
        LedgerLine,
        clearance=st.integers(1, max(len(clearances), 1)),
        source=st.just("note:1"),
        platform=st.just("x"),
        part=st.integers(1, 3),
        parts=st.just(3),
        route=st.just("osc52"),
        at=_MOMENTS,
        text=st.just("") | WORDS,
        link=st.sampled_from(["", "https://social.example/@ana/1"]),
    )
    variant = st.builds(
        KeptVariant, st.just("note:1"), st.just("x"), st.none() | WORDS, st.just("0" * 64), _MOMENTS
    )
    consent = st.builds(
        KeptConsent, WORDS, st.sampled_from(["nobody", "asked", "given", "refused"]), WORDS, WORDS, _MOMENTS
    )
    kinds = st.sampled_from(["note", "reply", "passing-on", "call"])
    said = st.just("") | WORDS
    occasion = st.builds(
        KeptOccasion,
        st.sampled_from([n.number for n in notes] or [1]),
        kinds,
        said,
        said,
        said,
        said,
        _MOMENTS,
    )
    standings = st.sampled_from(["colleague", "agreed", "refused", "nobody"])
    person = st.builds(KeptPerson, WORDS, standings, said, _MOMENTS)
    people = draw(st.lists(person, max_size=2, unique_by=lambda one: one.name.casefold()))
    return Contents(
        notes,
        weeks,
        clearances,
        tuple(draw(st.lists(line, max_size=2))) if clearances else (),
        tuple(draw(st.lists(variant, max_size=2))),
        tuple(draw(st.lists(consent, max_size=2))),
        tuple(draw(st.lists(occasion, max_size=3))) if notes else (),
        tuple(sorted(people, key=lambda one: one.name.casefold())),
    )


def local(day: date, at: time) -> datetime:
    """A clock in the east of Canada, in winter."""
    return datetime.combine(day, at, EASTERN)


def note(
    text: str, *, uid: str = "a" * 32, day: str = "2026-11-20", at: str = "09:12", **state: object
) -> JournalNote:
    """A note of one version."""
    made = {"zone": "", "tags": (), "private": False, "deleted": False, "changed": NOW, **state}
    version = Version(day=day, at=f"{day}T{at}:00-05:00", text=text, **made)  # type: ignore[arg-type]
    return JournalNote(uid, "typed", (version,), 1)


def put(path: Path, understood: Understood) -> Comparison:
    """Bring it into the journal at `path`."""
    database = open_database(str(path))
    try:
        return bring_in(database, understood, now=NOW)
    finally:
        database.close()


def held(path: Path) -> Contents:
    """Everything in the journal at `path`."""
    database = open_database(str(path))
    try:
        return read_journal(database)
    finally:
        database.close()


def states(notes: tuple[JournalNote, ...] | list[JournalNote]) -> list[tuple[object, ...]]:
    """What a format of one state keeps of notes, whatever their order."""
    return sorted(
        (n.uid, n.now.day, n.now.at, n.now.zone, n.now.text, n.now.tags, n.now.private) for n in notes
    )
