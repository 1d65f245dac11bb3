"""Languages of the shop, thresholds of stock, verdicts and the clock: taken back by name."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from rustok_desktop.commerce.schemas import UpdateProduct
from rustok_desktop.commerce.stock_schemas import CreateLocation, LocationCommand, SetThreshold
from rustok_desktop.content import discussion_schemas as d
from rustok_desktop.content.schemas import ScheduleNode
from rustok_desktop.core.errors import UserError
from rustok_desktop.core.ids import new_id
from rustok_desktop.taxonomy import schemas as t
from rustok_desktop.testing import a_node, a_product

from .everything import Everything

LATER = "2099-01-01T00:00:00.000000Z"


async def _on(everything: Everything) -> dict[str, Any]:
    views = await everything.platform.tenants.locales(everything.ctx.tenant_id)
    return {view.locale: (view.name, view.fallback_locale) for view in views if view.is_enabled}


async def test_a_language_is_enabled_and_disabled_again(everything: Everything) -> None:
    tenants, ctx = everything.platform.tenants, everything.ctx
    start = await _on(everything)
    await tenants.enable_locale(ctx, "fr", "Français", "en")
    step = await everything.step()
    assert (step.thing, step.kind, step.detail, step.products) == ("tenant", "enable", "Français", 1)
    await tenants.enable_locale(ctx, "fr", "Le français", None)
    step = await everything.step()
    assert (step.detail, step.fields) == ("Le français", ("language", "fallback"))
    await tenants.disable_locale(ctx, "fr")
    step = await everything.step()
    assert (step.kind, step.detail) == ("disable", "Le français")
    assert "fr" not in await _on(everything)
    await everything.undo()
    assert (await _on(everything))["fr"] == ("Le français", None)
    await everything.undo()
    assert (await _on(everything))["fr"] == ("Français", "en")
    await everything.undo()
    assert await _on(everything) == start
    for _ in range(3):
        await everything.redo()
    assert await _on(everything) == start


async def test_a_language_that_others_fall_back_to_stays(everything: Everything) -> None:
    tenants, ctx = everything.platform.tenants, everything.ctx
    await tenants.enable_locale(ctx, "fr")
    await tenants.enable_locale(replace(ctx, actor_id=new_id()), "ru", "", "fr")
    with pytest.raises(UserError) as refused:
        await everything.undo()
    assert refused.value.code == "locale_is_fallback"
    assert "fr" in await _on(everything)


async def test_another_main_language_is_taken_back_with_what_it_switched_off(everything: Everything) -> None:
    shop = await everything.shop.neighbour("empty", "en", "ru")
    person = Everything(shop, shop.ctx)
    tenants, ctx = person.platform.tenants, person.ctx
    await tenants.enable_locale(ctx, "fr", "", "en")
    before = await _on(person)
    await tenants.update(ctx, default_locale="ru")
    after = await _on(person)
    assert "en" not in after
    assert (await person.step()).kind == "edit"
    await person.undo()
    assert await _on(person) == before
    await person.redo()
    assert await _on(person) == after


async def _threshold(everything: Everything, product_id: str) -> dict[str, int | None]:
    view = await everything.platform.catalog.get_product(everything.ctx, product_id)
    return {level.location_id: level.threshold for level in view.variants[0].stock}


async def test_a_threshold_is_taken_back_and_restored_from_history(everything: Everything) -> None:
    inventory, history, ctx = everything.platform.inventory, everything.platform.history, everything.ctx
    mug = await everything.product("Mug")
    variant = (await everything.platform.catalog.get_product(ctx, mug)).variants[0].id
    cellar = (await inventory.create_location(ctx, CreateLocation(name="Cellar"))).id
    for number in (7, 0, None):
        command = SetThreshold(variant_id=variant, location_id=cellar, threshold=number)
        await inventory.set_threshold(ctx, command)
    step = await everything.step()
    assert (step.thing, step.kind, step.title, step.fields) == ("product", "threshold", "Mug", ("threshold",))
    for number in (0, 7):
        await everything.undo()
        assert (await _threshold(everything, mug))[cellar] == number
    await everything.redo()
    assert (await _threshold(everything, mug))[cellar] == 0
    entries = (await history.entries(ctx, "product", mug)).entries
    first = next(e for e in entries if any(f.now == 7 and f.was is None for f in e.fields))
    assert first.act == "threshold_changed"
    await history.restore_field(ctx, first.event_id, first.fields[0].path, None)
    assert (await _threshold(everything, mug))[cellar] is None
    await history.restore_version(ctx, first.event_id, None)
    assert (await _threshold(everything, mug))[cellar] == 7


async def test_a_variant_that_comes_back_has_its_thresholds(everything: Everything) -> None:
    platform, ctx = everything.platform, everything.ctx
    command = a_product().titled("Shirt").with_options(Size=("S", "M")).build()
    shirt = (await platform.catalog.create_product(ctx, command)).product_id
    product = await platform.catalog.get_product(ctx, shirt)
    cellar = (await platform.inventory.create_location(ctx, CreateLocation(name="Cellar"))).id
    await platform.inventory.create_location(ctx, CreateLocation(name="Attic"))
    main = next(p.id for p in await platform.catalog.locations(ctx) if p.is_default)
    for place in (main, cellar):
        limit = SetThreshold(variant_id=product.variants[0].id, location_id=place, threshold=4)
        await platform.inventory.set_threshold(ctx, limit)
    before = await everything.digest()
    gone = UpdateProduct(product_id=shirt, base_version=product.version, remove_variants=(product.variants[0].id,))
    await platform.catalog.update_product(ctx, gone)
    await everything.undo()
    assert await everything.digest() == before
    await everything.redo()
    await platform.inventory.close_location(replace(ctx, actor_id=new_id()), LocationCommand(location_id=cellar))
    await everything.undo()
    assert await _threshold(everything, shirt) == {main: 4}


async def test_a_category_comes_back_with_its_products_and_posts(everything: Everything) -> None:
    home = await everything.category("Home")
    mug, post = await everything.product("Mug"), await everything.post("News", home)
    assign = t.AssignProducts(category_id=home, product_ids=(mug,))
    await everything.platform.categories.assign(everything.ctx, assign)
    before = await everything.digest()
    await everything.platform.categories.delete(everything.ctx, t.DeleteCategory(category_id=home))
    after = await everything.digest()
    assert after[post] == (None,)
    await everything.undo()
    assert await everything.digest() == before
    await everything.redo()
    assert await everything.digest() == after
    await everything.platform.trash.restore(everything.ctx, "category", home)
    assert await everything.digest() == before


async def test_a_category_made_again_has_what_was_put_into_it_meanwhile(everything: Everything) -> None:
    home = await everything.category("Home")
    somebody = Everything(everything.shop, replace(everything.ctx, actor_id=new_id()))
    mug, post = await somebody.product("Mug"), await somebody.post("News", home)
    assign = t.AssignProducts(category_id=home, product_ids=(mug,))
    await somebody.platform.categories.assign(somebody.ctx, assign)
    before = await everything.digest()
    await everything.undo()
    assert (await everything.digest())[post] == (None,)
    await everything.redo()
    assert await everything.digest() == before


async def test_a_post_that_went_elsewhere_stays_there(everything: Everything) -> None:
    home, other = await everything.category("Home"), await everything.category("Other")
    post = await everything.post("News", home)
    await everything.platform.categories.delete(everything.ctx, t.DeleteCategory(category_id=home))
    somebody = Everything(everything.shop, replace(everything.ctx, actor_id=new_id()))
    await somebody.file_post(post, other)
    await everything.undo()
    assert (await everything.digest())[post] == (other,)


async def test_a_tag_in_other_letters_leaves_every_list_its_own_spelling(everything: Everything) -> None:
    for title, tags in (("A", ("red",)), ("B", ("Red", "sale")), ("C", ("RED",))):
        await everything.product(title, *tags)
    red = await everything.tag("red")
    before = await everything.digest()
    await everything.platform.tags.rename(everything.ctx, t.RenameTag(tag_id=red.id, name="rEd"))
    after = await everything.digest()
    somebody = Everything(everything.shop, replace(everything.ctx, actor_id=new_id()))
    late = await somebody.product("D", "rEd")
    await everything.undo()
    undone = await everything.digest()
    assert undone.pop(late) == ('["red"]',)
    assert undone.pop(red.id)[3] == 4
    assert undone == {thing: value for thing, value in before.items() if thing != red.id}
    await everything.redo()
    redone = await everything.digest()
    assert redone.pop(late) == ('["rEd"]',)
    assert redone == after | {red.id: redone[red.id]}


async def test_verdicts_and_the_clock_have_names(everything: Everything) -> None:
    platform, ctx = everything.platform, everything.ctx
    made = a_node().of_kind("post").titled("News").written("b").having(publish=True).build()
    news = (await platform.nodes.create_node(ctx, made)).node_id
    words = d.AddComment(parent_id=news, body="Nice")
    comment = (await platform.comments.add(ctx, words)).node_id
    step = await everything.step()
    assert (step.kind, step.title, step.detail) == ("create", "News", "comment")
    await platform.comments.moderate(ctx, d.Moderate(node_ids=(comment,), verdict="hide"))
    step = await everything.step()
    assert (step.kind, step.title, step.detail) == ("moderate", "News", "comment:hidden")
    await everything.undo()
    await platform.nodes.schedule(ctx, ScheduleNode(node_id=news, unpublish_at=LATER))
    step = await everything.step()
    assert (step.kind, step.title) == ("schedule", "News")
