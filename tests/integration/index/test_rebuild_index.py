"""A rebuilt index equals the one that was kept up step by step, whatever happened to it."""

from __future__ import annotations

import asyncio
import os
import random
import signal

import pytest

from rustok_desktop.core.context import Role
from rustok_desktop.core.errors import Forbidden, NotFound
from rustok_desktop.index import merging
from rustok_desktop.index.schemas import ProductQuery
from rustok_desktop.storage.statements import prepare

from .conftest import IndexedShop

_DAMAGE = tuple(
    map(
        prepare,
        (
            "DELETE FROM index_products WHERE product_id IN (SELECT product_id FROM index_products LIMIT 3)",
            "UPDATE index_products SET title = 'wrong', on_hand = 99 WHERE id % 5 = 0",
            "DELETE FROM index_products_names WHERE rowid % 7 = 0",
            "UPDATE index_products_texts SET words = 'wrong' WHERE rowid % 6 = 0",
            "INSERT INTO index_products_codes (rowid, codes) SELECT max(id) + 1000, 'stray' FROM index_products",
            "DELETE FROM index_product_tags WHERE index_id % 2 = 0",
        ),
    )
)


async def _live_a_little(shop: IndexedShop, count: int = 25) -> None:
    draw = random.Random(3)
    for number in range(count):
        product = await shop.add(
            f"Mug {number} {draw.choice(['red', 'blue'])}",
            ru=f"Кружка {number}" if number % 2 else None,
            tags=draw.sample(["a", "b", "c"], 2),
            variants=[{"sku": f"MUG-{number:03d}", "quantity": draw.randint(0, 9)}],
        )
        await shop.follow()
        act = draw.randint(0, 5)
        if act == 0:
            await shop.update(product.id, translations={"en": {"title": f"Cup {number}"}}, tags=["d"])
        elif act == 1:
            await shop.act("trash", product.id)
        elif act == 2:
            await shop.act("trash", product.id)
            await shop.act("restore", product.id)
        elif act == 3:
            await shop.act("trash", product.id)
            await shop.act("purge", product.id)
        elif act == 4:
            await shop.stock(product.id, 5)
        await shop.follow()


async def test_step_by_step_equals_rebuilt(indexed: IndexedShop) -> None:
    await indexed.enable("ru")
    await _live_a_little(indexed)
    by_steps = await indexed.contents()
    assert len(by_steps) > 30
    await indexed.service.rebuild(indexed.ctx, batch=7)
    assert await indexed.contents() == by_steps
    for statement in _DAMAGE:
        await indexed.database.writer.run(lambda uow, s=statement: uow.run(s))
    progress: list[tuple[int, int]] = []
    done = await indexed.service.rebuild(indexed.ctx, batch=7, on_progress=lambda *at: progress.append(at))
    assert await indexed.contents() == by_steps
    assert done == progress[-1]
    assert done[0] == done[1] == len({row[0] for row in by_steps})


async def test_from_nothing(indexed: IndexedShop) -> None:
    await _live_a_little(indexed, 10)
    by_steps = await indexed.contents()
    for table in ("index_products_names", "index_products_texts", "index_products_codes", "index_products"):
        await indexed.database.writer.run(lambda uow, t=table: uow.run(prepare(f"DELETE FROM {t}")))
    await indexed.service.rebuild(indexed.ctx)
    assert await indexed.contents() == by_steps


async def test_products_that_are_gone_are_removed(indexed: IndexedShop) -> None:
    kept = await indexed.add("Kept")
    lost = await indexed.add("Lost")
    await indexed.follow()
    delete = prepare("DELETE FROM products WHERE id = :id")
    await indexed.database.writer.run(lambda uow: uow.run(delete, id=lost.id))
    await indexed.service.rebuild(indexed.ctx)
    assert [row[0] for row in await indexed.contents()] == [kept.id]


async def test_a_disabled_language_is_removed(indexed: IndexedShop) -> None:
    await indexed.enable("ru")
    await indexed.add("Mug")
    await indexed.follow()
    disable = prepare("UPDATE tenant_locales SET is_enabled = 0 WHERE locale = 'ru'")
    await indexed.database.writer.run(lambda uow: uow.run(disable))
    await indexed.service.rebuild(indexed.ctx)
    assert [row[1] for row in await indexed.contents()] == ["en"]


