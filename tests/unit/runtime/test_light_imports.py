"""What a window imports before its first paint must not drag in the core's libraries."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = {"asyncio", "sqlalchemy", "alembic", "aiosqlite", "pydantic", "structlog", "orjson", "apscheduler", "Stemmer"}


@pytest.mark.parametrize(
    "module",
    [
        "rustok_desktop.app",
        "rustok_desktop.runtime.client",
        "rustok_desktop.runtime.core_thread",
        "rustok_desktop.runtime.crash_log",
        "rustok_desktop.runtime.notices",
        "rustok_desktop.runtime.settings",
        "rustok_desktop.runtime.single_instance",
        "rustok_desktop.identity.views",
    ],
)
def test_light(module: str) -> None:
    code = f"import sys, {module}; print(*(name for name in sys.modules if '.' not in name))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert not HEAVY & set(done.stdout.split())
