"""Fill a shop with pages and posts directly, as ``fill`` does with products."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Any

from rustok_desktop.core.clock import utc_now
from rustok_desktop.core.ids import new_id
from tests.bench.catalog import MadeProduct, made_products
from tests.bench.fill import BATCH, Owner, Rows, owner_of
from tests.bench.shop import connect

STATUSES = ("published", "published", "published", "draft", "archived")


def fill_content(path: Path, count: int) -> None:
    """Add ``count`` pages and posts to the shop in ``path``."""
    owner, made = owner_of(path), made_products(count, seed=21)
    connection = connect(path)
    try:
        while batch := list(islice(made, BATCH)):
            connection.execute("BEGIN IMMEDIATE")
            for table, rows in _by_table(owner, batch).items():
                names = list(rows[0])
                marks = ", ".join(f":{name}" for name in names)
                connection.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", rows)
            connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()


def _by_table(owner: Owner, batch: Iterable[MadeProduct]) -> Rows:
    rows: Rows = {"nodes": [], "node_translations": [], "bodies": []}
    for made in batch:
        for table, row in zip(rows, _node(made), strict=True):
            rows[table].append({"tenant_id": owner.tenant_id, **row})
    return rows


def _node(made: MadeProduct) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    node_id, now = new_id(), utc_now()
    kind, status = ("page", "post", "post")[made.number % 3], STATUSES[made.number % len(STATUSES)]
    node = {
        "id": node_id,
        "kind": kind,
        "status": status,
        "author_name": made.vendor,
        "position": 0,
        "depth": 0,
        "reply_count": 0,
        "tags": json.dumps(made.tags),
        "metadata": "{}",
        "version": 1,
        "created_at": now,
        "updated_at": now,
        "published_at": None if status == "draft" else now,
    }
    words = {
        "node_id": node_id,
        "locale": "en",
        "kind": kind,
        "title": made.title,
        "slug": made.handle,
        "text_version": 1,
        "created_at": now,
        "updated_at": now,
    }
    body = {"node_id": node_id, "locale": "en", "body": made.body, "format": "html", "updated_at": now}
    return node, words, body
