"""What stands beside notes comes along: whichever machine takes the other in, both end alike, once and again."""

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.database import Journal
from storage.errors import InputError
from storage.exchange.contents import Contents, JournalNote, KeptOccasion, KeptPerson, Understood, Version
from storage.exchange.copies import write_folder
from storage.exchange.lines import write_lines
from storage.exchange.markdown_folder import markdown_files
from storage.exchange.reading import understand
from storage.exchange.writing import in_order
from storage.occasions import OccasionStore
from tests.storage.exchange.journals import TEXTS, VERSIONS, held, local, note, put

ONE, TWO = note("one", uid="1" * 32), replace(note("two", uid="2" * 32), number=2)


def reply(quote: str, minute: int, number: int = 1) -> KeptOccasion:
    return KeptOccasion(number, "reply", quote, "Ana", "", "", f"2026-11-20T12:{minute:02d}:00-05:00")


def person(standing: str, minute: int, role: str = "") -> KeptPerson:
    return KeptPerson("Ana Diaz", standing, role, f"2026-11-20T12:{minute:02d}:00-05:00")


def whole(*occasions: KeptOccasion, people: tuple[KeptPerson, ...] = ()) -> Understood:
    return Understood("journal", Contents((ONE, TWO), occasions=occasions, people=people))


def standing(path: Path) -> dict[int, str]:
    journal = Journal(str(path))
    found = OccasionStore(journal).standing([1, 2, 3])
    journal.close()
    return {number: occasion.quote for number, occasion in found.items()}


def test_two_machines_that_went_on_apart_end_alike(tmp_path: Path) -> None:
    first, second = tmp_path / "first.db", tmp_path / "second.db"
    put(first, whole(reply("asked", 1), reply("asked again", 5), people=(person("agreed", 1),)))
    put(
        second,
        whole(reply("asked", 1), reply("asked elsewhere", 3), people=(person("refused", 9, "a user"),)),
    )
    here, there = held(first), held(second)
    put(first, Understood("journal", there))
    put(second, Understood("journal", here))
    assert standing(first) == standing(second) == {1: "asked again"}
    assert held(first).people == held(second).people == (person("refused", 9, "a user"),)
    again = put(first, Understood("journal", held(second)))
    assert (again.occasions, again.people) == ((), ())


def test_an_occasion_follows_its_note_to_another_number(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    put(path, Understood("journal", Contents((replace(note("mine", uid="9" * 32), number=1),))))
    found = put(path, whole(reply("about two", 1, number=2)))
    assert len(found.occasions) == 1
    assert standing(path) == {3: "about two"}


def test_the_way_back_to_an_ordinary_note_comes_along(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    put(path, whole(reply("asked", 1)))
    ordinary = replace(reply("", 5), kind="note", who="")
    put(path, whole(reply("asked", 1), ordinary))
    assert standing(path) == {}
    assert len(held(path).occasions) == 2


def test_of_two_words_said_at_one_moment_both_machines_choose_the_same(tmp_path: Path) -> None:
    first, second = tmp_path / "first.db", tmp_path / "second.db"
    one, other = whole(people=(person("agreed", 1),)), whole(people=(person("refused", 1),))
    for path, order in ((first, (one, other)), (second, (other, one))):
        for understood in order:
            put(path, understood)
    assert held(first).people == held(second).people == (person("refused", 1),)


KINDS = st.sampled_from(["reply", "passing-on", "call"])
SAID = st.tuples(KINDS, *[st.just("") | TEXTS] * 4, st.just("2026-11-20T12:00:00-05:00"))


@settings(max_examples=60)
@given(st.lists(st.tuples(VERSIONS, st.just(()) | SAID), max_size=4))
def test_a_kind_goes_out_and_comes_back_in_markdown_and_lines(
    told: list[tuple[Version, tuple[str, ...]]],
) -> None:
    notes = [
        JournalNote(f"{n:032x}", "typed", (replace(version, deleted=False),), n, said)
        for n, (version, said) in enumerate(told, start=1)
    ]
    wanted = sorted(note.said for note in notes if note.said)
    with tempfile.TemporaryDirectory() as folder:
        days, lines = Path(folder, "days"), Path(folder, "notes.jsonl")
        write_folder(str(days), markdown_files(sorted(notes, key=lambda n: n.now.day)), journal="j.db")
        lines.write_text(write_lines(notes), encoding="utf-8", newline="")
        for source in (days, lines) if notes else ():
            understood = understand(str(source), local=local)
            journal = Path(folder, f"{source.name}.db")
            assert put(journal, understood).kinds == len(wanted)
            assert sorted(one.said for one in held(journal).occasions) == wanted
            assert sorted(note.said for note in in_order(held(journal)) if note.said) == wanted
            assert put(journal, understood).kinds == 0


def test_what_was_said_later_here_stands_and_an_older_copy_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    put(path, whole(reply("asked", 1), reply("asked again", 5)))
    copy = replace(ONE, said=reply("asked long ago", 0).said)
    put(path, Understood("markdown", Contents((copy,))))
    assert standing(path) == {1: "asked again"}


@pytest.mark.parametrize(
    "occasion",
    ['"reply"', '{"kind": "note"}', '{"kind": "reply", "who": 1}', '{"kind": "call", "at": "soon"}'],
)
def test_a_kind_that_is_none_is_named_with_its_line(tmp_path: Path, occasion: str) -> None:
    lines = tmp_path / "notes.jsonl"
    lines.write_text(f'{{"text": "One.", "date": "2026-11-20", "occasion": {occasion}}}\n')
    with pytest.raises(InputError) as raised:
        understand(str(lines), local=local)
    assert (raised.value.values["line"], raised.value.values["key"]) == (1, "occasion")


def test_a_line_without_a_moment_for_its_kind_takes_the_notes_own(tmp_path: Path) -> None:
    lines = tmp_path / "notes.jsonl"
    lines.write_text(
        '{"text": "One.", "date": "2026-11-20", "occasion": {"kind": "call", "until": "Monday"}}\n'
    )
    [note] = understand(str(lines), local=local).contents.notes
    assert note.said == ("call", "", "", "", "Monday", note.now.at)
