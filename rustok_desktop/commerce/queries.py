"""Reading whole products for the editor, and the stock ledger. Lists and search read the index instead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rustok_desktop.commerce import part_sql
from rustok_desktop.commerce import statements as sql
from rustok_desktop.commerce.loading import group_options
from rustok_desktop.commerce.variant_records import VariantRecords, VariantSlice
from rustok_desktop.commerce.views import (
    ImageView,
    LocationView,
    MovementView,
    OpenedProduct,
    OptionValueView,
    OptionView,
    ProductView,
    TranslationView,
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
    part_sql.VARIANT_WINDOW,
    sql.IMAGES,
    sql.DEFAULT_LOCATION,
)
_VARIANTS = _PARTS.index(part_sql.VARIANT_WINDOW)
_ALL = {"after_position": -1, "after_id": "", "limit": -1}


async def read_product(reader: Reader, ctx: Context, product_id: str) -> ProductView:
    """The whole product over one state of the file. NotFound, also for another shop's."""
    params = {**_params(ctx, product_id), **_ALL}
    async with reader.snapshot() as session:
        return _assemble(product_id, [await session.all(part, **params) for part in _PARTS])


async def read_variants(reader: Reader, ctx: Context, product_id: str, variant_ids: Sequence[str]) -> ProductView:
    """The product with these of its variants only. NotFound, also for another shop's."""
    params = {**_params(ctx, product_id), "ids": dumps(list(variant_ids))}
    parts = [part_sql.VARIANTS_OF_THESE if place == _VARIANTS else part for place, part in enumerate(_PARTS)]
    async with reader.snapshot() as session:
        return _assemble(product_id, [await session.all(part, **params) for part in parts])


async def open_product(reader: Reader, ctx: Context, product_id: str, limit: int) -> OpenedProduct:
    """The product with its first variants, over one state of the file. NotFound, also for another shop's."""
    params = {**_params(ctx, product_id), **_ALL, "limit": limit}
    async with reader.snapshot() as session:
        parts = [await session.all(part, **params) for part in _PARTS]
        count = await session.one(part_sql.VARIANT_COUNT, **params)
    return OpenedProduct(_assemble(product_id, parts), count[0] if count is not None else 0)


async def read_slice(reader: Reader, ctx: Context, product_id: str, after: tuple[int, str], limit: int) -> VariantSlice:
    """Variants in their order from behind one of them. NotFound, also for another shop's product."""
    params = {**_params(ctx, product_id), "after_position": after[0], "after_id": after[1], "limit": limit}
    needed = (part_sql.VERSION, sql.OPTIONS, part_sql.VARIANT_WINDOW, sql.DEFAULT_LOCATION)
    async with reader.snapshot() as session:
        version, options, variants, location = [await session.all(part, **params) for part in needed]
    if not version:
        raise NotFound("not_found", kind="product", id=product_id)
    return VariantSlice(version[0][0], VariantRecords(variants, _texts(options), location))


def view_in(uow: UnitOfWork, ctx: Context, product_id: str) -> ProductView:
    """The whole product inside a unit of work."""
    params = {**_params(ctx, product_id), **_ALL}
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
    products, translations, options, variants, images, location = parts
    if not products:
        raise NotFound("not_found", kind="product", id=product_id)
    *fields, tags, metadata, currency_code = products[0]
    return ProductView(
        **dict(zip(_FIELDS, fields, strict=True)),
        tags=tuple(loads(tags)),
        metadata=loads(metadata),
        currency_code=currency_code,
        translations={row[0]: TranslationView(*row) for row in translations},
        options=tuple(
            OptionView(o.id, o.name, tuple(OptionValueView(*value) for value in o.values))
            for o in group_options(options)
        ),
        variants=VariantRecords(variants, _texts(options), location).views(),
        images=tuple(ImageView(*row) for row in images),
    )


def _texts(options: Rows) -> dict[str, str]:
    """The texts of option values by id."""
    return {value_id: text for _, _, value_id, text in options}
