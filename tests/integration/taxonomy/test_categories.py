"""Categories: the tree, its words, its products."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import pytest

from rustok_desktop.core import limits
from rustok_desktop.core.context import Role
from rustok_desktop.core.errors import Forbidden, Invalid, NotFound, UserError, VersionConflict
from rustok_desktop.core.ids import new_id
from rustok_desktop.taxonomy.schemas import (
    AssignProducts,
    CreateCategory,
    DeleteCategory,
    MoveCategory,
    RestoreCategory,
    UnassignProducts,
    UpdateCategory,
)
from rustok_desktop.taxonomy.views import DeletedCategory

from .conftest import Shop


async def update(shop: Shop, category_id: str, **fields: Any) -> Any:
    return await shop.categories.update(shop.ctx, UpdateCategory(category_id=category_id, **fields))


async def delete(shop: Shop, category_id: str, **fields: Any) -> DeletedCategory:
    return await shop.categories.delete(shop.ctx, DeleteCategory(category_id=category_id, **fields))


def undo_of(deleted: DeletedCategory) -> RestoreCategory:
    words = {
        locale: {key: value for key, value in asdict(words).items() if key != "locale"}
        for locale, words in deleted.translations.items()
    }
    return RestoreCategory.model_validate(
        {
            "category_id": deleted.category_id,
            "parent_id": deleted.parent_id,
            "index": deleted.index,
            "translations": words,
            "children": deleted.children,
            "products": deleted.products,
        }
    )


async def test_a_tree_in_order(shop: Shop) -> None:
    home = await shop.category("Home")
    kitchen = await shop.category("Kitchen", home)
    await shop.category("Bath", home, 0)
    await shop.category("Mugs", kitchen)
    await shop.category("Garden", None, 0)
    assert await shop.shape() == ["Garden", "Home", "Home / Bath", "Home / Kitchen", "Home / Kitchen / Mugs"]


async def test_names_follow_the_language_and_its_fallback(shop: Shop) -> None:
    tableware = await shop.category("Tableware", ru="Посуда")
    await shop.category("Mugs", tableware)
    assert await shop.seen_by(locale="ru").shape() == ["Посуда", "Посуда / Mugs"]
    assert await shop.seen_by(locale="kk").shape() == ["Посуда", "Посуда / Mugs"]
    assert await shop.seen_by(locale="de").shape() == ["Tableware", "Tableware / Mugs"]


async def test_slugs_are_transliterated_and_unique_per_language(shop: Shop) -> None:
    first = await shop.category("Mugs", ru="Кружки")
    second = await shop.category("Mugs")
    third = await shop.category("杯子")
    slugs = [
        {locale: words.slug for locale, words in (await shop.categories.get(shop.ctx, c)).translations.items()}
        for c in (first, second, third)
    ]
    assert slugs == [{"en": "mugs", "ru": "kruzhki"}, {"en": "mugs-2"}, {"en": "category"}]
    with pytest.raises(Invalid) as caught:
        await update(shop, second, translations={"en": {"slug": "mugs"}})
    problem = caught.value.fields[0]
    assert (problem.path, problem.code, problem.params["holder"]) == ("slug@en", "duplicate_slug", "Mugs")


async def test_a_rename_keeps_the_slug_and_tells_what_changed(shop: Shop) -> None:
    mugs = await shop.category("Mugs")
    saved = await update(shop, mugs, base_version=1, translations={"en": {"name": "Cups"}, "ru": {"name": "Чашки"}})
    assert saved.version == 2
    event = (await shop.events())[-1]
    assert (event.event_type, event.aggregate_id) == ("category.updated", mugs)
    assert event.data["changes"] == {
        "name@en": ["Mugs", "Cups"],
        "name@ru": [None, "Чашки"],
        "slug@ru": [None, "chashki"],
    }
    again = await update(shop, mugs, translations={"en": {"name": "Cups"}})
    assert (again.version, again.changed, again.txid) == (2, (), None)


async def test_the_last_language_stays(shop: Shop) -> None:
    mugs = await shop.category("Mugs", ru="Кружки")
    await update(shop, mugs, translations={"en": None})
    with pytest.raises(Invalid) as caught:
        await update(shop, mugs, translations={"ru": None})
    assert caught.value.fields[0].code == "category_without_name"
    assert list((await shop.categories.get(shop.ctx, mugs)).translations) == ["ru"]


async def test_a_move_updates_the_whole_subtree(shop: Shop) -> None:
    home, garden = await shop.category("Home"), await shop.category("Garden")
    kitchen = await shop.category("Kitchen", home)
    mugs = await shop.category("Mugs", kitchen)
    await shop.move(kitchen, garden)
    assert await shop.shape() == ["Home", "Garden", "Garden / Kitchen", "Garden / Kitchen / Mugs"]
    await shop.move(kitchen, None, 0)
    assert await shop.rows(f"SELECT depth, path FROM categories WHERE id = '{mugs}'") == [(1, f"/{kitchen}/{mugs}/")]
    positions = await shop.rows("SELECT id, position FROM categories WHERE parent_id IS NULL ORDER BY position")
    assert positions == [(kitchen, 0), (home, 1), (garden, 2)]


async def test_a_refused_move_changes_nothing(shop: Shop) -> None:
    home = await shop.category("Home")
    kitchen = await shop.category("Kitchen", home)
    before, head = await shop.rows("SELECT * FROM categories ORDER BY id"), await shop.log.head()
    with pytest.raises(UserError) as caught:
        await shop.move(home, kitchen)
    assert caught.value.code == "category_cycle"
    with pytest.raises(VersionConflict):
        await shop.move(kitchen, None, base_version=7)
    assert await shop.rows("SELECT * FROM categories ORDER BY id") == before
    assert await shop.log.head() == head


async def test_ten_levels_and_no_more(shop: Shop) -> None:
    parent = None
    for level in range(limits.CATEGORY_LEVELS):
        parent = await shop.category(f"Level {level}", parent)
    with pytest.raises(UserError) as caught:
        await shop.category("Too deep", parent)
    assert caught.value.code == "category_too_deep"


async def test_counts_include_what_is_below_once_and_not_the_trash(shop: Shop) -> None:
    home = await shop.category("Home")
    kitchen = await shop.category("Kitchen", home)
    mug, bowl, lost = [await shop.product(title) for title in ("Mug", "Bowl", "Lost")]
    assert await shop.assign(kitchen, mug, bowl, lost) == 3
    assert await shop.assign(home, mug) == 1
    await shop.trash(lost)
    assert [(node.own, node.total) for node in await shop.categories.tree(shop.ctx)] == [(1, 2), (2, 2)]


async def test_products_in_their_order(shop: Shop) -> None:
    kitchen = await shop.category("Kitchen")
    mug, bowl, jug = [await shop.product(title) for title in ("Mug", "Bowl", "Jug")]
    await shop.assign(kitchen, mug, bowl)
    await shop.assign(kitchen, jug, bowl, index=0)
    listed = await shop.categories.products(shop.ctx, kitchen)
    assert [product.title for product in listed] == ["Jug", "Bowl", "Mug"]
    assert [p.title for p in await shop.categories.products(shop.ctx, kitchen, limit=1, skip=1)] == ["Bowl"]
    # The bowl keeps its place, so those that made room are told too: only so can it be taken back exactly.
    assert (await shop.events())[-1].data["changes"] == {f"products/{jug}": [None, 0], f"products/{mug}": [0, 2]}
    await shop.assign(kitchen, bowl, index=0)
    assert (await shop.events())[-1].data["changes"] == {f"products/{bowl}": [1, 0]}
    assert [node.name for node in await shop.categories.of_product(shop.ctx, mug)] == ["Kitchen"]
    assert await shop.categories.contained(shop.ctx, kitchen, [mug, new_id()]) == {mug}


async def test_assigning_twice_records_once(shop: Shop) -> None:
    kitchen, mug = await shop.category("Kitchen"), await shop.product()
    await shop.assign(kitchen, mug)
    head = await shop.log.head()
    assert await shop.assign(kitchen, mug) == 0
    assert await shop.log.head() == head
    out = await shop.categories.unassign(shop.ctx, UnassignProducts(category_id=kitchen, product_ids=(mug, new_id())))
    assert out.count == 1
    assert await shop.categories.products(shop.ctx, kitchen) == ()


async def test_deleting_asks_what_becomes_of_the_children(shop: Shop) -> None:
    home = await shop.category("Home")
    await shop.category("Garden")
    kitchen = await shop.category("Kitchen", home)
    await shop.category("Bath", home)
    with pytest.raises(UserError) as caught:
        await delete(shop, home)
    assert caught.value.params["count"] == 2
    deleted = await delete(shop, home, lift_children=True)
    assert deleted.children[0] == kitchen
    assert await shop.shape() == ["Kitchen", "Bath", "Garden"]
    assert await shop.rows(f"SELECT depth, path FROM categories WHERE id = '{kitchen}'") == [(0, f"/{kitchen}/")]


async def test_a_deleted_category_comes_back_whole(shop: Shop) -> None:
    home = await shop.category("Home", ru="Дом")
    kitchen, mug = await shop.category("Kitchen", home), await shop.product()
    await shop.category("Garden")
    await shop.assign(home, mug)
    before = await shop.categories.tree(shop.ctx)
    deleted = await delete(shop, home, lift_children=True)
    assert deleted.products == (mug,)
    await shop.categories.restore(shop.ctx, undo_of(deleted))
    after = await shop.categories.tree(shop.ctx)
    assert [(n.id, n.path, n.own, n.locales) for n in after] == [(n.id, n.path, n.own, n.locales) for n in before]
    with pytest.raises(UserError) as caught:
        await shop.categories.restore(shop.ctx, undo_of(deleted))
    assert caught.value.code == "category_exists"
    assert (await shop.node(kitchen)).parent_id == home


async def test_what_a_delete_records(shop: Shop) -> None:
    home, mug = await shop.category("Home"), await shop.product()
    await shop.assign(home, mug)
    await delete(shop, home, base_version=1)
    event = (await shop.events())[-1]
    assert event.event_type == "category.deleted"
    words = {"name@en": ["Home", None], "slug@en": ["home", None]}
    assert event.data["changes"] == {**words, "position": [0, None], f"products/{mug}": [0, None]}


async def test_a_purged_product_leaves_its_categories(shop: Shop) -> None:
    home, mug = await shop.category("Home"), await shop.product()
    await shop.assign(home, mug)
    await shop.trash(mug)
    await shop.purge(mug)
    assert await shop.rows("SELECT count(*) FROM product_categories") == [(0,)]


async def test_another_shops_categories_are_not_there(shop: Shop, other_shop: Shop) -> None:
    home, mug = await shop.category("Home"), await shop.product()
    theirs = await other_shop.category("Home")
    assert (await other_shop.categories.get(other_shop.ctx, theirs)).translations["en"].slug == "home"
    assert await other_shop.shape() == ["Home"]
    attempts = [
        lambda: other_shop.categories.get(other_shop.ctx, home),
        lambda: update(other_shop, home, translations={"en": {"name": "Ours"}}),
        lambda: other_shop.move(home, None),
        lambda: other_shop.move(theirs, home),
        lambda: delete(other_shop, home),
        lambda: other_shop.category("Below", home),
        lambda: other_shop.assign(home, mug),
        lambda: other_shop.assign(theirs, mug),
    ]
    for attempt in attempts:
        with pytest.raises(NotFound):
            await attempt()
    assert await other_shop.categories.products(other_shop.ctx, home) == ()


async def test_every_act_asks_for_permission(shop: Shop) -> None:
    home, mug = await shop.category("Home"), await shop.product()
    guest = shop.seen_by(Role.CUSTOMER)
    words = {"en": {"name": "X"}}
    service = shop.categories
    acts = {
        "create": CreateCategory.model_validate({"translations": words}),
        "update": UpdateCategory.model_validate({"category_id": home, "translations": words}),
        "move": MoveCategory(category_id=home),
        "delete": DeleteCategory(category_id=home),
        "restore": RestoreCategory.model_validate({"category_id": new_id(), "translations": words}),
        "assign": AssignProducts(category_id=home, product_ids=(mug,)),
        "unassign": UnassignProducts(category_id=home, product_ids=(mug,)),
    }
    head = await shop.log.head()
    for name, command in acts.items():
        with pytest.raises(Forbidden):
            await getattr(service, name)(guest.ctx, command)
    assert await shop.log.head() == head
    assert await shop.shape() == ["Home"]
