"""How to call categories, tags, pictures, lists, search, the index, the overview and the shop itself."""

from __future__ import annotations

from rustok_desktop.core.context import Context
from rustok_desktop.index.schemas import ProductQuery
from rustok_desktop.media.schemas import DeleteMedium, DescribeMedium, TextPatch
from rustok_desktop.media.views import MediaQuery
from rustok_desktop.taxonomy import schemas as t
from rustok_desktop.testing import indexed

from .world import MARK, Call, World, a_picture


async def _category(w: World) -> None:
    command = t.CreateCategory.model_validate({"translations": {"en": {"name": w.name}}})
    saved = await w.shop.platform.categories.create(w.shop.ctx, command)
    w.ids["category"] = saved.category_id
    assigned = t.AssignProducts(category_id=saved.category_id, product_ids=(w.product.id,))
    await w.shop.platform.categories.assign(w.shop.ctx, assigned)
    w.version = (await w.shop.platform.categories.get(w.shop.ctx, saved.category_id)).node.version


async def _deleted_category(w: World) -> None:
    await _category(w)
    await w.shop.platform.categories.delete(w.shop.ctx, t.DeleteCategory(category_id=w["category"]))


async def _tags(w: World) -> None:
    await indexed(w.shop)
    tags = [tag for tag in await w.shop.platform.tags.tags(w.shop.ctx) if tag.name.endswith(f" {w.number}")]
    w.ids["tag"], w.ids["into"] = (tag.id for tag in tags)
    w.version = tags[0].version


async def _medium(w: World) -> None:
    uploaded = await w.shop.platform.media.upload(w.shop.ctx, a_picture(w), f"{w.name}.png")
    w.ids["medium"] = uploaded.media_id
    w.ids["view"] = await w.shop.platform.media.get(w.shop.ctx, uploaded.media_id)
    w.version = w["view"].version


async def _clean_up(w: World, ctx: Context) -> object:
    media = w.shop.platform.media
    return await media.clean_up(ctx, await media.unused(ctx))


async def _listed(w: World) -> None:
    await indexed(w.shop)


async def _searched(w: World) -> None:
    await w.shop.platform.empty_searches.record(w.shop.ctx, w.name)


_ALL = ProductQuery()

