"""Fixtures for pytest: ``pytest_plugins = ["rustok_desktop.testing.plugin"]`` in the top ``conftest.py``.

Needs pytest and pytest-asyncio. The rest is imported only when a fixture is used.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

if TYPE_CHECKING:
    from rustok_desktop.testing.recording import RecordingBus
    from rustok_desktop.testing.shop import TemporaryShop


@pytest_asyncio.fixture
async def rustok_shop(tmp_path: Path) -> AsyncIterator[TemporaryShop]:
    """An open shop in the test's own directory, closed after the test."""
    from rustok_desktop.testing.shop import temporary_shop

    async with temporary_shop(tmp_path / "shop") as shop:
        yield shop


@pytest.fixture
def rustok_events(rustok_shop: TemporaryShop) -> RecordingBus:
    """What ``rustok_shop`` has recorded."""
    return rustok_shop.events
