"""Products that look alike: found by another process, looked at side by side, told apart for good or until undone."""

from __future__ import annotations

import asyncio
import multiprocessing
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from rustok_desktop.commerce.matching_process import SearchFailed, run_search
from rustok_desktop.commerce.matching_schemas import TellApart, TrashOthers
from rustok_desktop.commerce.schemas import ProductCommand
from rustok_desktop.core.errors import KnownFault, NotFound, UserError, VersionConflict
from rustok_desktop.core.ids import new_id
from rustok_desktop.testing import TemporaryShop, a_product, temporary_shop

EAN = "4006381333931"


async def _three(shop: TemporaryShop) -> tuple[str, str, str]:
    mug = await shop.add(a_product().titled("Coffee mug").with_sku("MUG-1").with_barcode(EAN).priced(1250).stocked(3))
    twin = await shop.add(a_product().titled("Coffee  MUG").with_barcode(f"0{EAN}").priced(990).having(vendor="Acme"))
    near = await shop.add(a_product().titled("Cofee mug").with_sku("mug 1"))
    await shop.add(a_product().titled("Tea pot"))
    return mug.id, twin.id, near.id


async def test_another_process_finds_them_and_says_why(tmp_path: Path) -> None:
    async with temporary_shop(tmp_path) as shop:
        mug, twin, near = await _three(shop)
        heard: list[tuple[int, int]] = []
        report = await shop.platform.duplicates.find(shop.ctx, lambda done, total: heard.append((done, total)))
        assert report.products == 4
        (group,) = report.groups
        assert (group.product_ids, group.total, group.title) == ((mug, twin, near), 3, "Coffee mug")
        assert [(r.kind, r.product_ids) for r in group.reasons] == [
            ("barcode", (mug, twin)),
            ("sku", (mug, near)),
            ("title", (mug, twin)),
            ("near_title", (mug, near)),
            ("near_title", (twin, near)),
        ]
        assert heard
        assert all(0 < done <= total == 8 for done, total in heard)


async def test_what_is_in_the_trash_or_next_door_is_not_found(tmp_path: Path) -> None:
    async with temporary_shop(tmp_path) as shop:
        _, twin, near = await _three(shop)
        neighbour = await shop.neighbour()
        await neighbour.add(a_product().titled("Coffee mug").with_barcode(EAN))
        for product_id in (twin, near):
            await shop.catalog.trash(shop.ctx, ProductCommand(product_id=product_id))
        assert (await shop.platform.duplicates.find(shop.ctx)).groups == ()
        assert (await shop.platform.duplicates.find(neighbour.ctx)).groups == ()


async def test_they_stand_side_by_side(tmp_path: Path) -> None:
    async with temporary_shop(tmp_path) as shop:
        mug, twin, near = await _three(shop)
        await shop.catalog.trash(shop.ctx, ProductCommand(product_id=near))
        one, other = await shop.platform.duplicates.candidates(shop.ctx, (twin, near, mug))
        assert (one.id, one.vendor, one.codes, one.price_min) == (twin, "Acme", ((None, f"0{EAN}"),), 990)
        assert (other.title, other.codes, other.on_hand) == ("Coffee mug", (("MUG-1", EAN),), 3)
        assert (other.price_min, other.price_max, other.currency_code, other.status) == (1250, 1250, "USD", "draft")


async def test_told_apart_they_are_found_no_more_and_an_undo_brings_them_back(tmp_path: Path) -> None:
    async with temporary_shop(tmp_path) as shop:
        mug, twin, near = await _three(shop)
        duplicates, history = shop.platform.duplicates, shop.platform.history
        said = await duplicates.tell_apart(shop.ctx, TellApart(product_ids=(twin, mug, near, mug)))
        assert said.product_ids == tuple(sorted((mug, twin, near)))
        (event,) = shop.events.of_type("distinction.made")
        assert event.data["changes"] == {"distinct": [None, list(said.product_ids)]}
        assert (await duplicates.find(shop.ctx)).groups == ()

        newcomer = await shop.add(a_product().titled("coffee mug"))
        (group,) = (await duplicates.find(shop.ctx)).groups
        assert newcomer.id in group.product_ids
        assert all(newcomer.id in reason.product_ids for reason in group.reasons)

        await history.undo(shop.ctx)  # the newcomer
        undone = await history.undo(shop.ctx)
        assert undone.step.thing == "distinction"
        assert len((await duplicates.find(shop.ctx)).groups) == 1
        await history.redo(shop.ctx)
        assert (await duplicates.find(shop.ctx)).groups == ()


