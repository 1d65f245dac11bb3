"""Fill a shop's write tables directly: quicker than importing when the import is not what is measured."""

from __future__ import annotations

import json
import sqlite3
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
TOPS, LEAVES = 5, 10  # categories at the top, and below each
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
        _place(connection, owner)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()


def _place(connection: sqlite3.Connection, owner: Owner) -> None:
    """Categories two deep, each product in one of the lower ones and every seventh in a second; and a collection."""
    ids = [row[0] for row in connection.execute("SELECT id FROM products ORDER BY id")]
    now, leaves = utc_now(), list[str]()
    given = {"tenant_id": owner.tenant_id, "created_at": now}
    connection.execute("BEGIN IMMEDIATE")
    for top in range(TOPS):
        above = _category(connection, given, None, "/", top)
        leaves += [_category(connection, given, above, f"/{above}/", place) for place in range(LEAVES)]
    rows = [(leaves[n * 31 % len(leaves)], one, n) for n, one in enumerate(ids)]
    rows += [(leaves[(n * 31 + 7) % len(leaves)], one, n) for n, one in enumerate(ids) if n % 7 == 0]
    connection.executemany(
        "INSERT INTO product_categories (category_id, product_id, position, tenant_id, created_at)"
        f" VALUES (?, ?, ?, '{owner.tenant_id}', '{now}')",
        rows,
    )
    collection = new_id()
    connection.execute(
        "INSERT INTO collections (id, kind, version, tenant_id, created_at, updated_at)"
        " VALUES (:id, 'manual', 1, :tenant_id, :created_at, :created_at)",
        {"id": collection, **given},
    )
    connection.executemany(
        f"INSERT INTO collection_members VALUES ('{collection}', ?, '{owner.tenant_id}', ?)",
        [(one, n) for n, one in enumerate(ids[::50])],
    )
    connection.execute("COMMIT")


def _category(
    connection: sqlite3.Connection, given: dict[str, str], parent_id: str | None, path: str, place: int
) -> str:
    category_id = new_id()
    connection.execute(
        "INSERT INTO categories (id, parent_id, position, depth, path, settings, version, tenant_id, created_at,"
        " updated_at)"
        " VALUES (:id, :parent_id, :position, :depth, :path, '{}', 1, :tenant_id, :created_at, :created_at)",
        {
            "id": category_id,
            "parent_id": parent_id,
            "position": place,
            "depth": path.count("/") - 1,
            "path": f"{path}{category_id}/",
            **given,
        },
    )
    return category_id


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
