"""A shop whose imports and exports of content run in threads, and files written for the test."""

from __future__ import annotations

import asyncio
import struct
import threading
import zlib
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from rustok_desktop.core.context import Context
from rustok_desktop.exchange.nodes.export_worker import ExportWork
from rustok_desktop.exchange.nodes.schemas import ContentReport
from rustok_desktop.exchange.nodes.worker import ContentWork
from rustok_desktop.exchange.schemas import ImportProgress
from rustok_desktop.testing import TemporaryShop, temporary_shop


class _Pipe:
    def __init__(self, on_progress: Any) -> None:
        self._on_progress = on_progress

    def send(self, message: tuple[str, Any]) -> None:
        if self._on_progress is not None:
            done, total, tally = message[1]
            self._on_progress(ImportProgress("read", done, total, tally))


async def plan_here(job: Any, on_progress: Any) -> Any:
    """The worker's work in a thread: the same code, without waiting for another interpreter."""
    return await asyncio.to_thread(ContentWork(job, _Pipe(on_progress), threading.Event()).plan)  # type: ignore[arg-type]


async def export_here(job: Any, on_progress: Any) -> Any:
    """The same for exports."""
    return await asyncio.to_thread(ExportWork(job, _Pipe(on_progress), threading.Event()).write)  # type: ignore[arg-type]


class Content:
    """One shop and what a test does with it."""

    def __init__(self, shop: TemporaryShop) -> None:
        self.shop = shop
        self.platform = shop.platform
        self.platform.content_imports._run_plan = plan_here
        self.platform.content_exports._run_export = export_here

    @property
    def ctx(self) -> Context:
        """The owner, beginning something new."""
        return self.shop.ctx.with_new_correlation()

    async def bring_in(self, path: Path, **options: Any) -> ContentReport:
        """Import at once."""
        return await self.platform.content_imports.run(self.ctx, path, **options)

    async def count(self, kind: str) -> int:
        """How many nodes of a kind are there and not in the trash."""
        from rustok_desktop.storage.statements import prepare

        sql = "SELECT count(*) FROM nodes WHERE tenant_id = :t AND kind = :k AND deleted_at IS NULL"
        row = await self.platform.database.reader.one(prepare(sql), t=self.shop.ctx.tenant_id, k=kind)
        return int(row[0]) if row is not None else 0


@pytest.fixture
async def content() -> AsyncIterator[Content]:
    async with temporary_shop() as shop:
        await shop.platform.tenants.enable_locale(shop.ctx, "ru")
        yield Content(shop)


@pytest.fixture
def picture() -> Callable[[Path, int], Path]:
    """Writes a PNG of one pixel of the given colour."""

    def write(path: Path, colour: int = 1) -> Path:
        def chunk(kind: bytes, data: bytes) -> bytes:
            return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

        head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
        pixel = zlib.compress(b"\0" + colour.to_bytes(3, "big"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixel) + chunk(b"IEND", b""))
        return path

    return write
