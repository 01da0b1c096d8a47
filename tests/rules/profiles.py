"""The product's own platform profiles, read once for the tests."""

from pathlib import Path
from typing import Final

from rules.platforms import Platform, parse_platforms

TOML: Final = (Path(__file__).parents[2] / "rules" / "platforms.toml").read_text(encoding="utf-8")
PROFILES: Final[dict[str, Platform]] = parse_platforms(TOML, "platforms.toml")
READY: Final = [platform for platform in PROFILES.values() if platform.ready]
SIZED: Final = [platform for platform in READY if platform.limit is not None]
