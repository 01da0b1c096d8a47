"""The shapes a weekly note can take: the built-in ones, and those in a file of the person's own."""

import os
from collections.abc import Mapping

from rules.closing_tags import TAGS
from rules.week_shape import LAYOUTS, Form, WeekShape, parse_shapes
from storage.settings import Settings
from storage.texts import read_text
from tui.known_names import must_be_known

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
    tags = next((known for known in TAGS if known == settings.week_tags), Form().tags)
    return Form(shape if shape in shapes else Form().shape, layout, tags)


def check_shape(settings: Settings, config: str) -> None:
    """Raises SettingsError, InputError or ShapeError when the settings in `config` name no usable shape or part."""
    shapes = parse_shapes(read_text(_BUILT_IN), "week_shapes.toml") | _own(settings)
    if settings.week_shape and not settings.week_shape.endswith(".toml"):
        must_be_known(
            "settings-week-shape", settings.week_shape, list(shapes), key="week-shape", config=config
        )
    parts = list(dict.fromkeys(part.id for shape in shapes.values() for part in shape.parts if part.id))
    for name in settings.week_without:
        must_be_known("settings-week-without", name, parts, key="week-without", config=config)


def _own(settings: Settings) -> dict[str, WeekShape]:
    path = settings.week_shape
    return parse_shapes(read_text(path, limit=_LARGEST), path) if path.endswith(".toml") else {}
