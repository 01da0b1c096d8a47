"""Our two looks, light and dark: one accent, calm surfaces, text at 4.5:1 or better everywhere.

Colour only repeats what words and signs already say. Where a terminal has sixteen colours, each theme is one in
those: the nearest of them to its own colours would make accent, warning and error a single grey.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from rich.console import Console
from textual.theme import Theme

LIGHT: Final = Theme(
    name="clearday-light",
    dark=False,
    primary="#1d5c63",
    secondary="#3f5f63",
    accent="#1d5c63",
    foreground="#22292b",
    background="#fbfaf6",
    surface="#f3f1ec",
    panel="#e8e5db",
    warning="#7a4b00",
    error="#9a2525",
    success="#2a632e",
    variables={
        "quiet": "#5a6265",
        "border": "#1d5c63",
        "border-blurred": "#c9c5b8",
        "block-cursor-background": "#e8e5db",
        "block-cursor-foreground": "#22292b",
        "scrollbar": "#c9c5b8",
        "scrollbar-hover": "#8f8b7e",
        "scrollbar-active": "#8f8b7e",
        "scrollbar-background": "#fbfaf6",
        "scrollbar-background-hover": "#fbfaf6",
        "scrollbar-background-active": "#fbfaf6",
        "scrollbar-corner-color": "#fbfaf6",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#f3f1ec",
        "block-cursor-blurred-foreground": "#22292b",
        "input-cursor-background": "#22292b",
        "input-cursor-foreground": "#fbfaf6",
        "input-selection-background": "#b8d4d6",
        "input-selection-foreground": "#22292b",
        "button-color-foreground": "#fbfaf6",
    },
)
"""Ink on paper."""

DARK: Final = Theme(
    name="clearday-dark",
    dark=True,
    primary="#7cc4c4",
    secondary="#9db4b5",
    accent="#7cc4c4",
    foreground="#e2e4e0",
    background="#14191b",
    surface="#1b2224",
    panel="#263033",
    warning="#e6b566",
    error="#f09a91",
    success="#93cf9b",
    variables={
        "quiet": "#9aa6a8",
        "border": "#7cc4c4",
        "border-blurred": "#3a474c",
        "block-cursor-background": "#263033",
        "block-cursor-foreground": "#e2e4e0",
        "scrollbar": "#3a474c",
        "scrollbar-hover": "#5d6d72",
        "scrollbar-active": "#5d6d72",
        "scrollbar-background": "#14191b",
        "scrollbar-background-hover": "#14191b",
        "scrollbar-background-active": "#14191b",
        "scrollbar-corner-color": "#14191b",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#1b2224",
        "block-cursor-blurred-foreground": "#e2e4e0",
        "input-cursor-background": "#e2e4e0",
        "input-cursor-foreground": "#14191b",
        "input-selection-background": "#2f5457",
        "input-selection-foreground": "#f4f5f2",
        "button-color-foreground": "#14191b",
    },
)
"""The same desk in the evening."""

OURS: Final = (DARK, LIGHT)
"""Both, the one used when the settings name none first."""


_BLACK, _GREY, _SILVER, _WHITE = "#000000", "#555555", "#aaaaaa", "#ffffff"
_RAISED, _LAID = "#010101", "#fefefe"
"""Drawn as black and as white; to the styles they are grounds of their own, beside which a bar stands."""
_DARK_NAMED: Final = {
    "#e2e4e0": _WHITE,
    "#f4f5f2": _WHITE,
    "#14191b": _BLACK,
    "#1b2224": _BLACK,
    "#263033": _RAISED,
    "#3a474c": _GREY,
    "#5d6d72": _SILVER,
    "#9aa6a8": _SILVER,
    "#9db4b5": _SILVER,
    "#7cc4c4": "#55ffff",
    "#e6b566": "#ffff55",
    "#f09a91": "#ff5555",
    "#93cf9b": "#55ff55",
    "#2f5457": "#0000aa",
}
_LIGHT_NAMED: Final = {
    "#22292b": _BLACK,
    "#fbfaf6": _WHITE,
    "#f3f1ec": _WHITE,
    "#e8e5db": _LAID,
    "#c9c5b8": _SILVER,
    "#8f8b7e": _GREY,
    "#5a6265": _GREY,
    "#3f5f63": _GREY,
    "#1d5c63": "#0000aa",
    "#7a4b00": "#aa00aa",
    "#9a2525": "#aa0000",
    "#2a632e": "#0000aa",
    "#b8d4d6": _SILVER,
}
"""Each colour of a theme, and which of the sixteen stands for it, as Rich knows these."""


def _in_sixteen(theme: Theme, named: Mapping[str, str]) -> Theme:
    return replace(
        theme,
        primary=named[theme.primary],
        secondary=named[str(theme.secondary)],
        accent=named[str(theme.accent)],
        foreground=named[str(theme.foreground)],
        background=named[str(theme.background)],
        surface=named[str(theme.surface)],
        panel=named[str(theme.panel)],
        warning=named[str(theme.warning)],
        error=named[str(theme.error)],
        success=named[str(theme.success)],
        variables={name: named.get(value, value) for name, value in theme.variables.items()},
    )


SIXTEEN: Final = (_in_sixteen(DARK, _DARK_NAMED), _in_sixteen(LIGHT, _LIGHT_NAMED))
"""The same two where there are sixteen colours. No ground says there what is selected: a bar does."""


def ours_on(console: Console) -> tuple[Theme, Theme]:
    """Our two themes in the colours that `console` has."""
    return SIXTEEN if console.color_system == "standard" else OURS


def known_themes() -> list[str]:
    """Every theme there is, ours first, then Textual's own by name."""
    from textual.theme import BUILTIN_THEMES

    return [*(theme.name for theme in OURS), *sorted(BUILTIN_THEMES)]
