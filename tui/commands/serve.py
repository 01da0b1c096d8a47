"""`clearday serve`: the app in a browser on this computer; nothing else can reach it."""

import argparse
import os
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING

import tui
from storage.errors import InputError
from storage.keys import RING
from tui import exits
from tui.console import say, tell
from tui.context import Context
from tui.outlets.osc52 import is_browser
from tui.sayings import UsageError
from tui.served.address import USUAL, listening, loopback
from tui.unlocking import unlock
from tui.wording import Words

if TYPE_CHECKING:
    from tui.served.server import LocalServer


def configure(parser: argparse.ArgumentParser, words: Words) -> None:
    """What `serve` takes."""
    parser.add_argument("--host", metavar="ADDRESS", default=USUAL, help=words("option-host"))
    parser.add_argument("--port", metavar="N", type=int, default=0, help=words("option-port"))
    parser.add_argument("--open", action="store_true", help=words("option-serve-open"))
    # How the server starts the app for a tab.
    parser.add_argument("--tab", action="store_true", help=argparse.SUPPRESS)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Serve until ctrl+c. Raises InputError, JournalError and UsageError."""
    if arguments.tab:
        return _tab(context)
    server = _server(loopback(arguments.host), arguments.port, context)
    say(server.address)
    tell(context.words("serve-note"))
    if arguments.open:
        _open(server.address, context.words)
    sys.stdout.flush()
    server.serve()
    return exits.DONE


def _server(host: str, port: int, context: Context) -> "LocalServer":
    """The server, listening; a journal that is encrypted is unlocked for it, once for all tabs."""
    if find_spec("textual_serve") is None:
        raise InputError("no-serve")
    unlock(context.journal)
    context.desk(daily=False)  # what is wrong with the settings is said here and not in the browser
    from tui.served.server import LocalServer

    bound = listening(host, port)
    secret = RING.passphrase_for(context.journal)
    return LocalServer(_program(context), bound, context.words, passphrase=secret)


def _program(context: Context) -> list[str]:
    launcher = os.path.join(os.path.dirname(os.path.abspath(tui.__file__)), "__main__.py")
    places = ["--journal", os.path.abspath(context.journal), "--config", os.path.abspath(context.config)]
    return [sys.executable, launcher, *places, "serve", "--tab"]


def _tab(context: Context) -> int:
    if not is_browser(os.environ):
        raise UsageError(context.words("serve-tab-alone"))
    unlock(context.journal)
    RING.ask_with(None)
    door = context.doorway()
    from tui.app import run_app

    return exits.JOURNAL if run_app(door) else exits.DONE


def _open(address: str, words: Words) -> None:
    import webbrowser

    if not webbrowser.open(address):
        tell(words("serve-no-browser"))
