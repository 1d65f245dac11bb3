"""What the shop holds already of the products in a file, read by the worker over a connection of its own."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from rustok_desktop.core.codec import dumps

# Several indexes begin with the tenant. The plus sign keeps a condition from choosing one: a product's rows
# are found through the product, the tenant only filters.
_AMONG = "IN (SELECT value FROM json_each(:keys))"
_BY_HANDLE = (
    f"SELECT handle, product_id FROM product_translations "
    f"WHERE tenant_id = :tenant AND locale = :locale AND handle {_AMONG}"
)
_BY_SKU = (
    f"SELECT v.sku, v.product_id, v.id, t.title FROM product_variants v "
    f"LEFT JOIN product_translations t ON t.product_id = v.product_id AND t.locale = :locale "
    f"WHERE v.tenant_id = :tenant AND v.sku {_AMONG}"
)
_PRODUCTS = (
    f"SELECT p.id, p.status, p.vendor, p.product_type, p.category, p.tags, p.metadata, p.version, p.created_at, "
    f"p.published_at, p.deleted_at, t.title, t.handle, t.description, t.meta_title, t.meta_description "
    f"FROM products p JOIN product_translations t ON t.product_id = p.id AND t.locale = :locale "
    f"WHERE +p.tenant_id = :tenant AND p.id {_AMONG}"
)
_VARIANTS = (
    f"SELECT v.product_id, v.id, v.position, v.title, v.combination, v.sku, v.barcode, v.inventory_policy, "
    f"v.manage_inventory, v.requires_shipping, v.taxable, v.weight_mg, v.weight_unit, v.image_id, v.created_at, "
    f"c.amount, c.compare_at_amount, c.cost_amount, l.on_hand FROM product_variants v "
    f"LEFT JOIN prices c ON c.variant_id = v.id AND c.currency_code = :currency "
    f"LEFT JOIN inventory_levels l ON l.variant_id = v.id AND l.location_id = :location "
    f"WHERE +v.tenant_id = :tenant AND v.product_id {_AMONG} ORDER BY v.product_id, v.position, v.id"
)
_OPTIONS = (
    f"SELECT o.product_id, o.id, o.name, w.id, w.value FROM product_options o "
    f"LEFT JOIN product_option_values w ON w.option_id = o.id "
    f"WHERE +o.tenant_id = :tenant AND o.product_id {_AMONG} "
    f"ORDER BY o.product_id, o.position, o.id, w.position, w.id"
)
_IMAGES = (
    f"SELECT product_id, id, url, alt_text FROM product_images "
    f"WHERE +tenant_id = :tenant AND product_id {_AMONG} ORDER BY product_id, position, id"
)


@dataclass(slots=True)
class StoredVariant:
    """A variant's row with its price in the shop's currency and what is on hand at the default location."""

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
    created_at: str
    amount: int | None
    compare_at: int | None
    cost: int | None
    on_hand: int | None


@dataclass(slots=True)
class StoredOption:
    """An option and its values: text -> id, in order."""

    id: str
    name: str
    values: dict[str, str]

    def plain(self) -> dict[str, Any]:
        """As it stands in an event's ``changes``."""
        values = [{"id": value_id, "value": text} for text, value_id in self.values.items()]
        return {"id": self.id, "name": self.name, "values": values}


@dataclass(slots=True)
class StoredImage:
    """An image reference of the shop, or one about to be added."""

    id: str
    url: str
    alt_text: str | None

    def plain(self) -> dict[str, str | None]:
        """As it stands in an event's ``changes``."""
        return {"id": self.id, "url": self.url, "alt_text": self.alt_text}


@dataclass(slots=True)
class StoredProduct:
    """A product with its words in the shop's language. ``tags`` and ``metadata`` are JSON text."""

    id: str
    status: str
    vendor: str | None
    product_type: str | None
    category: str | None
    tags: str
    metadata: str
    version: int
    created_at: str
    published_at: str | None
    deleted_at: str | None
    title: str
    handle: str
    description: str | None
    meta_title: str | None
    meta_description: str | None
    options: list[StoredOption] = field(default_factory=list)
    variants: list[StoredVariant] = field(default_factory=list)
    images: list[StoredImage] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class SkuHolder:
    """Which variant of the shop has a SKU."""

    product_id: str
    variant_id: str
    title: str


@dataclass(slots=True)
class ShopState:
    """What the shop holds of one batch of products."""

    products: dict[str, StoredProduct] = field(default_factory=dict)
    by_handle: dict[str, str] = field(default_factory=dict)
    by_sku: dict[str, SkuHolder] = field(default_factory=dict)


class ShopReader:
    """Reads batches of a shop's state; each batch is one consistent state."""

    def __init__(
        self, connection: sqlite3.Connection, tenant_id: str, locale: str, currency: str, location_id: str
    ) -> None:
        self._connection = connection
        self._params = {
            "tenant": tenant_id,
            "locale": locale,
            "currency": currency,
            "location": location_id,
        }
        row = connection.execute("SELECT 1 FROM products WHERE tenant_id = ? LIMIT 1", (tenant_id,)).fetchone()
        self._empty = row is None

    def head(self) -> int:
        """The newest sequence number of the log."""
        row = self._connection.execute("SELECT coalesce(max(seq), 0) FROM sys_events").fetchone()
        return int(row[0])

    def load(self, handles: Iterable[str], skus: list[str]) -> ShopState:
        """Products with one of the handles, or with a variant that has one of the SKUs, and who holds the SKUs."""
        state = ShopState()
        if self._empty:
            return state
        self._connection.execute("BEGIN")
        try:
            state.by_handle = dict(self._rows(_BY_HANDLE, list(handles)))
            for sku, product_id, variant_id, title in self._rows(_BY_SKU, skus):
                state.by_sku[sku] = SkuHolder(product_id, variant_id, title or "")
            holders = {holder.product_id for holder in state.by_sku.values()}
            self._fill(state, list(holders.union(state.by_handle.values())))
        finally:
            self._connection.execute("ROLLBACK")
        return state

    def _rows(self, sql: str, keys: list[str]) -> list[tuple[Any, ...]]:
        return self._connection.execute(sql, {**self._params, "keys": dumps(keys)}).fetchall()

    def _fill(self, state: ShopState, ids: list[str]) -> None:
        products = state.products
        for row in self._rows(_PRODUCTS, ids):
            products[row[0]] = StoredProduct(*row)
        for product_id, *values in self._rows(_VARIANTS, ids):
            if product_id in products:
                products[product_id].variants.append(StoredVariant(*values))
        for product_id, option_id, name, value_id, text in self._rows(_OPTIONS, ids):
            if product_id in products:
                options = products[product_id].options
                if not options or options[-1].id != option_id:
                    options.append(StoredOption(option_id, name, {}))
                if value_id is not None:
                    options[-1].values[text] = value_id
        for product_id, image_id, url, alt_text in self._rows(_IMAGES, ids):
            if product_id in products:
                products[product_id].images.append(StoredImage(image_id, url, alt_text))
