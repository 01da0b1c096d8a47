"""Copies of picture files without metadata: no place, no time, no camera. Needs Pillow, the extra `photos`."""

import os

from storage.errors import InputError

_FORMATS = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp"}


def write_clean(path: str, target: str) -> str:
    """Write the picture at `path` to the file or folder `target`, upright, with its pixels and nothing else.

    Replaces no file. Returns the path written. Raises InputError, also where Pillow is missing.
    """
    try:
        from PIL import Image, ImageOps
    except ImportError:
        raise InputError("no-pillow") from None
    where = os.path.join(target, os.path.basename(path)) if os.path.isdir(target) else target
    try:
        with Image.open(path) as opened:
            kind = opened.format or ""
            if kind not in _FORMATS:
                raise InputError("photo-format", path=path, formats=", ".join(_FORMATS))
            upright = ImageOps.exif_transpose(opened)
            plain = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
            # Made anew from the pixels: what a library does not know of cannot come along.
            clean = Image.frombytes(plain.mode, plain.size, plain.tobytes())
        with open(where, "xb") as file:
            clean.save(file, kind)
    except FileExistsError:
        raise InputError("photo-there", path=where) from None
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise InputError("photo-unreadable", path=path, reason=getattr(error, "strerror", "") or "") from None
    return where
