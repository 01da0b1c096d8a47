"""`check`, `count`, `platforms`, `rules`: JSON and exit codes as the interface says."""

import json
from pathlib import Path

import pytest

from storage.settings import JURISDICTIONS
from tests.conftest import ROOT, Run
from tui.packs import jurisdictions

PACK = ROOT / "rules" / "packs" / "core.toml"


@pytest.mark.parametrize(
    ("text", "verdict", "code"),
    [
        ("Five people finished the form.", "clear", 0),
        ("Highly recommend Deloitte for this.", "held", 1),
        ("The deck is PROTECTED B.", "stopped", 2),
    ],
)
def test_a_check_exits_by_its_verdict(clearday: Run, text: str, verdict: str, code: int) -> None:
    ran = clearday("check", "--format", "json", stdin=text)
    checked = json.loads(ran.out)
    assert (ran.code, checked["verdict"]) == (code, verdict)


def test_a_finding_has_the_public_shape_and_points_at_its_passage(clearday: Run) -> None:
    text = "😀 É — Highly recommend Deloitte for this."
    [finding] = json.loads(clearday("check", "--format", "json", stdin=text).out)["findings"]
    assert set(finding) == {
        "rule", "by", "category", "level", "start", "end", "match", "message", "advice", "source",
    }  # fmt: skip
    assert text[finding["start"] : finding["end"]] == finding["match"] == "Highly recommend Deloitte"
    assert (finding["rule"], finding["by"], finding["category"]) == ("vendor-endorsement", "rule", "vendor")
    assert set(finding["source"]) == {"title", "clause", "url"}


def test_it_never_says_safe(clearday: Run) -> None:
    for text in ("Five people finished the form.", "Highly recommend Deloitte for this."):
        assert "safe" not in clearday("check", stdin=text).out.replace("never says a text is safe", "")


def test_many_texts_are_checked_one_a_line_in_order(clearday: Run) -> None:
    lines = [{"id": "b", "text": "fine"}, {"id": 7, "text": "TLP:AMBER report"}, {"id": None, "text": ""}]
    ran = clearday("check", "--jsonl", stdin="\n".join(json.dumps(line) for line in lines))
    checked = [json.loads(line) for line in ran.out.splitlines()]
    assert [(line["id"], line["verdict"]) for line in checked] == [
        ("b", "clear"),
        (7, "stopped"),
        (None, "clear"),
    ]
    assert ran.code == 2


def test_json_lines_and_a_report_exclude_each_other(clearday: Run) -> None:
    """The format was passed over without a word."""
    ran = clearday("check", "--jsonl", "--format", "sarif", stdin='{"text": "fine"}')
    assert (ran.code, ran.out, ran.err.startswith("--jsonl has a format of its own")) == (3, "", True)
    assert clearday("check", "--jsonl", "--format", "json", stdin='{"text": "fine"}').code == 0


def test_a_lone_surrogate_in_json_is_checked_and_counted(clearday: Run) -> None:
    line = '{"id": 1, "text": "\\ud800 highly recommend Deloitte \\udfff"}'
    checked = json.loads(clearday("check", "--jsonl", stdin=line).out)
    assert checked["verdict"] == "held"
    assert json.loads(clearday("count", "--to", "mastodon", "--jsonl", stdin=line).out)["fits"] is True


@pytest.mark.parametrize("command", [["check"], ["count", "--to", "x"]])
@pytest.mark.parametrize(
    ("line", "says"),
    [("nonsense", "line 2"), ('{"id": 1}', "text"), ('["text"]', "line 2"), ('{"text": 3}', "text")],
)
def test_a_line_that_is_no_text_is_named(clearday: Run, command: list[str], line: str, says: str) -> None:
    ran = clearday(*command, "--jsonl", stdin='{"id": 0, "text": "fine"}\n' + line)
    assert ran.code == 3
    assert says in ran.err


