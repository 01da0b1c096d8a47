"""The command line: finds the command, runs it, and turns what goes wrong into one sentence and an exit code.

A command is a module of `tui.commands`, imported only when it is asked for: `clearday add` must be
back before its writer looks up. Nor is what reads arguments where there are none: the app is wanted then.
"""

import os
import sys
from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol

from storage.errors import InputError, JournalError, SettingsError, StorageError
from storage.faults import as_journal_errors
from storage.keys import RING
from storage.locations import home_in, journal_path, settings_path
from tui import __version__, exits
from tui.console import OutputError, at_terminal, finish, let_go, prepare, say, tell, tell_once
from tui.context import Context
from tui.early_settings import language_of, wants_lines
from tui.line_mode import why_lines
from tui.sayings import UsageError, did_you_mean, say_aside, say_error
from tui.unforeseen import report_by
from tui.unlocking import Unlocking, unlock
from tui.visible import visible
from tui.wording import Words

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from tui.arguments import Parser

COMMANDS = (
    "add",
    "day",
    "search",
    "edit",
    "undo",
    "redo",
    "history",
    "purge",
    "week",
    "next",
    "people",
    "leave",
    "lookback",
    "check",
    "clear",
    "waivers",
    "variant",
    "share",
    "ledger",
    "photos",
    "count",
    "platforms",
    "rules",
    "reader",
    "import",
    "export",
    "backup",
    "restore",
    "encrypt",
    "decrypt",
    "config",
    "doctor",
    "locate",
    "completion",
    "serve",
    "lines",
    "demo",
)
"""Every command, in the order the help lists them."""


class _Command(Protocol):
    def configure(self, parser: "ArgumentParser", words: Words) -> None: ...
    def run(self, arguments: "Namespace", context: Context) -> int: ...


def run(argv: list[str], environ: Mapping[str, str] | None = None) -> int:
    """Run one command line; returns its exit code."""
    environ = os.environ if environ is None else environ
    prepare(plain=why_lines(environ, chosen=False) is not None)
    words = Words(language_of(environ, home_in(_settings_named(argv)) or settings_path(environ)))
    report_by(lambda error: tell(say_aside(words, error)))
    try:
        code = _dispatch(argv, environ, words)
        finish()
    except BrokenPipeError:
        let_go(sys.stdout)
        return exits.DONE
    except (EOFError, KeyboardInterrupt) as end:
        return _interrupted(end, words)
    except Exception as error:  # noqa: BLE001 - a person gets a sentence, never a traceback
        tell_once(say_error(words, error))  # the day's backup may have met the same
        return _code(error)
    return code


def _interrupted(end: BaseException, words: Words) -> int:
    tell("")  # behind the question, or the ^C that the terminal shows
    if isinstance(end, KeyboardInterrupt):
        tell(words("interrupted"))
    return exits.INTERRUPTED


def _settings_named(argv: list[str]) -> str:
    # Looked for before the arguments are understood: what is wrong with them is said in that language too.
    for position, argument in enumerate(argv):
        if argument.startswith("--config="):
            return argument.removeprefix("--config=")
        if argument == "--config" and position + 1 < len(argv):
            return argv[position + 1]
    return ""


def _code(error: Exception) -> int:
    if isinstance(error, JournalError | OutputError):
        return exits.JOURNAL
    known = isinstance(error, UsageError | StorageError | ValueError)
    return exits.WRONG if known else exits.JOURNAL


def _dispatch(argv: list[str], environ: Mapping[str, str], words: Words) -> int:
    if not argv:
        return _open_app(_context(None, environ, words))
    ours, rest = _before_command(argv)
    chosen = first_parser(words).parse_args(ours)
    if chosen.version:
        say(f"clearday {__version__}")
        return exits.DONE
    if chosen.help:
        say(_help(words))
        return exits.DONE
    if not rest:
        return _open_app(_context(chosen, environ, words))
    return _command(rest, chosen, environ, words)


