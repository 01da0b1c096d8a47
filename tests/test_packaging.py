"""The wheel carries one name and everything it needs, and runs wherever it is put."""

import os
import re
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.xdist_group("wheel")  # which is built and installed once
ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--no-index", "-q"]
    subprocess.run([*build, "-w", str(folder), str(ROOT)], check=True, capture_output=True, timeout=300)
    [built] = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of commands of an environment that has the wheel, and our dependencies by reference."""
    folder = tmp_path_factory.mktemp("env")
    venv.create(folder, with_pip=False)
    python = folder / "bin" / "python"
    install = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(python),
        "install",
        "--no-deps",
        "--no-index",
        "-q",
    ]
    subprocess.run([*install, str(wheel)], check=True, capture_output=True, timeout=300)
    [site] = folder.glob("lib/python*/site-packages")
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return folder / "bin"


def run(command: list[str], cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    environ = {"PATH": os.environ["PATH"], "HOME": str(cwd), "LANG": "C.UTF-8", **env}
    return subprocess.run(
        command, cwd=cwd, env=environ, capture_output=True, text=True, check=False, timeout=120
    )


def test_the_wheel_brings_one_name(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"clearday"}


def test_the_wheel_has_every_data_file(wheel: Path) -> None:
    data = {".toml", ".tcss", ".md", ".jsonl", ".txt", ".typed", ".weights"}
    ours = {
        f"clearday/{path.relative_to(ROOT).as_posix()}"
        for floor in ("tui", "storage", "rules")
        for path in (ROOT / floor).rglob("*")
        if path.suffix in data or path.name == "py.typed"
    }
    with zipfile.ZipFile(wheel) as archive:
        assert ours <= set(archive.namelist())


def test_it_runs_from_another_folder_under_a_hostile_pythonpath(installed: Path, tmp_path: Path) -> None:
    for name in ("tui", "storage", "rules", "clearday"):
        (tmp_path / "hostile" / name).mkdir(parents=True)
        (tmp_path / "hostile" / name / "__init__.py").write_text("raise SystemExit('shadowed')\n")
    hostile = str(tmp_path / "hostile")
    # The first name on the path is not ours to defend: only `clearday` itself has to be found.
    os.rename(tmp_path / "hostile" / "clearday", tmp_path / "elsewhere")
    for command in (["clearday", "add", "one"], ["day", "two", "words"]):
        ran = run([str(installed / command[0]), *command[1:]], tmp_path, PYTHONPATH=hostile)
        assert ran.returncode == 0, ran.stderr
    listed = run(
        [str(installed / "clearday"), "day"], tmp_path / "hostile", PYTHONPATH=hostile, HOME=str(tmp_path)
    )
    assert "two words" in listed.stdout
    module = run([str(installed / "python"), "-m", "clearday", "--version"], tmp_path, PYTHONPATH=hostile)
    assert module.stdout.startswith("clearday ")


def test_the_demo_runs_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    ran = run([str(installed / "clearday"), "demo", "--headless"], tmp_path)
    assert ran.returncode == 0, ran.stderr
    assert "GCcollab" in ran.stdout


def test_every_dependency_says_why_it_is_there() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    block = text[text.index("dependencies = [") : text.index("[project.optional-dependencies]")]
    lines = [line.strip() for line in block.splitlines()]
    named = [number for number, line in enumerate(lines) if line.startswith('"')]
    assert len(named) == len(tomllib.loads(text)["project"]["dependencies"])
    assert all(lines[number - 1].startswith("#") for number in named)


def test_the_version_is_in_one_place() -> None:
    from tui import __version__

    assert re.fullmatch(r"\d+\.\d+\.\d+", __version__)
    assert tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dynamic"] == ["version"]
