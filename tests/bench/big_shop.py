"""A large shop that takes a minute to make, so it is kept until something about its making changes."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from tests.bench.fill import fill
from tests.bench.framework import Bench
from tests.bench.shop import database_file, index_all, new_shop

ROOT = Path(__file__).resolve().parents[2]
MAKERS = ("migrations/versions/*.py", "rustok_desktop/index/*.py", "rustok_desktop/core/text.py", "tests/bench/*.py")


def big_shop(bench: Bench, count: int) -> Path:
    """The directory of a shop with ``count`` products, indexed and closed."""
    directory = bench.directory / f"shop-{count}-{fingerprint()}"
    if directory.exists():
        return directory
    for old in bench.directory.glob(f"shop-{count}-*"):
        shutil.rmtree(old)
    fresh = bench.directory / f"part-of-shop-{count}"
    shutil.rmtree(fresh, ignore_errors=True)
    new_shop(fresh)
    fill(database_file(fresh), count)
    index_all(fresh)
    fresh.rename(directory)
    return directory


def fingerprint(also: tuple[str, ...] = ()) -> str:
    """What a kept shop was made by; ``also`` names more files beside this one."""
    digest = hashlib.sha256()
    for pattern in MAKERS:
        for path in sorted(ROOT.glob(pattern)):
            if "bench" not in path.parts or path.name in ("catalog.py", "fill.py", *also):
                digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