def first_parser(words: Words) -> "Parser":
    """What reads the options before a command."""
    parser = _parser(words, prog="clearday", add_help=False)
    _add_places(parser, words)
    parser.add_argument("-h", "--help", action="store_true", help=words("usage-help"))
    parser.add_argument("--version", action="store_true", help=words("option-version"))
    return parser


def parser_of(name: str, words: Words) -> "Parser":
    """What reads the arguments of the command `name`."""
    return _configured(_load(name), name, words)


def _configured(command: _Command, name: str, words: Words) -> "Parser":
    parser = _parser(words, prog=f"clearday {name}", description=words(f"about-{name}"))
    _add_places(parser, words)
    command.configure(parser, words)
    return parser


def _parser(words: Words, **settings: Any) -> "Parser":  # noqa: ANN401 - whatever argparse takes
    from tui.arguments import Parser, speak

    speak(words)
    return Parser(**settings)


def _before_command(argv: list[str]) -> tuple[list[str], list[str]]:
    position = 0
    while position < len(argv) and argv[position].startswith("-"):
        position += 2 if argv[position] in ("--journal", "--config") else 1
    return argv[:position], argv[position:]


def _command(argv: list[str], chosen: "Namespace", environ: Mapping[str, str], words: Words) -> int:
    name = argv[0]
    if name not in COMMANDS:
        raise UsageError(words("no-such-command", name=name, near=did_you_mean(words, name, COMMANDS)))
    command = _load(name)
    arguments = _configured(command, name, words).parse_intermixed_args(argv[1:], chosen)
    context = _context(arguments, environ, words)
    if name != "config":  # which is how the file comes to be
        _tell_missing(getattr(arguments, "config", ""), context)
    try:
        with as_journal_errors(context.journal):
            return command.run(arguments, context)
    finally:
        context.close()


def _tell_missing(named: str, context: Context) -> None:
    if not named:
        return
    try:
        os.lstat(context.config)
    except FileNotFoundError:
        tell(context.words("settings-missing", path=visible(context.config)))
    except OSError:
        return  # whoever reads it says why that cannot be


def _load(name: str) -> _Command:
    # `import` is a word of Python's own and cannot name a module.
    command: _Command = import_module(f"tui.commands.{'import_notes' if name == 'import' else name}")
    return command


def _add_places(parser: "ArgumentParser", words: Words) -> None:
    from argparse import SUPPRESS

    for option, about in (("--journal", "option-journal"), ("--config", "option-config")):
        parser.add_argument(option, metavar="PATH", default=SUPPRESS, help=words(about))


def _context(arguments: "Namespace | None", environ: Mapping[str, str], words: Words) -> Context:
    config = home_in(getattr(arguments, "config", "")) or settings_path(environ)
    journal = home_in(getattr(arguments, "journal", "")) or journal_path(environ)
    RING.ask_with(Unlocking(environ, words))
    return Context(environ, words, journal, config)


def _help(words: Words) -> str:
    lines = [words("help-usage"), "", words("help-intro"), ""]
    lines += [f"  {name:<10} {words(f'about-{name}')}" for name in COMMANDS]
    return "\n".join([*lines, "", words("help-end")])


def _open_app(context: Context) -> int:
    if not at_terminal():
        raise UsageError(context.words("needs-terminal"))
    if why := why_lines(context.environ, chosen=wants_lines(context.config)):
        from tui.commands.lines import talk

        return talk(context, why)
    unlock(context.journal)
    RING.ask_with(None)  # the app has the screen
    door = context.doorway()
    from tui.app import run_app

    try:
        return exits.JOURNAL if run_app(door, first=door.preferences.unasked) else exits.DONE
    except (SettingsError, InputError, ValueError) as error:
        # Found behind the first picture, in the settings or in a file that they name.
        tell(say_error(context.words, error))
        tell(context.words("not-opened"))
        return exits.WRONG
