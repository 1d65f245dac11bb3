"""From prepared documents to the index, in one transaction.

Documents arrive in two temporary tables of the writer's connection: written there directly (small batches)
or copied from a staging file that a worker process filled. What follows is the same SQL for both, so an
index kept up step by step and a rebuilt one cannot differ.

A document is used only if the product still has the version it was made from. If not, somebody saved in the
meantime, and that save's own event brings (or brought) the newer document: an old one never overwrites it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rustok_desktop.core.codec import dumps
from rustok_desktop.index.documents import Document, build, shop_languages
from rustok_desktop.index.tables import SCOPE_SIZE, TRASH, index_products
from rustok_desktop.storage.statements import Prepared, prepare
from rustok_desktop.storage.unit_of_work import UnitOfWork

_FIELDS = ", ".join(Document._fields)
DOCUMENTS_DDL = f"(n INTEGER PRIMARY KEY, {_FIELDS})"
INSERT_DOCUMENT = f"INSERT INTO index_documents ({_FIELDS}) VALUES ({', '.join('?' * len(Document._fields))})"
IDS_DDL = "(tenant_id, product_id, PRIMARY KEY (tenant_id, product_id)) WITHOUT ROWID"

_CREATE = tuple(
    map(
        prepare,
        (
            f"CREATE TEMP TABLE IF NOT EXISTS index_documents {DOCUMENTS_DDL}",
            f"CREATE TEMP TABLE IF NOT EXISTS index_asked {IDS_DDL}",
            # One line per document in use: its row's id, its search rowid now and before.
            "CREATE TEMP TABLE IF NOT EXISTS index_batch (n INTEGER PRIMARY KEY, id, rank_id, was)",
        ),
    )
)
_CLEAR = tuple(map(prepare, ("DELETE FROM temp.index_documents", "DELETE FROM temp.index_asked")))
_ASK = prepare(
    "INSERT OR IGNORE INTO temp.index_asked (tenant_id, product_id) SELECT :tenant, value FROM json_each(:ids)"
)
_ADD = prepare(f"INSERT INTO temp.index_documents ({_FIELDS}) VALUES ({', '.join(':' + f for f in Document._fields)})")
_TENANTS = prepare("SELECT DISTINCT tenant_id FROM temp.index_asked")

_GONE = prepare(
    "SELECT i.id, i.id + i.in_trash * :trash FROM temp.index_asked AS a"
    " JOIN index_products AS i ON i.product_id = a.product_id AND i.tenant_id = a.tenant_id"
    " WHERE a.tenant_id = :tenant AND (i.locale NOT IN (SELECT value FROM json_each(:locales)) OR NOT EXISTS"
    "  (SELECT 1 FROM products AS p WHERE p.id = i.product_id AND p.tenant_id = i.tenant_id))"
)
_ADD_SCOPE = prepare(
    "INSERT INTO index_scopes (id, tenant_id, locale)"
    " SELECT coalesce(max(id), 0) + 1, :tenant, :locale FROM index_scopes WHERE true ON CONFLICT DO NOTHING"
)
_SCOPE = prepare("SELECT id FROM index_scopes WHERE tenant_id = :tenant AND locale = :locale")
_LAST_ID = prepare("SELECT coalesce(max(id), :low) FROM index_products WHERE id BETWEEN :low AND :high")
_CLEAR_BATCH = prepare("DELETE FROM temp.index_batch")
_FILL_BATCH = prepare(
    "INSERT INTO temp.index_batch (n, id, rank_id, was)"
    " SELECT d.n, coalesce(i.id, :last + d.n), coalesce(i.id, :last + d.n) + d.in_trash * :trash,"
    "  i.id + i.in_trash * :trash"
    " FROM temp.index_documents AS d"
    " JOIN products AS p ON p.id = d.product_id AND p.tenant_id = d.tenant_id AND p.version = d.version"
    " LEFT JOIN index_products AS i ON i.product_id = d.product_id AND i.locale = d.locale"
    " WHERE d.tenant_id = :tenant AND d.locale = :locale"
)

_SEARCH_TABLES = (
    (
        "index_products_names",
        {"title": "find_title", "codes": "find_codes", "stems": "find_stems"},
    ),
    ("index_products_texts", {"words": "find_words"}),
    ("index_products_codes", {"codes": "find_fragments"}),
)


def _search_statements(table: str, columns: dict[str, str]) -> tuple[Prepared, ...]:
    """Replace what differs, by rowid: delete, then insert what is not there."""
    was = ", ".join(f"f.{name}" for name in columns)
    now = ", ".join(f"d.{field}" for field in columns.values())
    differs = f"({was}) IS NOT ({now})" if len(columns) > 1 else f"{was} IS NOT {now}"
    batch = "temp.index_batch AS b JOIN temp.index_documents AS d ON d.n = b.n"
    return (
        prepare(
            f"DELETE FROM {table} WHERE rowid IN (SELECT was FROM temp.index_batch WHERE was <> rank_id UNION ALL"
            f" SELECT b.rank_id FROM {batch} JOIN {table} AS f ON f.rowid = b.rank_id WHERE {differs})"
        ),
        prepare(
            f"INSERT INTO {table} (rowid, {', '.join(columns)}) SELECT b.rank_id, {now} FROM {batch}"
            f" WHERE NOT EXISTS (SELECT 1 FROM {table} AS f WHERE f.rowid = b.rank_id) ORDER BY b.rank_id"
        ),
    )


_REPLACE_SEARCH = tuple(
    statement for table, columns in _SEARCH_TABLES for statement in _search_statements(table, columns)
)
_DROP_TAGS = prepare(
    "DELETE FROM index_product_tags WHERE (scope, in_trash, tag, index_id) IN"
    " (SELECT t.scope, t.in_trash, t.tag, t.index_id FROM temp.index_batch AS b"
    "  JOIN index_product_tags AS t ON t.index_id = b.id JOIN temp.index_documents AS d ON d.n = b.n"
    "  WHERE t.in_trash <> d.in_trash OR t.tag NOT IN (SELECT value FROM json_each(d.tags)))"
)
_ADD_TAGS = prepare(
    "INSERT OR IGNORE INTO index_product_tags (scope, in_trash, tag, index_id, tenant_id)"
    " SELECT :scope, d.in_trash, t.value, b.id, d.tenant_id"
    " FROM temp.index_batch AS b JOIN temp.index_documents AS d ON d.n = b.n, json_each(d.tags) AS t"
)
_ROW = tuple(c.name for c in index_products.columns if c.name not in ("id", "scope", "indexed_at"))


def _upsert_row() -> Prepared:
    fields = ", ".join(_ROW)
    changed = ", ".join(f"{name} = excluded.{name}" for name in (*_ROW, "indexed_at"))
    was = ", ".join(f"index_products.{name}" for name in _ROW)
    now = ", ".join(f"excluded.{name}" for name in _ROW)
    return prepare(
        f"INSERT INTO index_products (id, scope, indexed_at, {fields})"
        f" SELECT b.id, :scope, :now, {', '.join('d.' + name for name in _ROW)}"
        " FROM temp.index_batch AS b JOIN temp.index_documents AS d ON d.n = b.n WHERE true ORDER BY b.id"
        f" ON CONFLICT (id) DO UPDATE SET {changed} WHERE ({was}) IS NOT ({now})"
    )


_UPSERT_ROW = _upsert_row()
_REMOVE_HITS = tuple(
    prepare(f"DELETE FROM {table} WHERE rowid IN (SELECT value FROM json_each(:ranks))") for table, _ in _SEARCH_TABLES
)
_REMOVE_ROWS = (
    prepare("DELETE FROM index_product_tags WHERE index_id IN (SELECT value FROM json_each(:ids))"),
    prepare("DELETE FROM index_products WHERE id IN (SELECT value FROM json_each(:ids))"),
)


def project(uow: UnitOfWork, products: Mapping[str, Sequence[str]]) -> None:
    """Bring the rows of ``products`` (shop -> product ids) up to date, reading in the same transaction."""
    _begin(uow)
    for tenant, ids in products.items():
        uow.run(_ASK, tenant=tenant, ids=dumps(list(ids)))
        uow.run_many(_ADD, (document._asdict() for document in build(uow.all, tenant, ids)))
    _apply(uow)


def project_staged(uow: UnitOfWork, schema: str) -> None:
    """The same with documents from an attached staging file."""
    _begin(uow)
    for table in ("index_documents", "index_asked"):
        uow.run(prepare(f"INSERT INTO temp.{table} SELECT * FROM {schema}.{table}"))
    _apply(uow)


def remove(uow: UnitOfWork, rows: Iterable[tuple[Any, ...]]) -> int:
    """Remove index rows given as (id, search rowid); returns how many."""
    found = list(rows)
    if found:
        remove_hits(uow, [row[1] for row in found])
        ids = dumps([row[0] for row in found])
        for statement in _REMOVE_ROWS:
            uow.run(statement, ids=ids)
    return len(found)


def remove_hits(uow: UnitOfWork, ranks: Sequence[int]) -> None:
    """Remove rows of the search tables alone."""
    for statement in _REMOVE_HITS:
        uow.run(statement, ranks=dumps(ranks))


def _begin(uow: UnitOfWork) -> None:
    for statement in _CREATE + _CLEAR:
        uow.run(statement)


def _apply(uow: UnitOfWork) -> None:
    for (tenant,) in uow.all(_TENANTS):
        shop = shop_languages(uow.all, tenant)
        locales = list(shop.chains) if shop else []
        remove(uow, uow.all(_GONE, tenant=tenant, locales=dumps(locales), trash=TRASH))
        for locale in locales:
            _apply_scope(uow, tenant, locale)


def _apply_scope(uow: UnitOfWork, tenant: str, locale: str) -> None:
    found = uow.one(_SCOPE, tenant=tenant, locale=locale)
    if found is None:
        uow.run(_ADD_SCOPE, tenant=tenant, locale=locale)
        found = uow.one(_SCOPE, tenant=tenant, locale=locale)
    assert found is not None
    scope = int(found[0])
    low = scope * SCOPE_SIZE
    last = uow.one(_LAST_ID, low=low, high=low + TRASH - 1)
    assert last is not None
    uow.run(_CLEAR_BATCH)
    if not uow.run(_FILL_BATCH, tenant=tenant, locale=locale, last=last[0], trash=TRASH):
        return
    for statement in _REPLACE_SEARCH:
        uow.run(statement)
    uow.run(_DROP_TAGS)
    uow.run(_ADD_TAGS, scope=scope)
    uow.run(_UPSERT_ROW, scope=scope, now=uow.now)
