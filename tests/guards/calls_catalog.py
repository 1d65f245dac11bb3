"""How to call what changes and reads products, prices, collections, history and imports."""

from __future__ import annotations

from rustok_desktop.commerce.collections_schemas import (
    AddToCollection,
    CollectionCommand,
    Condition,
    CreateCollection,
    MoveInCollection,
    RemoveFromCollection,
    Rule,
    UpdateCollection,
)
from rustok_desktop.commerce.matching_schemas import TellApart, TrashOthers
from rustok_desktop.commerce.schemas import (
    AdjustStock,
    BulkChanges,
    BulkEdit,
    ChangePrices,
    ConfirmProductTranslation,
    DuplicateProduct,
    ProductCommand,
    SetOwnPrices,
    UpdateProduct,
)
from rustok_desktop.core.context import Context
from rustok_desktop.testing import a_product, an_edit_of

from .world import MARK, Call, Ready, World, a_product_file


def _acted(*acts: str) -> Ready:
    async def ready(w: World) -> None:
        for act in acts:
            await getattr(w.shop.catalog, act)(w.shop.ctx, ProductCommand(product_id=w.product.id))
        w.version = (await w.shop.get(w.product.id)).version

    return ready


def _act(name: str, *before: str) -> Call:
    return Call(
        lambda w, ctx, v: getattr(w.shop.catalog, name)(ctx, ProductCommand(product_id=w.product.id, base_version=v)),
        _acted(*before),
        versioned=True,
    )


def _bulk(w: World, version: int | None) -> BulkEdit:
    versions = {} if version is None else {w.product.id: version}
    changes = BulkChanges(vendor=f"Maker {w.number}", add_tags=("bulk",), taxable=False)
    return BulkEdit(product_ids=(w.product.id,), changes=changes, base_versions=versions)


def _prices(w: World, version: int | None) -> ChangePrices:
    versions = {} if version is None else {w.product.id: version}
    return ChangePrices(formula="+10 %", currency_code="USD", product_ids=(w.product.id,), base_versions=versions)


async def _collected(w: World) -> None:
    command = CreateCollection(translations={"en": {"title": w.name}}, product_ids=(w.product.id,))  # type: ignore[dict-item]
    saved = await w.shop.platform.collections.create(w.shop.ctx, command)
    w.ids["collection"] = saved.collection_id
    w.version = saved.version


async def _edited(w: World) -> None:
    edit = an_edit_of(w.product).having(vendor=f"{MARK} sons").build()
    saved = await w.shop.catalog.update_product(w.shop.ctx, edit)
    (event,) = w.shop.events.of_type("product.updated")[-1:]
    w.ids["event"] = event.id
    w.version = saved.version


async def _both_edited(w: World) -> None:
    await _edited(w)
    await w.neighbour.add()


async def _undone(w: World) -> None:
    await _both_edited(w)
    for shop in (w.shop, w.neighbour):
        await w.shop.platform.history.undo(shop.ctx)


async def _planned(w: World) -> None:
    w.ids["plan"] = await w.shop.platform.imports.plan(w.shop.ctx, a_product_file(w))


async def _rejected(w: World, ctx: Context) -> object:
    return w.shop.platform.imports.rejected_rows(ctx, w["plan"])


async def _twins(w: World) -> None:
    w.ids["twin"] = (await w.shop.add(a_product().titled(w.name))).id


def _own_price(w: World) -> SetOwnPrices:
    price = {"variant_id": w.variant, "amount": 1700}
    return SetOwnPrices.model_validate({"currency_code": "USD", "prices": [price]})


async def _told(w: World) -> None:
    await _twins(w)
    said = await w.shop.platform.duplicates.tell_apart(w.shop.ctx, TellApart(product_ids=(w.product.id, w["twin"])))
    w.ids["said"] = said.id


_RULE = Rule(conditions=(Condition(field="title", operator="contains", value=MARK),))

