"""Undo, redo and trash of everything but products: each kind by itself, and any sequence over all of them."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from rustok_desktop.commerce import collections_schemas as c
from rustok_desktop.commerce.schemas import ProductCommand
from rustok_desktop.commerce.stock_schemas import CreateLocation, LocationCommand
from rustok_desktop.core.context import Role
from rustok_desktop.core.errors import Forbidden, NotFound, UserError
from rustok_desktop.core.ids import new_id
from rustok_desktop.media.schemas import DeleteMedium, DescribeMedium
from rustok_desktop.taxonomy import schemas as t
from rustok_desktop.testing import a_product, indexed

from .everything import Everything


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
    for txid, code in ((gone.txid, "undo_other_step"), (new_id(), "not_found")):
        with pytest.raises(UserError) as refused:
            await history.undo_transaction(ctx, txid)
        assert refused.value.code == code
