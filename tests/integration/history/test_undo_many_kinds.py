"""Undo, redo and trash of everything but products: each kind by itself, and any sequence over all of them."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from rustok_desktop.commerce import collections_schemas as c
from rustok_desktop.commerce.schemas import ProductCommand, UpdateProduct
from rustok_desktop.commerce.stock_schemas import CreateLocation, LocationCommand, UpdateLocation
from rustok_desktop.core.context import Role
from rustok_desktop.core.errors import Forbidden, NotFound, UserError
from rustok_desktop.core.ids import new_id
from rustok_desktop.media.schemas import DeleteMedium, DescribeMedium
from rustok_desktop.taxonomy import schemas as t
from rustok_desktop.testing import TemporaryShop, a_product, indexed, temporary_shop

NAMES = st.sampled_from(["Mugs", "Bowls", "Чашки", "Home"])


@dataclass
class Everything:
    """A person who works on all kinds of things."""

    shop: TemporaryShop
    ctx: Any

    @property
    def platform(self) -> Any:
        return self.shop.platform

    async def undo(self) -> Any:
        return await self.platform.history.undo(self.ctx)

    async def redo(self) -> Any:
        return await self.platform.history.redo(self.ctx)

    async def step(self) -> Any:
        return (await self.platform.history.state(self.ctx)).undo

    async def category(self, name: str, parent: str | None = None) -> str:
        given = {"parent_id": parent, "translations": {"en": {"name": name}}}
        return (await self.platform.categories.create(self.ctx, t.CreateCategory.model_validate(given))).category_id

    async def collection(self, title: str, *products: str) -> str:
        given = {"translations": {"en": {"title": title}}, "product_ids": products}
        command = c.CreateCollection.model_validate(given)
        return (await self.platform.collections.create(self.ctx, command)).collection_id

    async def product(self, title: str, *tags: str) -> str:
        command = a_product().titled(title).tagged(*tags).build()
        return (await self.platform.catalog.create_product(self.ctx, command)).product_id

    async def tag(self, name: str) -> Any:
        await indexed(self.shop)
        return next(tag for tag in await self.platform.tags.tags(self.ctx) if tag.name == name)

    async def picture(self, folder: Path, color: str = "teal") -> str:
        path = folder / f"{color}.png"
        Image.new("RGB", (20, 20), color).save(path)
        return (await self.platform.media.upload(self.ctx, path)).media_id

    async def digest(self) -> dict[str, Any]:
        """All there is, without versions and moments."""
        platform, ctx = self.platform, self.ctx
        await indexed(self.shop)
        found: dict[str, Any] = {}
        for node in await platform.categories.tree(ctx):
            view = await platform.categories.get(ctx, node.id)
            products = [product.product_id for product in await platform.categories.products(ctx, node.id)]
            found[node.id] = (node.parent_id, node.position, view.translations, products)
        for row in await platform.collections.list(ctx):
            view = await platform.collections.get(ctx, row.id)
            members = [member.product_id for member in (await platform.collections.members(ctx, row.id)).members]
            found[row.id] = (view.kind, view.rule, view.translations, members)
        for tag in await platform.tags.tags(ctx):
            if tag.use_count:
                found[tag.id] = (tag.name, tag.names, tag.slugs, tag.use_count)
        for place in await platform.catalog.locations(ctx):
            found[place.id] = (place.name, place.code, place.is_default)
        return found


@pytest.fixture
async def everything(tmp_path: Path) -> AsyncIterator[Everything]:
    async with temporary_shop(tmp_path / "shop") as shop:
        yield Everything(shop, shop.ctx)


async def test_a_deleted_category_comes_back_with_children_and_products(everything: Everything) -> None:
    home = await everything.category("Home")
    mugs, bowls = await everything.category("Mugs", home), await everything.category("Bowls", home)
    mug = await everything.product("Mug")
    assign = t.AssignProducts(category_id=home, product_ids=(mug,))
    await everything.platform.categories.assign(everything.ctx, assign)
    before = await everything.digest()
    gone = t.DeleteCategory(category_id=home, lift_children=True)
    await everything.platform.categories.delete(everything.ctx, gone)
    after = await everything.digest()
    step = await everything.step()
    assert (step.thing, step.kind, step.title, step.products, step.total) == ("category", "trash", "Home", 1, 3)
    await everything.undo()
    assert await everything.digest() == before
    assert [node.id for node in await everything.platform.categories.tree(everything.ctx)] == [home, mugs, bowls]
    await everything.redo()
    assert await everything.digest() == after


async def test_a_rename_that_somebody_stands_on_is_not_undone(everything: Everything) -> None:
    mugs = await everything.category("Mugs")
    other = replace(everything.ctx, actor_id=new_id())
    for ctx, name in ((everything.ctx, "Cups"), (other, "Glasses")):
        given = {"category_id": mugs, "translations": {"en": {"name": name}}}
        await everything.platform.categories.update(ctx, t.UpdateCategory.model_validate(given))
    with pytest.raises(UserError) as refused:
        await everything.undo()
    assert refused.value.code == "undo_blocked"
    assert (refused.value.params["title"], refused.value.params["field"]) == ("Glasses", "name@en")


async def test_a_category_that_got_more_is_not_uncreated(everything: Everything) -> None:
    mugs = await everything.category("Mugs")
    given = {"category_id": mugs, "translations": {"ru": {"name": "Кружки"}}}
    other = replace(everything.ctx, actor_id=new_id())
    await everything.platform.categories.update(other, t.UpdateCategory.model_validate(given))
    with pytest.raises(UserError) as refused:
        await everything.undo()
    assert refused.value.params["field"] == "name@ru"


async def test_a_merge_is_undone_with_all_its_links(everything: Everything) -> None:
    for title, tags in (("A", ("red", "sale")), ("B", ("RED",)), ("C", ("crimson",))):
        await everything.product(title, *tags)
    red, crimson = await everything.tag("red"), await everything.tag("crimson")
    words = t.TranslateTag(tag_id=red.id, names={"ru": "красный"}, slugs={"ru": "krasnyy-cvet"})
    await everything.platform.tags.translate(everything.ctx, words)
    before = await everything.digest()
    await everything.platform.tags.merge(everything.ctx, t.MergeTags(tag_id=red.id, into_id=crimson.id))
    after = await everything.digest()
    assert red.id not in after
    step = await everything.step()
    assert (step.thing, step.kind, step.title, step.products) == ("tag", "trash", "red", 1)
    assert (await everything.platform.trash.list(everything.ctx)).things == ()
    await everything.undo()
    assert (await everything.tag("red")).use_count == 2
    assert await everything.digest() == before
    await everything.redo()
    assert await everything.digest() == after


async def test_a_renamed_tag_is_renamed_back_everywhere(everything: Everything) -> None:
    await everything.product("A", "red")
    red = await everything.tag("red")
    await everything.platform.tags.rename(everything.ctx, t.RenameTag(tag_id=red.id, name="crimson"))
    later = replace(everything.ctx, actor_id=new_id())
    command = a_product().titled("B").tagged("crimson").build()
    await everything.platform.catalog.create_product(later, command)
    await indexed(everything.shop)
    await everything.undo()
    tag = await everything.tag("red")
    assert (tag.id, tag.use_count) == (red.id, 2)
    await everything.redo()
    assert (await everything.tag("crimson")).use_count == 2


async def test_a_deleted_picture_keeps_its_id_and_words(everything: Everything, tmp_path: Path) -> None:
    media = everything.platform.media
    medium = await everything.picture(tmp_path)
    given = {"media_id": medium, "base_version": 1, "translations": {"ru": {"alt_text": "Кружка"}}}
    await media.describe(everything.ctx, DescribeMedium.model_validate(given))
    await media.delete(everything.ctx, DeleteMedium(media_id=medium))
    (thing,) = (await everything.platform.trash.list(everything.ctx)).things
    assert (thing.kind, thing.id, thing.name) == ("media", medium, "teal.png")
    await everything.platform.trash.restore(everything.ctx, "media", medium)
    assert (await media.get(everything.ctx, medium)).translations["ru"].alt_text == "Кружка"
    assert (await everything.platform.trash.list(everything.ctx)).things == ()
    await everything.undo()
    assert len((await everything.platform.trash.list(everything.ctx)).things) == 1
    shutil.rmtree(everything.platform.directory.media)
    with pytest.raises(UserError) as refused:
        await everything.platform.trash.restore(everything.ctx, "media", medium)
    assert refused.value.code == "media_file_missing"


async def test_a_picture_uploaded_anew_stands_in_the_way(everything: Everything, tmp_path: Path) -> None:
    medium = await everything.picture(tmp_path)
    await everything.platform.media.delete(everything.ctx, DeleteMedium(media_id=medium))
    await everything.picture(tmp_path)
    with pytest.raises(UserError) as refused:
        await everything.platform.trash.restore(everything.ctx, "media", medium)
    assert refused.value.code == "media_exists"


async def test_locations_close_and_open(everything: Everything) -> None:
    inventory, ctx = everything.platform.inventory, everything.ctx
    place = await inventory.create_location(ctx, CreateLocation(name="Cellar"))
    await inventory.make_default(ctx, LocationCommand(location_id=place.id))
    before = await everything.digest()
    assert before[place.id][2]
    await everything.undo()
    assert not (await everything.digest())[place.id][2]
    await everything.undo()
    assert place.id not in await everything.digest()
    await everything.redo()
    await everything.redo()
    assert await everything.digest() == before


async def test_the_shop_gets_its_name_back(everything: Everything) -> None:
    was = (await everything.platform.tenants.list())[0].name
    await everything.platform.tenants.update(everything.ctx, name="Pottery")
    assert (await everything.step()).thing == "tenant"
    await everything.undo()
    assert (await everything.platform.tenants.list())[0].name == was


async def test_a_field_and_a_version_of_a_category_are_restored(everything: Everything) -> None:
    mugs = await everything.category("Mugs")
    for name in ("Cups", "Glasses"):
        given = {"category_id": mugs, "translations": {"en": {"name": name}}}
        await everything.platform.categories.update(everything.ctx, t.UpdateCategory.model_validate(given))
    history, ctx = everything.platform.history, everything.ctx
    entries = (await history.entries(ctx, "category", mugs)).entries
    assert [entry.act for entry in entries] == ["updated", "updated", "created"]
    await history.restore_field(ctx, entries[0].event_id, "name@en", 3)
    view = await everything.platform.categories.get(ctx, mugs)
    assert view.translations["en"].name == "Cups"
    await history.restore_version(ctx, entries[2].event_id, view.node.version)
    assert (await everything.platform.categories.get(ctx, mugs)).translations["en"].name == "Mugs"


async def test_what_is_purged_never_comes_back(everything: Everything) -> None:
    trash, ctx = everything.platform.trash, everything.ctx
    mug = await everything.product("Mug")
    await everything.platform.catalog.trash(ctx, ProductCommand(product_id=mug))
    mugs, spring = await everything.category("Mugs"), await everything.collection("Spring")
    await everything.platform.categories.delete(ctx, t.DeleteCategory(category_id=mugs))
    await everything.platform.collections.delete(ctx, c.CollectionCommand(collection_id=spring))
    assert [(thing.kind, thing.name) for thing in (await trash.list(ctx)).things] == [
        ("collection", "Spring"),
        ("category", "Mugs"),
        ("product", "Mug"),
    ]
    with pytest.raises(Forbidden):
        await trash.purge(replace(ctx, role=Role.MANAGER), "category", [mugs])
    assert await trash.purge(ctx, "category", [mugs]) == 1
    assert await trash.purge(ctx, "product", [mug]) == 1
    assert [thing.kind for thing in (await trash.list(ctx)).things] == ["collection"]
    for act in (trash.restore(ctx, "category", mugs), trash.purge(ctx, "category", [mugs])):
        with pytest.raises(UserError) as refused:
            await act
        assert refused.value.code == "not_in_trash"
    await everything.undo()  # of the collection's deletion
    with pytest.raises(UserError) as refused:
        await everything.undo()  # of the category's
    assert refused.value.code == "undo_gone"
    assert (await everything.step()).kind == "create"  # said once, it stands in the way no more
    await everything.undo()
    assert await everything.platform.collections.list(ctx) == ()
    for kind, thing_id in (("category", new_id()), ("location", mugs), ("node", mugs)):
        with pytest.raises(NotFound):
            await trash.restore(ctx, kind, thing_id)


async def test_an_act_is_taken_back_by_its_transaction(everything: Everything) -> None:
    mugs = await everything.category("Mugs")
    history, ctx = everything.platform.history, everything.ctx
    gone = await everything.platform.categories.delete(ctx, t.DeleteCategory(category_id=mugs))
    await history.undo_transaction(ctx, gone.txid)
    assert [node.id for node in await everything.platform.categories.tree(ctx)] == [mugs]
    for txid, code in ((gone.txid, "undo_other_step"), (new_id(), "nothing_to_undo")):
        with pytest.raises(UserError) as refused:
            await history.undo_transaction(ctx, txid)
        assert refused.value.code == code


async def _something(everything: Everything, data: st.DataObject, products: list[str]) -> None:
    """One act; UserError when it is refused."""
    platform, ctx = everything.platform, everything.ctx
    nodes = await platform.categories.tree(ctx)
    rows = await platform.collections.list(ctx)
    some = st.lists(st.sampled_from(products), min_size=1, max_size=3, unique=True)
    kind = data.draw(st.sampled_from(["category", "place", "collection", "member", "tag", "location", "retag"]))
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


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
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