async def test_stopped_and_gone_on(indexed: IndexedShop) -> None:
    for number in range(9):
        await indexed.add(f"Mug {number}")
    done: list[int] = []
    stopped = await indexed.service.rebuild(
        indexed.ctx, batch=2, on_progress=lambda at, _: done.append(at), cancelled=lambda: len(done) >= 2
    )
    assert stopped == (4, 9)
    assert len(await indexed.contents()) == 4
    seen: list[int] = []
    finished = await indexed.service.rebuild(
        indexed.ctx, batch=2, resume=True, on_progress=lambda at, _: seen.append(at)
    )
    assert finished == (9, 9)
    assert seen[0] == 6
    assert len(await indexed.contents()) == 9
    again: list[int] = []
    await indexed.service.rebuild(indexed.ctx, resume=True, on_progress=lambda at, _: again.append(at))
    assert again == [9]  # nothing to go on with: it begins anew


async def test_nothing_is_left_in_the_temporary_folder(indexed: IndexedShop) -> None:
    for number in range(5):
        await indexed.add(f"Mug {number}")
    await indexed.service.rebuild(indexed.ctx, batch=2)
    assert list(indexed.service._worker._temp.iterdir()) == []


async def test_a_worker_that_died_is_replaced(indexed: IndexedShop) -> None:
    await indexed.add("Mug")
    await indexed.service.rebuild(indexed.ctx)
    pool = indexed.service._worker._pool
    assert pool is not None
    for pid in list(pool._processes):
        os.kill(pid, signal.SIGKILL)
    await indexed.add("Cup")
    assert await indexed.service.rebuild(indexed.ctx) == (2, 2)
    assert len(await indexed.contents()) == 2


async def test_bulk_work_is_merged_once_it_is_quiet(indexed: IndexedShop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(merging, "WORTH_MERGING", 45)
    monkeypatch.setattr(merging, "QUIET_SECONDS", 0.0)
    for number in range(45):
        await indexed.add(f"Mug {number}")
    await indexed.follow()
    await asyncio.sleep(0)
    merger = indexed.service.projector._merger
    task = merger._task
    assert task is not None
    await task
    assert merger._written == 0
    assert len(await indexed.titles("mug")) == 45


async def test_another_shop_keeps_its_index(indexed: IndexedShop, stranger: object) -> None:
    await indexed.add("Mug")
    await indexed.follow()
    before = await indexed.contents()
    await indexed.service.rebuild(stranger)  # type: ignore[arg-type]
    assert await indexed.contents() == before


async def test_status(indexed: IndexedShop) -> None:
    await indexed.add("Mug")
    behind, content = await indexed.service.status(indexed.ctx)
    assert content.name == "content"
    assert (behind.name, behind.rows, behind.state, behind.lag > 0) == ("products", 0, "behind", True)
    await indexed.follow()
    ready, _ = await indexed.service.status(indexed.ctx)
    assert (ready.rows, ready.state, ready.lag) == (1, "ready", 0)
    assert ready.position == ready.head
    bowl = await indexed.add("Bowl")
    await indexed.act("trash", bowl.id)
    await indexed.follow()
    assert (await indexed.service.status(indexed.ctx))[0].rows == 2, "what is in the trash has a row too"
    await indexed.enable("ru")
    await indexed.service.rebuild(indexed.ctx)
    assert (await indexed.service.status(indexed.ctx))[0].rows == 2, "each once, whatever its languages"


async def test_merging_changes_nothing_to_be_found(indexed: IndexedShop) -> None:
    await _live_a_little(indexed, 12)
    before = [await indexed.titles(text) for text in ("mug", "m", "red", "001")]
    assert before[0]
    await indexed.service.projector._merger.merge()
    assert [await indexed.titles(text) for text in ("mug", "m", "red", "001")] == before
    assert await indexed.service.projector._merger.merge() <= 3


async def test_who_may_rebuild_what(indexed: IndexedShop) -> None:
    from dataclasses import replace

    with pytest.raises(Forbidden):
        await indexed.service.rebuild(replace(indexed.ctx, role=Role.CUSTOMER))
    with pytest.raises(NotFound):
        await indexed.service.rebuild(indexed.ctx, "pages")


async def test_a_replay_changes_nothing(indexed: IndexedShop) -> None:
    await _live_a_little(indexed, 10)
    before = await indexed.contents()
    back = prepare("UPDATE sys_consumers SET position = 0 WHERE name = 'index.products'")
    await indexed.database.writer.run(lambda uow: uow.run(back))
    await indexed.follower.reload()
    await indexed.follow()
    assert await indexed.contents() == before
    assert len(await indexed.rows(ProductQuery())) > 0
