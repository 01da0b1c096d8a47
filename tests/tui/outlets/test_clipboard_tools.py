"""wl-copy, pbcopy and clip.exe: what each is given, and what is said when it hangs or fails.

The tools are small programs on PATH that behave as the real ones do; the system they run on is told to the
copying process alone, by the module Python loads before any other.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from tui.outlets import native_copy
from tui.outlets.copying import send_test_word, tools

TEXT = "Élise a fini : 12 % de plus — 👩🏽‍💻\nDeuxième ligne, « citée »."
KEPT = "import os, pathlib, sys\nkept = pathlib.Path(os.environ['KEPT'])\n"
# It stays behind to serve what it was given, and holds on to what it inherited, as wl-copy does.
WL_COPY = KEPT + (
    "kept.write_bytes(sys.stdin.buffer.read())\n"
    "import time\n"
    "if os.fork() == 0:\n    os.setsid(); time.sleep(5)\n"
)
WL_PASTE = KEPT + "assert '-n' in sys.argv\nsys.stdout.buffer.write(kept.read_bytes())\n"
# Both read and write in the encoding of the locale, and in MacRoman where that is none (man pbcopy).
_LOCALE = (
    "named = os.environ.get('LC_ALL') or os.environ.get('LC_CTYPE') or os.environ.get('LANG', '')\n"
    "encoding = 'utf-8' if 'UTF-8' in named else 'mac-roman'\n"
)
PBCOPY = KEPT + _LOCALE + "kept.write_text(sys.stdin.buffer.read().decode(encoding), 'utf-8', newline='')\n"
PBPASTE = KEPT + _LOCALE + "sys.stdout.buffer.write(kept.read_text('utf-8').encode(encoding))\n"
CLIP = KEPT + "kept.write_bytes(sys.stdin.buffer.read())\n"
# Writes what the clipboard holds as Base64 of UTF-8, and ends lines as Windows does.
POWERSHELL = KEPT + (
    "import base64\nsaid = kept.read_bytes().decode('utf-16-le').encode('utf-8')\n"
    "sys.stdout.write(base64.b64encode(said).decode() + '\\r\\n')\n"
)
NOISY = "import sys\nsys.stderr.write('profile.ps1 cannot be loaded')\nsys.exit(1)\n"
FAILING = "import sys\nsys.stdin.read()\nsys.stderr.write('failed to connect')\nsys.exit(1)\n"
HANGING = "import time\ntime.sleep(20)\n"

ON = {
    "wayland": "",
    "mac": "import platform, subprocess, sys\nplatform.system = lambda: 'Darwin'\nsys.platform = 'darwin'\n",
    "wsl": (
        "import builtins, io\nreal = builtins.open\n"
        "def opened(path, *rest, **named):\n"
        "    if path == '/proc/version': return io.StringIO('Linux version 5.15-microsoft-standard-WSL2')\n"
        "    return real(path, *rest, **named)\n"
        "builtins.open = opened\n"
    ),
}
SET = {
    "wayland": {"WAYLAND_DISPLAY": "wayland-0"},
    "mac": {"DISPLAY": ":0"},
    "wsl": {"WSL_DISTRO_NAME": "Debian"},
}
WORKING = {
    "wayland": {"wl-copy": WL_COPY, "wl-paste": WL_PASTE},
    "mac": {"pbcopy": PBCOPY, "pbpaste": PBPASTE},
    "wsl": {"clip.exe": CLIP, "powershell.exe": POWERSHELL},
}
WRITES = {"wayland": "wl-copy", "mac": "pbcopy", "wsl": "clip.exe"}
READS = {"wayland": "wl-paste", "mac": "pbpaste", "wsl": "powershell.exe"}


def system(folder: Path, name: str, **scripts: str) -> dict[str, str]:
    """The environment of a system whose clipboard tools are these scripts."""
    for tool, script in {**WORKING[name], **scripts}.items():
        (folder / tool).write_text(f"#!{sys.executable} -S\n{script}")
        (folder / tool).chmod(0o755)
    (folder / "sitecustomize.py").write_text(ON[name])
    return {
        "PATH": f"{folder}:/usr/bin:/bin",
        "PYTHONPATH": str(folder),
        "KEPT": str(folder / "kept"),
        **SET[name],
    }


def copied(environ: dict[str, str], text: str = TEXT) -> int:
    done = subprocess.run(
        [sys.executable, native_copy.__file__],
        input=text.encode(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environ,
        timeout=60,
        check=False,
    )
    return done.returncode


@pytest.mark.parametrize(("name", "encoding"), [("wayland", "utf-8"), ("mac", "utf-8"), ("wsl", "utf-16-le")])
def test_each_tool_is_given_the_text_to_the_letter_and_read_back(
    tmp_path: Path, name: str, encoding: str
) -> None:
    environ = system(tmp_path, name)
    assert copied(environ) == native_copy.CONFIRMED
    assert (tmp_path / "kept").read_bytes() == TEXT.encode(encoding)
    assert not (tmp_path / "kept").read_bytes().startswith(b"\xff\xfe"), (
        "clip.exe would paste the mark as well"
    )
    assert WRITES[name] in tools(environ)


@pytest.mark.parametrize("locale", [{}, {"LANG": "C"}, {"LC_ALL": "C", "LANG": "fr_CA.UTF-8"}])
def test_a_mac_without_a_utf_8_locale_gets_the_same_letters(tmp_path: Path, locale: dict[str, str]) -> None:
    assert copied({**system(tmp_path, "mac"), **locale}) == native_copy.CONFIRMED
    assert (tmp_path / "kept").read_text("utf-8") == TEXT


@pytest.mark.parametrize("name", ON)
@pytest.mark.parametrize("script", [FAILING, NOISY])
def test_what_cannot_be_read_back_is_not_called_copied(tmp_path: Path, name: str, script: str) -> None:
    environ = system(tmp_path, name, **{READS[name]: script})
    assert copied(environ) == native_copy.UNCONFIRMED


@pytest.mark.parametrize("name", ON)
def test_a_tool_that_hangs_is_given_up_and_the_terminal_is_asked_instead(tmp_path: Path, name: str) -> None:
    environ = system(tmp_path, name, **{WRITES[name]: HANGING})
    assert send_test_word(None, environ)[1] == "nowhere"
    word, route = send_test_word(lambda text: text.startswith("clearday-"), environ)
    assert (route, word[:9]) == ("osc52", "clearday-")


@pytest.mark.parametrize("name", ON)
def test_a_tool_that_fails_is_never_called_confirmed(tmp_path: Path, name: str) -> None:
    environ = system(tmp_path, name, **{WRITES[name]: FAILING})
    (tmp_path / "kept").write_bytes(b"")
    assert send_test_word(None, environ)[1] == "unconfirmed"
