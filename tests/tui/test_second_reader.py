"""The reader that is chosen, the weights it comes with, and what happens when it cannot run."""

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import pytest

from rules.finding import Level
from rules.reader.small import SmallJudge
from rules.reader.weights import parse_weights
from tests.conftest import ROOT, Run
from tui import second_reader
from tui.opening import open_desk
from tui.second_reader import SecondReader

WEIGHTS = sorted((ROOT / "rules" / "reader").glob("*.weights"))
QUIET = "Five people finished the new form without help. Next week we test the letter."


@pytest.mark.parametrize("path", WEIGHTS, ids=lambda path: path.stem)
def test_the_weights_are_those_that_clearances_are_bound_to(path: Path) -> None:
    weights = parse_weights(path.read_bytes())
    assert SecondReader(path.stem, "en").fingerprint == weights.fingerprint
    assert set(weights.meta["scales"]) == set(second_reader.remarks())


@pytest.mark.parametrize("path", WEIGHTS, ids=lambda path: path.stem)
def test_each_reader_reads_and_never_stops(path: Path) -> None:
    reader = SecondReader(path.stem, "en")
    found = reader.read("My neighbour Priya's depression is back, poor thing. " + QUIET)
    assert reader.notices == []
    assert all(finding.level < Level.STOP and finding.by == "reader" for finding in found)
    assert reader.read(QUIET) == ()


def test_the_small_weights_are_small() -> None:
    assert (ROOT / "rules" / "reader" / "small.weights").stat().st_size < 10 * 1024 * 1024


def test_choosing_a_reader_reads_no_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rules.reader.weights.parse_weights", None)
    assert SecondReader("small", "en").fingerprint


def test_a_reader_that_cannot_run_gives_way_and_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> None:
        raise OSError("no such instruction")

    monkeypatch.setitem(second_reader._JUDGES, "small", broken)
    reader = SecondReader("small", "en")
    assert reader.read("Anything at all.") == ()
    assert reader.notices == ["small"]


def test_from_showing_a_text_to_releasing_it_no_passage_is_weighed_twice(
    home: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    weighed: list[str] = []

    class Counted(SmallJudge):
        def weigh(self, texts: Sequence[str]) -> list[list[float]]:
            weighed.extend(texts)
            return super().weigh(texts)

    monkeypatch.setitem(second_reader._JUDGES, "small", Counted)
    desk = open_desk(home, journal=str(tmp_path / "journal.db"), reader="small")
    subject = desk.subject("-", " ".join(f"{QUIET} She told me number {number}." for number in range(60)))
    owed = desk.inspect(subject).owed
    desk.clear(subject, dict.fromkeys(owed, "Everybody knows."))
    desk.release(subject, desk.platforms["x"])
    desk.close()
    assert len(weighed) == len(set(weighed)) > 30


def test_a_clearance_lapses_when_another_reader_is_chosen(home: dict[str, str], tmp_path: Path) -> None:
    journal = str(tmp_path / "journal.db")
    desk = open_desk(home, journal=journal, reader="small")
    note = desk.log(QUIET)
    desk.clear(desk.subject(str(note.note.id)), {})
    assert desk.note(note.note.id).state == "cleared"
    desk.close()
    other = open_desk(home, journal=journal, reader="none")
    assert other.note(note.note.id).state == "draft"
    other.close()


def test_what_is_private_is_not_read_closely_and_places_are_those_of_the_note(
    home: dict[str, str], tmp_path: Path
) -> None:
    desk = open_desk(home, journal=str(tmp_path / "journal.db"), reader="small")
    text = "||For me alone.|| " + QUIET
    for finding in desk.read_closely(text):
        assert text[finding.start : finding.end] in QUIET
    desk.close()


def test_check_says_who_read_and_offers_nothing_when_none_was_asked_for(clearday: Run) -> None:
    small = clearday("check", "--reader", "small", stdin=QUIET)
    assert "small reader" in small.err
    assert clearday("check", "--reader", "none", stdin=QUIET).err == ""


def test_a_clearance_names_the_reader(clearday: Run) -> None:
    env = {"CLEARDAY_READER": "small"}
    clearday("add", QUIET, env=env)
    clearday("clear", "1", env=env)
    cleared = clearday("share", "1", "--to", "x", "--json", env=env)
    assert '"reader-small"' in cleared.out


def test_a_remark_of_the_reader_is_explained(clearday: Run) -> None:
    assert "Reads like" in clearday("rules", "explain", "reader-privacy").out
    assert "reader-privacy" in clearday("rules", "explain", "reader-privcy").err


def test_a_setting_that_names_no_reader_is_refused(clearday: Run, tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text('reader = "huge"\n', encoding="utf-8")
    refused = clearday("check", "--config", str(config), stdin=QUIET)
    assert refused.code == 3
    assert "reader" in refused.err


@pytest.mark.parametrize("path", WEIGHTS, ids=lambda path: path.stem)
def test_a_sentence_is_weighed_the_same_whatever_it_is_weighed_with(path: Path) -> None:
    texts = [
        "Priya is ill again.",
        "On a gagné.",
        "Five people finished the new form without help, and one did not.",
    ]
    judge = second_reader._JUDGES[path.stem](parse_weights(path.read_bytes()))
    together = judge.weigh(texts)
    for text, logits in zip(texts, together, strict=True):
        assert judge.weigh([text])[0] == pytest.approx(logits, abs=1e-4 if path.stem == "small" else 0)


@pytest.mark.skipif(not find_spec("onnxruntime"), reason="only the extra brings what runs the large reader")
def test_what_runs_the_large_reader_reports_to_nobody(clearday: Run, tmp_path: Path) -> None:
    # Unless it is told not to, it keeps a device's number and a queue of reports in a folder of its maker's name.
    kept = tmp_path / "kept"
    checked = clearday("check", "--reader", "large", stdin=QUIET, env={"XDG_CACHE_HOME": str(kept)})
    assert "large reader" in checked.err
    assert {path.name for path in kept.iterdir()} == {"clearday"}
    assert {path.name for path in tmp_path.iterdir()} == {"kept"}
