"""`clearday rules`: the rules in use, and whether a pack keeps its own promises."""

import argparse

from rules.finding import Source
from rules.trial import try_pack
from tui import exits
from tui.console import give_json, say, tell
from tui.context import Context
from tui.packs import read_pack
from tui.sayings import UsageError
from tui.wording import Words


def configure(parser: argparse.ArgumentParser, words: Words) -> None:
    """What `rules` takes."""
    parser.add_argument(
        "action", nargs="?", choices=("list", "test"), default="list", help=words("option-rules")
    )
    parser.add_argument("file", nargs="?", metavar="FILE", help=words("option-pack-file"))
    parser.add_argument("--json", action="store_true", help=words("option-json"))


def run(arguments: argparse.Namespace, context: Context) -> int:
    """List the rules, or try a pack."""
    if arguments.action == "test":
        return _test(arguments.file, context.words)
    return _list(arguments.json, context)


def _test(path: str | None, words: Words) -> int:
    if path is None:
        raise UsageError(words("rules-test-what"))
    pack = read_pack(path)
    for notice in pack.notices:
        tell(notice)
    trial = try_pack(pack)
    broken = [*trial.failures, *trial.crossed, *trial.silent]
    for failure in (*broken, *trial.caught):
        say(str(failure))
    tell(words("rules-tried", passed=trial.passed, failed=len(broken), pack=pack.id, version=pack.version))
    return exits.HELD if broken or pack.notices else exits.DONE


def _list(as_json: bool, context: Context) -> int:
    desk = context.desk()
    language = context.words.language
    listed = [
        {
            "pack": pack.id,
            "version": pack.version,
            "rule": rule.id,
            "title": rule.title.said(language),
            "category": rule.category,
            "level": rule.level.word,
            "sources": [_source(citation.source(language)) for citation in rule.sources],
        }
        for pack in desk.packs.packs
        for rule in pack.rules
    ]
    if as_json:
        give_json(listed)
        return exits.DONE
    for item in listed:
        level = context.words(f"level-{item['level']}")
        say(f"{item['rule']:<26} {level:<14} {item['title']}  [{item['pack']} {item['version']}]")
    return exits.DONE


def _source(source: Source) -> dict[str, str]:
    return {"title": source.title, "clause": source.clause, "url": source.url}
