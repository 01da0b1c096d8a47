"""What goes into a picture's own field, beside the text: its description, counted by itself."""

from textual.content import Content
from textual.widgets import Static

from rules.photos import Photo
from rules.platforms import Platform
from tui.outbox import PartState
from tui.visible import visible
from tui.widgets.platform_card import state_told
from tui.wording import Words


class AltCard(Static):
    """The description of one picture on one platform."""

    DEFAULT_CSS = """
    AltCard {
        height: auto; margin: 0 1 1 1; padding: 0 1; background: $background; color: $foreground;
        border: dashed $border-blurred; border-title-color: $foreground; border-subtitle-color: $foreground;
    }
    """

    def __init__(self, words: Words, photo: Photo, platform: Platform, state: PartState) -> None:
        """`state`: how far the description is."""
        super().__init__(Content(visible(photo.alt or words("photo-no-alt"))))
        head = visible(words("photo-beside", photo=photo.name))
        self.border_title = Content(" · ".join(filter(None, (state_told(words, state), head))))
        said = words.count("length", photo.length)
        if platform.alt_limit is not None:
            said = words.length(photo.length, platform.alt_limit)
        fits = photo.alt_fits(platform)
        self.border_subtitle = Content(said if fits else f"{said} · {words('too-long')}")
