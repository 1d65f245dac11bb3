"""Fill a shop's write tables directly: quicker than importing when the import is not what is measured."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from rustok_desktop.core.clock import utc_now
from rustok_desktop.core.ids import new_id
from tests.bench.catalog import SIZES, MadeProduct, made_products, sku
from tests.bench.shop import connect

BATCH = 5_000
Rows = dict[str, list[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Owner:
    """To whom the rows belong and where the goods lie."""

    tenant_id: str
    location_id: str


def owner_of(path: Path) -> Owner:
    """The only shop in the file and its location."""
    connection = connect(path)
    try:
        return Owner(*connection.execute("SELECT tenant_id, id FROM stock_locations").fetchone())
    finally:
        connection.close()


def fill(path: Path, count: int) -> None:
    """Add ``count`` products to the shop in ``path``."""
    owner, products = owner_of(path), made_products(count)
    connection = connect(path)
    try:
        while batch := list(islice(products, BATCH)):
            connection.execute("BEGIN IMMEDIATE")
            for table, rows in _by_table(owner, batch).items():
                names = list(rows[0])
                marks = ", ".join(f":{name}" for name in names)
                connection.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", rows)
            connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()


def _by_table(owner: Owner, products: Iterable[MadeProduct]) -> Rows:
    rows: Rows = {}
    for product in products:
        for table, row in _rows(owner, product):
            rows.setdefault(table, []).append({"tenant_id": owner.tenant_id, **row})
    return rows


def _rows(owner: Owner, made: MadeProduct) -> Iterator[tuple[str, dict[str, Any]]]:
    product_id, option_id, now = new_id(), new_id(), utc_now()
    yield (
        "products",
        {
            "id": product_id,
            "status": made.status,
            "vendor": made.vendor,
            "product_type": made.product_type,
            "tags": json.dumps(made.tags),
            "metadata": "{}",
            "version": 1,
            "created_at": now,
            "updated_at": now,
        },
    )
    words = {"title": made.title, "handle": made.handle, "description": made.body}
    yield "product_translations", {"product_id": product_id, "locale": "en", **words}
    yield "product_options", {"id": option_id, "product_id": product_id, "position": 1, "name": "Size"}
    yield (
        "product_images",
        {
            "id": new_id(),
            "product_id": product_id,
            "position": 1,
            "url": f"https://images.example/{made.handle}.jpg",
        },
    )
    for place in range(len(SIZES)):
        yield from _variant_rows(owner, made, (product_id, option_id), place, now)


def _variant_rows(
    owner: Owner, made: MadeProduct, ids: tuple[str, str], place: int, now: str
) -> Iterator[tuple[str, dict[str, Any]]]:
    (product_id, option_id), value_id, variant_id = ids, new_id(), new_id()
    yield (
        "product_option_values",
        {
            "id": value_id,
            "product_id": product_id,
            "option_id": option_id,
            "position": place + 1,
            "value": SIZES[place],
        },
    )
    yield (
        "product_variants",
        {
            "id": variant_id,
            "product_id": product_id,
            "position": place + 1,
            "title": SIZES[place],
            "combination": value_id,
            "sku": sku(made, place),
            "inventory_policy": "deny",
            "manage_inventory": 1,
            "requires_shipping": 1,
            "taxable": 1,
            "weight_mg": 250_000,
            "weight_unit": "g",
            "created_at": now,
            "updated_at": now,
        },
    )
    yield "prices", {"variant_id": variant_id, "currency_code": "USD", "amount": made.price + 100 * place}
    if made.stock:
        at = {"variant_id": variant_id, "location_id": owner.location_id}
        yield "inventory_levels", {**at, "on_hand": made.stock}
        yield "inventory_movements", {**at, "id": new_id(), "delta": made.stock, "reason": "import", "created_at": now}
