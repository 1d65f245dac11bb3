"""The values a list can be filtered by, read by hopping along the indexes: cheap however many rows there are."""

from __future__ import annotations

from rustok_desktop.core.context import Context
from rustok_desktop.core.text import fold
from rustok_desktop.index.listing_sql import SCOPE
from rustok_desktop.index.schemas import Facets
from rustok_desktop.storage.reader import Reader
from rustok_desktop.storage.statements import Prepared, prepare

MOST = 200


def _distinct(table: str, column: str) -> Prepared:
    here = "scope = (SELECT id FROM scope) AND in_trash = :trash"
    return prepare(
        f"{SCOPE.replace('WITH', 'WITH RECURSIVE', 1)}, v(x) AS (SELECT min({column}) FROM {table}"
        f" WHERE {here} AND {column} > '' UNION ALL SELECT (SELECT min({column}) FROM {table}"
        f" WHERE {here} AND {column} > v.x) FROM v WHERE v.x IS NOT NULL)"
        f" SELECT x FROM v WHERE x IS NOT NULL LIMIT {MOST}"
    )


_VENDORS = _distinct("index_products", "vendor")
_TYPES = _distinct("index_products", "product_type")
_TAGS = _distinct("index_product_tags", "tag")


async def read_facets(reader: Reader, ctx: Context) -> Facets:
    """Vendors, types and tags of live products."""
    params = {"tenant": ctx.tenant_id, "locale": ctx.locale, "trash": 0}
    found = [sorted((row[0] for row in await reader.all(s, **params)), key=fold) for s in (_VENDORS, _TYPES, _TAGS)]
    return Facets(*map(tuple, found))
