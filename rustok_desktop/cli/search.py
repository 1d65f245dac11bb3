"""``search``: what the search field of the window finds."""

from __future__ import annotations

import time
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from rustok_desktop.cli.output import Answer, table
from rustok_desktop.cli.session import run_on_platform
from rustok_desktop.core.locale import format_number
from rustok_desktop.core.money import format_amount
from rustok_desktop.index.content_schemas import ContentResult, ContentRow
from rustok_desktop.index.schemas import Count, ProductRow, SearchResult

if TYPE_CHECKING:
    from rustok_desktop.app import Platform


class Kind(StrEnum):
    """What can be searched for."""

    PRODUCT = "product"
    NODE = "node"


def search(
    context: typer.Context,
    text: Annotated[str, typer.Argument(help="Words, a SKU or a barcode.")],
    kind: Annotated[Kind, typer.Option("--kind", help="What to look for.")] = Kind.PRODUCT,
    limit: Annotated[int, typer.Option("--limit", min=1, max=1000, help="At most so many.")] = 20,
) -> int:
    """Search the catalog, or pages, posts and the rest of the content."""

    async def work(platform: Platform) -> Answer:
        started = time.perf_counter()
        ctx = platform.context()
        if kind is Kind.NODE:
            found = await platform.content_listing.search(ctx, text, limit=limit)
            return _content_answer(found, round((time.perf_counter() - started) * 1000, 1))
        result = await platform.search.search(ctx, text, limit=limit)
        took_ms = round((time.perf_counter() - started) * 1000, 1)
        return _answer(result, kind, took_ms)

    return run_on_platform(context.obj, work, read_only=True)


def _answer(result: SearchResult, kind: Kind, took_ms: float) -> Answer:
    payload = {
        "total": result.total.value,
        "total_exact": result.total.exact,
        "took_ms": took_ms,
        "items": [_item(hit.row, kind) for hit in result.hits],
    }
    return Answer(payload, lambda: _human(result, took_ms))


def _item(row: ProductRow, kind: Kind) -> dict[str, object]:
    return {
        "id": row.product_id,
        "kind": kind.value,
        "title": row.title,
        "handle": row.handle,
        "sku": row.sku,
        "status": row.status,
        "vendor": row.vendor,
        "product_type": row.product_type,
        "tags": list(row.tags),
        "variant_count": row.variant_count,
        "currency_code": row.currency_code,
        "price_min": row.price_min,
        "price_max": row.price_max,
        "on_hand": row.on_hand,
        "updated_at": row.updated_at,
    }


def _content_answer(result: ContentResult, took_ms: float) -> Answer:
    payload = {
        "total": result.total.value,
        "total_exact": result.total.exact,
        "took_ms": took_ms,
        "items": [_node(hit.row) for hit in result.hits],
    }
    rows = [(hit.row.title, hit.row.kind, hit.row.status, hit.row.slug) for hit in result.hits]
    return Answer(payload, lambda: _lines(("title", "kind", "status", "address"), rows, result.total, took_ms))


def _node(row: ContentRow) -> dict[str, object]:
    return {
        "id": row.node_id,
        "kind": "node",
        "node_kind": row.kind,
        "title": row.title,
        "slug": row.slug,
        "excerpt": row.excerpt,
        "status": row.status,
        "author": row.author_name,
        "tags": list(row.tags),
        "languages": row.languages,
        "published_at": row.published_at,
        "updated_at": row.updated_at,
    }


def _human(result: SearchResult, took_ms: float) -> str:
    rows = [_cells(hit.row) for hit in result.hits]
    return _lines(("title", "sku", "status", "stock", "price"), rows, result.total, took_ms)


def _lines(heads: Sequence[str], rows: Sequence[tuple[object, ...]], total: Count, took_ms: float) -> str:
    more = "" if total.exact else " or more"
    summary = f"{format_number(total.value)}{more} found in {took_ms} ms"
    lines = table(heads, rows)
    return f"{lines}\n\n{summary}" if lines else summary


def _cells(row: ProductRow) -> tuple[object, ...]:
    price = "" if row.price_min is None else format_amount(row.price_min, row.currency_code)
    return row.title, row.sku, row.status, row.on_hand, price
