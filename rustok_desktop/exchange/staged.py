"""Prepared rows of one batch of products, and the staging file they go to.

Plain tuples in the order of the tables' columns; a test compares that order with the tables, which the
worker does not import: building their metadata takes longer than reading a small file.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from rustok_desktop.core.codec import dumps
from rustok_desktop.core.ids import new_id

Row = tuple[Any, ...]

# What only the moment of the commit knows: the copy puts it there.
NOW = ""



def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


COLUMNS: dict[str, tuple[str, ...]] = {
    "products": _names(
        "id tenant_id status vendor product_type category tags metadata version created_at updated_at "
        "published_at deleted_at"
    ),
    "product_translations": _names(
        "product_id locale tenant_id title handle description meta_title meta_description"
    ),
    "product_options": _names("id tenant_id product_id position name"),
    "product_option_values": _names("id tenant_id product_id option_id position value"),
    "product_images": _names("id tenant_id product_id position url alt_text"),
    "product_variants": _names(
        "id tenant_id product_id position title combination sku barcode inventory_policy manage_inventory "
        "requires_shipping taxable weight_mg weight_unit image_id created_at updated_at"
    ),
    "prices": _names("variant_id currency_code tenant_id amount compare_at_amount cost_amount"),
    "inventory_levels": _names("variant_id location_id tenant_id on_hand"),
    "inventory_movements": _names(
        "id tenant_id variant_id location_id delta reason reference actor_id created_at"
    ),
    "sys_events": _names(
        "id event_type schema_version tenant_id aggregate_type aggregate_id correlation_id causation_id trace_id "
        "timestamp actor_id device_id txid data"
    ),
}
_PLAN = {
    "plan_products": "ordinal INTEGER PRIMARY KEY, handle, title, action, variants, line, product_id, base_version, "
    "excluded, diffs, search, variants_created, variants_updated, variants_unchanged, images_created, "
    "images_updated, images_unchanged",
    "plan_errors": "ordinal, line, record, header, value, rule, message, suggestion, severity, handle",
    "plan_rekeyed": "ordinal, variant_id",
    "plan_batches": "batch, name, first, last, low, high",
}
_PRAGMAS = ("journal_mode=OFF", "synchronous=OFF", "cache_size=-16384", "temp_store=MEMORY")


class Shop:
    """Whose rows these are: the ids that every row or event of one import carries."""

    __slots__ = ("actor_id", "currency", "device_id", "import_id", "locale", "location_id", "tenant_id")

    def __init__(
        self,
        tenant_id: str,
        locale: str,
        currency: str,
        location_id: str,
        import_id: str,
        actor_id: str | None,
        device_id: str | None,
    ) -> None:
        self.tenant_id = tenant_id
        self.locale = locale
        self.currency = currency
        self.location_id = location_id
        self.import_id = import_id
        self.actor_id = actor_id
        self.device_id = device_id


class StagedRows:
    """The rows of one batch, by table."""

    def __init__(self, shop: Shop) -> None:
        self.shop = shop
        self.tables: dict[str, list[Row]] = {name: [] for name in (*COLUMNS, *_PLAN)}

    def event(self, ordinal: int, event_type: str, product_id: str, data: dict[str, Any]) -> None:
        """One event of a product. Every event of an import is part of one correlation: the import's id."""
        shop = self.shop
        self.tables["sys_events"].append(
            (
                ordinal,
                new_id(),
                event_type,
                1,
                shop.tenant_id,
                "product",
                product_id,
                shop.import_id,
                None,
                None,
                NOW,
                shop.actor_id,
                shop.device_id,
                "",
                dumps(data),
            )
        )

    def movement(
        self, ordinal: int, product_id: str, variant_id: str, old: int, new: int, events: list[dict[str, Any]]
    ) -> None:
        """A line of the stock ledger and the new sum; its event is added to ``events``."""
        shop = self.shop
        movement_id = new_id()
        delta = new - old
        self.tables["inventory_levels"].append((ordinal, variant_id, shop.location_id, shop.tenant_id, new))
        self.tables["inventory_movements"].append(
            (
                ordinal,
                movement_id,
                shop.tenant_id,
                variant_id,
                shop.location_id,
                delta,
                "import",
                shop.import_id,
                shop.actor_id,
                NOW,
            )
        )
        events.append(
            {
                "variant_id": variant_id,
                "location_id": shop.location_id,
                "old_quantity": old,
                "new_quantity": new,
                "delta": delta,
                "reason": "import",
                "reference": shop.import_id,
                "movement_id": movement_id,
                "product_id": product_id,
            }
        )


class StageWriter:
    """Writes batches to a new staging file. A crash leaves a file that nobody attaches."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        for pragma in _PRAGMAS:
            self._connection.execute(f"PRAGMA {pragma}")
        self._connection.execute("BEGIN")
        for name, columns in COLUMNS.items():
            self._connection.execute(f"CREATE TABLE {name} (ordinal INTEGER NOT NULL, {', '.join(columns)})")
        for name, declared in _PLAN.items():
            self._connection.execute(f"CREATE TABLE {name} ({declared})")
        self._counts = dict.fromkeys(COLUMNS, 0)
        self._batches = 0

    def write(self, rows: StagedRows) -> None:
        """One batch: its rows, and where they lie, so that copying a batch needs no index."""
        plan = rows.tables["plan_products"]
        if not plan:
            return
        self._batches += 1
        low, high = plan[0][0], plan[-1][0]
        for name, values in rows.tables.items():
            if not values:
                continue
            self._insert(name, values)
            if name in self._counts:
                first = self._counts[name] + 1
                self._counts[name] += len(values)
                self._insert("plan_batches", [(self._batches, name, first, self._counts[name], low, high)])

    def close(self) -> None:
        """Make the file whole and close it."""
        self._connection.execute("COMMIT")
        self._connection.close()

    def _insert(self, name: str, values: list[Row]) -> None:
        marks = ",".join("?" * len(values[0]))
        self._connection.executemany(f"INSERT INTO {name} VALUES ({marks})", values)
