"""`clearday locate`: every path in use."""

import argparse
from os.path import abspath

from storage.lessons import lessons_path
from storage.locations import backups_folder, drafts_folder, kept_folder, snippets_folder
from tui import exits
from tui.console import give_json, say
from tui.context import Context
from tui.note_templates import templates_folder
from tui.wording import Words


def configure(parser: argparse.ArgumentParser, words: Words) -> None:
    """What `locate` takes."""
    parser.add_argument("--json", action="store_true", help=words("option-json"))


def run(arguments: argparse.Namespace, context: Context) -> int:
    """List the paths; none of them is made by asking."""
    paths = _paths(context)
    if arguments.json:
        give_json(paths)
        return exits.DONE
    names = [context.words(f"place-{name}") for name in paths]
    width = max(len(name) for name in names)
    for name, path in zip(names, paths.values(), strict=True):
        say(f"{name:<{width}} {path}")
    return exits.DONE


def _paths(context: Context) -> dict[str, str]:
    return {
        "journal": abspath(context.journal),
        "settings": abspath(context.config),
        "templates": templates_folder(context.config),
        "snippets": snippets_folder(context.journal),
        "drafts": drafts_folder(context.journal),
        "backups": backups_folder(context.journal),
        "learned": lessons_path(context.journal),
        "cache": kept_folder(context.environ),
    }
