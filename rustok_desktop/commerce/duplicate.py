"""A new product like another one: a draft with words, options, variants, prices and images of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from rustok_desktop.commerce import statements as sql
from rustok_desktop.commerce.edit import AGGREGATE, Edit
from rustok_desktop.commerce.images import edit_images
from rustok_desktop.commerce.options import add_options
from rustok_desktop.commerce.queries import view_in
from rustok_desktop.commerce.schemas import (
    DuplicateProduct,
    ImageInput,
    OptionInput,
    TranslationInput,
    VariantInput,
)
from rustok_desktop.commerce.translations import add_translation
from rustok_desktop.commerce.variants import Place, add_variant
from rustok_desktop.commerce.views import ProductView, Saved, TranslationView, VariantView
from rustok_desktop.core import limits
from rustok_desktop.core.codec import dumps
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import UserError, VersionConflict
from rustok_desktop.core.ids import new_id
from rustok_desktop.core.messages import message
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.statements import prepare
from rustok_desktop.storage.unit_of_work import UnitOfWork

_FIRST_VERSION = 1
_KEPT = ("inventory_policy", "manage_inventory", "requires_shipping", "taxable", "weight_mg", "weight_unit")
_PRICE = ("currency_code", "amount", "compare_at_amount", "cost_amount")
_FIELDS = ("vendor", "product_type", "category")
_LAST_EVENT = prepare(
    "SELECT id FROM sys_events WHERE aggregate_id = :at_id AND tenant_id = :at_tenant_id"
    " AND aggregate_type = :at_type ORDER BY seq DESC LIMIT 1"
)


def duplicate_product(ctx: Context, bus: TransactionalEventBus, command: DuplicateProduct, uow: UnitOfWork) -> Saved:
    """Plan and save ``product.created``, caused by the last event of the product it is made from.

    NotFound for no such product, UserError ``in_trash``, VersionConflict when ``base_version`` is not the present one.
    """
    view = view_in(uow, ctx, command.product_id)
    _check(view, command.base_version)
    edit = Edit(_caused(uow, ctx, view.id), new_id(), uow.now)
    _plan_row(edit, view)
    for locale, words in view.translations.items():
        add_translation(uow, edit, locale, _words(words))
    _plan_variants(uow, edit, view)
    return edit.save(uow, bus, "product.created", _FIRST_VERSION)


def copy_title(title: str, locale: str) -> str:
    """``Mug (copy)`` in the title's own language, cut to what a title may have."""
    tail = len(message("copy_title", locale, {"title": ""}))
    return message("copy_title", locale, {"title": title[: limits.TITLE - tail].rstrip()})


def _check(view: ProductView, base_version: int | None) -> None:
    if view.deleted_at is not None:
        raise UserError("in_trash", id=view.id)
    if base_version is not None and base_version != view.version:
        raise VersionConflict("version_conflict", id=view.id, expected=base_version, actual=view.version)


def _caused(uow: UnitOfWork, ctx: Context, product_id: str) -> Context:
    last = uow.one(_LAST_EVENT, at_id=product_id, at_tenant_id=ctx.tenant_id, at_type=AGGREGATE)
    return replace(ctx, causation_id=last[0]) if last is not None else ctx


def _plan_row(edit: Edit, view: ProductView) -> None:
    fields = {name: getattr(view, name) for name in _FIELDS} | {"status": "draft", "published_at": None}
    for name, value in fields.items():
        edit.note(name, None, value)
    edit.note("tags", [], list(view.tags))
    edit.write(
        sql.INSERT_PRODUCT,
        id=edit.product_id,
        tags=dumps(view.tags),
        metadata=dumps(view.metadata),
        version=_FIRST_VERSION,
        deleted_at=None,
        **fields,
    )


def _words(words: TranslationView) -> TranslationInput:
    return TranslationInput(
        title=copy_title(words.title, words.locale),
        description=words.description,
        meta_title=words.meta_title,
        meta_description=words.meta_description,
    )


def _plan_variants(uow: UnitOfWork, edit: Edit, view: ProductView) -> None:
    given = [OptionInput(name=o.name, values=tuple(value.value for value in o.values)) for o in view.options]
    options = add_options(edit, given)
    images = edit_images(edit, [], [ImageInput(url=image.url, alt_text=image.alt_text) for image in view.images])
    image_ids: Mapping[str, str] = {old.id: new[0] for old, new in zip(view.images, images, strict=True)}
    value_ids = [{text: value_id for value_id, text in option.values} for option in options]
    for index, variant in enumerate(view.variants):
        chosen = [ids[text] for ids, text in zip(value_ids, variant.option_values, strict=True)]
        image_id = image_ids.get(variant.image_id) if variant.image_id is not None else None
        place = Place(variant.position, chosen, variant.option_values, f"variants/{index}", image_id)
        add_variant(uow, edit, _variant(variant), place)


def _variant(variant: VariantView) -> VariantInput:
    """Without SKU and barcode: each belongs to one thing."""
    given = {name: getattr(variant, name) for name in ("option_values", *_KEPT)}
    given["prices"] = [{name: getattr(price, name) for name in _PRICE} for price in variant.prices]
    return VariantInput.model_validate(given)
