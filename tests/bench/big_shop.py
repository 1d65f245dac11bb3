"""A large shop that takes a minute to make, so it is kept until something about its making changes."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

from tests.bench.fill import fill
from tests.bench.framework import Bench
from tests.bench.shop import database_file, index_all, new_shop

ROOT = Path(__file__).resolve().parents[2]
MAKERS = ("migrations/versions/*.py", "rustok_desktop/index/*.py", "rustok_desktop/core/text.py", "tests/bench/*.py")
FILLERS = ("catalog.py", "fill.py", "fill_content.py", "long_list.py")


def big_shop(bench: Bench, count: int) -> Path:
    """The directory of a shop with ``count`` products, indexed and closed."""
    return kept_shop(bench, "shop", count, _make)


def kept_shop(bench: Bench, name: str, count: int, make: Callable[[Path, int], None]) -> Path:
    """The directory of a shop that ``make`` filled with ``count`` things."""
    digest = hashlib.sha256()
    for pattern in MAKERS:
        for path in sorted(ROOT.glob(pattern)):
            if "bench" not in path.parts or path.name in FILLERS:
                digest.update(path.read_bytes())
    directory = bench.directory / f"{name}-{count}-{digest.hexdigest()[:12]}"
    if directory.exists():
        return directory
    for old in bench.directory.glob(f"{name}-{count}-*"):
        shutil.rmtree(old)
    fresh = bench.directory / f"part-of-{name}-{count}"
    shutil.rmtree(fresh, ignore_errors=True)
    make(fresh, count)
    fresh.rename(directory)
    return directory


def _make(directory: Path, count: int) -> None:
    new_shop(directory)
    fill(database_file(directory), count)
    index_all(directory)
