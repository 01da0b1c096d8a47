"""Opens the desk: settings, rule packs, platforms and journal put together, from the environment."""

import os
from collections.abc import Mapping
from functools import partial

from rules.address_book import parse_book
from rules.own_platforms import own_platforms
from rules.platforms import Platform, parse_platforms
from rules.week_start import WEEKDAYS, first_weekday
from storage.errors import SettingsError
from storage.locations import journal_path, kept_folder, settings_path
from storage.settings import Settings, read_settings
from storage.texts import read_text
from storage.toml_lines import line_of
from tui.clock import Clock
from tui.desk import Desk
from tui.early_settings import day_ends, language_of
from tui.packs import Packs, load_packs
from tui.preferences import Preferences
from tui.second_reader import SecondReader, reader_in
from tui.wording import Words

_RULES = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "rules")
_PLATFORMS = os.path.join(_RULES, "platforms.toml")
_LARGEST = 1024 * 1024
_WEEK_STARTS = os.path.join(_RULES, "week_starts.toml")


def open_desk(
    environ: Mapping[str, str],
    *,
    journal: str | None = None,
    config: str | None = None,
    packs: tuple[str, ...] = (),
    words: Words | None = None,
    reader: str = "",
) -> Desk:
    """The desk for `environ`; `journal` and `config` override where things live, `words` the language;
    `packs` are read in addition; `reader` takes the place of the one in the environment or the settings.

    Raises ClockError, SettingsError, InputError, PackError and PlatformError. The journal itself is
    opened on first use.
    """
    config = config or settings_path(environ)
    settings = checked_settings(config)
    words = words or Words(language_of(environ, config))
    clock = Clock(environ, day_ends(config))
    return Desk(
        journal or journal_path(environ),
        clock=clock,
        words=words,
        packs=_packs(settings, packs, config, environ, clock),
        platforms=load_platforms(settings),
        settings=settings,
        preferences=Preferences(
            config, partial(open_desk, environ, journal=journal, config=config, packs=packs)
        ),
        reader=SecondReader(
            reader or reader_in(environ) or settings.reader,
            words.language,
            quiet=settings.quiet,
            shifts=_taught(settings, journal or journal_path(environ)),
        ),
        first_weekday=_first_weekday(environ, settings),
    )


def _packs(
    settings: Settings, added: tuple[str, ...], config: str, environ: Mapping[str, str], clock: Clock
) -> Packs:
    packs = load_packs(
        (*settings.packs, *added),
        settings.jurisdiction,
        settings.quiet,
        wake=settings.wake,
        keep_in=kept_folder(environ),
        today=clock.today(),
    )
    if settings.quiet or settings.wake:
        from tui.rule_names import check_rule_names

        check_rule_names(settings, packs, config)
    return packs


def _taught(settings: Settings, journal: str) -> Mapping[str, float]:
    if not settings.reader_learns:
        return {}
    from rules.reader.personal import learned
    from tui.learning import lessons_of

    return learned(lessons_of(journal))


def _first_weekday(environ: Mapping[str, str], settings: Settings) -> int:
    if settings.week_starts:
        return WEEKDAYS.index(settings.week_starts)
    locale = environ.get("LC_ALL") or environ.get("LC_TIME") or environ.get("LANG") or ""
    return first_weekday(locale, read_text(_WEEK_STARTS))


def checked_settings(config: str) -> Settings:
    """The settings in the file `config`. Raises SettingsError, and InputError and PlatformError for its other files."""
    settings = read_settings(config)
    _check_platforms(settings, load_platforms(settings), config)
    if settings.keys or settings.team_tags:
        from tui.key_names import check_keys, check_team_tags

        check_keys(settings, config)
        check_team_tags(settings, config)
    if settings.week_shape:
        from tui.week_shapes import check_shape

        check_shape(settings, config)
    return settings


def load_platforms(settings: Settings | None = None) -> dict[str, Platform]:
    """Every platform known, by id, those of the person's own too. Raises InputError and PlatformError."""
    known = parse_platforms(read_text(_PLATFORMS), "platforms.toml")
    if settings is None or not settings.sharing:
        return known
    text, name = read_text(settings.sharing, limit=_LARGEST), settings.sharing
    platforms = own_platforms(text, name, known)
    book = parse_book(text, name, platforms)
    return {key: book.on(platform) for key, platform in platforms.items()}


def _check_platforms(settings: Settings, platforms: Mapping[str, Platform], config: str) -> None:
    import difflib

    for name in settings.platforms:
        if name not in platforms:
            near = difflib.get_close_matches(name, platforms, n=1)
            line = line_of(read_text(config), "platforms") or 1
            raise SettingsError(
                "settings-platform",
                path=config,
                line=line,
                key="platforms",
                name=name,
                near=near[0] if near else "",
            )
