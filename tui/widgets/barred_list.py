"""A list of options with a bar beside the selected one, so that it is found without telling two greys apart."""

from typing import ClassVar

from rich.segment import Segment
from textual.strip import Strip
from textual.widgets import OptionList

_BAR = "▌"


class BarredList(OptionList):
    """An option list whose rows begin with an empty cell: there the bar stands."""

    DEFAULT_CSS = """
    BarredList > .option-list--option { padding: 0 1; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"barred-list--bar"}

    def action_page_down(self) -> None:
        """A page further down, once there are pages: before the list is drawn the key came early."""
        if self.scrollable_content_region:
            super().action_page_down()  # type: ignore[no-untyped-call]

    def action_page_up(self) -> None:
        """A page up, likewise."""
        if self.scrollable_content_region:
            super().action_page_up()  # type: ignore[no-untyped-call]

    def render_line(self, y: int) -> Strip:
        """The line, with the bar when it belongs to the selected row and is drawn on its ground."""
        strip = super().render_line(y)
        first = next(iter(strip), None)
        style = first.style if first is not None else None
        if (
            first is None
            or style is None
            or self.highlighted is None
            or style.meta.get("option") != self.highlighted
        ):
            return strip
        if style.bgcolor == self.rich_style.bgcolor or not first.text.startswith(" "):
            return strip
        bar = self.get_component_rich_style("barred-list--bar", partial=True)
        return Strip.join([Strip([Segment(_BAR, style + bar)], 1), strip.crop(1)])
