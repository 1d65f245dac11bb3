"""The statements of a projection's rebuild, made from its names."""

from __future__ import annotations

from dataclasses import dataclass

from rustok_desktop.index.content_tables import index_content
from rustok_desktop.index.projection import Projection
from rustok_desktop.index.tables import SCOPE_SIZE, TRASH, index_products
from rustok_desktop.storage.statements import Prepared, prepare

_ROWS = (index_products.name, index_content.name)
_LAST = SCOPE_SIZE - 1
EMPTY_SCOPES = prepare(  # one scope serves all projections
    "DELETE FROM index_scopes WHERE tenant_id = :tenant"
    + "".join(
        f" AND NOT EXISTS (SELECT 1 FROM {rows} AS i"
        f" WHERE i.id BETWEEN index_scopes.id * {SCOPE_SIZE} AND index_scopes.id * {SCOPE_SIZE} + {_LAST})"
        for rows in _ROWS
    )
)


@dataclass(frozen=True, slots=True)
class RebuildSql:
    """``stray_hits``: per search table, rows in the shop's ranges that no index row stands for; and those of
    given ones that still are such.
    """

    total: Prepared
    next: Prepared
    stray_rows: Prepared
    stray_hits: tuple[tuple[Prepared, Prepared], ...]

    @classmethod
    def of(cls, projection: Projection) -> RebuildSql:
        """The statements of a projection."""
        owner, rows, key = projection.owner, projection.rows, projection.key
        return cls(
            total=prepare(f"SELECT count(*) FROM {owner} WHERE tenant_id = :tenant"),
            # The plus sign: by id, not by shop, is the order wanted.
            next=prepare(
                f"SELECT id FROM {owner} WHERE +tenant_id = :tenant AND id > :after ORDER BY id LIMIT :limit"
            ),
            stray_rows=prepare(
                f"SELECT i.id, i.id + i.in_trash * {TRASH} FROM index_scopes AS s CROSS JOIN {rows} AS i"
                f" ON i.id BETWEEN s.id * {SCOPE_SIZE} AND s.id * {SCOPE_SIZE} + {_LAST} WHERE s.tenant_id = :tenant"
                f" AND (NOT EXISTS (SELECT 1 FROM {owner} AS p WHERE p.id = i.{key} AND p.tenant_id = i.tenant_id)"
                "  OR i.locale NOT IN (SELECT l.locale FROM tenant_locales AS l WHERE l.tenant_id = :tenant AND"
                "   l.is_enabled UNION SELECT t.default_locale FROM tenants AS t WHERE t.id = :tenant)) LIMIT :limit"
            ),
            stray_hits=tuple(_stray_hits(table, rows) for table in projection.tables),
        )


def _stray_hits(table: str, rows: str) -> tuple[Prepared, Prepared]:
    no_row = (
        f"NOT EXISTS (SELECT 1 FROM {rows} AS i WHERE i.id = f.rowid & ~{TRASH}"
        f" AND i.in_trash = (f.rowid & {TRASH} <> 0))"
    )
    return (
        prepare(
            f"SELECT f.rowid FROM index_scopes AS s CROSS JOIN {table} AS f WHERE s.tenant_id = :tenant"
            f" AND f.rowid BETWEEN s.id * {SCOPE_SIZE} AND s.id * {SCOPE_SIZE} + {_LAST} AND {no_row} LIMIT :limit"
        ),
        prepare(
            f"SELECT f.rowid FROM json_each(:ranks) AS r CROSS JOIN {table} AS f ON f.rowid = r.value WHERE {no_row}"
        ),
    )