REST = {
    "categories.create": Call(
        lambda w, ctx, v: w.shop.platform.categories.create(
            ctx, t.CreateCategory.model_validate({"translations": {"en": {"name": f"New {w.number}"}}})
        ),
        hidden=False,
    ),
    "categories.update": Call(
        lambda w, ctx, v: w.shop.platform.categories.update(
            ctx,
            t.UpdateCategory.model_validate(
                {"category_id": w["category"], "base_version": v, "translations": {"en": {"name": f"O {w.number}"}}}
            ),
        ),
        _category,
        versioned=True,
    ),
    "categories.move": Call(
        lambda w, ctx, v: w.shop.platform.categories.move(
            ctx, t.MoveCategory(category_id=w["category"], base_version=v, index=0)
        ),
        _category,
        versioned=True,
    ),
    "categories.delete": Call(
        lambda w, ctx, v: w.shop.platform.categories.delete(
            ctx, t.DeleteCategory(category_id=w["category"], base_version=v)
        ),
        _category,
        versioned=True,
    ),
    "categories.restore": Call(
        lambda w, ctx, v: w.shop.platform.categories.restore(
            ctx,
            t.RestoreCategory.model_validate(
                {"category_id": w["category"], "translations": {"en": {"name": f"Back {w.number}"}}}
            ),
        ),
        _deleted_category,
        hidden=False,
    ),
    "categories.assign": Call(
        lambda w, ctx, v: w.shop.platform.categories.assign(
            ctx, t.AssignProducts(category_id=w["category"], product_ids=(w.product.id,))
        ),
        _category,
    ),
    "categories.unassign": Call(
        lambda w, ctx, v: w.shop.platform.categories.unassign(
            ctx, t.UnassignProducts(category_id=w["category"], product_ids=(w.product.id,))
        ),
        _category,
    ),
    "categories.tree": Call(lambda w, ctx, v: w.shop.platform.categories.tree(ctx), _category, hidden=False),
    "categories.get": Call(lambda w, ctx, v: w.shop.platform.categories.get(ctx, w["category"]), _category),
    "categories.products": Call(
        lambda w, ctx, v: w.shop.platform.categories.products(ctx, w["category"]), _category, hidden=False
    ),
    "categories.contained": Call(
        lambda w, ctx, v: w.shop.platform.categories.contained(ctx, w["category"], [w.product.id]),
        _category,
        hidden=False,
    ),
    "categories.of_product": Call(
        lambda w, ctx, v: w.shop.platform.categories.of_product(ctx, w.product.id), _category, hidden=False
    ),
    "tags.tags": Call(lambda w, ctx, v: w.shop.platform.tags.tags(ctx), _tags, hidden=False),
    "tags.rename": Call(
        lambda w, ctx, v: w.shop.platform.tags.rename(
            ctx, t.RenameTag(tag_id=w["tag"], base_version=v, name=f"renamed {w.number}")
        ),
        _tags,
        versioned=True,
    ),
    "tags.translate": Call(
        lambda w, ctx, v: w.shop.platform.tags.translate(
            ctx, t.TranslateTag(tag_id=w["tag"], base_version=v, names={"ru": f"метка {w.number}"})
        ),
        _tags,
        versioned=True,
    ),
    "tags.merge": Call(
        lambda w, ctx, v: w.shop.platform.tags.merge(
            ctx, t.MergeTags(tag_id=w["tag"], into_id=w["into"], base_version=v)
        ),
        _tags,
        versioned=True,
    ),
    "tags.remove_unused": Call(lambda w, ctx, v: w.shop.platform.tags.remove_unused(ctx), hidden=False),
    "media.upload": Call(lambda w, ctx, v: w.shop.platform.media.upload(ctx, a_picture(w)), hidden=False),
    "media.get": Call(lambda w, ctx, v: w.shop.platform.media.get(ctx, w["medium"]), _medium),
    "media.original": Call(lambda w, ctx, v: w.shop.platform.media.original(ctx, w["medium"]), _medium),
    "media.thumbnail": Call(lambda w, ctx, v: w.shop.platform.media.thumbnail(ctx, w["medium"], 96), _medium),
    "media.usage": Call(lambda w, ctx, v: w.shop.platform.media.usage(ctx, w["medium"]), _medium, hidden=False),
    "media.page": Call(lambda w, ctx, v: w.shop.platform.media.page(ctx, MediaQuery()), _medium, hidden=False),
    "media.count": Call(lambda w, ctx, v: w.shop.platform.media.count(ctx, MediaQuery()), _medium, hidden=False),
    "media.unused": Call(lambda w, ctx, v: w.shop.platform.media.unused(ctx), _medium, hidden=False),
    "media.clean_up": Call(lambda w, ctx, v: _clean_up(w, ctx), _medium, hidden=False),
    "media.describe": Call(
        lambda w, ctx, v: w.shop.platform.media.describe(
            ctx,
            DescribeMedium(
                media_id=w["medium"],
                base_version=w.version if v is None else v,
                translations={"en": TextPatch(alt_text="A pixel")},
            ),
        ),
        _medium,
        versioned=True,
    ),
    "media.delete": Call(
        lambda w, ctx, v: w.shop.platform.media.delete(ctx, DeleteMedium(media_id=w["medium"], base_version=v)),
        _medium,
        versioned=True,
    ),
    "listing.page": Call(lambda w, ctx, v: w.shop.platform.listing.page(ctx, _ALL), _listed, hidden=False),
    "listing.count": Call(lambda w, ctx, v: w.shop.platform.listing.count(ctx, _ALL), _listed, hidden=False),
    "listing.anchors": Call(lambda w, ctx, v: w.shop.platform.listing.anchors(ctx, _ALL), _listed, hidden=False),
    "listing.facets": Call(lambda w, ctx, v: w.shop.platform.listing.facets(ctx), _listed, hidden=False),
    "search.search": Call(lambda w, ctx, v: w.shop.platform.search.search(ctx, MARK), _listed, hidden=False),
    "index.status": Call(lambda w, ctx, v: w.shop.platform.index.status(ctx), _listed, hidden=False),
    "index.rebuild": Call(lambda w, ctx, v: w.shop.platform.index.rebuild(ctx), _listed, hidden=False),
    "overview.activity": Call(lambda w, ctx, v: w.shop.platform.overview.activity(ctx), _listed, hidden=False),
    "overview.attention": Call(lambda w, ctx, v: w.shop.platform.overview.attention(ctx), _listed, hidden=False),
    "overview.empty": Call(lambda w, ctx, v: w.shop.platform.overview.empty(ctx), hidden=False),
    "overview.untouched": Call(lambda w, ctx, v: w.shop.platform.overview.untouched(ctx), hidden=False),
    "overview.stock_value": Call(lambda w, ctx, v: w.shop.platform.overview.stock_value(ctx), hidden=False),
    "empty_searches.record": Call(
        lambda w, ctx, v: w.shop.platform.empty_searches.record(ctx, "nothing like it"), hidden=False
    ),
    "empty_searches.latest": Call(
        lambda w, ctx, v: w.shop.platform.empty_searches.latest(ctx), _searched, hidden=False
    ),
    "empty_searches.forget": Call(
        lambda w, ctx, v: w.shop.platform.empty_searches.forget(ctx, w.name), _searched, hidden=False
    ),
    "tenants.update": Call(
        lambda w, ctx, v: w.shop.platform.tenants.update(ctx, name=f"Shop {w.number}"), hidden=False
    ),
    "tenants.enable_locale": Call(lambda w, ctx, v: w.shop.platform.tenants.enable_locale(ctx, "de"), hidden=False),
    "tenants.disable_locale": Call(
        lambda w, ctx, v: w.shop.platform.tenants.disable_locale(ctx, "fr"), lambda w: _french(w), hidden=False
    ),
}


async def _french(w: World) -> None:
    for shop in (w.shop, w.neighbour):
        await w.shop.platform.tenants.enable_locale(shop.ctx, "fr")
