"""Prepared rows of one batch of products, and the staging file they go to.

Plain tuples in the order of the tables' columns; a test compares that order with the tables, which the
worker does not import: building their metadata takes longer than reading a small file.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from rustok_desktop.core.codec import dumps, loads
from rustok_desktop.core.ids import new_id
from rustok_desktop.exchange.schemas import RowError
from rustok_desktop.storage.staging import StagingFile

Row = tuple[Any, ...]

# What only the moment of the commit knows: the copy puts it there.
NOW = ""
# Columns with one value in all rows of an import are not staged. The copy takes them from the one row of
# ``plan_import`` …
OF_IMPORT = {
    "tenant_id": "tenant_id",
    "locale": "locale",
    "currency_code": "currency_code",
    "location_id": "location_id",
    "actor_id": "actor_id",
    "device_id": "device_id",
    "correlation_id": "import_id",  # every event of an import is part of one correlation
    "reference": "import_id",
}
# … or they are the same for every import, or belong to the moment of the commit.
FIXED = {
    "schema_version": "1",
    "aggregate_type": "'product'",
    "causation_id": "NULL",
    "trace_id": "NULL",
    "reason": "'import'",
    "deleted_at": "NULL",
    "updated_at": ":now",
    "timestamp": ":now",
    "txid": ":txid",
}


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
STAGED = {
    name: tuple(column for column in columns if column not in OF_IMPORT and column not in FIXED)
    for name, columns in COLUMNS.items()
}
_PLAN = {
    "plan_products": "ordinal INTEGER PRIMARY KEY, handle, title, action, variants, line, product_id, base_version, "
    "excluded, diffs, search, variants_created, variants_updated, variants_unchanged, images_created, "
    "images_updated, images_unchanged",
    "plan_errors": "ordinal, line, record, header, value, rule, message, suggestion, severity, handle, params",
    "plan_rekeyed": "ordinal, variant_id",
    "plan_batches": "batch, name, first, last, low, high",
    "plan_import": "tenant_id, locale, currency_code, location_id, import_id, actor_id, device_id",
}


@dataclass(frozen=True, slots=True)
class Batch:
    """Products ``low … high`` and where their rows lie: table -> (first, last) row id in the staging file."""

    low: int
    high: int
    places: dict[str, tuple[int, int]]


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

    def row(self) -> Row:
        """As it stands in ``plan_import``."""
        ids = (self.tenant_id, self.locale, self.currency, self.location_id)
        return (*ids, self.import_id, self.actor_id, self.device_id)


class StagedRows:
    """The rows of one batch, by table."""

    def __init__(self, shop: Shop) -> None:
        self.shop = shop
        self.tables: dict[str, list[Row]] = {name: [] for name in (*COLUMNS, *_PLAN)}

    def errors(self) -> list[RowError]:
        """The batch's findings."""
        return [error_of(row[1:]) for row in self.tables["plan_errors"]]

    def event(self, ordinal: int, event_type: str, product_id: str, data: dict[str, Any]) -> None:
        """One event of a product."""
        self.tables["sys_events"].append((ordinal, new_id(), event_type, product_id, dumps(data)))

    def movement(
        self, ordinal: int, product_id: str, variant_id: str, old: int, new: int, events: list[dict[str, Any]]
    ) -> None:
        """A line of the stock ledger and the new sum; its event is added to ``events``."""
        shop = self.shop
        movement_id = new_id()
        delta = new - old
        self.tables["inventory_levels"].append((ordinal, variant_id, new))
        self.tables["inventory_movements"].append((ordinal, movement_id, variant_id, delta, NOW))
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


def error_of(row: Row) -> RowError:
    """A finding from its row without the ordinal."""
    return replace(RowError(*row[:-1]), params=loads(row[-1]))


class StageWriter:
    """Writes batches to a new staging file; ``shared`` makes each of them readable as soon as it is written.

    A crash leaves a file that nobody attaches.
    """

    def __init__(self, path: Path, shop: Shop, *, shared: bool = False) -> None:
        self._shared = shared
        self._file = StagingFile.open(path, shared=shared)
        self._connection = self._file.connection
        self._connection.execute("BEGIN")
        for name, columns in STAGED.items():
            self._connection.execute(f"CREATE TABLE {name} (ordinal INTEGER NOT NULL, {', '.join(columns)})")
        for name, declared in _PLAN.items():
            self._connection.execute(f"CREATE TABLE {name} ({declared})")
        self._insert("plan_import", [shop.row()])
        self._counts = dict.fromkeys(COLUMNS, 0)
        self._batches = 0

    def write(self, rows: StagedRows) -> Batch:
        """One batch (at least one product): its rows, and where they lie, so that copying it needs no index."""
        plan = rows.tables["plan_products"]
        self._batches += 1
        batch = Batch(plan[0][0], plan[-1][0], {})
        for name, values in rows.tables.items():
            if not values:
                continue
            self._insert(name, values)
            if name in self._counts:
                first = self._counts[name] + 1
                self._counts[name] += len(values)
                batch.places[name] = (first, self._counts[name])
        places = batch.places.items()
        self._insert("plan_batches", [(self._batches, name, *place, batch.low, batch.high) for name, place in places])
        if self._shared:
            self._connection.execute("COMMIT")
            self._connection.execute("BEGIN")
        return batch

    def close(self) -> None:
        """Make the file whole and close it."""
        self._connection.execute("COMMIT")
        self._file.close()

    def _insert(self, name: str, values: list[Row]) -> None:
        if values:
            marks = ",".join("?" * len(values[0]))
            self._connection.executemany(f"INSERT INTO {name} VALUES ({marks})", values)