async def test_what_was_said_is_listed_and_taken_back(tmp_path: Path) -> None:
    async with temporary_shop(tmp_path) as shop:
        mug, twin, near = await _three(shop)
        duplicates, history = shop.platform.duplicates, shop.platform.history
        first = await duplicates.tell_apart(shop.ctx, TellApart(product_ids=(mug, near)))
        second = await duplicates.tell_apart(shop.ctx, TellApart(product_ids=(mug, twin, near)))
        neighbour = await shop.neighbour()
        await shop.catalog.trash(shop.ctx, ProductCommand(product_id=near))
        page = await duplicates.told_apart(shop.ctx)
        assert [row.id for row in page.rows] == [second.id, first.id]
        told = page.rows[1].products
        assert {(one.id, one.title, one.in_trash) for one in told} == {
            (mug, "Coffee mug", False),
            (near, "Cofee mug", True),
        }
        assert (await duplicates.told_apart(neighbour.ctx)).rows == ()
        begun = await duplicates.told_apart(shop.ctx, limit=1)
        assert ([row.id for row in begun.rows], begun.next) == ([second.id], second.id)
        rest = await duplicates.told_apart(shop.ctx, after=begun.next, limit=1)
        assert ([row.id for row in rest.rows], rest.next) == ([first.id], None)
        await shop.catalog.restore(shop.ctx, ProductCommand(product_id=near))

        done = await duplicates.take_back(shop.ctx, second.id)
        (event,) = shop.events.of_type("distinction.revoked")
        assert event.data["changes"] == {"distinct": [list(done.product_ids), None]}
        assert [row.id for row in (await duplicates.told_apart(shop.ctx)).rows] == [first.id]
        assert {mug, twin} <= set((await duplicates.find(shop.ctx)).groups[0].product_ids)
        for stranger, said in ((neighbour, first.id), (shop, second.id)):
            with pytest.raises(NotFound):
                await stranger.platform.duplicates.take_back(stranger.ctx, said)
        await history.undo_transaction(shop.ctx, done.txid)
        assert [row.id for row in (await duplicates.told_apart(shop.ctx)).rows] == [second.id, first.id]
        await history.redo(shop.ctx)
        assert [row.id for row in (await duplicates.told_apart(shop.ctx)).rows] == [first.id]


async def test_only_products_of_the_shop_are_told_apart(tmp_path: Path) -> None:
    async with temporary_shop(tmp_path) as shop:
        mug, *_ = await _three(shop)
        foreign = await (await shop.neighbour()).add()
        for other in (foreign.id, new_id()):
            with pytest.raises(NotFound):
                await shop.platform.duplicates.tell_apart(shop.ctx, TellApart(product_ids=(mug, other)))
        assert shop.events.of_type("distinction.made") == []
        with pytest.raises(ValidationError):
            TellApart(product_ids=(mug,))


async def test_one_stays_and_the_others_go_in_one_step(tmp_path: Path) -> None:
    async with temporary_shop(tmp_path) as shop:
        mug, twin, near = await _three(shop)
        await shop.catalog.publish(shop.ctx, ProductCommand(product_id=twin))
        versions = {product_id: (await shop.get(product_id)).version for product_id in (mug, twin, near)}
        command = TrashOthers(keep_id=mug, product_ids=(mug, twin, near), base_versions=versions)
        done = await shop.platform.duplicates.trash_others(shop.ctx, command)
        assert done.product_ids == (twin, near)
        assert [(await shop.get(one)).deleted_at is None for one in (mug, twin, near)] == [True, False, False]
        await shop.platform.history.undo_transaction(shop.ctx, done.txid)
        assert [(await shop.get(one)).status for one in (mug, twin, near)] == ["draft", "active", "draft"]
        assert [(await shop.get(one)).deleted_at for one in (mug, twin, near)] == [None] * 3


async def test_when_one_cannot_go_all_stay(tmp_path: Path) -> None:
    async with temporary_shop(tmp_path) as shop:
        mug, twin, near = await _three(shop)
        versions = {mug: 1, twin: 1, near: 7}
        for keep, others in ((mug, (twin, near)), (near, (twin,))):
            command = TrashOthers(keep_id=keep, product_ids=others, base_versions=versions)
            with pytest.raises(VersionConflict):
                await shop.platform.duplicates.trash_others(shop.ctx, command)
        assert [(await shop.get(one)).deleted_at for one in (mug, twin, near)] == [None] * 3
        await shop.catalog.trash(shop.ctx, ProductCommand(product_id=mug))
        with pytest.raises(UserError, match="in the trash"):
            await shop.platform.duplicates.trash_others(shop.ctx, TrashOthers(keep_id=mug, product_ids=(twin,)))


# -- the process -----------------------------------------------------------------------------------


def _endless(database: str, tenant_id: str, locale: str, pipe: Connection) -> None:
    while True:
        pipe.send(("progress", (1, 2)))


def _broken(database: str, tenant_id: str, locale: str, pipe: Connection) -> None:
    pipe.send(("bug", "Traceback: here"))


def _silent(database: str, tenant_id: str, locale: str, pipe: Connection) -> None:
    return


def _children() -> list[Any]:
    return [child for child in multiprocessing.active_children() if child.name == "rustok-match"]


async def test_cancelling_ends_the_process(tmp_path: Path) -> None:
    begun = asyncio.Event()
    loop = asyncio.get_running_loop()
    searching = asyncio.create_task(
        run_search(tmp_path, "t", "en", lambda *_: loop.call_soon_threadsafe(begun.set), _endless)
    )
    await begun.wait()
    assert _children()
    searching.cancel()
    with pytest.raises(asyncio.CancelledError):
        await searching
    assert _children() == []


@pytest.mark.parametrize(("entry", "text"), [(_broken, "Traceback: here"), (_silent, "ended with code 0")])
async def test_a_search_that_fails_says_so(tmp_path: Path, entry: Any, text: str) -> None:
    with pytest.raises(SearchFailed, match=text):
        await run_search(tmp_path, "t", "en", None, entry)
    assert _children() == []


async def test_a_file_that_cannot_be_read_is_a_known_fault(tmp_path: Path) -> None:
    with pytest.raises(KnownFault):
        await run_search(tmp_path / "missing.db", "t", "en", None)
