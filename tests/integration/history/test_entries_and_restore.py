"""What the history of a product tells, and putting old values back."""

from __future__ import annotations

from typing import Any

import pytest

from rustok_desktop.core.errors import NotFound, UserError, VersionConflict


def _price(past: Any, product: Any, amount: int) -> dict[str, Any]:
    return {"variants": [{"id": product.variants[0].id, "prices": [{"currency_code": "USD", "amount": amount}]}]}


async def test_entries_tell_who_when_and_field_by_field(past: Any) -> None:
    mug = await past.add("Mug")
    price = f"variants/{mug.variants[0].id}/price@USD"
    await past.somebody_else().update(mug, translations={"en": {"title": "Cup"}}, **_price(past, mug, 500))
    await past.stock(mug, 4)
    await past.act("publish", mug)
    page = await past.history.entries(past.ctx, "product", mug.id)
    assert [entry.act for entry in page.entries] == ["published", "stock", "updated", "created"]
    assert [entry.mine for entry in page.entries] == [True, True, False, True]
    assert page.next is None
    edit = page.entries[2]
    assert {(f.path, f.was, f.now) for f in edit.fields} == {("title@en", "Mug", "Cup"), (price, None, 500)}
    move = page.entries[1].movements[0]
    assert (move.delta, move.quantity, move.reason) == (4, 4, "correction")
    assert not page.entries[3].fields[0].restorable


async def test_entries_come_in_pages_and_of_one_shop_only(past: Any, other_ctx: Any) -> None:
    mug = await past.add("Mug")
    for title in "ABCD":
        await past.rename(mug, title)
    first = await past.history.entries(past.ctx, "product", mug.id, 2)
    second = await past.history.entries(past.ctx, "product", mug.id, 2, first.next)
    third = await past.history.entries(past.ctx, "product", mug.id, 2, second.next)
    titles = [entry.fields[0].now for page in (first, second) for entry in page.entries]
    assert titles == ["D", "C", "B", "A"]
    assert [entry.act for entry in third.entries] == ["created"]
    assert third.next is None
    assert (await past.history.entries(other_ctx, "product", mug.id)).entries == ()


async def test_an_undo_is_marked_in_the_history(past: Any) -> None:
    mug = await past.add("Mug")
    await past.rename(mug, "Cup")
    await past.history.undo(past.ctx)
    page = await past.history.entries(past.ctx, "product", mug.id)
    assert [entry.origin for entry in page.entries] == ["undo", "", ""]


async def test_one_field_is_put_back_and_that_can_be_undone(past: Any) -> None:
    mug = await past.add("Mug")
    view = await past.update(mug, translations={"en": {"title": "Cup"}}, vendor="Acme")
    entry = (await past.history.entries(past.ctx, "product", mug.id)).entries[0]
    await past.history.restore_field(past.ctx, entry.event_id, "title@en", view.version)
    restored = await past.get(mug.id)
    assert (restored.translations["en"].title, restored.vendor) == ("Mug", "Acme")
    event = (await past.log.read(0, 100, event_type="product.updated"))[-1]
    assert event.causation_id == entry.event_id
    assert event.data["changes"] == {"title@en": ["Cup", "Mug"]}
    await past.history.undo(past.ctx)
    assert (await past.get(mug.id)).translations["en"].title == "Cup"


async def test_a_removed_variant_is_put_back_with_its_stock(past: Any) -> None:
    shirt = await past.add_shirt("S", "M")
    gone = shirt.variants[1]
    view = await past.update(shirt, remove_variants=[gone.id])
    entry = (await past.history.entries(past.ctx, "product", shirt.id)).entries[0]
    await past.history.restore_field(past.ctx, entry.event_id, f"variants/{gone.id}", view.version)
    restored = await past.get(shirt.id)
    assert restored.variants[1].id == gone.id
    assert restored.variants[1].sku == "S-M"
    assert restored.variants[1].stock[0].on_hand == 5


async def test_a_version_is_put_back_in_one_edit_and_stock_and_status_stay(past: Any) -> None:
    shirt = await past.add_shirt("S", "M")
    await past.update(shirt, translations={"ru": {"title": "Рубашка"}}, **_price(past, shirt, 700))
    entry = (await past.history.entries(past.ctx, "product", shirt.id)).entries[0]
    wanted = await past.get(shirt.id)
    await past.update(shirt, translations={"ru": None}, options=[], remove_variants=[shirt.variants[1].id])
    await past.update(shirt, tags=["sale"], **_price(past, shirt, 100))
    await past.stock(shirt, -3)
    view = await past.act("publish", shirt)
    await past.history.restore_version(past.ctx, entry.event_id, view.version)
    restored = await past.get(shirt.id)
    for name in ("translations", "options", "tags", "vendor"):
        assert getattr(restored, name) == getattr(wanted, name)
    assert [v.prices for v in restored.variants] == [v.prices for v in wanted.variants]
    assert [v.stock[0].on_hand for v in restored.variants] == [2, 5]
    assert restored.status == "active"
    assert restored.version == view.version + 1


async def test_a_restore_based_on_an_old_version_is_refused(past: Any) -> None:
    mug = await past.add("Mug")
    view = await past.rename(mug, "Cup")
    entry = (await past.history.entries(past.ctx, "product", mug.id)).entries[0]
    for call in (
        past.history.restore_field(past.ctx, entry.event_id, "title@en", view.version - 1),
        past.history.restore_version(past.ctx, entry.event_id, view.version - 1),
    ):
        with pytest.raises(VersionConflict):
            await call
    assert (await past.get(mug.id)).version == view.version


async def test_only_what_the_event_tells_of_this_shop_can_be_put_back(past: Any, other_ctx: Any) -> None:
    mug = await past.add("Mug")
    view = await past.rename(mug, "Cup")
    entry = (await past.history.entries(past.ctx, "product", mug.id)).entries[0]
    with pytest.raises(NotFound):
        await past.history.restore_field(past.ctx, entry.event_id, "vendor", view.version)
    with pytest.raises(NotFound):
        await past.history.restore_field(other_ctx, entry.event_id, "title@en", view.version)
    await past.act("trash", mug)
    with pytest.raises(UserError) as refused:
        await past.history.restore_version(past.ctx, entry.event_id, view.version + 1)
    assert refused.value.code == "in_trash"
