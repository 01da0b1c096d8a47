"""The reader finds sentences, asks or warns, never stops, and joins what the rules say."""

from dataclasses import replace
from pathlib import Path

import pytest

from rules.finding import Finding, Level
from rules.reader.reader import STRONG, Reader, joined
from rules.reader.remarks import parse_remarks
from rules.waiver import with_waivers
from tests.conftest import ROOT
from tests.rules.reader.judges import WordJudge

REMARKS = parse_remarks((Path(ROOT) / "rules/reader/remarks.toml").read_text("utf-8"))


def reader(**words: str) -> Reader:
    return Reader(WordJudge(**words), REMARKS, "en")


def test_the_sentence_is_named_and_nothing_around_it() -> None:
    text = "We met. The ribbon is ordered. Lunch was good."
    (finding,) = reader(unannounced="ribbon").read(text)
    assert text[finding.start : finding.end] == "The ribbon is ordered."
    assert (finding.rule, finding.by, finding.level) == ("reader-unannounced", "reader", Level.QUESTION)
    assert "reads like" in finding.message.lower()


def test_surer_means_a_warning_and_nothing_means_a_stop() -> None:
    (finding,) = reader(conduct="fool").read("What a fool of a fool of a fool he was.")
    assert finding.level is Level.WARNING


def test_sentences_in_a_row_are_one_finding_at_the_surest() -> None:
    text = "A gift came. A gift and a gift again. Nothing else to say."
    (finding,) = reader(conflict="gift").read(text)
    assert text[finding.start : finding.end] == "A gift and a gift again."


def test_of_a_sentence_one_thing_is_asked_the_likeliest() -> None:
    both = Reader(WordJudge(conflict="gift", device="torrent"), REMARKS, "en", shifts={"device": 0.3})
    found = both.read("The gift was a torrent of kindness. We met the gift at noon.")
    assert [(finding.category, finding.start) for finding in found] == [("device", 0), ("conflict", 36)]


def test_a_second_category_speaks_beside_the_first_where_it_is_strong() -> None:
    judge = WordJudge(conflict="gift", device="torrent", vendor="Acme")
    strong = Reader(judge, REMARKS, "en", shifts={"conflict": 1.5, "device": STRONG, "vendor": 0.5})
    found = strong.read("The gift was a torrent from Acme.")
    assert [finding.category for finding in found] == ["conflict", "device"]
    assert found[0].lead > found[1].lead >= STRONG


def test_a_warning_stands_beside_another() -> None:
    found = reader(conflict="gift", device="torrent").read(
        "A gift of a gift and a torrent of a torrent came."
    )
    assert [finding.level for finding in found] == [Level.WARNING, Level.WARNING]


def test_what_was_read_once_is_not_weighed_again() -> None:
    judge = WordJudge(conflict="gift")
    both = Reader(judge, REMARKS, "en")
    both.read("A gift came in. We said no.")
    before = len(judge.weighed)
    both.read("A gift came in. We said no.")
    assert len(judge.weighed) == before


def test_a_sentence_that_may_give_a_way_in_is_never_repeated() -> None:
    text = "Ben uses hunter2 and hunter2 while Ben looks on."
    (one, other) = reader(credentials="hunter2", privacy="Ben").read(text)
    assert "hunter2" not in one.match + other.match
    assert reader(credentials="hunter2").moved_by(one, text) == ()


def test_the_words_that_moved_it_most_come_first() -> None:
    text = "The ribbon is ordered for May."
    whole = reader(unannounced="ribbon")
    assert whole.moved_by(whole.read(text)[0], text)[0] == "ribbon"


def test_a_waived_sentence_stays_waived_wherever_it_stands() -> None:
    one = reader(unannounced="ribbon")
    (first,) = one.read("The ribbon is ordered.")
    (again,) = one.read("We met on Monday.\n\nThe ribbon is ordered.\n\nMore on Friday.")
    assert with_waivers([again], {first.key: "It is public."})[0].waived
    (other,) = one.read("The ribbon is cut.")
    assert other.key != first.key


