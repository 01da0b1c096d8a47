"""What surrounds the journal: settings, rules, clipboard, terminal and clock."""

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from datetime import timedelta

from rules.pack import PackError
from storage.errors import StorageError
from storage.settings import Settings
from tui.checkup.line import Line
from tui.checkup.patient import Patient
from tui.outlets.copying import has_desktop
from tui.packs import load_packs
from tui.rule_names import check_rule_names
from tui.sayings import say_error
from tui.second_reader import SecondReader, reader_in

_SMALLEST = (40, 12)
"""Columns and lines below which the app has no room to show its work."""


def surrounding_lines(patient: Patient) -> Iterator[Line]:
    """Settings, packs, second reader, clipboard, terminal, clock."""
    settings, line = _settings(patient)
    yield line
    yield from _packs(patient, settings)
    yield from _reader(patient, settings)
    desktop = has_desktop(patient.context.environ)
    yield Line("clipboard", True, patient.words("doctor-desktop" if desktop else "doctor-no-desktop"))
    yield from _terminal(patient)
    yield _clock(patient)


def _settings(patient: Patient) -> tuple[Settings, Line]:
    from tui.opening import checked_settings

    config = patient.context.config
    try:
        settings = checked_settings(config)
    except StorageError as error:
        return Settings(), Line("settings", False, say_error(patient.words, error))
    key = "doctor-settings" if os.path.exists(config) else "doctor-settings-none"
    return settings, Line("settings", True, patient.words(key, path=config))


def _packs(patient: Patient, settings: Settings) -> Iterator[Line]:
    words, today = patient.words, patient.clock.today()
    try:
        packs = load_packs(settings.packs, settings.jurisdiction)
    except (StorageError, PackError) as error:
        yield Line("packs", False, say_error(words, error))
        packs = load_packs()
    try:
        check_rule_names(settings, packs, patient.context.config)
    except StorageError as error:
        yield Line("settings", False, say_error(words, error))
    versions = ", ".join(f"{pack} {version}" for pack, version in packs.versions)
    yield Line("packs", True, words("doctor-rules", packs=versions))
    for pack in packs.packs:
        if pack.review_by < today:
            yield Line("packs", False, words("doctor-pack-old", pack=pack.id, day=pack.review_by.isoformat()))
    yield from (Line("packs", False, notice) for notice in packs.notices)


def _reader(patient: Patient, settings: Settings) -> Iterator[Line]:
    words = patient.words
    second = SecondReader(reader_in(patient.context.environ) or settings.reader, words.language)
    reader = second.reader()
    yield from (Line("reader", False, words(f"reader-fault-{name}")) for name in second.notices)
    if reader is None:
        yield Line("reader", True, words("doctor-reader-none"))
        return
    name = words(f"reader-{reader.name}")
    yield Line("reader", True, words("doctor-reader", name=name, version=reader.version))
    if second.could_be_large:
        yield Line("reader", True, words("reader-offer"))


def _terminal(patient: Patient) -> Iterator[Line]:
    words, environ = patient.words, patient.context.environ
    if not sys.stdout.isatty():
        yield Line("terminal", True, words("doctor-no-terminal"))
        return
    columns, lines = shutil.get_terminal_size()
    small = columns < _SMALLEST[0] or lines < _SMALLEST[1]
    colours = words(f"doctor-colours-{_colours(environ)}")
    key = "doctor-terminal-small" if small else "doctor-terminal"
    yield Line("terminal", not small, words(key, columns=columns, lines=lines, colours=colours))
    if environ.get("TERM") == "dumb":
        yield Line("terminal", False, words("doctor-dumb"))
    if environ.get("TMUX"):
        yield Line("terminal", True, words("doctor-tmux"))


def _colours(environ: Mapping[str, str]) -> str:
    if environ.get("NO_COLOR"):
        return "none"
    if environ.get("COLORTERM") in ("truecolor", "24bit"):
        return "all"
    return "256" if "256color" in environ.get("TERM", "") else "16"


def _clock(patient: Patient) -> Line:
    words, now, last = patient.words, patient.clock.now(), patient.health.last
    shown = now.isoformat(sep=" ", timespec="minutes")
    if last is not None and last > now + timedelta(days=1):
        return Line("clock", False, words("doctor-clock-back", now=shown, last=last.date().isoformat()))
    if patient.context.environ.get("CLEARDAY_NOW"):
        return Line("clock", True, words("doctor-clock-set", now=shown))
    zone = patient.clock.zone()
    return Line(
        "clock", True, words("doctor-clock" if zone else "doctor-clock-no-zone", now=shown, zone=zone)
    )
