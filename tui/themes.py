"""Our two looks, light and dark: one accent, calm surfaces, text at 4.5:1 or better everywhere.

Colour only repeats what words and signs already say.
"""

from typing import Final

from textual.theme import Theme

LIGHT: Final = Theme(
    name="clearday-light",
    dark=False,
    primary="#1d5c63",
    secondary="#3f5f63",
    accent="#1d5c63",
    foreground="#22292b",
    background="#fbfaf6",
    surface="#f3f1ea",
    panel="#e8e5db",
    warning="#7a4b00",
    error="#9a2525",
    success="#2a6333",
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
        "block-cursor-blurred-background": "#f3f1ea",
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
    surface="#1b2225",
    panel="#263034",
    warning="#e6b566",
    error="#f09a91",
    success="#93cf9b",
    variables={
        "quiet": "#9aa6a8",
        "border": "#7cc4c4",
        "border-blurred": "#3a474c",
        "block-cursor-background": "#263034",
        "block-cursor-foreground": "#e2e4e0",
        "scrollbar": "#3a474c",
        "scrollbar-hover": "#5d6d72",
        "scrollbar-active": "#5d6d72",
        "scrollbar-background": "#14191b",
        "scrollbar-background-hover": "#14191b",
        "scrollbar-background-active": "#14191b",
        "scrollbar-corner-color": "#14191b",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#1b2225",
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


def known_themes() -> list[str]:
    """Every theme there is, ours first, then Textual's own by name."""
    from textual.theme import BUILTIN_THEMES

    return [*(theme.name for theme in OURS), *sorted(BUILTIN_THEMES)]
