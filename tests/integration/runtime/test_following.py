"""The change feed over a real log: who hears what, and when."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence

import pytest

from rustok_desktop.core.context import Context
from rustok_desktop.core.events import EventRef
from rustok_desktop.identity.service import TenantService
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.outbox.consumer import Effect
from rustok_desktop.outbox.log import EventLog
from rustok_desktop.outbox.runner import ConsumerRunner
from rustok_desktop.runtime.announcing import AnnouncingConsumer
from rustok_desktop.runtime.change_feed import ChangeFeed
from rustok_desktop.runtime.notices import INDEX, ChangeNotice
from rustok_desktop.storage.database import Database
from rustok_desktop.storage.statements import prepare
from rustok_desktop.storage.unit_of_work import UnitOfWork

_MARK = prepare("INSERT OR REPLACE INTO sys_meta (key, value) VALUES ('mark', :value)")
_MARKED = prepare("SELECT value FROM sys_meta WHERE key = 'mark'")


class Marker:
    """A projection of one value: the aggregate seen last. With ``idle`` it has nothing to write."""

    name = "marker"
    event_types = None
    batch_size = 10

    def __init__(self) -> None:
        self.idle = False
        self.gate = asyncio.Event()

    async def prepare(self, batch: Sequence[EventRef]) -> Effect | None:
        await self.gate.wait()
        if self.idle:
            return None

        def write(uow: UnitOfWork) -> None:
            uow.run(_MARK, value=batch[-1].aggregate_id)

        return write


class Told:
    """Collects notices."""

    def __init__(self) -> None:
        self.notices: asyncio.Queue[ChangeNotice] = asyncio.Queue()

    async def until(self, fits: Callable[[ChangeNotice], bool]) -> ChangeNotice:
        async with asyncio.timeout(5):
            while True:
                notice = await self.notices.get()
                if fits(notice):
                    return notice


@pytest.fixture
def tenants(database: Database, bus: TransactionalEventBus) -> TenantService:
    return TenantService(database.writer, database.reader, bus)


@pytest.fixture
async def feed(log: EventLog, bus: TransactionalEventBus) -> AsyncIterator[ChangeFeed]:
    made = ChangeFeed(log, interval=0.01)
    await made.start()
    bus.subscribe_wakeup(made.wake)
    yield made
    await made.stop()


@pytest.fixture
def told(feed: ChangeFeed) -> Told:
    made = Told()
    feed.watch(made.notices.put_nowait)
    return made


async def test_a_commit_is_told_by_its_transaction(
    tenants: TenantService, told: Told, log: EventLog, tenant_ctx: Context
) -> None:
    await tenants.enable_locale(tenant_ctx, "ru")
    notice = await told.until(lambda _: True)
    (event,) = await log.read()
    assert notice == ChangeNotice(
        frozenset({"tenant"}), frozenset({tenant_ctx.tenant_id}), frozenset({event.txid}), event.seq
    )


@pytest.mark.parametrize("idle", [False, True])
async def test_the_read_model_is_told_only_when_it_shows_the_change(
    tenants: TenantService,
    feed: ChangeFeed,
    told: Told,
    log: EventLog,
    bus: TransactionalEventBus,
    database: Database,
    tenant_ctx: Context,
    idle: bool,
) -> None:
    marker = Marker()
    marker.idle = idle
    runner = ConsumerRunner(log, database.reader, database.writer, bus)
    runner.add(AnnouncingConsumer(marker, feed.projected))
    await runner.start()
    await tenants.enable_locale(tenant_ctx, "ru")
    early = await told.until(lambda _: True)
    assert INDEX not in early.kinds
    marker.gate.set()
    notice = await told.until(lambda notice: INDEX in notice.kinds)
    assert notice.ids == {tenant_ctx.tenant_id}
    assert await database.reader.all(_MARKED) == ([] if idle else [(tenant_ctx.tenant_id,)])
    await runner.stop()


async def test_a_projection_that_was_undone_announces_nothing(
    feed: ChangeFeed, told: Told, database: Database, tenant_ctx: Context
) -> None:
    marker = Marker()
    marker.gate.set()
    event = EventRef(1, "product.updated", tenant_ctx.tenant_id, "product", "p", "x")
    effect = await AnnouncingConsumer(marker, feed.projected).prepare([event])
    assert effect is not None

    def undone(uow: UnitOfWork) -> None:
        effect(uow)
        raise ValueError("the cursor has moved")

    with pytest.raises(ValueError, match="the cursor has moved"):
        await database.writer.run(undone)
    await asyncio.sleep(0.05)
    assert told.notices.empty()
