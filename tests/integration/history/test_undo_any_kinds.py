"""Whatever was done to whatever: undone to the start everything is as it was, redone to the end as it became."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from rustok_desktop.commerce import collections_schemas as c
from rustok_desktop.commerce.schemas import UpdateProduct
from rustok_desktop.commerce.stock_schemas import CreateLocation, LocationCommand, SetThreshold, UpdateLocation
from rustok_desktop.core.errors import UserError
from rustok_desktop.core.ids import new_id
from rustok_desktop.index.content_schemas import ContentQuery
from rustok_desktop.taxonomy import schemas as t
from rustok_desktop.testing import indexed

from .everything import Everything

NAMES = st.sampled_from(["Mugs", "Bowls", "Чашки", "Home"])


async def _something(everything: Everything, data: st.DataObject, products: list[str]) -> None:
    """One act; UserError when it is refused."""
    platform, ctx = everything.platform, everything.ctx
    nodes = await platform.categories.tree(ctx)
    rows = await platform.collections.list(ctx)
    some = st.lists(st.sampled_from(products), min_size=1, max_size=3, unique=True)
    kinds = ["category", "place", "collection", "member", "tag", "location", "retag", "language", "low", "post"]
    kind = data.draw(st.sampled_from(kinds))
    if kind == "category":
        act = data.draw(st.sampled_from(["add", "rename", "move", "delete"]))
        parents = [None, *(node.id for node in nodes)]
        if act == "add" or not nodes:
            await everything.category(data.draw(NAMES), data.draw(st.sampled_from(parents)))
            return
        node = data.draw(st.sampled_from(nodes))
        if act == "rename":
            words = {data.draw(st.sampled_from(["en", "ru"])): {"name": data.draw(NAMES)}}
            given = {"category_id": node.id, "translations": words}
            await platform.categories.update(ctx, t.UpdateCategory.model_validate(given))
        elif act == "move":
            index = data.draw(st.one_of(st.none(), st.integers(0, 3)))
            command = t.MoveCategory(category_id=node.id, parent_id=data.draw(st.sampled_from(parents)), index=index)
            await platform.categories.move(ctx, command)
        else:
            lift = data.draw(st.booleans())
            await platform.categories.delete(ctx, t.DeleteCategory(category_id=node.id, lift_children=lift))
    elif kind == "place" and nodes:
        node, chosen = data.draw(st.sampled_from(nodes)), tuple(data.draw(some))
        if data.draw(st.booleans()):
            index = data.draw(st.one_of(st.none(), st.integers(0, 3)))
            command = t.AssignProducts(category_id=node.id, product_ids=chosen, index=index)
            await platform.categories.assign(ctx, command)
        else:
            await platform.categories.unassign(ctx, t.UnassignProducts(category_id=node.id, product_ids=chosen))
    elif kind == "collection":
        if not rows or data.draw(st.booleans()):
            await everything.collection(data.draw(NAMES), *data.draw(some))
            return
        row = data.draw(st.sampled_from(rows))
        if data.draw(st.booleans()):
            await platform.collections.delete(ctx, c.CollectionCommand(collection_id=row.id))
        else:
            given = {"collection_id": row.id, "base_version": row.version}
            given["translations"] = {"en": {"title": data.draw(NAMES), "handle": None}}
            await platform.collections.update(ctx, c.UpdateCollection.model_validate(given))
    elif kind == "member" and rows:
        row, chosen = data.draw(st.sampled_from(rows)), tuple(data.draw(some))
        command_of = data.draw(st.sampled_from([c.AddToCollection, c.RemoveFromCollection, c.MoveInCollection]))
        given = {"collection_id": row.id, "product_ids": chosen}
        if command_of is not c.RemoveFromCollection:
            given["position"] = data.draw(st.integers(0, 3))
        name = {c.AddToCollection: "add", c.RemoveFromCollection: "remove"}.get(command_of, "move")
        await getattr(platform.collections, name)(ctx, command_of.model_validate(given))
    elif kind == "tag":
        await indexed(everything.shop)
        tag = data.draw(st.sampled_from(await platform.tags.tags(ctx)))
        await _on_tag(everything, data, tag)
    elif kind == "location":
        await _on_location(everything, data)
    elif kind == "retag":
        product = await platform.catalog.get_product(ctx, data.draw(st.sampled_from(products)))
        tags = tuple(data.draw(st.lists(st.sampled_from(["red", "Red", "blue", "new"]), max_size=3)))
        update = UpdateProduct(product_id=product.id, base_version=product.version, tags=tags)
        await platform.catalog.update_product(ctx, update)
    elif kind == "low":
        product = await platform.catalog.get_product(ctx, data.draw(st.sampled_from(products)))
        place = data.draw(st.sampled_from(await platform.catalog.locations(ctx)))
        number = data.draw(st.sampled_from([None, 0, 3]))
        command = SetThreshold(variant_id=product.variants[0].id, location_id=place.id, threshold=number)
        await platform.inventory.set_threshold(ctx, command)
    elif kind == "post":
        posts = (await platform.content_listing.page(ctx, ContentQuery())).rows
        if not posts or data.draw(st.booleans()):
            await everything.post(data.draw(NAMES), data.draw(st.sampled_from([None, *(node.id for node in nodes)])))
        else:
            category = data.draw(st.sampled_from([None, *(node.id for node in nodes)]))
            await everything.file_post(data.draw(st.sampled_from(posts)).node_id, category)
    elif kind == "language":
        await _on_language(everything, data)


async def _on_language(everything: Everything, data: st.DataObject) -> None:
    tenants, ctx = everything.platform.tenants, everything.ctx
    locale = data.draw(st.sampled_from(["en", "ru", "fr"]))
    if data.draw(st.booleans()):
        fallback = data.draw(st.sampled_from([None, "en", "ru"]))
        await tenants.enable_locale(ctx, locale, data.draw(st.sampled_from(["", "Own"])), fallback)
    else:
        await tenants.disable_locale(ctx, locale)


async def _on_tag(everything: Everything, data: st.DataObject, tag: Any) -> None:
    tags, ctx = everything.platform.tags, everything.ctx
    act = data.draw(st.sampled_from(["rename", "translate", "merge", "tidy"]))
    if act == "rename":
        name = data.draw(st.sampled_from(["red", "RED", "green"]))
        await tags.rename(ctx, t.RenameTag(tag_id=tag.id, name=name))
    elif act == "translate":
        name = data.draw(st.sampled_from([None, "красный", "синий"]))
        await tags.translate(ctx, t.TranslateTag(tag_id=tag.id, names={"ru": name}))
    elif act == "merge":
        into = data.draw(st.sampled_from(await tags.tags(ctx)))
        await tags.merge(ctx, t.MergeTags(tag_id=tag.id, into_id=into.id))
    else:
        await tags.remove_unused(ctx)


async def _on_location(everything: Everything, data: st.DataObject) -> None:
    inventory, ctx = everything.platform.inventory, everything.ctx
    places = await everything.platform.catalog.locations(ctx)
    place = data.draw(st.sampled_from(places))
    act = data.draw(st.sampled_from(["create", "rename", "default", "close"]))
    if act == "create":
        await inventory.create_location(ctx, CreateLocation(name=data.draw(NAMES)))
    elif act == "rename":
        await inventory.update_location(ctx, UpdateLocation(location_id=place.id, name=data.draw(NAMES)))
    elif act == "default":
        await inventory.make_default(ctx, LocationCommand(location_id=place.id))
    else:
        await inventory.close_location(ctx, LocationCommand(location_id=place.id))


# Not shrunk: an example takes a second, and what failed is named by its step anyway.
@settings(
    max_examples=12,
    phases=(Phase.reuse, Phase.generate),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
async def test_any_sequence_over_all_kinds_undone_and_redone(everything: Everything, data: st.DataObject) -> None:
    shop = await everything.shop.neighbour(f"shop-{new_id()}", "en", "ru")
    person = Everything(shop, shop.ctx)
    products = [await person.product(title, *tags) for title, tags in (("A", ("red",)), ("B", ("blue",)), ("C", ()))]
    steps = [await person.step()]
    done = [await person.digest()]
    for _ in range(data.draw(st.integers(2, 7))):
        try:
            await _something(person, data, products)
        except UserError:
            continue
        now, step = await person.digest(), await person.step()
        if step.id != steps[-1].id:
            done.append(now)
            steps.append(step)
    ahead = []
    while len(done) > 1:
        await person.undo()
        ahead.append(done.pop())
        assert await person.digest() == done[-1], asdict(steps[len(done)])
    while ahead:
        await person.redo()
        assert await person.digest() == ahead.pop()
    assert (await person.platform.history.state(person.ctx)).redo is None
