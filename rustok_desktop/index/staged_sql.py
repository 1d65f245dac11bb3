"""The statements that bring one projection's rows up to date, made from its names. Values are always parameters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rustok_desktop.index.projection import Projection
from rustok_desktop.storage.statements import Prepared, prepare

IDS_DDL = "(tenant_id, owner_id, PRIMARY KEY (tenant_id, owner_id)) WITHOUT ROWID"


def documents_ddl(projection: Projection) -> str:
    """The columns of a table of documents."""
    return f"(n INTEGER PRIMARY KEY, {', '.join(projection.fields)})"


def insert_document(projection: Projection) -> str:
    """Fill a staging file's table, by position."""
    fields = projection.fields
    return f"INSERT INTO index_documents ({', '.join(fields)}) VALUES ({', '.join('?' * len(fields))})"


@dataclass(frozen=True, slots=True)
class StagedSql:
    """All statements of :class:`rustok_desktop.index.staged.Stage`, in the order it uses them."""

    create: tuple[Prepared, ...]
    clear: tuple[Prepared, ...]
    ask: Prepared
    add: Prepared
    tenants: Prepared
    gone: Prepared
    last_id: Prepared
    clear_batch: Prepared
    fill_batch: Prepared
    replace_search: tuple[Prepared, ...]
    drop_tags: Prepared
    add_tags: Prepared
    upsert: Prepared
    remove_hits: tuple[Prepared, ...]
    remove_rows: tuple[Prepared, ...]

    @classmethod
    def of(cls, projection: Projection) -> StagedSql:
        """The statements of a projection."""
        documents, asked, batch = (f"temp.index_{projection.name}_{part}" for part in ("documents", "asked", "batch"))
        both = f"{batch} AS b JOIN {documents} AS d ON d.n = b.n"
        fields = projection.fields
        return cls(
            create=_create(projection),
            clear=(prepare(f"DELETE FROM {documents}"), prepare(f"DELETE FROM {asked}")),
            ask=prepare(
                f"INSERT OR IGNORE INTO {asked} (tenant_id, owner_id) SELECT :tenant, value FROM json_each(:ids)"
            ),
            add=prepare(
                f"INSERT INTO {documents} ({', '.join(fields)}) VALUES ({', '.join(':' + field for field in fields)})"
            ),
            tenants=prepare(f"SELECT DISTINCT tenant_id FROM {asked}"),
            gone=_gone(projection, asked),
            last_id=prepare(f"SELECT coalesce(max(id), :low) FROM {projection.rows} WHERE id BETWEEN :low AND :high"),
            clear_batch=prepare(f"DELETE FROM {batch}"),
            fill_batch=_fill_batch(projection, documents, batch),
            replace_search=tuple(
                statement
                for table, columns in projection.search
                for statement in _search_statements(table, columns, batch, both)
            ),
            drop_tags=_drop_tags(projection.labels, documents, batch),
            add_tags=_add_tags(projection.labels, both),
            upsert=_upsert(projection, both),
            remove_hits=tuple(
                prepare(f"DELETE FROM {table} WHERE rowid IN (SELECT value FROM json_each(:ranks))")
                for table in projection.tables
            ),
            remove_rows=(
                prepare(f"DELETE FROM {projection.labels} WHERE index_id IN (SELECT value FROM json_each(:ids))"),
                prepare(f"DELETE FROM {projection.rows} WHERE id IN (SELECT value FROM json_each(:ids))"),
            ),
        )


def _create(projection: Projection) -> tuple[Prepared, ...]:
    name = f"CREATE TEMP TABLE IF NOT EXISTS index_{projection.name}"
    return (
        prepare(f"{name}_documents {documents_ddl(projection)}"),
        prepare(f"{name}_asked {IDS_DDL}"),
        # One line per document in use: its row's id, its search rowid now and before.
        prepare(f"{name}_batch (n INTEGER PRIMARY KEY, id, rank_id, was)"),
    )