def test_of_a_long_text_the_stages_are_told_and_end_before_it() -> None:
    told: list[tuple[int, int]] = []
    many = Reader(WordJudge(conflict="gift"), REMARKS, "en", told=lambda done, of: told.append((done, of)))
    many.read("We met. " * 10)
    assert told == []
    many.read("".join(f"We met the group number {number}. " for number in range(200)))
    assert told[0] == (0, 200)
    assert [done for done, _ in told] == sorted({done for done, _ in told})
    assert told[-1][0] < 200


@pytest.mark.parametrize(
    "text", ["", "\n", "word", "\ud800 lone", "\u202e bidi text here", "||private||", "x" * 10_000]
)
def test_any_text_is_read(text: str) -> None:
    assert reader(conflict="gift").read(text) == ()


def test_messages_are_in_the_language_asked_for() -> None:
    (finding,) = Reader(WordJudge(vendor="Acme"), REMARKS, "fr").read("Prenez Acme tout de suite.")
    assert finding.message.startswith("Se lit comme")


def test_every_category_has_its_remark_in_both_languages() -> None:
    from tests.training.corpus import CATEGORIES

    assert set(REMARKS) == set(CATEGORIES)
    for remark in REMARKS.values():
        assert "reads like" in remark.message.said("en").lower()
        assert remark.message.said("fr").startswith("Se lit comme")
        assert all(remark.answers[language] for language in ("en", "fr"))


def finding_of(rule: str, level: Level, start: int, end: int, match: str = "") -> Finding:
    one = reader(vendor="Acme").read("Take Acme now.")[0]
    by = "reader" if rule.startswith("reader") else "rule"
    return replace(one, rule=rule, by=by, level=level, start=start, end=end, match=match)  # type: ignore[arg-type]


def test_a_rule_and_the_reader_on_one_sentence_are_one_finding_and_the_rule_stays() -> None:
    rule = finding_of("vendor-endorsement", Level.WARNING, 5, 9)
    assert joined([rule], [finding_of("reader-vendor", Level.WARNING, 0, 20)]) == (rule,)


def test_a_rule_that_only_asks_warns_when_the_reader_would() -> None:
    rule = finding_of("asks-supplier", Level.QUESTION, 5, 9)
    (left,) = joined([rule], [finding_of("reader-vendor", Level.WARNING, 0, 20)])
    assert (left.rule, left.level) == ("asks-supplier", Level.WARNING)


def test_of_a_sentence_that_a_rule_holds_the_reader_asks_nothing_else() -> None:
    rule = replace(finding_of("party-slogan", Level.WARNING, 5, 9), category="partisan")
    asked = [
        replace(finding_of(f"reader-{name}", Level.QUESTION, 0, 20), category=name, lead=lead)
        for name, lead in (("device", 0.2), ("unannounced", 0.9), ("privacy", STRONG))
    ]
    assert [finding.category for finding in joined([rule], asked)] == ["privacy", "partisan"]


def test_a_note_of_a_rule_keeps_the_reader_from_nothing() -> None:
    rule = replace(finding_of("plain-words", Level.NOTE, 5, 9), category="criticism")
    assert len(joined([rule], [finding_of("reader-vendor", Level.QUESTION, 0, 20)])) == 2


def test_a_sentence_further_on_is_a_finding_of_its_own() -> None:
    rule = finding_of("vendor-endorsement", Level.WARNING, 5, 9)
    assert len(joined([rule], [finding_of("reader-vendor", Level.QUESTION, 30, 40)])) == 2


def test_what_a_rule_masked_is_masked_in_the_sentence_around_it() -> None:
    rule = replace(finding_of("passwords", Level.STOP, 5, 9, "•••• (4 characters)"), category="credentials")
    sentence = finding_of("reader-vendor", Level.WARNING, 0, 20, "My hunter2 opens it.")
    left = joined([rule], [sentence])[0]
    assert left.match == "•••• (20 characters)"
    assert joined([rule], [sentence], "fr")[0].match == "•••• (20 caractères)"
    assert reader(vendor="hunter2").moved_by(left, "My hunter2 opens it.") == ()
