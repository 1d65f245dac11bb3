"""The read models there are."""

from __future__ import annotations

from sqlalchemy import Table

from rustok_desktop.index.documents import Document, build
from rustok_desktop.index.projection import Projection
from rustok_desktop.index.staged import Stage
from rustok_desktop.index.tables import index_product_tags, index_products

_OWN = frozenset({"id", "scope", "indexed_at"})


def _columns(table: Table) -> tuple[str, ...]:
    return tuple(column.name for column in table.columns if column.name not in _OWN)


PRODUCTS = Stage.of(
    Projection(
        name="products",
        aggregate="product",
        owner="products",
        key="product_id",
        rows=index_products.name,
        columns=_columns(index_products),
        labels=index_product_tags.name,
        document=Document,
        search=(
            ("index_products_names", {"title": "find_title", "codes": "find_codes", "stems": "find_stems"}),
            ("index_products_texts", {"words": "find_words"}),
            ("index_products_codes", {"codes": "find_fragments"}),
        ),
        build=build,
    )
)
STAGES = {stage.projection.name: stage for stage in (PRODUCTS,)}
