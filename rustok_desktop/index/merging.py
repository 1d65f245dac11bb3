"""Keeps the search tables quick: after bulk work their many segments are merged into one, a little at a time."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence

from rustok_desktop.core.errors import KnownFault
from rustok_desktop.storage.statements import Prepared, prepare
from rustok_desktop.storage.unit_of_work import UnitOfWork
from rustok_desktop.storage.writer import Writer, WriterClosed

STEP_PAGES = 200  # a few milliseconds of the writer
QUIET_SECONDS = 2.0
PAUSE_SECONDS = 0.01
WORTH_MERGING = 2_000  # documents; fewer are merged by FTS5 itself as they are written

_CHANGES = prepare("SELECT total_changes()")
_log = logging.getLogger(__name__)


class SearchMerger:
    """Counts what was written and merges when it was much and the writing has paused."""

    def __init__(self, writer: Writer, tables: Sequence[str]) -> None:
        self._writer = writer
        self._tables = [(_command(table, -STEP_PAGES), _command(table, STEP_PAGES)) for table in tables]
        self._written = 0
        self._task: asyncio.Task[None] | None = None

    def wrote(self, documents: int) -> None:
        """Tell how many documents were replaced; on the core loop. A merge under way begins anew later."""
        self._written += documents
        if self._written >= WORTH_MERGING:
            self.stop()
            self._task = asyncio.get_running_loop().create_task(self._later(), name="index merge")

    def stop(self) -> None:
        """Leave the rest of a merge for later; nothing is lost."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    async def merge(self) -> int:
        """Merge all now, step by step; returns the number of steps."""
        steps = 0
        for start, go_on in self._tables:
            more = await self._step(start)
            while more:
                steps += 1
                await asyncio.sleep(PAUSE_SECONDS)  # others write in between
                more = await self._step(go_on)
        self._written = 0
        return steps

    async def _later(self) -> None:
        await asyncio.sleep(QUIET_SECONDS)
        try:
            await self.merge()
        except WriterClosed:
            _log.debug("the database was closed before the search tables were merged")
        except KnownFault as fault:
            _log.warning("the search tables stay unmerged: %s", fault)

    async def _step(self, statement: Prepared) -> bool:
        def work(uow: UnitOfWork) -> bool:
            before = uow.all(_CHANGES)[0][0]
            uow.run(statement)
            # FTS5 documents this: a merge that changes fewer than two rows found nothing to do.
            return bool(uow.all(_CHANGES)[0][0] - before >= 2)

        return await self._writer.run(work)


def _command(table: str, pages: int) -> Prepared:
    """FTS5's merge of at most so many pages; a negative number begins a new merge of everything."""
    return prepare(f"INSERT INTO {table}({table}, rank) VALUES ('merge', {pages})")