@pytest.mark.parametrize("command", [["check"], ["count", "--to", "x"]])
def test_good_lines_are_read_though_others_are_bad(clearday: Run, command: list[str]) -> None:
    """Nothing was printed once a line was bad."""
    lines = ['{"id": 1, "text": "fine"}', "nonsense", '{"id": 3, "text": "SECRET//CEO"}', '{"id": 4}']
    ran = clearday(*command, "--jsonl", stdin="\n".join(lines))
    assert [json.loads(line)["id"] for line in ran.out.splitlines()] == [1, 3]
    assert ran.code == 3
    assert [line for line in ran.err.splitlines() if "line " in line] == [
        'standard input, line 2: not JSON. Each line is one object, like {"text": "…"}.',
        "standard input, line 4: “text” is missing or not what it should be.",
    ]


def test_a_number_too_great_for_json_is_not_handed_on_as_infinity(clearday: Run) -> None:
    ran = clearday("count", "--to", "x", "--jsonl", stdin='{"id": 1e999, "text": "fine"}')
    assert (ran.code, ran.out) == (3, "")
    assert "line 1: not JSON" in ran.err


def test_json_for_short_is_the_format(clearday: Run) -> None:
    for line in (["check"], ["week"]):
        short, full = (clearday(*line, *how, stdin="fine") for how in (["--json"], ["--format", "json"]))
        assert (short.code, short.out) == (full.code, full.out) == (0, full.out)
        assert json.loads(short.out)
    assert clearday("week", "--json", "--format", "html").code == 3


def test_many_bad_lines_are_counted_not_told_one_by_one(clearday: Run) -> None:
    ran = clearday("check", "--jsonl", stdin="nonsense\n" * 200 + '{"id": 1, "text": "fine"}')
    assert (ran.code, len(ran.out.splitlines()), len(ran.err.splitlines())) == (3, 1, 11)
    assert "190 more lines" in ran.err


def test_sarif_points_at_code_points(clearday: Run, tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_text("One line.\n😀 Highly recommend Deloitte.\n", encoding="utf-8")
    [run] = json.loads(clearday("check", str(path), "--format", "sarif").out)["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"]) == (2, 3)


def test_several_files_are_checked_at_once_and_the_worst_counts(clearday: Run, tmp_path: Path) -> None:
    texts = {"fine.md": "fine", "held.md": "Highly recommend Deloitte.", "stopped.md": "SECRET//CEO"}
    paths = []
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        paths.append(str(tmp_path / name))
    ran = clearday("check", *paths, "--format", "json")
    assert ran.code == 2
    assert [one["verdict"] for one in json.loads(ran.out)] == ["clear", "held", "stopped"]
    assert [one["id"] for one in json.loads(ran.out)] == paths
    assert clearday("check", *paths[:2]).code == 1
    assert all(path in clearday("check", *paths).out for path in paths)
    [run] = json.loads(clearday("check", *paths, "--format", "sarif").out)["runs"]
    places = [
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in run["results"]
    ]
    assert places == paths[1:]


def test_checking_needs_no_journal(clearday: Run, tmp_path: Path) -> None:
    journal = tmp_path / "none" / "journal.db"
    assert clearday("--journal", str(journal), "check", stdin="fine").code == 0
    assert clearday("--journal", str(journal), "rules", "explain", "vendor-endorsement").code == 0
    assert not journal.parent.exists()


def test_the_hook_calls_a_command_that_is_there() -> None:
    hook = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
    assert "entry: clearday check\n" in hook


def test_a_file_that_is_not_there_is_said(clearday: Run) -> None:
    ran = clearday("check", "nowhere.md")
    assert (ran.code, ran.out) == (3, "")
    assert "nowhere.md" in ran.err


