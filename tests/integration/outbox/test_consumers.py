"""Cursors: every event's effect exactly once; one bad event delays only its own aggregate."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence

import pytest

from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import KnownFault
from rustok_desktop.core.events import EventRef, NewEvent
from rustok_desktop.core.ids import new_id
from rustok_desktop.outbox import cursors
from rustok_desktop.outbox import follower as follower_module
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.outbox.consumer import Effect
from rustok_desktop.outbox.log import EventLog
from rustok_desktop.outbox.runner import ConsumerRunner
from rustok_desktop.storage.database import Database
from rustok_desktop.storage.statements import prepare
from rustok_desktop.storage.unit_of_work import UnitOfWork

NOTE = prepare("INSERT INTO sys_meta (key, value) VALUES (:key, :value)")
NOTED = prepare("SELECT value FROM sys_meta WHERE key LIKE 'seen%' ORDER BY rowid")


class Recorder:
    """Writes one row per event; fails on the aggregates and with the errors it is told to."""

    name = "recorder"
    event_types: frozenset[str] | None = None
    batch_size = 3

    def __init__(self) -> None:
        self.fails: dict[str, Exception] = {}
        self.fails_in_effect: set[str] = set()
        self.batches: list[int] = []

    async def prepare(self, batch: Sequence[EventRef]) -> Effect | None:
        self.batches.append(len(batch))
        for ref in batch:
            if ref.aggregate_id in self.fails:
                raise self.fails[ref.aggregate_id]

        def effect(uow: UnitOfWork) -> None:
            for ref in batch:
                uow.run(NOTE, key=f"seen {ref.seq} {new_id()}", value=str(ref.seq))
                if ref.aggregate_id in self.fails_in_effect:
                    raise RuntimeError("effect")

        return effect


@pytest.fixture
def recorder() -> Recorder:
    return Recorder()


@pytest.fixture
async def runner(
    database: Database, bus: TransactionalEventBus, log: EventLog, recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[ConsumerRunner]:
    monkeypatch.setattr(follower_module, "_BASE_DELAY", 0.005)
    monkeypatch.setattr("rustok_desktop.outbox.runner.FAULT_PAUSE_SECONDS", 0.01)
    made = ConsumerRunner(log, database.reader, database.writer, bus)
    made.add(recorder)
    await made.start()
    yield made
    await made.stop()


async def emit(database: Database, bus: TransactionalEventBus, ctx: Context, *products: str) -> None:
    def work(uow: UnitOfWork) -> None:
        for product in products:
            bus.publish_in_tx(uow, ctx, NewEvent("product.updated", "product", product, {"product_id": product}))

    await database.writer.run(work)


async def seen(database: Database) -> list[int]:
    return [int(row[0]) for row in await database.reader.all(NOTED)]


async def until(condition: object, patience: float = 10.0) -> None:
    async with asyncio.timeout(patience):
        while not await condition():  # noqa: ASYNC110 - the file is the state waited for
            await asyncio.sleep(0.01)


async def test_every_event_once_in_order_in_batches(
    database: Database, bus: TransactionalEventBus, runner: ConsumerRunner, recorder: Recorder, tenant_ctx: Context
) -> None:
    await emit(database, bus, tenant_ctx, *(new_id() for _ in range(7)))
    assert await runner.drain()
    assert await seen(database) == [1, 2, 3, 4, 5, 6, 7]
    assert max(recorder.batches) == 3
    [status] = await runner.status()
    assert (status.position, status.head, status.lag) == (7, 7, 0)


async def test_a_second_runner_goes_on_where_the_first_stopped(
    database: Database, bus: TransactionalEventBus, log: EventLog, runner: ConsumerRunner, tenant_ctx: Context
) -> None:
    await emit(database, bus, tenant_ctx, new_id())
    await runner.drain()
    await runner.stop()
    await emit(database, bus, tenant_ctx, new_id())
    again = ConsumerRunner(log, database.reader, database.writer, bus)
    again.add(Recorder())
    await again.start()
    assert await again.drain()
    await again.stop()
    assert await seen(database) == [1, 2]


async def test_a_failing_effect_leaves_neither_rows_nor_a_moved_cursor_behind(
    database: Database, bus: TransactionalEventBus, runner: ConsumerRunner, recorder: Recorder, tenant_ctx: Context
) -> None:
    bad = new_id()
    recorder.fails_in_effect.add(bad)
    await emit(database, bus, tenant_ctx, bad)
    assert await runner.drain()
    assert await seen(database) == []
    recorder.fails_in_effect.clear()

    async def healed() -> bool:
        runner.wake()
        return await seen(database) == [1]

    await until(healed)


async def test_a_bad_event_holds_back_only_its_own_aggregate_and_keeps_its_order(
    database: Database, bus: TransactionalEventBus, runner: ConsumerRunner, recorder: Recorder, tenant_ctx: Context
) -> None:
    bad, good = new_id(), new_id()
    recorder.fails[bad] = RuntimeError("cannot read this")
    await emit(database, bus, tenant_ctx, bad, good, bad, good)
    assert await runner.drain()
    assert await seen(database) == [2, 4]
    [status] = await runner.status()
    assert (status.retrying, status.waiting) == (1, 1)

    recorder.fails.clear()

    async def healed() -> bool:
        runner.wake()
        return await seen(database) == [2, 4, 1, 3]

    await until(healed)
    [status] = await runner.status()
    assert (status.retrying, status.waiting, status.dead) == (0, 0, 0)


async def test_after_the_last_attempt_the_event_is_a_dead_letter_with_its_fault(
    database: Database, bus: TransactionalEventBus, runner: ConsumerRunner, recorder: Recorder, tenant_ctx: Context
) -> None:
    bad = new_id()
    recorder.fails[bad] = RuntimeError("never")
    await emit(database, bus, tenant_ctx, bad, bad)

    async def dead() -> bool:
        runner.wake()
        [status] = await runner.status()
        return status.dead == 1

    await until(dead)
    rows = await database.reader.all(
        prepare("SELECT seq, state, attempts, error, fingerprint FROM sys_dead_letters ORDER BY seq")
    )
    assert [row[:3] for row in rows] == [(1, "dead", 8), (2, "waiting", 0)]
    assert "never" in rows[0][3]
    assert len(rows[0][4]) == 16


async def test_a_fault_of_the_surroundings_costs_no_attempt(
    database: Database, bus: TransactionalEventBus, runner: ConsumerRunner, recorder: Recorder, tenant_ctx: Context
) -> None:
    product = new_id()
    recorder.fails[product] = KnownFault("disk_full")
    await emit(database, bus, tenant_ctx, product)
    await asyncio.sleep(0.1)
    [status] = await runner.status()
    assert status.fault
    assert (status.position, status.retrying, status.dead) == (0, 0, 0)
    recorder.fails.clear()
    assert await runner.drain()
    assert await seen(database) == [1]


async def test_a_replay_delivers_again(
    database: Database, bus: TransactionalEventBus, runner: ConsumerRunner, tenant_ctx: Context
) -> None:
    await emit(database, bus, tenant_ctx, new_id(), new_id())
    await runner.drain()
    await runner.replay("recorder", 1)
    assert await runner.drain()

    async def twice() -> bool:
        return await seen(database) == [1, 2, 2]

    await until(twice)


async def test_events_of_other_types_are_passed_over_and_the_cursor_reaches_the_head(
    database: Database, bus: TransactionalEventBus, log: EventLog, tenant_ctx: Context
) -> None:
    recorder = Recorder()
    recorder.event_types = frozenset({"product.published"})
    runner = ConsumerRunner(log, database.reader, database.writer, bus)
    runner.add(recorder)
    await runner.start()
    await emit(database, bus, tenant_ctx, new_id(), new_id())
    assert await runner.drain()
    [status] = await runner.status()
    await runner.stop()
    assert (status.position, await seen(database)) == (2, [])


async def test_a_replay_in_the_middle_of_a_look_at_the_log_skips_nothing(
    database: Database, bus: TransactionalEventBus, log: EventLog, tenant_ctx: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    follower = follower_module.Follower(Recorder(), log, database.reader, database.writer)
    await follower.open()
    await emit(database, bus, tenant_ctx, new_id(), new_id())
    while await follower.step():
        pass
    look = log.refs

    async def replayed_meanwhile(*arguments: object) -> list[EventRef]:
        found = await look(*arguments)
        monkeypatch.setattr(log, "refs", look)
        await database.writer.run(lambda uow: cursors.set_back(uow, "recorder", 1))
        await follower.reload()
        return found

    monkeypatch.setattr(log, "refs", replayed_meanwhile)
    while await follower.step():
        pass
    await follower.step()

    assert await seen(database) == [1, 2, 2]


async def test_a_background_consumer_waits_for_a_quiet_log_unless_somebody_drains(
    database: Database, bus: TransactionalEventBus, log: EventLog, tenant_ctx: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rustok_desktop.outbox.runner.QUIET_SECONDS", 0.15)
    runner = ConsumerRunner(log, database.reader, database.writer, bus)
    runner.add(Recorder(), background=True)
    await runner.start()
    for _ in range(6):
        await emit(database, bus, tenant_ctx, new_id())
        await asyncio.sleep(0.05)
        assert await seen(database) == [], "the log is still growing"

    async def read_all() -> bool:
        return len(await seen(database)) == 6

    await until(read_all)
    await emit(database, bus, tenant_ctx, new_id())
    assert await runner.drain()
    assert len(await seen(database)) == 7
    await runner.stop()
