"""The app as the person chose it: colours, room, whether it moves, and keys of their own."""

from textual.app import ReturnType
from textual.binding import Binding

from storage.settings import Settings
from tui.desk import Desk
from tui.key_clashes import clashes, told
from tui.themes import OURS
from tui.visible import visible
from tui.walls import WalledApp


class ChosenApp(WalledApp[ReturnType]):
    """An app that looks and answers as the settings say."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.words)
        self.desk = desk
        for theme in OURS:
            self.register_theme(theme)
        self.animation_level = "none"

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """What our own variable is under somebody else's theme."""
        return {"quiet": "auto 80%"}

    def choose(self, settings: Settings) -> str:
        """Take on what was chosen; gives a line for each thing that cannot be had."""
        known = settings.theme in self.available_themes
        self.theme = settings.theme if known else OURS[0].name
        self.animation_level = "full" if settings.animations else "none"
        self.set_class(settings.density == "roomy", "-roomy")
        refused = clashes(settings.keys)
        self.set_keymap(
            {name: keys for name, keys in settings.keys if name not in {one.name for one in refused}}
        )
        sentences = [told(self.words, clash, self.desk.preferences.path) for clash in refused]
        if settings.theme and not known:
            sentences.append(self.words("no-theme", name=visible(settings.theme)))
        return "\n".join(sentences)

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
