"""The trash over all kinds of things: what was deleted, brought back, or gone for good."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import NotFound, UserError
from rustok_desktop.core.events import Envelope, NewEvent
from rustok_desktop.core.permissions import Action, Resource, granted, require
from rustok_desktop.history import statements as sql
from rustok_desktop.history.bins import Bin
from rustok_desktop.history.reverting import (
    PURGE,
    TRASH,
    Reverter,
    Reverters,
    Standing,
    UnknownPath,
    Work,
    changes_of,
    told_name,
)
from rustok_desktop.history.undoing import turning
from rustok_desktop.history.views import Restored, TrashedThing, TrashList
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.outbox.log import EventLog
from rustok_desktop.storage.reader import Reader
from rustok_desktop.storage.unit_of_work import UnitOfWork
from rustok_desktop.storage.writer import Writer

SHOWN = 500


class TrashService:
    """Lists and empties the trash. Some kinds keep their rows in it (``bins``), all else the event of its deletion.

    Every method checks its permission first (Forbidden) and sees only the caller's shop. Restoring can be undone like
    any other act; a purge cannot.
    """

    def __init__(
        self,
        reader: Reader,
        writer: Writer,
        log: EventLog,
        bus: TransactionalEventBus,
        reverters: Reverters,
        bins: Iterable[Bin] = (),
    ) -> None:
        self._reader = reader
        self._writer = writer
        self._log = log
        self._bus = bus
        self._reverters = reverters
        self._bins = {one.kind: one for one in bins}

    async def list(self, ctx: Context, limit: int = SHOWN) -> TrashList:
        """What is in the trash, the latest first, of the kinds the caller may see; ``more`` when there is more."""
        require(ctx, Resource.PRODUCTS, Action.LIST)
        found: list[TrashedThing] = []
        for kind, one in self._bins.items():
            if self._reverters.knows(kind) and granted(ctx.role, self._reverters.of(kind).resource, Action.LIST):
                found += await one.things(self._reader, ctx, limit + 1)
        at = {"tenant_id": ctx.tenant_id, "limit": limit + 1}
        for event in map(self._log.envelope, await self._reader.all(sql.DELETIONS, **at)):
            if self._may_see(ctx, event):
                name = told_name(changes_of(event.data), ctx.locale)
                found.append(TrashedThing(event.aggregate_type, event.aggregate_id, name, event.timestamp))
        found.sort(key=lambda thing: (thing.deleted_at, thing.id), reverse=True)
        return TrashList(tuple(found[:limit]), len(found) > limit)

    async def restore(self, ctx: Context, kind: str, thing_id: str) -> Restored:
        """Bring it back as it was. NotFound, UserError ``not_in_trash``, Invalid when its address was taken."""
        require(ctx, self._reverter(kind).resource, Action.DELETE)
        ctx = turning(ctx)

        def work(uow: UnitOfWork) -> Restored:
            if kind in self._bins:
                self._bins[kind].restore(Work(uow, ctx, self._bus, "restore"), thing_id)
            else:
                self._bring_back(uow, ctx, kind, thing_id)
            return Restored(kind, thing_id)

        return await self._writer.run(work)

    async def purge(self, ctx: Context, kind: str, thing_ids: Sequence[str]) -> int:
        """Delete things of one kind in the trash for good, all or none; how many. There is no way back."""
        require(ctx, self._reverter(kind).resource, Action.MANAGE)
        ctx = turning(ctx)

        def work(uow: UnitOfWork) -> int:
            for thing_id in thing_ids:
                if kind in self._bins:
                    self._bins[kind].purge(Work(uow, ctx, self._bus, "purge"), thing_id)
                else:
                    self._deletion(uow, ctx, kind, thing_id)
                    event = NewEvent(f"{kind}.purged", kind, thing_id, {f"{kind}_id": thing_id})
                    self._bus.publish_in_tx(uow, ctx, event)
            return len(thing_ids)

        return await self._writer.run(work)

    def _bring_back(self, uow: UnitOfWork, ctx: Context, kind: str, thing_id: str) -> None:
        reverter = self._reverters.of(kind)
        event = self._deletion(uow, ctx, kind, thing_id)
        work = Work(uow, replace(ctx, causation_id=event.id), self._bus, "restore")
        try:
            now, wanted = reverter.plan(work, thing_id, [event], back=True)
        except (Standing, UnknownPath) as error:
            raise UserError("undo_unknown_field", field=error.path) from error
        reverter.write(work, thing_id, now, wanted)

    def _deletion(self, uow: UnitOfWork, ctx: Context, kind: str, thing_id: str) -> Envelope:
        """The deletion that stands. NotFound for an unknown thing, UserError for one that is there or purged."""
        row = uow.one(sql.LAST_OF_THING, thing_id=thing_id, tenant_id=ctx.tenant_id)
        if row is None or self._log.envelope(row).aggregate_type != kind:
            raise NotFound("not_found", kind=kind, id=thing_id)
        event = self._log.envelope(row)
        if event.event_type != f"{kind}.deleted":
            raise UserError("not_in_trash", id=thing_id)
        return event

    def _reverter(self, kind: str) -> Reverter:
        """Of a kind whose deletions go to the trash."""
        if not self._reverters.knows(kind) or PURGE not in self._reverters.of(kind).acts.values():
            raise NotFound("not_found", kind=kind, id="")
        return self._reverters.of(kind)

    def _may_see(self, ctx: Context, event: Envelope) -> bool:
        if not self._reverters.knows(event.aggregate_type) or self._reverters.act(event) != TRASH:
            return False
        return granted(ctx.role, self._reverters.of(event.aggregate_type).resource, Action.LIST)
