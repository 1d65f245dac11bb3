"""Packages keep to their layers, and the window starts without the heavy libraries."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("sqlalchemy", "alembic", "aiosqlite", "pydantic", "structlog", "orjson", "Stemmer", "typer")
LOADED = f"""
import json, sys
import rustok_desktop.__main__, rustok_desktop.cli.options, rustok_desktop.cli.window, rustok_desktop.gui.application
print(json.dumps([name for name in {HEAVY!r} if name in sys.modules]))
"""


def test_imports_keep_the_layers() -> None:
    """The same contracts as `make lint`, so that a plain test run cannot miss them."""
    tool = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [tool, "--config", "tests/architecture/layers.ini", "--no-cache"],
        cwd=ROOT, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


def test_window_module_loads_nothing_heavy() -> None:
    """What stands between a double click and the first paint is mostly imports."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == []
