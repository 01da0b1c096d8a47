"""Writes weights in the form that rules/reader/weights.py reads: the same arrays give the same bytes."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from rules.reader.weights import SIGN


def written(
    name: str, version: str, meta: Mapping[str, Any], arrays: "Mapping[str, np.ndarray | bytes]"
) -> bytes:
    """The bytes of some weights; an array given as bytes is kept as they are."""
    places: dict[str, list[Any]] = {}
    parts: list[bytes] = []
    at = 0
    for key in sorted(arrays):
        value = arrays[key]
        array = np.frombuffer(value, np.uint8) if isinstance(value, bytes) else np.ascontiguousarray(value)
        raw = array.tobytes()
        places[key] = [array.dtype.str, list(array.shape), at, len(raw)]
        padding = -len(raw) % 64
        parts.append(raw + bytes(padding))
        at += len(raw) + padding
    table = json.dumps({"name": name, "version": version, "meta": meta, "arrays": places}, sort_keys=True)
    head = table.encode("utf-8")
    head += b" " * (-(len(SIGN) + 4 + len(head)) % 64)
    return SIGN + len(head).to_bytes(4, "little") + head + b"".join(parts)


def keep(folder: Path, name: str, version: str, data: bytes) -> None:
    """Put weights into `folder` and their fingerprint into its table."""
    (folder / f"{name}.weights").write_bytes(data)
    table = folder / "weights.toml"
    old = table.read_text("utf-8") if table.exists() else ""
    entries = {part.split("]")[0]: part for part in old.split("[")[1:]}
    entries[name] = (
        f'{name}]\nfile = "{name}.weights"\nversion = "{version}"\nsha256 = "{hashlib.sha256(data).hexdigest()}"\n'
    )
    head = (
        "# The weights that lie here, made by python -m tests.training.build. MODEL-CARD.md says from what.\n"
    )
    table.write_text(head + "".join(f"\n[{entries[key].strip()}\n" for key in sorted(entries)), "utf-8")
