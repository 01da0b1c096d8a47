"""The shapes a weekly note can take: the built-in ones, and those in a file of the person's own."""

import difflib
import os
from collections.abc import Mapping

from rules.week_shape import LAYOUTS, Form, WeekShape, parse_shapes
from storage.errors import SettingsError
from storage.settings import Settings
from storage.texts import read_text
from storage.toml_lines import line_of

_BUILT_IN = os.path.join(
    os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "rules", "week_shapes.toml"
)
_LARGEST = 1024 * 1024


def load_shapes(settings: Settings) -> dict[str, WeekShape]:
    """Every shape, by id, without the parts that are to be left out.

    One of the person's own takes the place of a built-in one with its id.
    Raises InputError for a file that cannot be read and ShapeError for one that holds no shape.
    """
    shapes = parse_shapes(read_text(_BUILT_IN), "week_shapes.toml") | _own(settings)
    return {key: shape.without(settings.week_without) for key, shape in shapes.items()}


def chosen_form(settings: Settings, shapes: Mapping[str, WeekShape]) -> Form:
    """The form that the settings ask for: in a file of the person's own, its first shape."""
    layout = next((known for known in LAYOUTS if known == settings.week_layout), None)
    shape = next(iter(_own(settings)), settings.week_shape or Form().shape)
    return Form(shape if shape in shapes else Form().shape, layout)


def check_shape(settings: Settings, config: str) -> None:
    """Raises SettingsError, InputError or ShapeError when the settings in `config` name no usable shape."""
    if not settings.week_shape:
        return
    shapes = load_shapes(settings)
    if not settings.week_shape.endswith(".toml") and settings.week_shape not in shapes:
        near = difflib.get_close_matches(settings.week_shape, shapes, n=1)
        raise SettingsError(
            "settings-week-shape",
            path=config,
            line=line_of(read_text(config), "week-shape") or 1,
            name=settings.week_shape,
            near=near[0] if near else "",
            known=", ".join(shapes),
        )


def _own(settings: Settings) -> dict[str, WeekShape]:
    path = settings.week_shape
    return parse_shapes(read_text(path, limit=_LARGEST), path) if path.endswith(".toml") else {}
