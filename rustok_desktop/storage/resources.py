"""Where the shipped files are: a checkout, an installed wheel, or the packaged program."""

from __future__ import annotations

import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def migrations_dir() -> Path:
    """The folder of the migration environment."""
    return _find("migrations")


def resources_dir() -> Path:
    """The folder of fonts, icons and translations."""
    return _find("resources")


def _find(name: str) -> Path:
    bundle = getattr(sys, "_MEIPASS", None)
    roots = [Path(bundle)] if bundle else []
    for root in (*roots, _PACKAGE / "_data", _PACKAGE.parent):
        if (root / name).is_dir():
            return root / name
    raise FileNotFoundError(f"the shipped folder {name!r} is missing")