def _gone(projection: Projection, asked: str) -> Prepared:
    key = projection.key
    return prepare(
        f"SELECT i.id, i.id + i.in_trash * :trash FROM {asked} AS a"
        f" JOIN {projection.rows} AS i ON i.{key} = a.owner_id AND i.tenant_id = a.tenant_id"
        " WHERE a.tenant_id = :tenant AND (i.locale NOT IN (SELECT value FROM json_each(:locales)) OR NOT EXISTS"
        f"  (SELECT 1 FROM {projection.owner} AS p WHERE p.id = i.{key} AND p.tenant_id = i.tenant_id))"
    )


def _fill_batch(projection: Projection, documents: str, batch: str) -> Prepared:
    key = projection.key
    return prepare(
        f"INSERT INTO {batch} (n, id, rank_id, was)"
        " SELECT d.n, coalesce(i.id, :last + d.n), coalesce(i.id, :last + d.n) + d.in_trash * :trash,"
        "  i.id + i.in_trash * :trash"
        f" FROM {documents} AS d"
        f" JOIN {projection.owner} AS p ON p.id = d.{key} AND p.tenant_id = d.tenant_id AND p.version = d.version"
        f" LEFT JOIN {projection.rows} AS i ON i.{key} = d.{key} AND i.locale = d.locale"
        " WHERE d.tenant_id = :tenant AND d.locale = :locale"
    )


def _search_statements(table: str, columns: Mapping[str, str], batch: str, both: str) -> tuple[Prepared, ...]:
    """Replace what differs, by rowid: delete, then insert what is not there."""
    was = ", ".join(f"f.{name}" for name in columns)
    now = ", ".join(f"d.{field}" for field in columns.values())
    differs = f"({was}) IS NOT ({now})" if len(columns) > 1 else f"{was} IS NOT {now}"
    return (
        prepare(
            f"DELETE FROM {table} WHERE rowid IN (SELECT was FROM {batch} WHERE was <> rank_id UNION ALL"
            f" SELECT b.rank_id FROM {both} JOIN {table} AS f ON f.rowid = b.rank_id WHERE {differs})"
        ),
        prepare(
            f"INSERT INTO {table} (rowid, {', '.join(columns)}) SELECT b.rank_id, {now} FROM {both}"
            f" WHERE NOT EXISTS (SELECT 1 FROM {table} AS f WHERE f.rowid = b.rank_id) ORDER BY b.rank_id"
        ),
    )


def _drop_tags(labels: str, documents: str, batch: str) -> Prepared:
    return prepare(
        f"DELETE FROM {labels} WHERE (scope, in_trash, tag, index_id) IN"
        f" (SELECT t.scope, t.in_trash, t.tag, t.index_id FROM {batch} AS b"
        f"  JOIN {labels} AS t ON t.index_id = b.id JOIN {documents} AS d ON d.n = b.n"
        "  WHERE t.in_trash <> d.in_trash OR t.tag NOT IN (SELECT value FROM json_each(d.tags)))"
    )


def _add_tags(labels: str, both: str) -> Prepared:
    return prepare(
        f"INSERT OR IGNORE INTO {labels} (scope, in_trash, tag, index_id, tenant_id)"
        f" SELECT :scope, d.in_trash, t.value, b.id, d.tenant_id FROM {both}, json_each(d.tags) AS t"
    )


def _upsert(projection: Projection, both: str) -> Prepared:
    columns, rows = projection.columns, projection.rows
    changed = ", ".join(f"{name} = excluded.{name}" for name in (*columns, "indexed_at"))
    was = ", ".join(f"{rows}.{name}" for name in columns)
    now = ", ".join(f"excluded.{name}" for name in columns)
    return prepare(
        f"INSERT INTO {rows} (id, scope, indexed_at, {', '.join(columns)})"
        f" SELECT b.id, :scope, :now, {', '.join('d.' + name for name in columns)} FROM {both}"
        f" WHERE true ORDER BY b.id ON CONFLICT (id) DO UPDATE SET {changed} WHERE ({was}) IS NOT ({now})"
    )
