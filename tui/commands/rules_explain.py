"""`clearday rules explain`: one rule in plain words, with its sources, what it looks for and its examples."""

from collections.abc import Iterable, Iterator, Sequence

from rules.pack import RulePack
from rules.reader.remarks import Remark
from rules.rule import Citation, Clause, Example, Rule
from rules.week_rule import WeekRule
from tui import exits
from tui.console import say
from tui.context import Context
from tui.desk import Desk
from tui.sayings import UsageError, did_you_mean
from tui.second_reader import remarks
from tui.wording import Words


def explain(name: str | None, context: Context) -> int:
    """Say all there is to say of the rule `name`. Raises UsageError."""
    words = context.words
    if name is None:
        raise UsageError(words("rules-explain-what"))
    for line in _all_of(name, context.desk(daily=False), words):
        say(line)
    return exits.DONE


def _all_of(name: str, desk: Desk, words: Words) -> Iterator[str]:
    """What there is to say of a rule of the packs or of the second reader. Raises UsageError where there is none."""
    known = {rule.id: (pack, rule) for pack in desk.packs.packs for rule in pack.all_rules}
    read = {remark.rule: remark for remark in remarks().values()}
    if name in read:
        return _read(read[name], desk, words)
    if name not in known:
        raise UsageError(words("no-such-rule", rule=name) + did_you_mean(words, name, (*known, *read)))
    return explained(*known[name], words)


def _read(remark: Remark, desk: Desk, words: Words) -> Iterator[str]:
    language = words.language
    reader = ", ".join(f"{name} {version}" for name, version in desk.reader.versions)
    yield f"{remark.rule} · {remark.category} · {reader or words('explain-reader-none')}"
    yield remark.title.said(language)
    yield f"\n{remark.message.said(language)}\n{remark.advice.said(language)}"
    yield from (f"  {answer}" for answer in remark.answers[language])
    yield f"\n{words('explain-why')}"
    yield from _cited(remark.citation, words)
    yield f"\n{words('explain-reader')}"


def _cited(citation: Citation, words: Words) -> Iterator[str]:
    source = citation.source(words.language)
    title = ", ".join(piece for piece in (source.title, source.clause) if piece)
    yield f"  {title}\n  {source.url} ({words('explain-checked', day=citation.checked)})"


def explained(pack: RulePack, rule: Rule | WeekRule, words: Words) -> Iterator[str]:
    """All there is to say of `rule` of `pack`, line by line; some have line breaks in them."""
    language = words.language
    level = words(f"level-{rule.level.word}")
    yield f"{rule.id} · {level} · {rule.category} · {pack.id} {pack.version}"
    yield rule.title.said(language)
    yield f"\n{rule.message.said(language)}\n{rule.advice.said(language)}"
    yield from (f"  {answer}" for answer in rule.answers_in(language))
    if sleeps(rule):
        yield words("rule-asleep", rule=rule.id)
    yield f"\n{words('explain-why')}"
    for citation in rule.sources:
        yield from _cited(citation, words)
    yield f"\n{words('explain-looks-for')}"
    yield from _sought_over(rule, words) if isinstance(rule, WeekRule) else _sought_in(rule, words)
    misses = () if isinstance(rule, WeekRule) else rule.known_misses
    for key, examples in (("flags", rule.flags), ("passes", rule.passes), ("misses", misses)):
        yield from _examples(words(f"explain-{key}"), examples)


def sleeps(rule: Rule | WeekRule) -> bool:
    """Whether it says nothing because nobody woke it; a rule over a week never sleeps."""
    return isinstance(rule, Rule) and rule.asleep


def _sought_in(rule: Rule, words: Words) -> Iterator[str]:
    for clause in rule.find:
        yield from _sought(clause, words)
    if rule.unless:
        yield f"  {words('explain-unless', phrases=_listed(phrase.written for phrase in rule.unless))}"
    if rule.beside:
        yield f"  {words('explain-beside', phrases=_listed(phrase.written for phrase in rule.beside))}"
    if rule.with_link:
        yield f"  {words('explain-with-link')}"
    if rule.unless_link:
        yield f"  {words('explain-unless-link')}"
    if rule.neighbours:
        yield f"  {words('explain-neighbours')}"
    if rule.skip:
        yield f"  {words('explain-skip', regions=', '.join(sorted(rule.skip)))}"


def _sought_over(rule: WeekRule, words: Words) -> Iterator[str]:
    yield f"  {words('explain-week', number=rule.sentences)}"
    if rule.remarks:
        yield f"  {words('explain-week-remarks', number=rule.at_least, categories=', '.join(rule.remarks))}"
    for find in rule.find:
        key = "absent" if find.absent else "same" if find.same else "words"
        listed = _listed(phrase.written for phrase in find.phrases)
        yield f"  {words(f'explain-week-{key}', number=find.at_least, phrases=listed)}"
    if rule.beside:
        yield f"  {words('explain-week-beside', phrases=_listed(phrase.written for phrase in rule.beside))}"


def _sought(clause: Clause, words: Words) -> Iterator[str]:
    named = (
        *(phrase.written for phrase, _ in clause.finds),
        *clause.identifiers,
        *(f"@{handle}" for handle in sorted(clause.handles)),
        *(f"#{tag}" for tag in sorted(clause.hashtags)),
        *sorted(clause.sites),
    )
    yield f"  {_listed(named)}"
    if clause.near:
        key = "explain-near" if clause.within is None else "explain-within"
        near = _listed(phrase.written for phrase in clause.near)
        yield f"    {words(key, phrases=near, number=clause.within)}"
    if clause.unless:
        yield f"    {words('explain-unless', phrases=_listed(phrase.written for phrase in clause.unless))}"


def _listed(phrases: Iterable[str]) -> str:
    return " | ".join(phrases)


def _examples(title: str, examples: Sequence[Example]) -> Iterator[str]:
    if examples:
        yield f"\n{title}"
        yield from (f"  {' '.join(example.text.split())}" for example in examples)
