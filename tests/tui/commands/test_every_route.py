"""Every command with every option, on a journal full of words that must not get about: what each one lets out.

The table names what may be seen of the journal on standard output and error, in files that come to be, in the
editor, the browser and the clipboard. A command or an option that it does not name fails here until it is in it.
"""

import shlex
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.tui.telltale import (
    ALL,
    CLEARED,
    HERS,
    PUBLIC,
    Table,
    fill,
    kind_of,
    put_tools,
    type_line,
    ways_in,
    words_by_file,
    words_in,
)
from tests.warm import Warm
from tui.cli import COMMANDS, parser_of
from tui.wording import Words

TABLE: Table = {
    "nothing of the journal": (
        set(),
        """
        add A line. --private --tag new --on yesterday --at 09:10 --json
        add A line. --reply-to Why? --who Ana --link https://a.example/1
        add A line. --passing-on Ana
        add A line. --call --until friday
        add --compose
        add --template no-such
        day 2026-01-01
        search Openword --limit 0
        edit 2 --ordinary
        edit 2 --passing-on Ana
        edit 2 --call --until friday --link https://a.example/1
        undo
        undo --json
        redo
        redo --json
        history 99
        history 2 --restore 1
        purge 3 --yes
        purge 3 --yes --json
        purge 3
        purge --traces
        week --site ~/out
        week this --from last
        next --done 3
        next --dropped 3
        next --open 3
        people --say Ana --is colleague --role clerk
        people --say Ana --is agreed
        people --say Ana --is refused
        people --say Ana --is nobody
        people --forget Ana
        leave yesterday
        leave yesterday --undo
        lookback 2020
        check ~/absent.md
        check ~/text.md
        check ~/text.md --format text --questions
        check ~/text.md --format json
        check ~/text.md --format sarif
        check ~/text.md --json --reader small
        check --jsonl --reader none
        check --reader auto
        check --reader large
        check --pack ~/absent.toml
        clear 2
        clear 2 --to x --json
        clear 3
        clear 5
        clear 5 --json
        clear 12
        clear 12 --json
        share 12 --to x
        clear 99
        variant 1
        waivers give 6 --reason asks-image=Fine. --until friday
        waivers end 1
        waivers end
        variant 2
        variant 3 --to x
        variant 3 --to x --edit
        variant 3 --to x --text -
        variant 3 --to x --history
        variant 2 --to x --text - --source
        variant 1 --to x --source
        variant 2 --to x --later 1
        variant 2 --to x --earlier 1
        share 1 --to x
        share 2 --to x
        share 2 --to x --json
        share 3 --to x
        share 3 --to x --print
        share 3 --to x --json
        share 3 --to x --copy
        share 3 --to x --alt 1
        share 3 --to x --open --yes
        share 3 --to x --edit
        share 4 --to x
        share 5 --to x
        share 6 --to bluesky --alt 1
        share 2026-W47 --to markdown
        share 11 --to gccollab-blog --posted 1 --link https://a.example/1
        share 11 --to gccollab-blog --unposted 1
        ledger --at https://a.example/1
        ledger 2 --json
        ledger --said Openword
        photos consent desk.jpg --state nobody
        photos consent desk.jpg --state asked --by Ana
        photos consent desk.jpg --state given --by Ana --for print
        photos consent desk.jpg --state refused --by Ana --for print
        photos export ~/room.jpg --to ~/clean.jpg
        count --to x
        count --to x --reply
        count --to x --jsonl
        platforms
        platforms --json
        rules
        rules --json
        rules list
        rules heard
        rules heard --json
        rules explain security-marking
        rules new ~/own.toml
        rules test ~/own.toml
        reader
        reader status --json
        reader learn
        reader forget
        reader missed 3 --as conduct
        import ~/absent.md
        import ~/whole.json
        import ~/whole.json --dry-run --json
        import ~/whole.json --format clearday
        import ~/whole.json --format markdown
        import ~/whole.json --format jrnl
        import ~/whole.json --format jrnl-json
        import ~/whole.json --format dayone
        import ~/whole.json --format jsonl
        import ~/whole.json --format journal
        backup
        backup --json
        backup --list
        backup --encrypt
        restore ~/absent.db
        restore ~/absent.db --yes
        restore ~/absent.db --json
        encrypt
        encrypt --json
        encrypt --remember
        encrypt --forget
        decrypt
        decrypt --json
        config
        config list
        config list --json
        config get language
        config set language fr
        config unset language
        config path
        config check
        doctor
        doctor all --json
        doctor clipboard
        locate
        locate --json
        completion bash
        completion zsh
        completion fish
        serve --host 192.0.2.1
        serve --tab
        serve --port 70000 --open
        demo
        demo --headless
        no-such-command
        add --no-such-option
    """,
    ),
    "what was cleared": (
        CLEARED,
        """
        lookback 2026-10
        share 11 --to gccollab-blog
        share 11 --to gccollab-blog --print
        share 11 --to gccollab-blog --json
        share 11 --to x --part 1
        share 11 --to x --copy
        share 11 --to x --open --yes
        share 11 --to x --copy --part 1
        week 2026-W42
        week 2026-W42 --site ~/out
        week 2026-W42 --format blog
        ledger
        ledger 1
        ledger --json
        ledger --said Leftword
        ledger --week this
    """,
    ),
    "what is not private": (
        PUBLIC,
        """
        next
        week
        week --json
        week --format markdown
        week --format json
        week --format html
        week --format text
        week --format blog
        week --format wikitext
        week --shape days
        week --layout prose
        week --layout lines
        week --layout bullets
        week --tags written
        week --tags left-out
        week --save
        week --pair
        week --from monday --to-day today
        lookback quarter
        lookback quarter --by week
        lookback quarter --by heading
        lookback quarter --format html
        lookback quarter --format text
        lookback quarter --format markdown
        export --format markdown --to ~/out
        export --format jrnl
        export --format jrnl-json
        export --format dayone --to ~/out.zip
        export --format jsonl
        export --format jsonl --from yesterday --to-day today
        export --format jsonl --to ~/out.jsonl --force
        variant 1 --json
        variant 1 --to x
        variant 1 --to x --history
        variant 1 --to x --edit | s/Editedword/Editedword!/
        share 1 --to x --edit | s/Editedword/Editedword!/
    """,
    ),
    "what stands there for herself": (
        HERS,
        """
        clear 4 --reason gift-or-hospitality=Fine.
        history 1
        history 2026-W47
        history 2026-W47 --json
        lines
        photos list --json
        edit 2 | d
        add A line. --edit | s/^/Spanword/
        day
        day --json
        search Openword
        search Openword --json
        search state:private --limit 1 --all
        edit 2 | s/Openword/Openword!/
        edit 2 --json | s/Openword/Openword!/
        edit 2026-W47 | s/Weekspan/Weekspan!/
        next --json
        people --all
        people --all --json
        photos
        photos list 3
        photos list 3 --json
        waivers
        waivers list --json
        export --format jsonl --private
        edit 3 --reply-to Why? --who Ana --json
    """,
    ),
    "what she took out too": (
        ALL,
        """
        backup --to ~/copy.db
        history 8
        history 8 --json
        export
        export --format clearday --private
        import ~/whole.json --dry-run
    """,
    ),
}
"""Lines of the command line, by how much of the journal each may show."""

