"""The nodes whose time has come, in every shop of the file."""

from __future__ import annotations

import logging
from functools import partial

from rustok_desktop.content import statements as sql
from rustok_desktop.content.schedule import run_due
from rustok_desktop.core.clock import Clock
from rustok_desktop.core.context import Context, Role
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.reader import Reader
from rustok_desktop.storage.writer import Writer

_log = logging.getLogger(__name__)


class DueNodes:
    """Publishes and takes back what its schedule says, each node in a transaction of its own."""

    def __init__(self, writer: Writer, reader: Reader, bus: TransactionalEventBus, clock: Clock) -> None:
        self._writer = writer
        self._reader = reader
        self._bus = bus
        self._clock = clock

    async def run(self) -> int:
        """Do what is due by now, also what was missed; how many acts. One node that fails does not stop the rest."""
        acts = 0
        for tenant_id, node_id in await self._reader.all(sql.DUE, now=self._clock()):
            # The program's own act: a person set the time, and nobody in particular is there when it comes.
            ctx = Context(tenant_id=tenant_id, role=Role.SUPER_ADMIN).with_new_correlation()
            try:
                acts += await self._writer.run(partial(run_due, ctx, self._bus, node_id))
            except Exception:  # noqa: BLE001 - tried again the next time; the other nodes must not wait for it
                _log.exception("the schedule of a node could not be carried out", extra={"node_id": node_id})
        return acts

    async def next_time(self) -> str | None:
        """When the next act is due, None when nothing is scheduled."""
        row = await self._reader.one(sql.NEXT_TIME)
        return None if row is None else row[0]