CATALOG = {
    "catalog.create_product": Call(
        lambda w, ctx, v: w.shop.catalog.create_product(ctx, a_product().titled("New").build()), hidden=False
    ),
    "catalog.update_product": Call(
        lambda w, ctx, v: w.shop.catalog.update_product(
            ctx, UpdateProduct(product_id=w.product.id, base_version=w.version if v is None else v, vendor="x")
        ),
        versioned=True,
    ),
    "catalog.duplicate_product": Call(
        lambda w, ctx, v: w.shop.catalog.duplicate_product(
            ctx, DuplicateProduct(product_id=w.product.id, base_version=v)
        ),
        versioned=True,
    ),
    "catalog.translations": Call(
        lambda w, ctx, v: w.shop.catalog.translations(ctx, "ru", everything=True), hidden=False
    ),
    "catalog.translation_state": Call(lambda w, ctx, v: w.shop.catalog.translation_state(ctx, w.product.id, "en")),
    "catalog.confirm_translation": Call(
        lambda w, ctx, v: w.shop.catalog.confirm_translation(
            ctx, ConfirmProductTranslation(product_id=w.product.id, base_version=v, locale="en")
        ),
        versioned=True,
    ),
    "catalog.publish": _act("publish"),
    "catalog.unpublish": _act("unpublish", "publish"),
    "catalog.archive": _act("archive"),
    "catalog.unarchive": _act("unarchive", "archive"),
    "catalog.trash": _act("trash"),
    "catalog.restore": _act("restore", "trash"),
    "catalog.purge": _act("purge", "trash"),
    "catalog.adjust_stock": Call(
        lambda w, ctx, v: w.shop.catalog.adjust_stock(ctx, AdjustStock(variant_id=w.variant, delta=1))
    ),
    "catalog.change_prices": Call(lambda w, ctx, v: w.shop.catalog.change_prices(ctx, _prices(w, v)), versioned=True),
    "catalog.set_own_prices": Call(lambda w, ctx, v: w.shop.catalog.set_own_prices(ctx, _own_price(w))),
    "catalog.preview_prices": Call(lambda w, ctx, v: w.shop.catalog.preview_prices(ctx, _prices(w, v)), versioned=True),
    "catalog.edit_many": Call(lambda w, ctx, v: w.shop.catalog.edit_many(ctx, _bulk(w, v)), versioned=True),
    "catalog.preview_bulk": Call(
        lambda w, ctx, v: w.shop.catalog.preview_bulk(ctx, _bulk(w, v)), hidden=False, versioned=True
    ),
    "catalog.ensure_location": Call(lambda w, ctx, v: w.shop.catalog.ensure_location(ctx), hidden=False),
    "catalog.get_product_with": Call(
        lambda w, ctx, v: w.shop.catalog.get_product_with(ctx, w.product.id, (w.variant,))
    ),
    "catalog.open_product": Call(lambda w, ctx, v: w.shop.catalog.open_product(ctx, w.product.id, 10)),
    "catalog.variants_after": Call(lambda w, ctx, v: w.shop.catalog.variants_after(ctx, w.product.id, (-1, ""), 10)),
    "catalog.get_product": Call(lambda w, ctx, v: w.shop.catalog.get_product(ctx, w.product.id)),
    "catalog.movements": Call(lambda w, ctx, v: w.shop.catalog.movements(ctx, w.product.id), hidden=False),
    "catalog.locations": Call(lambda w, ctx, v: w.shop.catalog.locations(ctx), hidden=False),
    "collections.create": Call(
        lambda w, ctx, v: w.shop.platform.collections.create(
            ctx, CreateCollection.model_validate({"translations": {"en": {"title": f"New {w.number}"}}})
        ),
        hidden=False,
    ),
    "collections.update": Call(
        lambda w, ctx, v: w.shop.platform.collections.update(
            ctx,
            UpdateCollection.model_validate(
                {
                    "collection_id": w["collection"],
                    "base_version": w.version if v is None else v,
                    "translations": {"en": {"title": f"Other {w.number}"}},
                }
            ),
        ),
        _collected,
        versioned=True,
    ),
    "collections.delete": Call(
        lambda w, ctx, v: w.shop.platform.collections.delete(
            ctx, CollectionCommand(collection_id=w["collection"], base_version=v)
        ),
        _collected,
        versioned=True,
    ),
    "collections.add": Call(
        lambda w, ctx, v: w.shop.platform.collections.add(
            ctx, AddToCollection(collection_id=w["collection"], base_version=v, product_ids=(w.product.id,))
        ),
        _collected,
        versioned=True,
    ),
    "collections.remove": Call(
        lambda w, ctx, v: w.shop.platform.collections.remove(
            ctx, RemoveFromCollection(collection_id=w["collection"], base_version=v, product_ids=(w.product.id,))
        ),
        _collected,
        versioned=True,
    ),
    "collections.move": Call(
        lambda w, ctx, v: w.shop.platform.collections.move(
            ctx,
            MoveInCollection(collection_id=w["collection"], base_version=v, product_ids=(w.product.id,), position=0),
        ),
        _collected,
        versioned=True,
    ),
    "collections.get": Call(lambda w, ctx, v: w.shop.platform.collections.get(ctx, w["collection"]), _collected),
    "collections.members": Call(
        lambda w, ctx, v: w.shop.platform.collections.members(ctx, w["collection"]), _collected, hidden=False
    ),
    "collections.list": Call(lambda w, ctx, v: w.shop.platform.collections.list(ctx), _collected, hidden=False),
    "collections.preview": Call(lambda w, ctx, v: w.shop.platform.collections.preview(ctx, _RULE), hidden=False),
    "duplicates.find": Call(lambda w, ctx, v: w.shop.platform.duplicates.find(ctx), _twins, hidden=False),
    "duplicates.candidates": Call(
        lambda w, ctx, v: w.shop.platform.duplicates.candidates(ctx, (w.product.id, w["twin"])), _twins, hidden=False
    ),
    "duplicates.tell_apart": Call(
        lambda w, ctx, v: w.shop.platform.duplicates.tell_apart(ctx, TellApart(product_ids=(w.product.id, w["twin"]))),
        _twins,
    ),
    "duplicates.told_apart": Call(lambda w, ctx, v: w.shop.platform.duplicates.told_apart(ctx), _told, hidden=False),
    "duplicates.take_back": Call(lambda w, ctx, v: w.shop.platform.duplicates.take_back(ctx, w["said"]), _told),
    "duplicates.trash_others": Call(
        lambda w, ctx, v: w.shop.platform.duplicates.trash_others(
            ctx,
            TrashOthers(
                keep_id=w["twin"],
                product_ids=(w.product.id,),
                base_versions={} if v is None else {w.product.id: v},
            ),
        ),
        _twins,
        versioned=True,
    ),
    "history.entries": Call(
        lambda w, ctx, v: w.shop.platform.history.entries(ctx, "product", w.product.id), _edited, hidden=False
    ),
    "history.restore_field": Call(
        lambda w, ctx, v: w.shop.platform.history.restore_field(
            ctx, w["event"], "vendor", w.version if v is None else v
        ),
        _edited,
        versioned=True,
    ),
    "history.restore_version": Call(
        lambda w, ctx, v: w.shop.platform.history.restore_version(ctx, w["event"], w.version if v is None else v),
        _edited,
        versioned=True,
    ),
    "history.state": Call(lambda w, ctx, v: w.shop.platform.history.state(ctx), _edited, hidden=False),
    "history.undo": Call(lambda w, ctx, v: w.shop.platform.history.undo(ctx), _both_edited, hidden=False),
    "history.redo": Call(lambda w, ctx, v: w.shop.platform.history.redo(ctx), _undone, hidden=False),
    "imports.plan": Call(lambda w, ctx, v: w.shop.platform.imports.plan(ctx, a_product_file(w)), hidden=False),
    "imports.run": Call(
        lambda w, ctx, v: w.shop.platform.imports.run(ctx, a_product_file(w), dry_run=True), hidden=False
    ),
    "imports.planned": Call(lambda w, ctx, v: w.shop.platform.imports.planned(ctx, w["plan"]), _planned),
    "imports.errors": Call(lambda w, ctx, v: w.shop.platform.imports.errors(ctx, w["plan"]), _planned),
    "imports.exclude": Call(lambda w, ctx, v: w.shop.platform.imports.exclude(ctx, w["plan"], [1]), _planned),
    "imports.rejected_rows": Call(lambda w, ctx, v: _rejected(w, ctx), _planned),
    "imports.commit": Call(lambda w, ctx, v: w.shop.platform.imports.commit(ctx, w["plan"]), _planned),
    "imports.discard": Call(lambda w, ctx, v: w.shop.platform.imports.discard(ctx, w["plan"]), _planned),
}
