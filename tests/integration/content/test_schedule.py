"""The clock publishes and takes back: on time, late, once."""

from __future__ import annotations

from pathlib import Path

import pytest

from rustok_desktop.content.due import DueNodes
from rustok_desktop.core.errors import Invalid, UserError
from rustok_desktop.testing import a_node, eventually, temporary_shop

from .conftest import Clock, Writers


def due(writers: Writers) -> DueNodes:
    database = writers.shop.platform.database
    return DueNodes(database.writer, database.reader, writers.shop.platform.bus, writers.clock)


async def test_it_is_published_when_its_time_comes(writers: Writers) -> None:
    node, time = await writers.add(), writers.clock.after(hours=2)
    await writers.act("schedule", node, publish_at=time)
    assert await due(writers).next_time() == time
    assert await due(writers).run() == 0
    writers.clock.move(hours=3)
    assert await due(writers).run() == 1
    after = await writers.get(node.id)
    assert (after.status, after.published_at, after.publish_at) == ("published", time, None)
    assert await due(writers).run() == 0
    assert await due(writers).next_time() is None
    assert writers.told(node.id)[-2:] == ["node.scheduled", "node.published"]


async def test_the_program_itself_publishes_what_it_missed_and_what_comes(tmp_path: Path, clock: Clock) -> None:
    async with temporary_shop(tmp_path / "shop", clock=clock) as shop:
        writers = Writers(shop, clock, shop.ctx)
        missed, node = await writers.add(), await writers.add()
        await writers.act("schedule", missed, publish_at=clock.after(hours=1))
        await writers.act("schedule", node, publish_at=clock.after(hours=3))
    clock.move(hours=2)
    async with temporary_shop(tmp_path / "shop", clock=clock) as shop:
        writers = Writers(shop, clock, shop.ctx)
        assert (await writers.get(missed.id)).status == "published"
        assert (await writers.get(node.id)).status == "draft"
        clock.move(hours=2)
        await writers.update(await writers.get(missed.id), "en", title="Anything")

        async def published() -> bool:
            return (await writers.get(node.id)).status == "published"

        await eventually(published)


async def test_beginning_and_end_that_were_both_missed_happen_in_turn(writers: Writers) -> None:
    node = await writers.add()
    begin, end = writers.clock.after(hours=1), writers.clock.after(hours=2)
    await writers.act("schedule", node, publish_at=begin, unpublish_at=end)
    writers.clock.move(days=9)
    assert await due(writers).run() == 2
    after = await writers.get(node.id)
    assert (after.status, after.published_at, after.unpublish_at) == ("draft", begin, None)
    assert writers.told(node.id)[-2:] == ["node.published", "node.unpublished"]


async def test_what_a_person_did_first_crosses_the_time_out(writers: Writers) -> None:
    node = await writers.add()
    times = {"publish_at": writers.clock.after(hours=1), "unpublish_at": writers.clock.after(days=1)}
    await writers.act("schedule", node, **times)
    await writers.act("publish", node)
    view = await writers.get(node.id)
    assert view.publish_at is None
    assert view.unpublish_at is not None
    await writers.act("unpublish", node)
    assert (await writers.get(node.id)).unpublish_at is None
    writers.clock.move(days=2)
    assert await due(writers).run() == 0


async def test_nothing_happens_in_the_trash(writers: Writers) -> None:
    node = await writers.add()
    await writers.act("schedule", node, publish_at=writers.clock.after(hours=1))
    await writers.act("trash", node)
    writers.clock.move(days=1)
    assert await due(writers).run() == 0
    assert (await writers.get(node.id)).status == "draft"


async def test_every_shop_s_clock_runs(writers: Writers) -> None:
    neighbour = await writers.shop.neighbour()
    there = Writers(neighbour, writers.clock, neighbour.ctx)
    nodes = [(whose, await whose.add(a_node().titled("Soon"))) for whose in (writers, there)]
    for whose, node in nodes:
        await whose.act("schedule", node, publish_at=writers.clock.after(hours=1))
    writers.clock.move(hours=1)
    assert await due(writers).run() == 2
    assert [(await whose.get(node.id)).status for whose, node in nodes] == ["published", "published"]


