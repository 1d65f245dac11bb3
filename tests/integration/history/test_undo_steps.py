"""Undo and redo of single steps, and when they are refused."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from rustok_desktop.core.context import Role
from rustok_desktop.core.errors import Forbidden, UserError
from rustok_desktop.core.ids import new_id
from rustok_desktop.core.messages import message


async def test_a_change_is_undone_and_redone_by_name(past: Any) -> None:
    mug = await past.add("Mug")
    await past.rename(mug, "Cup")
    state = await past.history.state(past.ctx)
    assert (state.undo.kind, state.undo.title, state.undo.fields) == ("edit", "Cup", ("title",))
    assert state.redo is None
    undone = await past.history.undo(past.ctx, state.undo.id)
    assert (undone.products, undone.finished) == (1, True)
    assert (await past.get(mug.id)).translations["en"].title == "Mug"
    state = await past.history.state(past.ctx)
    assert state.undo.kind == "create"
    assert state.redo.kind == "edit"
    await past.history.redo(past.ctx)
    assert (await past.get(mug.id)).translations["en"].title == "Cup"
    assert (await past.history.state(past.ctx)).redo is None


async def test_an_undo_is_an_event_caused_by_the_undone_one(past: Any) -> None:
    mug = await past.add("Mug")
    await past.rename(mug, "Cup")
    edited = (await past.log.read(0, 100, event_type="product.updated"))[-1]
    await past.history.undo(past.ctx)
    event = (await past.log.read(0, 100, event_type="product.updated"))[-1]
    assert event.causation_id == edited.id
    assert event.correlation_id != edited.correlation_id
    assert event.data["changes"] == {"title@en": ["Cup", "Mug"]}


async def test_something_new_ends_what_could_be_redone(past: Any) -> None:
    mug = await past.add("Mug")
    await past.rename(mug, "Cup")
    await past.history.undo(past.ctx)
    await past.update(mug, vendor="Acme")
    assert (await past.history.state(past.ctx)).redo is None
    with pytest.raises(UserError) as refused:
        await past.history.redo(past.ctx)
    assert refused.value.code == "nothing_to_redo"
    await past.history.undo(past.ctx)
    assert (await past.history.undo(past.ctx)).step.kind == "create"


async def test_a_later_edit_of_the_same_field_is_named_and_nothing_changes(past: Any) -> None:
    mug, bowl = await past.add("Mug"), await past.add("Bowl")
    chain = replace(past.ctx, correlation_id=new_id())
    await past.rename(bowl, "Dish", chain)
    await past.rename(mug, "Cup", chain)
    await past.somebody_else().rename(bowl, "Plate")
    before = await past.digest()
    with pytest.raises(UserError) as refused:
        await past.history.undo(past.ctx)
    assert refused.value.code == "undo_blocked"
    assert refused.value.params["title"] == "Plate"
    assert refused.value.params["field"] == "title@en"
    assert "Plate" in message("undo_blocked", "ru", refused.value.params)
    later = await past.log.get(refused.value.params["event_id"])
    assert later.data["changes"] == {"title@en": ["Dish", "Plate"]}
    assert await past.digest() == before
    assert (await past.history.state(past.ctx)).undo.products == 2


async def test_a_later_edit_of_another_field_does_not_stand_in_the_way(past: Any) -> None:
    mug = await past.add("Mug")
    await past.rename(mug, "Cup")
    await past.somebody_else().update(mug, vendor="Acme")
    await past.history.undo(past.ctx)
    view = await past.get(mug.id)
    assert (view.translations["en"].title, view.vendor) == ("Mug", "Acme")


async def test_two_transactions_of_one_chain_are_one_step(past: Any) -> None:
    mug = await past.act("publish", await past.add("Mug"))
    before = await past.digest()
    chain = replace(past.ctx, correlation_id=new_id())
    await replace(past, ctx=chain).act("unpublish", mug)
    await replace(past, ctx=chain).act("trash", mug)
    assert await past.digest() == {}
    assert (await past.history.undo(past.ctx)).step.kind == "trash"
    assert await past.digest() == before
    await past.history.redo(past.ctx)
    assert (await past.get(mug.id)).deleted_at is not None


async def test_stock_comes_back_by_a_counter_movement(past: Any) -> None:
    mug = await past.stock(await past.add("Mug"), 12)
    assert (await past.history.state(past.ctx)).undo.kind == "stock"
    await past.history.undo(past.ctx)
    moves = await past.catalog.movements(past.ctx, mug.id)
    assert {(move.delta, move.reason) for move in moves} == {(12, "correction"), (-12, "undo")}
    await past.history.redo(past.ctx)
    assert sum(move.delta for move in await past.catalog.movements(past.ctx, mug.id)) == 12


async def test_goods_that_were_sold_meanwhile_cannot_be_taken_back(past: Any) -> None:
    mug = await past.stock(await past.add("Mug"), 12)
    await past.somebody_else().stock(mug, -10)
    with pytest.raises(UserError) as refused:
        await past.history.undo(past.ctx)
    assert refused.value.code == "insufficient_inventory"
    assert sum(move.delta for move in await past.catalog.movements(past.ctx, mug.id)) == 2


async def test_a_removed_option_comes_back_with_ids_prices_and_stock(past: Any) -> None:
    shirt = await past.add_shirt("S", "M", "L")
    before = await past.digest()
    small = shirt.variants[0].id
    await past.update(shirt, remove_variants=[v.id for v in shirt.variants[1:]], options=[])
    after = await past.digest()
    await past.history.undo(past.ctx)
    assert await past.digest() == before
    await past.history.redo(past.ctx)
    assert await past.digest() == after
    assert [v.id for v in (await past.get(shirt.id)).variants] == [small]


async def test_creating_is_undone_into_the_trash_and_redone_published(past: Any) -> None:
    mug = await past.add("Mug", publish=True)
    before = await past.digest()
    await past.history.undo(past.ctx)
    view = await past.get(mug.id)
    assert (view.status, view.deleted_at is None) == ("draft", False)
    await past.history.redo(past.ctx)
    assert await past.digest() == before


async def test_a_purge_is_final_and_older_steps_of_the_product_say_so(past: Any) -> None:
    mug = await past.add("Mug")
    await past.act("trash", mug)
    await past.purge(mug)
    assert (await past.history.state(past.ctx)).undo.kind == "trash"
    with pytest.raises(UserError) as refused:
        await past.history.undo(past.ctx)
    assert refused.value.code == "undo_gone"


async def test_steps_belong_to_person_and_device(past: Any) -> None:
    mug = await past.add("Mug")
    await past.somebody_else().rename(mug, "Cup")
    other_device = replace(past.ctx, device_id=new_id())
    assert (await past.history.state(other_device)).undo is None
    assert (await past.history.state(past.ctx)).undo.kind == "create"


async def test_an_undo_of_a_step_that_is_no_longer_the_last_is_refused(past: Any) -> None:
    mug = await past.add("Mug")
    seen = (await past.history.state(past.ctx)).undo
    await past.rename(mug, "Cup")
    with pytest.raises(UserError) as refused:
        await past.history.undo(past.ctx, seen.id)
    assert refused.value.code == "undo_other_step"


async def test_permissions(past: Any) -> None:
    mug = await past.add("Mug")
    nobody = replace(past.ctx, role=Role.CUSTOMER)
    for call in (past.history.undo, past.history.redo):
        with pytest.raises(Forbidden):
            await call(nobody)
    with pytest.raises(Forbidden):
        await past.history.restore_field(nobody, new_id(), "title@en", mug.version)
    with pytest.raises(Forbidden):
        await past.history.restore_version(nobody, new_id(), mug.version)


async def test_a_long_step_goes_on_where_it_was_stopped(past: Any) -> None:
    chain = replace(past.ctx, correlation_id=new_id())
    mugs = [await past.add(f"Mug {n}") for n in range(6)]
    before = await past.digest()
    for mug in mugs:
        await past.rename(mug, mug.translations["en"].title + "!", chain)
    after = await past.digest()
    past.history.batch = 2
    told: list[Any] = []
    undone = await past.history.undo(past.ctx, on_progress=told.append, cancelled=lambda: True)
    assert (undone.products, undone.finished, told[-1].total) == (2, False, 6)
    assert (await past.history.state(past.ctx)).undo.partial
    assert (await past.history.undo(past.ctx)).finished
    assert await past.digest() == before
    assert (await past.history.redo(past.ctx)).products == 6
    assert await past.digest() == after


async def test_a_long_step_is_refused_before_its_first_batch(past: Any) -> None:
    chain = replace(past.ctx, correlation_id=new_id())
    mugs = [await past.add(f"Mug {n}") for n in range(5)]
    for mug in mugs:
        await past.rename(mug, mug.translations["en"].title + "!", chain)
    await past.somebody_else().rename(mugs[0], "Mine")
    before = await past.digest()
    past.history.batch = 2
    with pytest.raises(UserError) as refused:
        await past.history.undo(past.ctx)
    assert refused.value.code == "undo_blocked"
    assert await past.digest() == before
