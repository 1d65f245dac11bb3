"""Reading whole products for the editor, and the stock ledger. Lists and search read the index instead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from rustok_desktop.commerce import part_sql
from rustok_desktop.commerce import statements as sql
from rustok_desktop.commerce.loading import StoredVariant, group_options, group_variants
from rustok_desktop.commerce.views import (
    ImageView,
    LocationView,
    MovementView,
    OptionValueView,
    OptionView,
    PriceView,
    ProductView,
    StockView,
    TranslationView,
    VariantView,
)
from rustok_desktop.core.codec import dumps, loads
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import NotFound
from rustok_desktop.storage.reader import Reader
from rustok_desktop.storage.statements import Prepared
from rustok_desktop.storage.unit_of_work import UnitOfWork

Rows = Sequence[tuple[Any, ...]]
_FIELDS = tuple(column.name for column in sql.VIEW_COLUMNS)
_PARTS: tuple[Prepared, ...] = (
    sql.VIEW_PRODUCT,
    sql.VIEW_TRANSLATIONS,
    sql.OPTIONS,
    sql.VARIANTS,
    sql.STOCK_OF_PRODUCT,
    sql.IMAGES,
    sql.DEFAULT_LOCATION,
)
_OF_THESE = {sql.VARIANTS.sql: sql.VARIANTS_AMONG, sql.STOCK_OF_PRODUCT.sql: part_sql.STOCK_AMONG}


async def read_product(reader: Reader, ctx: Context, product_id: str) -> ProductView:
    """The whole product over one state of the file. NotFound, also for another shop's."""
    params = _params(ctx, product_id)
    async with reader.snapshot() as session:
        return _assemble(product_id, [await session.all(part, **params) for part in _PARTS])


async def read_variants(reader: Reader, ctx: Context, product_id: str, variant_ids: Sequence[str]) -> ProductView:
    """The product with these of its variants only. NotFound, also for another shop's."""
    params = {**_params(ctx, product_id), "ids": dumps(list(variant_ids))}
    async with reader.snapshot() as session:
        return _assemble(product_id, [await session.all(_OF_THESE.get(p.sql, p), **params) for p in _PARTS])


def view_in(uow: UnitOfWork, ctx: Context, product_id: str) -> ProductView:
    """The same inside a unit of work."""
    params = _params(ctx, product_id)
    return _assemble(product_id, [uow.all(part, **params) for part in _PARTS])


async def read_movements(reader: Reader, ctx: Context, product_id: str, limit: int) -> tuple[MovementView, ...]:
    """The product's ledger, latest first."""
    rows = await reader.all(sql.MOVEMENTS, **_params(ctx, product_id), limit=limit)
    return tuple(MovementView(*row) for row in rows)


async def read_locations(reader: Reader, ctx: Context) -> tuple[LocationView, ...]:
    """The shop's stock locations, the default one first."""
    rows = await reader.all(sql.LOCATIONS, at_tenant_id=ctx.tenant_id)
    views = (LocationView(row[0], row[1], row[2], bool(row[3]), *row[4:]) for row in rows)
    return tuple(view for view in views if view.closed_at is None)


def _params(ctx: Context, product_id: str) -> dict[str, str]:
    return {"at_tenant_id": ctx.tenant_id, "at_product_id": product_id}


def _assemble(product_id: str, parts: Sequence[Rows]) -> ProductView:
    products, translations, options, variants, stock, images, location = parts
    if not products:
        raise NotFound("not_found", kind="product", id=product_id)
    *fields, tags, metadata, currency_code = products[0]
    option_views = tuple(
        OptionView(o.id, o.name, tuple(OptionValueView(*value) for value in o.values)) for o in group_options(options)
    )
    return ProductView(
        **dict(zip(_FIELDS, fields, strict=True)),
        tags=tuple(loads(tags)),
        metadata=loads(metadata),
        currency_code=currency_code,
        translations={row[0]: TranslationView(*row) for row in translations},
        options=option_views,
        variants=_variants(group_variants(variants).values(), option_views, _stock(stock), location),
        images=tuple(ImageView(*row) for row in images),
    )


def _variants(
    stored: Iterable[StoredVariant],
    options: Sequence[OptionView],
    stock: dict[str, list[StockView]],
    location: Rows,
) -> tuple[VariantView, ...]:
    """``location`` is the default one: every variant shows it, also while nothing is there."""
    texts = {value.id: value.value for option in options for value in option.values}
    default = StockView(location[0][0], location[0][1], 0) if location else None
    views = []
    for variant in stored:
        levels = stock.get(variant.id, [])
        if default is not None and all(level.location_id != default.location_id for level in levels):
            levels.insert(0, default)
        views.append(_variant(variant, texts, levels))
    return tuple(views)


def _variant(variant: StoredVariant, texts: dict[str, str], levels: Sequence[StockView]) -> VariantView:
    return VariantView(
        id=variant.id,
        position=variant.position,
        title=variant.title,
        option_values=tuple(texts[value_id] for value_id in variant.value_ids),
        sku=variant.sku,
        barcode=variant.barcode,
        inventory_policy=variant.inventory_policy,
        manage_inventory=bool(variant.manage_inventory),
        requires_shipping=bool(variant.requires_shipping),
        taxable=bool(variant.taxable),
        weight_mg=variant.weight_mg,
        weight_unit=variant.weight_unit,
        image_id=variant.image_id,
        prices=tuple(PriceView(currency, *price) for currency, price in variant.prices.items()),
        stock=tuple(levels),
    )


def _stock(rows: Rows) -> dict[str, list[StockView]]:
    levels: dict[str, list[StockView]] = {}
    for variant_id, *level in rows:
        levels.setdefault(variant_id, []).append(StockView(*level))
    return levels
