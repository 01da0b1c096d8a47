"""`clearday rules`: those in use, one explained, what became of their remarks, a pack begun or put to the test."""

import argparse

from rules.calendar import Calendar, Period
from rules.finding import Source
from rules.pack import RulePack
from rules.rule import Language, Rule
from rules.trial import try_pack
from rules.week_rule import WeekRule
from tui import exits
from tui.commands.rules_explain import explain, sleeps
from tui.commands.rules_heard import heard
from tui.commands.rules_new import begin
from tui.console import give_json, say, tell
from tui.context import Context
from tui.packs import read_pack
from tui.sayings import UsageError
from tui.wording import Words


def configure(parser: argparse.ArgumentParser, words: Words) -> None:
    """What `rules` takes."""
    parser.add_argument(
        "action",
        nargs="?",
        choices=("list", "explain", "heard", "new", "test"),
        default="list",
        help=words("option-rules"),
    )
    parser.add_argument("what", nargs="?", metavar="RULE|FILE", help=words("option-rules-what"))
    parser.add_argument("--json", action="store_true", help=words("option-json"))


def run(arguments: argparse.Namespace, context: Context) -> int:
    """List the rules, explain one, begin a pack or try one."""
    if arguments.action == "test":
        return _test(arguments.what, context.words)
    if arguments.action == "new":
        return begin("department.toml" if arguments.what is None else arguments.what, context)
    if arguments.action == "heard":
        return heard(context, as_json=arguments.json)
    if arguments.action == "explain":
        return explain(arguments.what, context)
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
    desk = context.desk(daily=False)
    language = context.words.language
    if as_json:
        give_json([_rule(pack, rule, language) for pack in desk.packs.packs for rule in pack.all_rules])
        return exits.DONE
    for calendar, period in desk.packs.periods:
        say(_now(calendar, period, context.words) + "\n")
    for number, pack in enumerate(desk.packs.packs):
        say(("\n" if number else "") + _heading(pack, context.words))
        for rule in pack.all_rules:
            level = context.words("level-asleep" if sleeps(rule) else f"level-{rule.level.word}")
            say(f"  {rule.id:<26} {level:<14} {rule.title.said(language)}")
    return exits.DONE


def _heading(pack: RulePack, words: Words) -> str:
    return words(
        "rules-pack",
        pack=pack.id,
        version=pack.version,
        title=pack.title.said(words.language),
        count=words.count("count-rules", len(pack.all_rules)),
        publisher=pack.publisher,
        licence=pack.licence,
        since=pack.effective.isoformat(),
        until=pack.review_by.isoformat(),
    )


def _now(calendar: Calendar, period: Period, words: Words) -> str:
    return words(
        "rules-period",
        title=period.title.said(words.language),
        first=period.first.isoformat(),
        last=period.last.isoformat(),
        source=period.source,
        rules=", ".join(calendar.raises),
    )


def _rule(pack: RulePack, rule: Rule | WeekRule, language: Language) -> dict[str, object]:
    return {
        "pack": pack.id,
        "version": pack.version,
        "publisher": pack.publisher,
        "licence": pack.licence,
        "effective": pack.effective.isoformat(),
        "review_by": pack.review_by.isoformat(),
        "rule": rule.id,
        "title": rule.title.said(language),
        "category": rule.category,
        "level": rule.level.word,
        "asleep": sleeps(rule),
        "sources": [_source(citation.source(language)) for citation in rule.sources],
    }


def _source(source: Source) -> dict[str, str]:
    return {"title": source.title, "clause": source.clause, "url": source.url}