EVERYWHERE = {"--help", "--journal", "--config"}
"""What every command takes alike."""
LINES = ways_in(TABLE)

Type = Callable[[Path, str], str]
"""Types a line in a home folder and gives back what was said."""


@pytest.fixture(scope="module")
def typed(tmp_path_factory: pytest.TempPathFactory, warm: Warm, kept: Path) -> Type:
    """Types a line, as `type_line` takes it."""
    return partial(type_line, warm=warm, tools=put_tools(tmp_path_factory.mktemp("tools")), kept=kept)


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory, typed: Type) -> Path:
    """A home folder with the journal in it, to be copied."""
    home = tmp_path_factory.mktemp("home")
    fill(home, typed)
    return home


@pytest.mark.parametrize(("kind", "line"), LINES, ids=[line for _, line in LINES])
def test_a_line_shows_no_more_than_the_table_says(
    kind: str, line: str, journal: Path, typed: Type, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    shutil.copytree(journal, home)
    before = set(home.rglob("*"))
    said = typed(home, line)
    files = words_by_file(home, before)
    seen = words_in(said).union(*files.values())
    assert kind_of(TABLE, seen) == kind, f"{sorted(seen)}\n{said}"
    ours = [path for path, words in files.items() if words - CLEARED and not path.name.startswith("tools-")]
    assert not [path.name for path in ours if path.stat().st_mode & 0o077], "others could read it"


def taken(command: str) -> Iterator[str]:
    """Every option of a command, and every word that it offers to choose from."""
    for action in parser_of(command, Words("en"))._actions:
        if not EVERYWHERE.intersection(action.option_strings):
            yield from action.option_strings[-1:]
            yield from map(str, action.choices or ())


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_of_every_command_is_in_the_table(command: str) -> None:
    lines = [shlex.split(line.partition(" | ")[0]) for _, line in LINES]
    typed = {word for name, *words in lines if name == command for word in words}
    assert command in {name for name, *_ in lines}
    assert set(taken(command)) <= typed