async def test_one_that_cannot_be_done_does_not_stop_the_rest(
    writers: Writers, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad, good = await writers.add(), await writers.add()
    for node in (bad, good):
        await writers.act("schedule", node, publish_at=writers.clock.after(hours=1))
    writers.clock.move(hours=1)
    real = writers.shop.platform.bus.publish_in_tx

    def failing(uow: object, ctx: object, event: object) -> str:
        if event.aggregate_id == bad.id:
            raise OSError("no")
        return real(uow, ctx, event)

    with monkeypatch.context() as patch:
        patch.setattr(writers.shop.platform.bus, "publish_in_tx", failing)
        assert await due(writers).run() == 1
    assert "could not be carried out" in caplog.text
    assert (await writers.get(good.id)).status == "published"
    assert await due(writers).run() == 1
    assert (await writers.get(bad.id)).status == "published"


@pytest.mark.parametrize(
    ("begin", "end", "wrong"),
    [
        (-1, None, {"publish_at": "time_in_past"}),
        (0, None, {"publish_at": "time_in_past"}),
        (2, 1, {"unpublish_at": "unpublish_before_publish"}),
        (2, 2, {"unpublish_at": "unpublish_before_publish"}),
        (None, 1, {"unpublish_at": "not_published_no_end"}),
    ],
)
async def test_times_that_make_no_sense_are_refused(
    writers: Writers, begin: int | None, end: int | None, wrong: dict[str, str]
) -> None:
    node = await writers.add()
    times = {"publish_at": begin, "unpublish_at": end}
    given = {name: writers.clock.after(hours=hours) for name, hours in times.items() if hours is not None}
    with pytest.raises(Invalid) as refused:
        await writers.act("schedule", node, **given)
    assert {p.path: p.code for p in refused.value.fields} == wrong


async def test_what_is_public_can_only_end(writers: Writers) -> None:
    node = await writers.add(a_node().published())
    with pytest.raises(Invalid) as refused:
        await writers.act("schedule", node, publish_at=writers.clock.after(hours=1))
    assert [p.code for p in refused.value.fields] == ["already_published"]
    with pytest.raises(Invalid) as refused:
        await writers.act("schedule", node, unpublish_at="tomorrow")
    assert [p.code for p in refused.value.fields] == ["bad_time"]
    await writers.act("schedule", node, unpublish_at=writers.clock.after(hours=1))
    writers.clock.move(hours=1)
    assert await due(writers).run() == 1
    assert (await writers.get(node.id)).status == "draft"


async def test_unscheduling(writers: Writers) -> None:
    node = await writers.add()
    with pytest.raises(UserError) as refused:
        await writers.act("unschedule", node)
    assert refused.value.code == "nothing_scheduled"
    times = {"publish_at": writers.clock.after(hours=1), "unpublish_at": writers.clock.after(hours=2)}
    first = await writers.act("schedule", node, **times)
    again = await writers.act("schedule", node, **times)
    assert (again.changed, again.version) == ((), first.version)
    listed = await writers.nodes.scheduled(writers.ctx, writers.clock(), writers.clock.after(hours=2))
    assert [row.id for row in listed] == [node.id]
    await writers.act("unschedule", node)
    assert await due(writers).next_time() is None
    assert await writers.nodes.scheduled(writers.ctx, writers.clock(), writers.clock.after(days=2)) == ()


async def test_a_time_no_act_fits_any_more_is_crossed_out(writers: Writers) -> None:
    """An undo may bring a time back to a node that has moved on."""
    from functools import partial

    from rustok_desktop.content.lifecycle import put_state

    node = await writers.add(a_node().published())
    writer = writers.shop.platform.database.writer
    wanted = {"publish_at": writers.clock()}
    await writer.run(partial(put_state, writers.ctx, writers.shop.platform.bus, node.id, wanted))
    assert await due(writers).run() == 1
    after = await writers.get(node.id)
    assert (after.status, after.publish_at, after.published_at) == ("published", None, node.published_at)
