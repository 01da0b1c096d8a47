"""A pack tried on its own examples: each must do what its author says it does.

Every `flags` sentence has to raise its rule, every `passes` sentence has to raise no rule of the pack
at all (what is only asked at clearing aside), and every thing a rule looks for has to be met by some
example, so that no rule is silent.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rules.matching import Hit
from rules.pack import RulePack
from rules.pack_lines import line_of
from rules.reading import read
from rules.rule import Example, Rule
from rules.week_review import review_week
from rules.week_rule import WeekRule


@dataclass(frozen=True, slots=True)
class Failure:
    """One thing an example shows to be wrong."""

    rule: str
    """Id of the rule that is wrong."""
    example: str
    """The sentence; empty for a thing looked for that no example meets."""
    expected: str
    """What should have happened, in a few words."""
    line: int

    def __str__(self) -> str:
        said = f": “{' '.join(self.example.split())}”" if self.example else ""
        return f"line {self.line}: {self.rule} {self.expected}{said}"


@dataclass(frozen=True, slots=True)
class Trial:
    """What trying a pack showed."""

    passed: int
    """Examples that did what they say."""
    failures: tuple[Failure, ...]
    """Rules that their own examples contradict."""
    crossed: tuple[Failure, ...]
    """Rules that raise a sentence another rule calls harmless."""
    silent: tuple[Failure, ...]
    """Things looked for that no example meets."""
    caught: tuple[Failure, ...]
    """Known misses that are misses no longer: move them to `flags`."""


def try_pack(pack: RulePack) -> Trial:
    """Run every example of `pack` against every rule of it."""
    seen = {example: list(_hits(pack, example)) for example in _examples(pack)}
    failures = (*_failures(pack, seen), *_week_failures(pack))
    tried = sum(len(rule.flags) + len(rule.passes) for rule in pack.rules)
    tried += sum(len(rule.flags) + len(rule.passes) for rule in pack.week_rules)
    return Trial(
        passed=tried - len(failures),
        failures=failures,
        crossed=tuple(_crossed(pack, seen)),
        silent=tuple(_silent(pack, seen)),
        caught=tuple(
            _failure(pack, rule, example, "now finds this known miss; move it to flags")
            for rule in pack.rules
            for example in rule.known_misses
            if _raised(rule, seen[example])
        ),
    )


def tried(pack: RulePack, whole: RulePack | None = None) -> RulePack:
    """`pack` without the rules that their own examples contradict, each named in its notices.

    The examples are tried on `whole`, the pack with the rows of every day, where it has such: a row that ended proves
    nothing wrong.
    """
    failures = {failure.rule: failure for failure in reversed(try_pack(whole or pack).failures)}
    if not failures:
        return pack
    notices = (f"{pack.name}, {failure}; the rule is left out." for failure in failures.values())
    kept = tuple(rule for rule in pack.rules if rule.id not in failures)
    weekly = tuple(rule for rule in pack.week_rules if rule.id not in failures)
    return replace(pack, rules=kept, week_rules=weekly, notices=(*pack.notices, *notices))


_Seen = dict[Example, list[Hit]]


def _examples(pack: RulePack) -> Iterator[Example]:
    for rule in pack.rules:
        yield from (*rule.flags, *rule.passes, *rule.known_misses)


def _hits(pack: RulePack, example: Example) -> Iterator[Hit]:
    reading = read(example.text)
    yield from pack.matcher.hits(reading)
    yield from pack.asker.hits(reading)


def _raised(rule: Rule, hits: list[Hit]) -> bool:
    return any(hit.rule.id == rule.id for hit in hits)


def _failures(pack: RulePack, seen: _Seen) -> Iterator[Failure]:
    for rule in pack.rules:
        for example in rule.flags:
            if not _raised(rule, seen[example]):
                yield _failure(pack, rule, example, "should find something in")
        for example in rule.passes:
            if _raised(rule, seen[example]):
                yield _failure(pack, rule, example, "should find nothing in")


def _week_failures(pack: RulePack) -> Iterator[Failure]:
    # A weekly rule is tried on whole weeks, beside the remarks that the rules of its own pack make on them.
    for rule in pack.week_rules:
        for examples, wanted, expected in (
            (rule.flags, True, "should find something in"),
            (rule.passes, False, "should find nothing in"),
        ):
            for example in examples:
                found = review_week(example.text, [pack], asking=True)
                if any(one.rule == rule.id for one in found) is not wanted:
                    yield _failure(pack, rule, example, expected)


def _crossed(pack: RulePack, seen: _Seen) -> Iterator[Failure]:
    for rule in pack.rules:
        for example in rule.passes:
            others = {
                hit.rule.id: hit.rule
                for hit in seen[example]
                if hit.rule.id != rule.id and _speak_together(hit.rule, rule)
            }
            for other in others.values():
                yield _failure(
                    pack, other, example, f"should find nothing in an example that {rule.id} passes"
                )


def _speak_together(one: Rule, other: Rule) -> bool:
    return one.at_clearing == other.at_clearing and one.only_in == other.only_in


def _silent(pack: RulePack, seen: _Seen) -> Iterator[Failure]:
    met = {(hit.rule.id, hit.clause) for hits in seen.values() for hit in hits}
    for rule in pack.rules:
        for number in range(len(rule.find)):
            if (rule.id, number) not in met:
                line = _line(pack, rule, ("find", number))
                yield Failure(
                    rule.id, "", f"looks for something (find {number + 1}) that no example shows", line
                )


def _failure(pack: RulePack, rule: Rule | WeekRule, example: Example, expected: str) -> Failure:
    return Failure(rule.id, example.text, expected, line_of(pack.text, example.path, example.text))


def _line(pack: RulePack, rule: Rule, path: tuple[str | int, ...]) -> int:
    return line_of(pack.text, (*rule.flags[0].path[:2], *path))
