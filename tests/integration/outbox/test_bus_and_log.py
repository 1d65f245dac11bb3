"""Events are rows of the transaction that makes them true."""

from __future__ import annotations

import pytest

from rustok_desktop.core.context import Context
from rustok_desktop.core.event_types import EventInvalid
from rustok_desktop.core.events import NewEvent
from rustok_desktop.core.ids import new_id
from rustok_desktop.core.upcasters import Upcasters
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.outbox.log import EventLog
from rustok_desktop.storage.database import Database
from rustok_desktop.storage.unit_of_work import UnitOfWork


def updated(product: str, **data: object) -> NewEvent:
    return NewEvent("product.updated", "product", product, {"product_id": product, **data})


async def publish(database: Database, bus: TransactionalEventBus, ctx: Context, *events: NewEvent) -> list[str]:
    return await database.writer.run(lambda uow: [bus.publish_in_tx(uow, ctx, event) for event in events])


async def test_an_event_keeps_who_what_and_in_which_group(
    database: Database, bus: TransactionalEventBus, log: EventLog, tenant_ctx: Context
) -> None:
    product = new_id()
    ids = await publish(
        database, bus, tenant_ctx, updated(product, changes={"title@en": ["Mug", "Кружка"]}), updated(product)
    )
    first, second = await log.read()
    assert [first.id, second.id] == ids
    assert (first.tenant_id, first.actor_id) == (tenant_ctx.tenant_id, tenant_ctx.actor_id)
    assert first.data["changes"] == {"title@en": ["Mug", "Кружка"]}
    assert first.txid == second.txid
    assert first.correlation_id == first.id, "a new chain starts with its own id"
    assert second.seq == first.seq + 1 == await log.head()


async def test_events_recorded_together_are_told_apart_and_keep_their_order(
    database: Database, bus: TransactionalEventBus, log: EventLog, tenant_ctx: Context
) -> None:
    mug, bowl = new_id(), new_id()
    events = [updated(mug, changes={"vendor": [None, "Oak"]}), updated(bowl), updated(mug)]
    ids = await database.writer.run(lambda uow: bus.publish_all_in_tx(uow, tenant_ctx, events))
    found = await log.read()
    assert [(event.id, event.aggregate_id) for event in found] == list(zip(ids, (mug, bowl, mug), strict=True))
    assert [event.correlation_id for event in found] == ids
    assert found[0].data == events[0].data


async def test_one_invalid_event_of_many_undoes_them_all(
    database: Database, bus: TransactionalEventBus, log: EventLog, tenant_ctx: Context
) -> None:
    broken = NewEvent("product.updated", "product", new_id(), {"product_id": "not an id"})
    with pytest.raises(EventInvalid):
        await database.writer.run(lambda uow: bus.publish_all_in_tx(uow, tenant_ctx, [updated(new_id()), broken]))
    assert await log.head() == 0


async def test_a_rolled_back_command_leaves_no_event(
    database: Database, bus: TransactionalEventBus, log: EventLog, tenant_ctx: Context
) -> None:
    woken: list[int] = []
    bus.subscribe_wakeup(lambda: woken.append(1))

    def work(uow: UnitOfWork) -> None:
        bus.publish_in_tx(uow, tenant_ctx, updated(new_id()))
        raise RuntimeError

    with pytest.raises(RuntimeError):
        await database.writer.run(work)
    assert (await log.head(), woken) == (0, [])


async def test_an_invalid_event_undoes_the_command(
    database: Database, bus: TransactionalEventBus, log: EventLog, tenant_ctx: Context
) -> None:
    broken = NewEvent("product.updated", "product", new_id(), {"product_id": "not an id"})
    with pytest.raises(EventInvalid):
        await publish(database, bus, tenant_ctx, updated(new_id()), broken)
    assert await log.head() == 0


async def test_listeners_are_woken_once_per_commit_until_they_leave(
    database: Database, bus: TransactionalEventBus, tenant_ctx: Context
) -> None:
    woken: list[int] = []
    leave = bus.subscribe_wakeup(lambda: woken.append(1))
    await publish(database, bus, tenant_ctx, updated(new_id()), updated(new_id()))
    assert woken == [1]
    leave()
    await publish(database, bus, tenant_ctx, updated(new_id()))
    assert woken == [1]


async def test_the_log_is_read_by_type_aggregate_tenant_and_order(
    database: Database, bus: TransactionalEventBus, log: EventLog, tenant_ctx: Context, other_ctx: Context
) -> None:
    mug, bowl = new_id(), new_id()
    published = NewEvent("product.published", "product", mug, {"product_id": mug})
    await publish(database, bus, tenant_ctx, updated(mug), published, updated(bowl))
    await publish(database, bus, other_ctx, updated(new_id()))

    assert [e.event_type for e in await log.read(tenant_id=tenant_ctx.tenant_id, aggregate_id=mug)] == [
        "product.updated",
        "product.published",
    ]
    assert [e.aggregate_id for e in await log.read(limit=2, descending=True, tenant_id=tenant_ctx.tenant_id)] == [
        bowl,
        mug,
    ]
    assert [e.seq for e in await log.read(event_type="product.published")] == [2]
    assert [r.seq for r in await log.refs(1, 10, frozenset({"product.updated"}))] == [3, 4]
    newest_of_mug = await log.read(aggregate_id=mug, descending=True)
    assert [e.seq for e in newest_of_mug] == [2, 1]


async def test_old_events_are_read_in_todays_shape(
    database: Database, bus: TransactionalEventBus, tenant_ctx: Context
) -> None:
    [event_id] = await publish(database, bus, tenant_ctx, updated(new_id(), changes={"name@en": [None, "Mug"]}))
    upcasters = Upcasters()
    upcasters.register("product.updated", 1, lambda data: {**data, "title": data["changes"]["name@en"][1]})
    event = await EventLog(database.reader, upcasters).get(event_id)
    assert event is not None
    assert (event.schema_version, event.data["title"]) == (2, "Mug")
