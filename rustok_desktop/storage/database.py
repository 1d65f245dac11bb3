"""A shop's data file: identity, migrations, one writer, a few readers."""

from __future__ import annotations

import asyncio
from pathlib import Path

from rustok_desktop.core.clock import Clock
from rustok_desktop.core.errors import NotFound
from rustok_desktop.storage.identity import check_identity
from rustok_desktop.storage.migrations import migrate
from rustok_desktop.storage.reader import Reader
from rustok_desktop.storage.slow_log import SlowLog
from rustok_desktop.storage.writer import Writer


class Database:
    """Open it on the core loop. Whoever opens it for writing holds the data directory's lock."""

    def __init__(self, path: Path, clock: Clock, slow: SlowLog | None = None) -> None:
        self.path = path
        self.writer = Writer(path, clock, slow)
        self.reader = Reader(path, slow=slow)

    async def open(self) -> None:
        """Create or upgrade the file, then open writer and readers. KnownFault for a foreign or newer file."""
        await asyncio.to_thread(migrate, self.path)
        self.writer.open()
        try:
            await self.reader.open()
        except BaseException:
            await self.close()
            raise

    async def open_read_only(self) -> None:
        """Open the readers only. NotFound without a file, KnownFault unless its schema is the current one."""
        if not self.path.exists():
            raise NotFound("not_found", kind="database", id=str(self.path))
        await asyncio.to_thread(check_identity, self.path, exactly=True)
        await self.reader.open()

    async def close(self) -> None:
        """Readers first: the writer's connection is then the last one and checkpoints."""
        await self.reader.close()
        await asyncio.to_thread(self.writer.close)

    async def checkpoint(self) -> None:
        """Move the write-ahead log into the file, as far as running reads allow."""
        await self.writer.execute("PRAGMA wal_checkpoint(PASSIVE)")

    async def optimize(self) -> None:
        """Let SQLite refresh the statistics that its query planner needs."""
        await self.writer.execute("PRAGMA optimize")
