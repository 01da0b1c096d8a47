"""The app as the person chose it: colours, room, whether it moves, and keys of their own."""

from textual.app import ReturnType
from textual.binding import Binding

from storage.settings import Settings
from storage.texts import read_text
from storage.toml_lines import line_in
from tui.desk import Desk
from tui.key_clashes import Clash, clashes
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

    def choose(self, settings: Settings) -> list[str]:
        """Take on what was chosen; gives a sentence for each thing that cannot be had."""
        known = settings.theme in self.available_themes
        self.theme = settings.theme if known else OURS[0].name
        self.animation_level = "full" if settings.animations else "none"
        self.set_class(settings.density == "roomy", "-roomy")
        refused = clashes(settings.keys)
        self.set_keymap(
            {name: keys for name, keys in settings.keys if name not in {one.name for one in refused}}
        )
        sentences = [self._clashes_said(clash) for clash in refused]
        if settings.theme and not known:
            sentences.append(self.words("no-theme", name=visible(settings.theme)))
        return sentences

    def _clashes_said(self, clash: Clash) -> str:
        path = self.desk.preferences.path
        line = line_in(read_text(path), "keys", clash.name) or 1
        does = self.words(f"tip-{clash.other}") if clash.other else ""
        kind = "key-taken" if clash.other else "key-owned"
        return self.words(kind, path=visible(path), line=line, name=clash.name, pressed=clash.key, does=does)

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
