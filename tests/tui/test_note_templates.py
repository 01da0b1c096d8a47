"""Templates: what comes with Clearday, what a person has of their own, and what is said of a file that is none."""

from pathlib import Path

import pytest

from rules.rule import Language
from storage.errors import InputError
from tests.conftest import Run
from tests.tui.screens.sitting import sit
from tui.desk import Desk
from tui.note_templates import load_templates, the_template
from tui.refusal import Refusal
from tui.sayings import say_error
from tui.widgets.journal_line import JournalLine
from tui.wording import Words

LANGUAGES: tuple[Language, ...] = ("en", "fr")


@pytest.fixture
def config(tmp_path: Path) -> str:
    (tmp_path / "settings" / "templates").mkdir(parents=True)
    return str(tmp_path / "settings" / "config.toml")


def own(config: str, name: str, data: bytes | str) -> Path:
    path = Path(config).parent / "templates" / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


@pytest.mark.parametrize("language", LANGUAGES)
def test_five_come_with_clearday_and_nothing_in_them_is_held(
    desk: Desk, config: str, language: Language
) -> None:
    found = load_templates(config, Words(language))
    assert len(found.known) == len(found.unnamed) == 5
    for template in found.known.values():
        assert not any(finding.holds for finding in desk.review(template.text).findings), template.text
        assert "[" in template.text
        assert template.text == template.text.strip()


@pytest.mark.parametrize(
    ("language", "asked", "begins"),
    [
        ("en", "thanks", "Thanks to"),
        ("fr", "merci", "Merci à"),
        ("en", "merci", "Merci à"),
        ("fr", "thanks", "Thanks to"),
        ("fr", "décision", "Décision :"),
        ("fr", "de\u0301cision", "Décision :"),
        ("fr", "decision", "Décision :"),
        ("en", "decision", "Decision:"),
    ],
)
def test_a_template_is_known_by_its_name_in_either_language(
    config: str, language: Language, asked: str, begins: str
) -> None:
    assert the_template(asked, config, Words(language)).text.startswith(begins)


def test_a_file_of_ones_own_is_a_template_to_the_letter_and_goes_before_a_built_in_one(config: str) -> None:
    own(config, "sprint-review.md", "\ufeff$TODAY {x} %s\n\n- [ ] `a`\n\n")
    own(config, "thanks.md", "Mine.")
    own(config, ".hidden.md", "No.")
    own(config, "notes.txt", "No.")
    found = load_templates(config, Words("en"))
    assert found.known["sprint-review"].text == "$TODAY {x} %s\n\n- [ ] `a`"
    assert found.known["sprint-review"].title == "sprint review"
    assert found.known["thanks"].text == "Mine."
    assert len(found.known) == 6
    assert found.wrong == ()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b" \n", "template-empty"),
        (b"x" * 20_001, "template-long"),
        (b"\xff", "not-utf8"),
        (b"a\0", "holds-nul"),
    ],
)
def test_a_file_that_is_none_is_named_and_hides_no_other(
    config: str, language: Language, data: bytes, kind: str
) -> None:
    path = own(config, "mine.md", data)
    own(config, "other.md", "Good.")
    words = Words(language)
    found = load_templates(config, words)
    [wrong] = found.wrong
    assert wrong.kind == kind
    assert str(path) in say_error(words, wrong)
    assert "other" in found.known
    with pytest.raises((Refusal, InputError)) as raised:
        the_template("mine", config, words)
    assert str(path) in say_error(words, raised.value)


def test_a_name_that_is_none_is_told_with_its_nearest(config: str) -> None:
    with pytest.raises(Refusal) as raised:
        the_template("decison", config, Words("en"))
    said = say_error(Words("en"), raised.value)
    assert "Did you mean decision?" in said
    assert "open-meeting" in said


async def test_one_key_on_the_line_and_the_cursor_stands_where_one_goes_on(desk: Desk) -> None:
    async with sit(desk, (80, 24)) as person:
        await person.press("ctrl+f")
        assert person.asks
        await person.choose("Thanks")
        line = person.page.query_one(JournalLine)
        assert line.text.startswith("Thanks to [a team")
        assert line.cursor_location == (0, len(line.document.get_line(0)))
        await person.press("enter")
        assert desk.note(1).note.text.endswith("#thanks")


async def test_words_that_stand_there_stay_in_front_of_it(desk: Desk) -> None:
    async with sit(desk, (80, 24)) as person:
        await person.write("Friday.")
        await person.press("insert")
        await person.choose("A decision")
        assert person.page.query_one(JournalLine).text.startswith("Friday.\nDecision: [")


async def test_the_palette_knows_them(desk: Desk) -> None:
    async with sit(desk, (80, 24)) as person:
        await person.press("f8")
        await person.pilot.press(*"template")
        await person.settle()
        assert "Begin with a template, or add" in person.seen


@pytest.mark.parametrize(
    ("asked", "code", "said"), [("thanx", 3, "Did you mean thanks?"), ("thanks", 3, "--edit")]
)
def test_add_says_what_is_wrong_and_keeps_nothing(clearday: Run, asked: str, code: int, said: str) -> None:
    ran = clearday("add", "--template", asked)
    assert ran.code == code
    assert said in ran.err
    assert clearday("day", "--json").out.strip() == "[]"


def test_add_opens_it_in_ones_own_editor_and_keeps_nothing_that_was_not_filled_in(
    clearday: Run, tmp_path: Path
) -> None:
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nsed -i "s/\\[[^]]*\\]/filled/g" "$1"\n')
    editor.chmod(0o755)
    assert clearday("add", "--template", "thanks", "--edit", env={"EDITOR": "true"}).code == 0
    assert clearday("day", "--json").out.strip() == "[]"
    assert clearday("add", "--template", "thanks", "--edit", env={"EDITOR": str(editor)}).code == 0
    assert "Thanks to filled for filled." in clearday("day", "--json").out


def test_config_check_names_a_template_that_is_none(clearday: Run, tmp_path: Path) -> None:
    folder = tmp_path / ".config" / "clearday" / "templates"
    folder.mkdir(parents=True)
    (folder / "mine.md").write_text("")
    ran = clearday("config", "check")
    assert ran.code == 3
    assert str(folder / "mine.md") in ran.err
