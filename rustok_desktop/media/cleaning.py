"""Removing what nothing uses: pictures without users, and files without pictures."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from functools import partial
from pathlib import PurePosixPath

from rustok_desktop.core.clock import Clock, parse_time
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import NotFound
from rustok_desktop.media import records
from rustok_desktop.media import statements as sql
from rustok_desktop.media.files import MediaFiles, StrayFile
from rustok_desktop.media.views import CleanedUp, Unused
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.reader import Reader
from rustok_desktop.storage.unit_of_work import UnitOfWork
from rustok_desktop.storage.writer import Writer

AT_ONCE = 5_000  # pictures one clean-up removes; the next one takes the rest
BATCH = 100


class Cleaner:
    """Tells what is unused, and removes it. ``settling`` keeps uploads from taking in what is being removed."""

    def __init__(
        self,
        writer: Writer,
        reader: Reader,
        bus: TransactionalEventBus,
        files: MediaFiles,
        settling: asyncio.Lock,
        clock: Clock,
        grace: timedelta,
    ) -> None:
        self._writer = writer
        self._reader = reader
        self._bus = bus
        self._files = files
        self._settling = settling
        self._clock = clock
        self._grace = grace

    async def unused(self, ctx: Context) -> Unused:
        """Pictures of the shop without users and files without pictures, both older than the grace."""
        edge = parse_time(self._clock()) - self._grace
        before = edge.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        rows = await self._reader.all(sql.UNUSED, tenant_id=ctx.tenant_id, before=before, limit=AT_ONCE)
        strays = await self._strays(edge.timestamp())
        return Unused(
            ids=tuple(row[0] for row in rows),
            size=sum(row[1] for row in rows),
            stray_files=len(strays),
            stray_size=sum(file.size for file in strays),
        )

    async def clean_up(self, ctx: Context, told: Unused, on_progress: Callable[[int], None] | None) -> CleanedUp:
        """Remove the pictures ``told`` that are still unused, with their files, then stray files."""
        pictures = files = size = done = 0
        for ids in _batches(told.ids, BATCH):
            async with self._settling:
                gone = await self._writer.run(partial(self._remove_rows, ctx, ids))
                removed = [await self._remove_file(found.path) for found in gone]
            pictures += len(gone)
            files += sum(removed_size > 0 for removed_size in removed)
            size += sum(removed)
            done += len(ids)
            if on_progress is not None:
                on_progress(done)
        edge = (parse_time(self._clock()) - self._grace).timestamp()
        for stray in await self._strays(edge):
            async with self._settling:
                removed_size = await self._remove_file(stray.path)
            files += removed_size > 0
            size += removed_size
        return CleanedUp(pictures, files, size)

    def _remove_rows(self, ctx: Context, ids: Sequence[str], uow: UnitOfWork) -> list[records.StoredMedium]:
        gone = []
        for media_id in ids:
            try:
                found = records.load(uow, ctx, media_id)
            except NotFound:
                continue
            if not records.users(uow, ctx, media_id, 1):
                records.remove(uow, ctx, self._bus, found.view)
                records.purge(uow, ctx, self._bus, media_id)
                gone.append(found)
        return gone

    async def _remove_file(self, path: str) -> int:
        """Its size, 0 when some shop still has it."""
        return 0 if await self._known(path) else await asyncio.to_thread(self._files.remove, path)

    async def _strays(self, edge: float) -> list[StrayFile]:
        old = await asyncio.to_thread(lambda: [file for file in self._files.contents() if file.modified < edge])
        trashed = {row[0] for row in await self._reader.all(sql.TRASHED_PATHS)} if old else set()
        return [file for file in old if file.path not in trashed and not await self._known(file.path)]

    async def _known(self, path: str) -> bool:
        sha256 = PurePosixPath(path).stem
        return await self._reader.one(sql.KNOWN_PATH, path=path, sha256=sha256) is not None


def _batches(ids: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), size):
        yield ids[start : start + size]
