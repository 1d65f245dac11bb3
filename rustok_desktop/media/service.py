"""Media: the one door for everybody outside this package."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from rustok_desktop.core import limits
from rustok_desktop.core.clock import Clock, utc_now
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import NotFound, UserError
from rustok_desktop.core.permissions import Action, Resource, require
from rustok_desktop.core.single_flight import FlightStats, SingleFlight
from rustok_desktop.core.text import fold
from rustok_desktop.media import records, worker
from rustok_desktop.media import statements as sql
from rustok_desktop.media.cleaning import Cleaner
from rustok_desktop.media.files import MediaFiles
from rustok_desktop.media.process import MediaProcess
from rustok_desktop.media.schemas import DeleteMedium, DescribeMedium
from rustok_desktop.media.views import (
    SIDES,
    CleanedUp,
    MediaPage,
    MediaQuery,
    MediaRow,
    MediaUse,
    MediaView,
    Unused,
    Uploaded,
)
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.data_dir import DataDirectory
from rustok_desktop.storage.reader import Reader
from rustok_desktop.storage.writer import Writer

USES_SHOWN = 50
_LAST = "~"  # after every id
_THUMBNAILS_KEPT = 2000
_THUMBNAIL_TTL_S = 600.0
_MISSING_TTL_S = 5.0

_Key = tuple[str, str, int]  # tenant, picture, side


class MediaService:
    """Pictures with their words, thumbnails and uses. Every method checks its permission first (Forbidden) and
    sees only the caller's shop (NotFound for anything else). One process per data directory uses it.
    """

    def __init__(
        self,
        writer: Writer,
        reader: Reader,
        bus: TransactionalEventBus,
        directory: DataDirectory,
        clock: Clock = utc_now,
        *,
        grace: timedelta = timedelta(seconds=limits.MEDIA_GRACE_S),
    ) -> None:
        self._writer = writer
        self._reader = reader
        self._bus = bus
        self._files = MediaFiles(directory.media)
        self._process = MediaProcess()
        # Held from a file's getting its name to its row, and by whoever removes files.
        self._settling = asyncio.Lock()
        self._cleaner = Cleaner(writer, reader, bus, self._files, self._settling, clock, grace)
        self._thumbnails: SingleFlight[_Key, Path] = SingleFlight(
            self._find_thumbnail, ttl=_THUMBNAIL_TTL_S, negative_ttl=_MISSING_TTL_S, size=_THUMBNAILS_KEPT
        )

    async def start(self) -> None:
        """Remove what an earlier run left half-way."""
        await asyncio.to_thread(self._files.sweep_incoming)

    async def close(self) -> None:
        """End the worker process."""
        await self._thumbnails.close()
        await self._process.close()

    @property
    def thumbnail_stats(self) -> FlightStats:
        """How the cache of thumbnails does."""
        return self._thumbnails.stats

    def forget(self, ids: frozenset[str] | None = None) -> None:
        """Drop what is cached about these pictures, or about all: events tell of changes."""
        self._thumbnails.invalidate_where(lambda key: ids is None or key[1] in ids)

    async def upload(self, ctx: Context, path: Path, name: str | None = None) -> Uploaded:
        """Take a picture in. UserError says what is wrong with the file; cancelled, nothing is left of it."""
        require(ctx, Resource.MEDIA, Action.CREATE)
        ctx = ctx if ctx.correlation_id is not None else ctx.with_new_correlation()
        incoming = await asyncio.to_thread(self._files.incoming)
        discard = partial(self._files.discard, incoming)
        try:
            facts = await self._process.run(worker.prepare, str(path), str(incoming), discard=discard)
            stored_path = self._files.stored_path(facts.sha256, facts.ending)
            async with self._settling:
                await asyncio.to_thread(self._files.take_in, incoming, facts.sha256, stored_path)
                work = partial(records.add, ctx, self._bus, facts, name or path.name, stored_path)
                uploaded = await self._writer.run(work)
        finally:
            await asyncio.shield(asyncio.to_thread(discard))
        self.forget(frozenset({uploaded.media_id}))
        return uploaded

    async def get(self, ctx: Context, media_id: str) -> MediaView:
        """One picture in full."""
        require(ctx, Resource.MEDIA, Action.READ)
        return (await self._stored(ctx, media_id)).view

    async def count(self, ctx: Context, query: MediaQuery) -> int:
        """How many pictures a query finds."""
        require(ctx, Resource.MEDIA, Action.LIST)
        text = fold(query.text.strip())
        row = await self._reader.one(sql.COUNT[query.use, bool(text)], tenant_id=ctx.tenant_id, text=text)
        return int(row[0]) if row is not None else 0

    async def page(self, ctx: Context, query: MediaQuery, *, after: str | None = None, limit: int = 100) -> MediaPage:
        """Up to ``limit`` pictures after the one with the id ``after``, newest first."""
        require(ctx, Resource.MEDIA, Action.LIST)
        limit = max(1, min(limit, limits.MEDIA_PER_PAGE))
        text = fold(query.text.strip())
        params: dict[str, Any] = {"tenant_id": ctx.tenant_id, "after": after or _LAST, "text": text}
        rows = await self._reader.all(sql.PAGE[query.use, bool(text)], limit=limit + 1, **params)
        shown = tuple(MediaRow(*row) for row in rows[:limit])
        return MediaPage(shown, shown[-1].id if len(rows) > limit else None)

    async def usage(self, ctx: Context, media_id: str, limit: int = USES_SHOWN) -> tuple[MediaUse, ...]:
        """What shows a picture; nothing for one that is not there."""
        require(ctx, Resource.MEDIA, Action.READ)
        params = {"at_tenant_id": ctx.tenant_id, "at_id": media_id, "locale": ctx.locale}
        return tuple(records.use_of(row) for row in await self._reader.all(sql.USERS, limit=limit, **params))

    async def describe(self, ctx: Context, command: DescribeMedium) -> MediaView:
        """Change titles and alternative texts. VersionConflict when somebody saved first."""
        require(ctx, Resource.MEDIA, Action.UPDATE)
        await self._writer.run(partial(records.describe, ctx, self._bus, command))
        return (await self._stored(ctx, command.media_id)).view

    async def delete(self, ctx: Context, command: DeleteMedium) -> MediaView:
        """Delete what nothing uses (UserError ``media_in_use``), and return what it was.

        It goes to the trash: its file stays until it is purged from there.
        """
        require(ctx, Resource.MEDIA, Action.DELETE)
        async with self._settling:
            gone = await self._writer.run(partial(records.delete, ctx, self._bus, command))
            await asyncio.to_thread(self._files.touch, gone.path)
        self.forget(frozenset({gone.view.id}))
        return gone.view

    async def original(self, ctx: Context, media_id: str) -> Path:
        """Where the content lies; for reading only."""
        require(ctx, Resource.MEDIA, Action.READ)
        return self._files.original((await self._stored(ctx, media_id)).path)

    async def thumbnail(self, ctx: Context, media_id: str, side: int) -> Path:
        """A small picture, its longer side ``side`` (one of SIDES) at most; made when it is missing."""
        require(ctx, Resource.MEDIA, Action.READ)
        if side not in SIDES:
            raise ValueError(f"there are no thumbnails of {side} pixels")
        path = await self._thumbnails.get((ctx.tenant_id, media_id, side))
        if path is None:
            raise NotFound("not_found", kind="media", id=media_id)
        return path

    async def unused(self, ctx: Context) -> Unused:
        """What :meth:`clean_up` would remove now. Recent uploads and recently left files do not count."""
        require(ctx, Resource.MEDIA, Action.DELETE)
        return await self._cleaner.unused(ctx)

    async def clean_up(self, ctx: Context, told: Unused, on_progress: Callable[[int], None] | None = None) -> CleanedUp:
        """Remove what was ``told``, except pictures that came into use since. Cancelled, it stops between batches."""
        require(ctx, Resource.MEDIA, Action.DELETE)
        cleaned = await self._cleaner.clean_up(ctx, told, on_progress)
        self.forget(frozenset(told.ids))
        return cleaned

    async def _stored(self, ctx: Context, media_id: str) -> records.StoredMedium:
        place = {"at_tenant_id": ctx.tenant_id, "at_id": media_id}
        row = await self._reader.one(sql.ONE, **place)
        if row is None:
            raise NotFound("not_found", kind="media", id=media_id)
        return records.stored(row, await self._reader.all(sql.WORDS, **place))

    async def _find_thumbnail(self, key: _Key) -> Path | None:
        tenant_id, media_id, side = key
        row = await self._reader.one(sql.ONE, at_tenant_id=tenant_id, at_id=media_id)
        if row is None:
            return None
        found = records.stored(row, [])
        path = self._files.thumbnail(found.view.sha256, side)
        if not await asyncio.to_thread(path.exists):
            original = self._files.original(found.path)
            if not await asyncio.to_thread(original.exists):
                raise UserError("media_file_missing")
            await asyncio.to_thread(path.parent.mkdir, parents=True, exist_ok=True)
            await self._process.run(worker.make_thumbnail, str(original), side, str(path))
        return path
