"""The write tables of the catalog. Names follow RusToK; every table carries ``tenant_id``.

Money is integer minor units; weights are integer milligrams; JSON columns hold text made by the codec.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Computed,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

import rustok_desktop.commerce.collections_tables
import rustok_desktop.commerce.matching_tables
import rustok_desktop.commerce.price_lists_tables  # noqa: F401 - likewise
from rustok_desktop.core import limits
from rustok_desktop.storage.schema import ID, TIME, metadata


def _tenant() -> Column[str]:
    return Column("tenant_id", ID, ForeignKey("tenants.id"), nullable=False)


def _product() -> Column[str]:
    return Column("product_id", ID, ForeignKey("products.id", ondelete="CASCADE"), nullable=False)


def _flag(name: str) -> Column[bool]:
    return Column(name, Boolean(create_constraint=False), nullable=False)


products = Table(
    "products",
    metadata,
    Column("id", ID, primary_key=True),
    _tenant(),
    Column("status", String(limits.STATUS), nullable=False),  # draft | active | archived
    Column("vendor", String(limits.VENDOR)),
    Column("product_type", String(limits.PRODUCT_TYPE)),
    Column("category", String(limits.CATEGORY_PATH)),  # the free path an import file names
    Column("tags", Text, nullable=False),  # JSON list of text, in the order given
    Column("metadata", Text, nullable=False),  # JSON object
    Column("version", Integer, nullable=False),  # optimistic lock, 1 at creation
    Column("created_at", TIME, nullable=False),
    Column("updated_at", TIME, nullable=False),
    Column("published_at", TIME),
    Column("deleted_at", TIME),  # set while in the trash
)
Index("ix_products_tenant_status", products.c.tenant_id, products.c.status)
Index("ix_products_trash", products.c.tenant_id, products.c.deleted_at, sqlite_where=products.c.deleted_at.is_not(None))

product_translations = Table(
    "product_translations",
    metadata,
    Column("product_id", ID, ForeignKey("products.id", ondelete="CASCADE"), primary_key=True),
    Column("locale", String(limits.LOCALE), primary_key=True),
    _tenant(),
    Column("title", String(limits.TITLE), nullable=False),
    Column("handle", String(limits.HANDLE), nullable=False),
    Column("description", Text),  # HTML within the policy of core.html, or plain text
    Column("meta_title", String(limits.META_TITLE)),
    Column("meta_description", String(limits.META_DESCRIPTION)),
    UniqueConstraint("tenant_id", "locale", "handle", name="uq_product_translations_handle"),
)

product_options = Table(
    "product_options",
    metadata,
    Column("id", ID, primary_key=True),
    _tenant(),
    _product(),
    Column("position", Integer, nullable=False),
    Column("name", String(limits.OPTION_NAME), nullable=False),
    UniqueConstraint("product_id", "name", name="uq_product_options_name"),
)

product_option_values = Table(
    "product_option_values",
    metadata,
    Column("id", ID, primary_key=True),
    _tenant(),
    _product(),
    Column("option_id", ID, ForeignKey("product_options.id", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("value", String(limits.OPTION_VALUE), nullable=False),
    UniqueConstraint("option_id", "value", name="uq_product_option_values_value"),
)
Index("ix_product_option_values_product", product_option_values.c.product_id)

product_variants = Table(
    "product_variants",
    metadata,
    Column("id", ID, primary_key=True),
    _tenant(),
    _product(),
    Column("position", Integer, nullable=False),
    Column("title", String(limits.TITLE), nullable=False),  # option values joined by " / ", or "Default"
    # The chosen option value ids in option order, joined by ",": "" for a product without options.
    Column("combination", String(limits.COMBINATION), nullable=False),
    Column("sku", String(limits.SKU)),
    Column("barcode", String(limits.BARCODE)),
    Column("inventory_policy", String(limits.STATUS), nullable=False),  # deny | continue
    _flag("manage_inventory"),
    _flag("requires_shipping"),
    _flag("taxable"),
    Column("weight_mg", BigInteger),
    Column("weight_unit", String(limits.UNIT)),  # only how the weight is shown: g kg oz lb
    Column("image_id", ID),
    Column("created_at", TIME, nullable=False),
    Column("updated_at", TIME, nullable=False),
    UniqueConstraint("tenant_id", "sku", name="uq_product_variants_sku"),
    UniqueConstraint("product_id", "combination", name="uq_product_variants_combination"),
)
Index("ix_product_variants_barcode", product_variants.c.tenant_id, product_variants.c.barcode)
Index("ix_product_variants_order", product_variants.c.product_id, product_variants.c.position, product_variants.c.id)

prices = Table(
    "prices",
    metadata,
    Column("variant_id", ID, ForeignKey("product_variants.id", ondelete="CASCADE"), primary_key=True),
    Column("currency_code", String(limits.CURRENCY), primary_key=True),
    _tenant(),
    Column("amount", BigInteger, nullable=False),
    Column("compare_at_amount", BigInteger),
    Column("cost_amount", BigInteger),
)

stock_locations = Table(
    "stock_locations",
    metadata,
    Column("id", ID, primary_key=True),
    _tenant(),
    Column("name", String(limits.NAME), nullable=False),
    Column("code", String(limits.CODE)),
    _flag("is_default"),
    Column("created_at", TIME, nullable=False),
    Column("version", Integer, nullable=False, server_default="1"),
    Column("closed_at", TIME),  # nothing moves here any more
    UniqueConstraint("tenant_id", "code", name="uq_stock_locations_code"),
)

inventory_levels = Table(  # the running sum of inventory_movements, kept in the same transaction
    "inventory_levels",
    metadata,
    Column("variant_id", ID, ForeignKey("product_variants.id", ondelete="CASCADE"), primary_key=True),
    Column("location_id", ID, ForeignKey("stock_locations.id"), primary_key=True),
    _tenant(),
    Column("on_hand", BigInteger, nullable=False),
    Column("reserved", BigInteger, nullable=False, server_default="0"),  # the sum of open reservation_items
    Column("low_stock_threshold", BigInteger),  # its own; NULL: the shop's
)

inventory_movements = Table(  # append-only: what is on hand is always the sum of these
    "inventory_movements",
    metadata,
    Column("id", ID, primary_key=True),
    _tenant(),
    Column("variant_id", ID, ForeignKey("product_variants.id", ondelete="CASCADE"), nullable=False),
    Column("location_id", ID, ForeignKey("stock_locations.id"), nullable=False),
    Column("delta", BigInteger, nullable=False),
    Column("reason", String(limits.REASON), nullable=False),  # initial | import | correction | ...
    Column("reference", String(limits.REFERENCE)),
    Column("actor_id", ID),
    Column("created_at", TIME, nullable=False),
)
Index("ix_inventory_movements_variant", inventory_movements.c.variant_id, inventory_movements.c.location_id)
Index("ix_inventory_levels_location", inventory_levels.c.location_id)

reservation_items = Table(  # goods promised: still on hand, no longer available
    "reservation_items",
    metadata,
    Column("id", ID, primary_key=True),
    _tenant(),
    Column("variant_id", ID, ForeignKey("product_variants.id", ondelete="CASCADE"), nullable=False),
    Column("location_id", ID, ForeignKey("stock_locations.id"), nullable=False),
    Column("quantity", BigInteger, nullable=False),
    Column("reference", String(limits.REFERENCE)),
    Column("actor_id", ID),
    Column("created_at", TIME, nullable=False),
    Column("released_at", TIME),
)
Index("ix_reservation_items_variant", reservation_items.c.variant_id, reservation_items.c.location_id)

stocktakes = Table(
    "stocktakes",
    metadata,
    Column("id", ID, primary_key=True),
    _tenant(),
    Column("location_id", ID, ForeignKey("stock_locations.id"), nullable=False),
    Column("number", String(limits.CODE), nullable=False),  # the reference of its movements
    Column("status", String(limits.STATUS), nullable=False),  # open | applied | cancelled
    Column("vendor", String(limits.VENDOR)),  # only this vendor's products
    Column("product_type", String(limits.PRODUCT_TYPE)),  # only products of this type
    Column("version", Integer, nullable=False),  # rises with every count: what was reviewed is what is applied
    Column("actor_id", ID),
    Column("created_at", TIME, nullable=False),
    Column("closed_at", TIME),
    UniqueConstraint("tenant_id", "number", name="uq_stocktakes_number"),
)
Index("ix_stocktakes_location", stocktakes.c.location_id, stocktakes.c.status)

stocktake_counts = Table(
    "stocktake_counts",
    metadata,
    Column("stocktake_id", ID, ForeignKey("stocktakes.id", ondelete="CASCADE"), primary_key=True),
    Column("variant_id", ID, ForeignKey("product_variants.id", ondelete="CASCADE"), primary_key=True),
    _tenant(),
    Column("counted", BigInteger, nullable=False),
    Column("seen_movement", ID),  # the last one when it was counted; NULL: there was none
    Column("actor_id", ID),
    Column("counted_at", TIME, nullable=False),
)

product_images = Table(
    "product_images",
    metadata,
    Column("id", ID, primary_key=True),
    _tenant(),
    _product(),
    Column("position", Integer, nullable=False),
    Column("url", String(limits.URL), nullable=False),  # https://…, or media:<id> for a picture of the shop's own
    Column("alt_text", String(limits.ALT_TEXT)),
    # Made from the address, so that no way of writing images can forget it; it keeps a picture in use from deletion.
    Column(
        "media_id",
        ID,
        Computed("CASE WHEN substr(url, 1, 6) = 'media:' THEN substr(url, 7) END", persisted=False),
        ForeignKey("media.id"),
        nullable=True,
    ),
)
Index("ix_product_images_product", product_images.c.product_id, product_images.c.position)
Index("ix_product_images_media", product_images.c.media_id, sqlite_where=product_images.c.media_id.is_not(None))
