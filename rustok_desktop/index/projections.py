"""The read models there are."""

from __future__ import annotations

from sqlalchemy import Table

from rustok_desktop.index.content_documents import ContentDocument, build_content
from rustok_desktop.index.content_tables import index_content, index_content_tags
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
CONTENT = Stage.of(
    Projection(
        name="content",
        aggregate="node",
        owner="nodes",
        key="node_id",
        rows=index_content.name,
        columns=_columns(index_content),
        labels=index_content_tags.name,
        document=ContentDocument,
        search=(
            ("index_content_names", {"title": "find_title", "slugs": "find_slugs", "stems": "find_stems"}),
            ("index_content_texts", {"words": "find_words"}),
        ),
        build=build_content,
    )
)
STAGES = {stage.projection.name: stage for stage in (PRODUCTS, CONTENT)}
