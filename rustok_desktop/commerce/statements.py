"""Every statement the catalog runs on the writer, compiled once at import.

A row is always addressed together with its tenant. Parameters that address carry the prefix ``at_``;
parameters that set a column carry the column's name. The order of columns is part of the contract with
:mod:`rustok_desktop.commerce.loading`.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Table,
    and_,
    bindparam,
    case,
    column,
    delete,
    func,
    insert,
    literal_column,
    select,
    table,
    update,
)
from sqlalchemy.sql.elements import ColumnElement

from rustok_desktop.commerce.tables import (
    inventory_levels,
    inventory_movements,
    prices,
    product_images,
    product_option_values,
    product_options,
    product_translations,
    product_variants,
    products,
    stock_locations,
)
from rustok_desktop.storage.statements import Prepared, prepare

_P, _T, _V = products.c, product_translations.c, product_variants.c


def _at(table: Table, keys: tuple[str, ...]) -> ColumnElement[bool]:
    return and_(*(table.c[key] == bindparam(f"at_{key}") for key in ("tenant_id", *keys)))


def _plainly(tenant: ColumnElement[str]) -> ColumnElement[str]:
    """The column as an expression: a condition on it filters rows but is never the way to them.

    Several indexes begin with the tenant; without statistics the planner would walk a whole shop through one
    of them to find the rows of one product.
    """
    return tenant.op("||")(literal_column("''"))


def _within(table: Table, *keys: str) -> ColumnElement[bool]:
    """Addresses rows through an index on ``keys``; the tenant only filters."""
    same_tenant = _plainly(table.c.tenant_id) == bindparam("at_tenant_id")
    return and_(same_tenant, *(table.c[key] == bindparam(f"at_{key}") for key in keys))


def _joined(table: Table, to: Table, key: str, to_key: str = "id") -> ColumnElement[bool]:
    return and_(table.c[key] == to.c[to_key], _plainly(table.c.tenant_id) == to.c.tenant_id)


def _insert(table: Table) -> Prepared:
    columns = [name for name, column in table.columns.items() if column.computed is None]
    return prepare(insert(table).values(dict.fromkeys(columns)))


def _update(table: Table, keys: tuple[str, ...], *columns: str) -> Prepared:
    return prepare(update(table).where(_at(table, keys)).values(dict.fromkeys(columns)))


def _delete(table: Table, *keys: str) -> Prepared:
    return prepare(delete(table).where(_at(table, keys)))


# Products. ``description`` may be a megabyte, so it is read only when asked for.
PRODUCT_COLUMNS: tuple[Column[object], ...] = (
    _P.id,
    _P.status,
    _P.version,
    _P.vendor,
    _P.product_type,
    _P.category,
    _P.tags,
    _P.published_at,
    _P.deleted_at,
)
_DESCRIPTION = case((bindparam("with_description") == literal_column("1"), _T.description))
TRANSLATION_COLUMNS = (_T.locale, _T.title, _T.handle, _T.meta_title, _T.meta_description, _DESCRIPTION)
_OF_IT = _joined(product_translations, products, "product_id")
_JOINED = products.outerjoin(product_translations, _OF_IT)
_JOINED_ONE = products.outerjoin(product_translations, and_(_OF_IT, _T.locale == bindparam("locale")))
_THE_PRODUCT = _at(products, ("id",))
PRODUCT = prepare(select(*PRODUCT_COLUMNS).where(_THE_PRODUCT))
PRODUCT_IN_LOCALE = prepare(select(*PRODUCT_COLUMNS, *TRANSLATION_COLUMNS).select_from(_JOINED_ONE).where(_THE_PRODUCT))
PRODUCT_IN_ALL_LOCALES = prepare(
    select(*PRODUCT_COLUMNS, *TRANSLATION_COLUMNS).select_from(_JOINED).where(_THE_PRODUCT).order_by(_T.locale)
)
VIEW_COLUMNS: tuple[Column[object], ...] = (
    _P.id,
    _P.version,
    _P.status,
    _P.vendor,
    _P.product_type,
    _P.category,
    _P.created_at,
    _P.updated_at,
    _P.published_at,
    _P.deleted_at,
)
_SHOPS = table("tenants", column("id"), column("currency_code"))  # the module of shops is not ours to import
VIEW_PRODUCT = prepare(
    select(*VIEW_COLUMNS, _P.tags, _P.metadata, _SHOPS.c.currency_code)
    .select_from(products.join(_SHOPS, _SHOPS.c.id == _P.tenant_id))
    .where(_P.id == bindparam("at_product_id"), _P.tenant_id == bindparam("at_tenant_id"))
)
INSERT_PRODUCT = _insert(products)
TOUCH_PRODUCT = _update(products, ("id",), "version", "updated_at")
UPDATE_PRODUCT = _update(products, ("id",), "version", "updated_at", "vendor", "product_type", "category", "tags")
UPDATE_LIFECYCLE = _update(products, ("id",), "version", "updated_at", "status", "published_at", "deleted_at")
DELETE_PRODUCT = _delete(products, "id")

# Translations. The handle stands in a unique index, the description is big: each is written only if it changed.
_TRANSLATION = ("product_id", "locale")
INSERT_TRANSLATION = _insert(product_translations)
UPDATE_WORDS = _update(product_translations, _TRANSLATION, "title", "meta_title", "meta_description")
UPDATE_HANDLE = _update(product_translations, _TRANSLATION, "handle")
UPDATE_DESCRIPTION = _update(product_translations, _TRANSLATION, "description")
DELETE_TRANSLATION = _delete(product_translations, *_TRANSLATION)
VIEW_TRANSLATIONS = prepare(
    select(_T.locale, _T.title, _T.handle, _T.description, _T.meta_title, _T.meta_description)
    .where(_within(product_translations, "product_id"))
    .order_by(_T.locale)
)
HANDLE_HOLDER = prepare(
    select(_T.product_id, _T.title, _P.deleted_at)
    .select_from(product_translations)
    .join(products, _joined(product_translations, products, "product_id"))
    .where(_at(product_translations, ("locale", "handle")), _T.product_id != bindparam("product_id"))
)

# Variants with their prices: one row per price, at least one per variant.
VARIANT_COLUMNS: tuple[Column[object], ...] = (
    _V.id,
    _V.position,
    _V.title,
    _V.combination,
    _V.sku,
    _V.barcode,
    _V.inventory_policy,
    _V.manage_inventory,
    _V.requires_shipping,
    _V.taxable,
    _V.weight_mg,
    _V.weight_unit,
    _V.image_id,
)
PRICE_COLUMNS = (
    prices.c.currency_code,
    prices.c.amount,
    prices.c.compare_at_amount,
    prices.c.cost_amount,
)
_PRICED = select(*VARIANT_COLUMNS, *PRICE_COLUMNS).select_from(
    product_variants.outerjoin(prices, _joined(prices, product_variants, "variant_id"))
)
_OF_PRODUCT = _within(product_variants, "product_id")
_WANTED = func.json_each(bindparam("ids")).table_valued("value")
VARIANTS = prepare(_PRICED.where(_OF_PRODUCT).order_by(_V.position, _V.id, prices.c.currency_code))
VARIANT = prepare(_PRICED.where(_OF_PRODUCT, _V.id == bindparam("at_id")))
VARIANTS_AMONG = prepare(
    _PRICED.where(
        _within(product_variants),
        _plainly(_V.product_id) == bindparam("at_product_id"),
        _V.id.in_(select(_WANTED.c.value)),
    )
)
INSERT_VARIANT = _insert(product_variants)
UPDATE_VARIANT = _update(
    product_variants,
    ("id",),
    "inventory_policy",
    "manage_inventory",
    "requires_shipping",
    "taxable",
    "weight_mg",
    "weight_unit",
    "image_id",
    "updated_at",
)
UPDATE_CODES = _update(product_variants, ("id",), "sku", "barcode", "updated_at")
UPDATE_CHOICE = _update(product_variants, ("id",), "title", "combination", "updated_at")
DELETE_VARIANT = _delete(product_variants, "id")
_HOLDER_TITLE = (
    select(_T.title)
    .where(_joined(product_translations, product_variants, "product_id", "product_id"))
    .order_by(case((_T.locale == bindparam("locale"), 0), else_=1), _T.locale)
    .limit(1)
    .scalar_subquery()
)
_SKUS = func.json_each(bindparam("skus")).table_valued("value")
SKU_HOLDERS = prepare(
    select(_V.sku, _V.id, _HOLDER_TITLE, _P.deleted_at)
    .select_from(product_variants)
    .join(products, _joined(product_variants, products, "product_id"))
    .where(_at(product_variants, ()), _V.sku.in_(select(_SKUS.c.value)))
)

INSERT_PRICE = _insert(prices)
UPDATE_PRICE = _update(prices, ("variant_id", "currency_code"), "amount", "compare_at_amount", "cost_amount")
DELETE_PRICE = _delete(prices, "variant_id", "currency_code")

# Options with their values: one row per value, at least one per option.
_O, _W = product_options.c, product_option_values.c
OPTIONS = prepare(
    select(_O.id, _O.name, _W.id, _W.value)
    .select_from(
        product_options.outerjoin(product_option_values, _joined(product_option_values, product_options, "option_id"))
    )
    .where(_within(product_options, "product_id"))
    .order_by(_O.position, _O.id, _W.position, _W.id)
)
INSERT_OPTION = _insert(product_options)
UPDATE_OPTION = _update(product_options, ("id",), "position", "name")
DELETE_OPTION = _delete(product_options, "id")
INSERT_OPTION_VALUE = _insert(product_option_values)
UPDATE_OPTION_VALUE = _update(product_option_values, ("id",), "position", "value")
DELETE_OPTION_VALUE = _delete(product_option_values, "id")

_I = product_images.c
IMAGES = prepare(
    select(_I.id, _I.url, _I.alt_text).where(_within(product_images, "product_id")).order_by(_I.position, _I.id)
)
INSERT_IMAGE = _insert(product_images)
UPDATE_IMAGE = _update(product_images, ("id",), "position", "url", "alt_text")
DELETE_IMAGE = _delete(product_images, "id")
# Pictures belong to a neighbour that this module does not import: media.
UNKNOWN_MEDIA = prepare(
    "SELECT value FROM json_each(:ids) WHERE NOT EXISTS"
    " (SELECT 1 FROM media WHERE media.id = json_each.value AND media.tenant_id = :at_tenant_id)"
)

# Stock.
_L, _S = inventory_levels.c, stock_locations.c
DEFAULT_LOCATION = prepare(
    select(_S.id, _S.name).where(_at(stock_locations, ()), _S.is_default == literal_column("1")).limit(1)
)
LOCATION = prepare(
    select(_S.id, _S.name, _S.code, _S.is_default, _S.version, _S.closed_at).where(_at(stock_locations, ("id",)))
)
LOCATIONS = prepare(
    select(_S.id, _S.name, _S.code, _S.is_default, _S.version, _S.closed_at)
    .where(_at(stock_locations, ()))
    .order_by(_S.is_default.desc(), _S.name, _S.id)
)
INSERT_LOCATION = prepare(
    insert(stock_locations).values(dict.fromkeys(("id", "tenant_id", "name", "code", "is_default", "created_at")))
)
LEVELS_OF_VARIANT = prepare(
    select(_L.location_id, _L.on_hand).where(_at(inventory_levels, ("variant_id",))).order_by(_L.location_id)
)
INSERT_LEVEL = prepare(
    insert(inventory_levels).values(dict.fromkeys(("variant_id", "location_id", "tenant_id", "on_hand")))
)
UPDATE_LEVEL = _update(inventory_levels, ("variant_id", "location_id"), "on_hand")
INSERT_MOVEMENT = _insert(inventory_movements)
_M = inventory_movements.c
MOVEMENTS = prepare(
    select(_M.id, _M.variant_id, _V.title, _S.name, _M.delta, _M.reason, _M.reference, _M.actor_id, _M.created_at)
    .select_from(inventory_movements)
    .join(product_variants, _joined(inventory_movements, product_variants, "variant_id"))
    .join(stock_locations, _joined(inventory_movements, stock_locations, "location_id"))
    .where(_OF_PRODUCT)
    .order_by(_M.created_at.desc(), _M.id.desc())
    .limit(bindparam("limit"))
)
