"""The app as the person chose it: colours, room, whether it moves, and keys of their own."""

from typing import TYPE_CHECKING

from textual.app import App, ReturnType
from textual.binding import Binding

from storage.settings import Settings
from tui.doorway import Doorway
from tui.kept_keys import kept_by
from tui.themes import OURS, SIXTEEN, ours_on
from tui.visible import visible
from tui.walls import WalledApp

if TYPE_CHECKING:
    from tui.key_clashes import Clash


class ChosenApp(WalledApp[ReturnType]):
    """An app that looks and answers as the settings say."""

    def __init__(self, door: Doorway) -> None:
        super().__init__(door.words)
        self.door = door
        """Where the desk is, and as whose."""
        ours = ours_on(self.console)
        for theme in ours:
            self.register_theme(theme)
        self.set_class(ours is SIXTEEN, "-few-colours")
        self._begin_with(door.settings.theme)
        self.animation_level = "none"
        self.own_keys: dict[str, str] = {}
        """Keys of the person's own, by what they do; those that cannot work are left out."""
        self.kept_keys = kept_by(door.environ)
        """Keys that never arrive in this terminal."""

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """What our own variable is under somebody else's theme."""
        return {"quiet": "auto 80%"}

    def _begin_with(self, theme: str) -> None:
        # Before the styles are read: to change colours afterwards is to read all of them twice.
        self.set_reactive(App.theme, theme if theme in self.available_themes else OURS[0].name)
        dark = self.current_theme.dark
        named = {f"-theme-{self.current_theme.name}": True, "-dark-mode": dark, "-light-mode": not dark}
        self.update_classes(named, update=False)
        self.stylesheet.set_variables(self.get_css_variables())

    def choose(self, settings: Settings) -> str:
        """Take on what was chosen; gives a line for each thing that cannot be had."""
        known = settings.theme in self.available_themes
        self.theme = settings.theme if known else OURS[0].name
        self.animation_level = "full" if settings.animations else "none"
        self.set_class(settings.density == "roomy", "-roomy")
        refused = self._refused(settings)
        self.own_keys = {
            name: keys for name, keys in settings.keys if name not in {one.name for one in refused}
        }
        self.set_keymap(self.own_keys)
        sentences = [self._told(clash) for clash in refused]
        if settings.theme and not known:
            sentences.append(self.words("no-theme", name=visible(settings.theme)))
        return "\n".join(sentences)

    def _refused(self, settings: Settings) -> "list[Clash]":
        if not settings.keys:
            return []
        from tui.key_clashes import clashes

        return clashes(settings.keys)

    def _told(self, clash: "Clash") -> str:
        from tui.key_clashes import told

        return told(self.words, clash, self.door.preferences.path)

    def get_key_display(self, binding: Binding) -> str:
        """A key as people say it: `ctrl+s`, `esc`, « échap »."""
        if "+" not in binding.key and binding.key not in _WORDS:
            return super().get_key_display(binding)
        parts = binding.key.split("+")
        named = [
            self.words(f"keyname-{part}") if part in _NAMED else _ARROWS.get(part, part) for part in parts
        ]
        return "+".join(named)


_ARROWS = {"left": "←", "right": "→", "up": "↑", "down": "↓"}
_WORDS = ("enter", "escape", "space", "backspace")
_NAMED = (*_WORDS, "ctrl", "alt")
