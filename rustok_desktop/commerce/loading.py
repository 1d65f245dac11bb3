"""Rows of the write tables as records, loaded inside a unit of work: only what a command needs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from rustok_desktop.commerce import statements as sql
from rustok_desktop.core.codec import dumps, loads
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import NotFound, UserError, VersionConflict
from rustok_desktop.storage.unit_of_work import UnitOfWork

Price = tuple[int, int | None, int | None]  # amount, compare-at, cost


@dataclass(slots=True)
class StoredTranslation:
    """``description`` is None also when it was not asked for."""

    locale: str
    title: str
    handle: str
    meta_title: str | None
    meta_description: str | None
    description: str | None


@dataclass(slots=True)
class StoredProduct:
    """A product's own row, and the translations that were asked for. ``tags`` is JSON text."""

    id: str
    status: str
    version: int
    vendor: str | None
    product_type: str | None
    category: str | None
    tags: str
    published_at: str | None
    deleted_at: str | None
    translations: dict[str, StoredTranslation] = field(default_factory=dict)


@dataclass(slots=True)
class StoredVariant:
    """A variant's row with its prices by currency. Flags are 0 or 1."""

    id: str
    position: int
    title: str
    combination: str
    sku: str | None
    barcode: str | None
    inventory_policy: str
    manage_inventory: int
    requires_shipping: int
    taxable: int
    weight_mg: int | None
    weight_unit: str | None
    image_id: str | None
    prices: dict[str, Price] = field(default_factory=dict)

    @property
    def value_ids(self) -> tuple[str, ...]:
        """The chosen option values in option order."""
        return tuple(self.combination.split(",")) if self.combination else ()


@dataclass(slots=True)
class StoredOption:
    """An option with its ``(id, text)`` values in order."""

    id: str
    name: str
    values: list[tuple[str, str]]

    def plain(self) -> dict[str, Any]:
        """As it stands in ``changes``."""
        return {
            "id": self.id,
            "name": self.name,
            "values": [{"id": value_id, "value": text} for value_id, text in self.values],
        }


_PRODUCT = len(sql.PRODUCT_COLUMNS)
_VARIANT = len(sql.VARIANT_COLUMNS)


def load_product(
    uow: UnitOfWork, ctx: Context, product_id: str, locales: Sequence[str] = (), *, description: bool = False
) -> StoredProduct:
    """The product with these translations, as far as it has them. NotFound, also for another shop's.

    Several locales bring all of them.
    """
    params = {"at_tenant_id": ctx.tenant_id, "at_id": product_id, "with_description": int(description)}
    if len(locales) == 1:
        rows = uow.all(sql.PRODUCT_IN_LOCALE, locale=locales[0], **params)
    else:
        rows = uow.all(sql.PRODUCT_IN_ALL_LOCALES if locales else sql.PRODUCT, **params)
    if not rows:
        raise NotFound("not_found", kind="product", id=product_id)
    product = StoredProduct(*rows[0][:_PRODUCT])
    if locales:
        product.translations = {
            row[_PRODUCT]: StoredTranslation(*row[_PRODUCT:]) for row in rows if row[_PRODUCT] is not None
        }
    return product


def check_version(product: StoredProduct, base_version: int | None) -> None:
    """VersionConflict unless the command was based on what is stored; None asks for no check."""
    if base_version is not None and product.version != base_version:
        raise VersionConflict("version_conflict", id=product.id, expected=base_version, actual=product.version)


def check_not_in_trash(product: StoredProduct) -> None:
    """UserError ``in_trash`` for a product in the trash."""
    if product.deleted_at is not None:
        raise UserError("in_trash", id=product.id)


def load_variants(
    uow: UnitOfWork, ctx: Context, product_id: str, ids: Sequence[str] | None = None
) -> dict[str, StoredVariant]:
    """The product's variants by id in their order, or those of ``ids`` that it has."""
    params = {"at_tenant_id": ctx.tenant_id, "at_product_id": product_id}
    if ids is None:
        rows = uow.all(sql.VARIANTS, **params)
    elif len(ids) == 1:
        rows = uow.all(sql.VARIANT, at_id=ids[0], **params)
    else:
        rows = uow.all(sql.VARIANTS_AMONG, ids=dumps(ids), **params)
    return group_variants(rows)


def group_variants(rows: Iterable[tuple[Any, ...]]) -> dict[str, StoredVariant]:
    """Rows of one price each as variants with all their prices."""
    variants: dict[str, StoredVariant] = {}
    for row in rows:
        variant = variants.get(row[0])
        if variant is None:
            variant = variants[row[0]] = StoredVariant(*row[:_VARIANT])
        currency, amount, compare_at, cost = row[_VARIANT:]
        if currency is not None:
            variant.prices[currency] = (amount, compare_at, cost)
    return variants


def load_options(uow: UnitOfWork, ctx: Context, product_id: str) -> list[StoredOption]:
    """The product's options in order."""
    return group_options(uow.all(sql.OPTIONS, at_tenant_id=ctx.tenant_id, at_product_id=product_id))


def group_options(rows: Iterable[tuple[Any, ...]]) -> list[StoredOption]:
    """Rows of one value each as options with all their values."""
    options: dict[str, StoredOption] = {}
    for option_id, name, value_id, text in rows:
        option = options.setdefault(option_id, StoredOption(option_id, name, []))
        if value_id is not None:
            option.values.append((value_id, text))
    return list(options.values())


def tags_of(product: StoredProduct) -> list[str]:
    """The tags as a list."""
    tags: list[str] = loads(product.tags)
    return tags
