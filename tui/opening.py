"""Opens the desk: settings, rule packs, platforms and journal put together, from the environment."""

import os
from collections.abc import Mapping

from rules.platforms import Platform, parse_platforms
from rules.reader.personal import Lesson, learned
from storage.locations import kept_folder
from storage.settings import Settings, read_settings
from storage.texts import read_text
from tui.desk import Desk
from tui.doorway import Doorway
from tui.known_names import must_be_known
from tui.packs import Packs, load_packs
from tui.second_reader import SecondReader, reader_in
from tui.wording import Words

_RULES = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "rules")
_PLATFORMS = os.path.join(_RULES, "platforms.toml")
_LARGEST = 1024 * 1024


def open_desk(
    environ: Mapping[str, str],
    *,
    journal: str | None = None,
    config: str | None = None,
    packs: tuple[str, ...] = (),
    words: Words | None = None,
    reader: str = "",
    settings: Settings | None = None,
) -> Desk:
    """The desk for `environ`; the arguments as for `Doorway`, the errors those of `Doorway` and of its `open`.

    The journal itself is opened on first use.
    """
    return Doorway(
        environ, journal=journal, config=config, packs=packs, words=words, reader=reader, settings=settings
    ).open()


def desk_behind(door: Doorway) -> Desk:
    """The desk behind `door`. Raises SettingsError, InputError, PackError and PlatformError."""
    settings = door.settings
    check_settings(settings, door.config)
    return Desk(
        door,
        packs=_packs(door),
        platforms=load_platforms(settings, door.words.language),
        reader=_reader(door),
    )


def _packs(door: Doorway) -> Packs:
    settings = door.settings
    packs = load_packs(
        (*settings.packs, *door.packs),
        settings.jurisdiction,
        settings.quiet,
        wake=settings.wake,
        keep_in=kept_folder(door.environ),
        today=door.clock.today(),
    )
    if settings.quiet or settings.wake:
        from tui.rule_names import check_rule_names

        check_rule_names(settings, packs, door.config)
    return packs


def _reader(door: Doorway) -> SecondReader:
    lessons = _lessons(door.settings, door.path)
    return SecondReader(
        door.reader or reader_in(door.environ) or door.settings.reader,
        door.words.language,
        quiet=door.settings.quiet,
        shifts=learned(lessons),
        missed=[(lesson.category, lesson.key) for lesson in lessons if lesson.right],
    )


def _lessons(settings: Settings, journal: str) -> tuple[Lesson, ...]:
    if not settings.reader_learns:
        return ()
    from tui.learning import lessons_of

    return lessons_of(journal)


def checked_settings(config: str) -> Settings:
    """The settings in the file `config`. Raises as `check_settings` does."""
    settings = read_settings(config)
    check_settings(settings, config)
    return settings


def check_settings(settings: Settings, config: str) -> None:
    """See that what the settings in the file `config` name is there.

    Raises SettingsError, and InputError and PlatformError for its other files.
    """
    if settings.packs or settings.sharing or settings.week_shape:
        from tui.named_files import check_named_files

        check_named_files(settings, config)
    _check_platforms(settings, load_platforms(settings), config)
    if settings.keys or settings.team_tags:
        from tui.key_names import check_keys, check_team_tags

        check_keys(settings, config)
        check_team_tags(settings, config)
    if settings.week_shape or settings.week_without:
        from tui.week_shapes import check_shape

        check_shape(settings, config)


def load_platforms(settings: Settings | None = None, language: str = "en") -> dict[str, Platform]:
    """Every platform known, by id, those of the person's own too, under the names they have in `language`.

    Raises InputError and PlatformError.
    """
    platforms = parse_platforms(read_text(_PLATFORMS), "platforms.toml")
    if settings is not None and settings.sharing:
        from rules.address_book import parse_book
        from rules.own_platforms import own_platforms

        text, name = read_text(settings.sharing, limit=_LARGEST), settings.sharing
        platforms = own_platforms(text, name, platforms)
        book = parse_book(text, name, platforms)
        platforms = {key: book.on(platform) for key, platform in platforms.items()}
    return {key: platform.called_in(language) for key, platform in platforms.items()}


def _check_platforms(settings: Settings, platforms: Mapping[str, Platform], config: str) -> None:
    for name in settings.platforms:
        must_be_known("settings-platform", name, platforms, key="platforms", config=config)
