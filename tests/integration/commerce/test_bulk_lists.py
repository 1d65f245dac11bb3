"""Many products into collections and categories and out of them, as one step that can be undone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from rustok_desktop.commerce.collections_schemas import CreateCollection
from rustok_desktop.commerce.schemas import BulkChanges, BulkEdit
from rustok_desktop.core import permissions
from rustok_desktop.core.context import Role
from rustok_desktop.core.errors import Forbidden, NotFound, UserError
from rustok_desktop.core.ids import new_id
from rustok_desktop.core.permissions import Action, Resource
from rustok_desktop.taxonomy.schemas import CreateCategory
from rustok_desktop.testing import TemporaryShop, a_product, context_of, temporary_shop


async def _collection(shop: TemporaryShop, title: str, *members: str, **fields: Any) -> str:
    given = {"translations": {"en": {"title": title}}, "product_ids": members, **fields}
    return (await shop.platform.collections.create(shop.ctx, CreateCollection.model_validate(given))).collection_id


async def _category(shop: TemporaryShop, name: str) -> str:
    given = {"translations": {"en": {"name": name}}}
    return (await shop.platform.categories.create(shop.ctx, CreateCategory.model_validate(given))).category_id


async def _members(shop: TemporaryShop, collection_id: str) -> list[str]:
    return [one.product_id for one in (await shop.platform.collections.members(shop.ctx, collection_id)).members]


async def _inside(shop: TemporaryShop, category_id: str) -> list[str]:
    return [one.product_id for one in await shop.platform.categories.products(shop.ctx, category_id)]


def _edit(*product_ids: str, **changes: Any) -> BulkEdit:
    return BulkEdit(product_ids=product_ids, changes=BulkChanges.model_validate(changes))


async def test_into_some_lists_and_out_of_others_with_one_event_each(tmp_path: Path) -> None:
    async with temporary_shop(tmp_path) as shop:
        mug, bowl, pot = [(await shop.add(a_product().titled(title))).id for title in ("Mug", "Bowl", "Pot")]
        new, sale = await _collection(shop, "New", bowl), await _collection(shop, "Sale", mug, pot)
        home, garden = await _category(shop, "Home"), await _category(shop, "Garden")
        await shop.catalog.edit_many(shop.ctx, _edit(pot, add_category_ids=[garden]))
        command = _edit(
            mug,
            bowl,
            pot,
            add_collection_ids=[new],
            remove_collection_ids=[sale],
            add_category_ids=[home],
            remove_category_ids=[garden],
            vendor="Kiln",
        )
        preview = await shop.catalog.preview_bulk(shop.ctx, command)
        told = {line.title: {f.name: (f.was, f.becomes) for f in line.fields} for line in preview.lines}
        assert told["Mug"] == {
            "vendor": (None, "Kiln"),
            "collections": ([sale], [new]),
            "categories": ([], [home]),
        }
        assert told["Bowl"] == {"vendor": (None, "Kiln"), "categories": ([], [home])}
        assert told["Pot"]["categories"] == ([garden], [home])

        shop.events.clear()
        done = await shop.catalog.edit_many(shop.ctx, command)
        assert done.changed == (mug, bowl, pot)
        assert await _members(shop, new) == [bowl, mug, pot]
        assert await _members(shop, sale) == []
        assert (await _inside(shop, home), await _inside(shop, garden)) == ([mug, bowl, pot], [])
        assert len(shop.events.of_type("collection.updated")) == 2
        assert len(shop.events.of_type("category.updated")) == 2
        assert (await shop.catalog.edit_many(shop.ctx, command)).unchanged == 3

        await shop.platform.history.undo(shop.ctx)
        assert (await _members(shop, new), await _members(shop, sale)) == ([bowl], [mug, pot])
        assert (await _inside(shop, home), await _inside(shop, garden)) == ([], [pot])
        assert (await shop.get(mug)).vendor is None


async def test_a_list_that_cannot_take_them_leaves_everything_as_it_was(tmp_path: Path) -> None:
    async with temporary_shop(tmp_path) as shop:
        mug = (await shop.add(a_product().titled("Mug"))).id
        rule = {"conditions": [{"field": "title", "operator": "contains", "value": "Pot"}]}
        by_rule = await _collection(shop, "Pots", rule=rule)
        home = await _category(shop, "Home")
        foreign = await _category(await shop.neighbour(), "Theirs")
        for changes, error in (
            ({"add_collection_ids": [by_rule]}, UserError),
            ({"add_collection_ids": [new_id()]}, NotFound),
            ({"add_category_ids": [home, foreign]}, NotFound),
            ({"add_category_ids": [new_id()]}, NotFound),
        ):
            with pytest.raises(error):
                await shop.catalog.edit_many(shop.ctx, _edit(mug, vendor="X", **changes))
        assert (await shop.get(mug)).vendor is None
        assert await _inside(shop, home) == []


async def test_categories_need_the_right_to_change_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with temporary_shop(tmp_path) as shop:
        mug = (await shop.add(a_product().titled("Mug"))).id
        home = await _category(shop, "Home")
        only = {Resource.PRODUCTS: frozenset({Action.UPDATE})}
        monkeypatch.setitem(permissions._ROLES, Role.CUSTOMER, only)
        ctx = context_of(shop, Role.CUSTOMER)
        command = _edit(mug, add_category_ids=[home])
        for call in (shop.catalog.preview_bulk, shop.catalog.edit_many):
            with pytest.raises(Forbidden):
                await call(ctx, command)
        await shop.catalog.edit_many(ctx, _edit(mug, vendor="X"))
