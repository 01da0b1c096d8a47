"""Keys that the terminal round the app keeps for itself, so that a hint never names one that does nothing.

Source, checked 2026-11-27: VS Code's default key bindings on Linux and Windows for the commands that
`terminal.integrated.commandsToSkipShell` lists by default, and for those of its terminal (find, scroll, panes).
"""

from collections.abc import Mapping

_VSCODE = frozenset(
    {
        "f1",  # every command
        "f3",  # find next
        "f5",  # start debugging
        "f6",  # next part of the window
        "f10",  # step over
        "f11",  # full screen, or step into
        "ctrl+e",  # go to file
        "ctrl+f",  # find in the terminal
        "ctrl+g",  # recent folders
        "ctrl+k",  # begins keys of two strokes
        "ctrl+m",  # what tab does
        "ctrl+p",  # go to file
        "ctrl+q",  # quick view, or quit
        "ctrl+tab",
        "ctrl+home",
        "ctrl+end",
        "ctrl+up",
        "ctrl+down",
        "ctrl+pageup",
        "ctrl+pagedown",
        "alt+up",
        "alt+down",
        "alt+left",
        "alt+right",
    }
)


def kept_by(environ: Mapping[str, str]) -> frozenset[str]:
    """The keys, as bindings name them, that never reach an app in the terminal that `environ` tells of."""
    return _VSCODE if environ.get("TERM_PROGRAM") == "vscode" else frozenset()