def test_one_more_pack_is_used_beside_the_built_in_one(clearday: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(PACK.read_text("utf-8").replace('id = "core"', 'id = "mine"', 1), encoding="utf-8")
    ran = clearday("check", "--format", "json", "--pack", str(path), stdin="fine")
    assert ran.code == 0, ran.err


def test_a_broken_pack_is_named_with_file_line_and_key(clearday: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    lines = PACK.read_text("utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("level = "))
    lines[at] = 'level = "fatal"'
    path.write_text("\n".join(lines), encoding="utf-8")
    for arguments in (["check", "--pack", str(path)], ["rules", "test", str(path)]):
        ran = clearday(*arguments, stdin="fine")
        assert ran.code == 3
        assert str(path) in ran.err
        assert str(at + 1) in ran.err
        assert "level" in ran.err


def test_the_built_in_pack_keeps_its_promises(clearday: Run) -> None:
    ran = clearday("rules", "test", str(PACK))
    assert ran.code == 0, ran.out
    assert "0 things to mend" in ran.err


def test_rules_lists_every_rule_with_its_sources(clearday: Run) -> None:
    listed = json.loads(clearday("rules", "--json").out)
    names = [rule["rule"] for rule in listed]
    assert len(names) == len(set(names))
    assert {"security-marking", "secrets-and-credentials", "photo-consent"} <= set(names)
    assert all(rule["sources"][0]["url"].startswith("http") for rule in listed)


@pytest.mark.parametrize(
    ("platform", "text", "length", "limit", "fits"),
    [
        ("x", "See canada.ca 🇨🇦", 4 + 23 + 1 + 2, 280, True),
        ("mastodon", "@alice@mastodon.social hi", 9, 500, True),
        ("bluesky", "👨‍👩‍👧‍👦" * 121, 121, 300, False),
        ("linkedin", "😀", 2, 3000, True),
        ("gccollab-wire", "é" * 141, 141, 140, False),
        ("text", "any length", 10, None, True),
        ("markdown", "*any* length", 12, None, True),
    ],
)
def test_counting_follows_the_platform(
    clearday: Run, platform: str, text: str, length: int, limit: int | None, fits: bool
) -> None:
    line = json.dumps({"id": "a", "text": text})
    counted = json.loads(clearday("count", "--to", platform, "--jsonl", stdin=line).out)
    bytes_too = {"bytes": len(text.encode()), "byte_limit": 3000, "app_length": length}
    more = bytes_too if platform == "bluesky" else {}
    assert counted == {"id": "a", "length": length, "limit": limit, "fits": fits, **more}


def test_counting_a_file_speaks_plainly(clearday: Run) -> None:
    assert clearday("count", "--to", "x", stdin="hello\n").out == "5 of 280 · fits\n"
    assert clearday("count", "--to", "linkedin", stdin="hello\n").out == "about 5 of 3,000 · fits\n"


def test_what_is_refused_whatever_its_length_is_not_called_too_long(clearday: Run) -> None:
    assert "too long" not in clearday("count", "--to", "x", stdin="").out
    ran = clearday("count", "--to", "x", stdin="a\ufffeb")
    assert ran.out.startswith("4 of 280 · not taken as it is")


def test_the_mark_before_the_first_letter_of_a_windows_file_is_no_part_of_a_post(
    clearday: Run, tmp_path: Path
) -> None:
    (tmp_path / "post.txt").write_text("hello\r\n", "utf-8-sig")
    assert clearday("count", "--to", "x", str(tmp_path / "post.txt")).out == "5 of 280 · fits\n"
    assert clearday("clear", "-", stdin="\ufeffhello").code == 0
    assert clearday("share", "-", "--to", "x", "--print", stdin="hello").out == "hello\n"
    assert json.loads(clearday("add", "--json", stdin="\ufeffhello").out)["text"] == "hello"


def test_platforms_are_listed_with_source_and_date(clearday: Run) -> None:
    listed = {platform["id"]: platform for platform in json.loads(clearday("platforms", "--json").out)}
    interface = [
        "x",
        "mastodon",
        "bluesky",
        "threads",
        "linkedin",
        "gccollab-wire",
        "gcconnex-wire",
        "gccollab-blog",
        "gcpedia",
        "gcwiki",
        "gcxchange",
        "gcintranet",
        "viva-engage",
        "teams",
        "slack",
        "markdown",
        "html",
        "text",
    ]
    assert set(listed) == set(interface)
    assert all(platform["ready"] for platform in listed.values())
    assert [name for name, platform in listed.items() if platform["closed"]] == ["gcconnex-wire"]
    assert listed["x"]["source"].startswith("http")
    assert listed["x"]["checked"] == "2026-11-22"


@pytest.mark.parametrize(
    ("name", "says"),
    [("twiter", "no platform"), ("mastodn", "Did you mean mastodon"), ("team", "not there yet")],
)
def test_a_platform_that_cannot_be_used_is_said(clearday: Run, tmp_path: Path, name: str, says: str) -> None:
    config = tmp_path / "config.toml"
    config.write_text('sharing = "mine.toml"\n', encoding="utf-8")
    later = '[platform.team]\nlike = "slack"\nready = false\nlater = "Its limit is not known."\n'
    (tmp_path / "mine.toml").write_text(later, encoding="utf-8")
    for arguments in (["count", "--to", name], ["share", "-", "--to", name]):
        ran = clearday("--config", str(config), *arguments, stdin="x")
        assert (ran.code, ran.out) == (3, "")
        assert says in ran.err


def test_a_closed_platform_counts_and_is_said_when_a_text_is_shared_there(clearday: Run) -> None:
    assert clearday("count", "--to", "gcconnex-wire", stdin="x").out == "about 1 of 140 · fits\n"
    ran = clearday("share", "-", "--to", "gcconnex-wire", stdin="x")
    assert (ran.code, ran.out) == (1, "")
    assert "GCconnex, the Wire is closed and kept for its archive" in ran.err


@pytest.mark.parametrize("language", ["en_CA.UTF-8", "fr_CA.UTF-8"])
def test_a_pack_that_was_just_begun_keeps_its_promises_and_is_used(
    clearday: Run, tmp_path: Path, language: str
) -> None:
    path = tmp_path / "department.toml"
    assert clearday("rules", "new", str(path), env={"LANG": language}).code == 0
    again = clearday("rules", "new", str(path))
    assert (again.code, "stays as it is" in again.err) == (3, True)
    nameless = clearday("rules", "new", "", env={"LANG": language})
    assert (nameless.code, nameless.out, '""' in nameless.err) == (3, "", True)
    assert clearday("rules", "test", str(path)).code == 0
    ran = clearday(
        "check", "--pack", str(path), "--format", "json", stdin="We will start Project Lantern soon."
    )
    assert [finding["rule"] for finding in json.loads(ran.out)["findings"]] == ["our-project-names"]
    packs = {rule["pack"] for rule in json.loads(clearday("rules", "--json").out)}
    assert "ca-federal" in packs


def test_a_pack_that_extends_nobody_known_is_named(clearday: Run, tmp_path: Path) -> None:
    path = tmp_path / "department.toml"
    clearday("rules", "new", str(path))
    path.write_text(path.read_text("utf-8").replace('"ca-federal"', '"atlantis"'), encoding="utf-8")
    ran = clearday("check", "--pack", str(path), stdin="fine")
    assert ran.code == 3
    assert f"{path}, line 17" in ran.err
    assert "atlantis" in ran.err


def test_a_rule_is_explained_with_its_sources_and_examples(clearday: Run) -> None:
    ran = clearday("rules", "explain", "vendor-endorsement")
    assert ran.code == 0
    for part in ("vendor-endorsement · warning", "https://", "What it looks for", "It lets pass"):
        assert part in ran.out
    assert (
        "may stand in the sentence before or after too" in clearday("rules", "explain", "photo-consent").out
    )
    wrong = clearday("rules", "explain", "vendor-endorsment")
    assert (wrong.code, "vendor-endorsement" in wrong.err) == (3, True)
    assert clearday("rules", "explain").code == 3


def test_the_jurisdiction_chooses_the_packs(clearday: Run, tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text('jurisdiction = "none"\n', encoding="utf-8")
    packs = {rule["pack"] for rule in json.loads(clearday("--config", str(config), "rules", "--json").out)}
    assert packs == {"care", "core", "everyday", "identifiers", "seed", "topics"}
    config.write_text('jurisdiction = "uk"\n', encoding="utf-8")
    ran = clearday("--config", str(config), "check", "--format", "json", stdin="Great stall by @UKLabour!")
    assert [finding["rule"] for finding in json.loads(ran.out)["findings"]] == ["uk-party-account"]
    config.write_text('jurisdiction = "xx"\n', encoding="utf-8")
    wrong = clearday("--config", str(config), "rules")
    assert wrong.code == 3
    assert "line 1" in wrong.err
    assert '"ca"' in wrong.err


def test_every_jurisdiction_that_can_be_chosen_has_packs() -> None:
    assert {*jurisdictions(), "none"} == {*JURISDICTIONS}
