"""Copies of picture files without metadata: no place, no time, no camera. Needs Pillow, the extra `photos`."""

import os
from typing import TYPE_CHECKING

from storage.errors import InputError

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

_FORMATS = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp"}


def write_clean(path: str, target: str) -> str:
    """Write the picture at `path` to the file or folder `target`, upright, with its pixels and nothing else.

    Replaces no file. Returns the path written. Raises InputError, also where Pillow is missing.
    """
    try:
        from PIL import Image
    except ImportError:
        raise InputError("no-pillow") from None
    where = os.path.join(target, os.path.basename(path)) if os.path.isdir(target) else target
    try:
        clean, kind = _cleaned(path)
        with open(where, "xb") as file:
            clean.save(file, kind)
    except FileExistsError:
        raise InputError("photo-there", path=where) from None
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise InputError("photo-unreadable", path=path, reason=getattr(error, "strerror", "") or "") from None
    return where


def _cleaned(path: str) -> tuple["Picture", str]:
    """The picture at `path` made anew, and the name of its format. Raises InputError for a format of another kind."""
    from PIL import Image

    with Image.open(path) as opened:
        kind = opened.format or ""
        if kind not in _FORMATS:
            raise InputError("photo-format", path=path, formats=", ".join(_FORMATS))
        return _made_anew(opened), kind


def _made_anew(opened: "Picture") -> "Picture":
    # Made anew from the pixels: what a library does not know of cannot come along.
    from PIL import Image, ImageOps

    upright = ImageOps.exif_transpose(opened)
    plain = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    return Image.frombytes(plain.mode, plain.size, plain.tobytes())


PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".heic")
"""What the name of a picture file ends with."""


def picture_at(path: str) -> str:
    """`path`, its `~` filled in and never a bare name. Raises InputError where no picture file is there."""
    found = os.path.expanduser(path)
    if not os.path.isfile(found):
        raise InputError("photo-missing", path=path)
    if not found.lower().endswith(PICTURES):
        raise InputError("photo-no-picture", path=path, endings=", ".join(PICTURES))
    # A note takes a name for an address only where a dot or a slash comes before any blank.
    return found if os.path.dirname(found) else os.path.join(os.curdir, found)


def completed(path: str) -> str | None:
    """`path` with the rest of the first folder or picture file that begins so; None where none does."""
    folder, begun = os.path.split(path)
    try:
        names = sorted(os.listdir(os.path.expanduser(folder) or "."))
    except OSError:
        return None
    for name in names:
        if not begun or not name.startswith(begun) or name.startswith(".") > begun.startswith("."):
            continue
        if os.path.isdir(os.path.join(os.path.expanduser(folder), name)):
            return os.path.join(folder, name, "")
        if name.lower().endswith(PICTURES):
            return os.path.join(folder, name)
    return None
