"""The rows a bulk edit needs of products, the same for a preview and for the edit itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rustok_desktop.commerce.bulk_plan import BulkRow
from rustok_desktop.commerce.bulk_sql import BULK_PRODUCTS, BULK_VARIANTS, IN_CATEGORIES, IN_COLLECTIONS
from rustok_desktop.commerce.price_plan import PricedVariant
from rustok_desktop.commerce.pricing_sql import OF_PRODUCTS
from rustok_desktop.commerce.schemas import BulkChanges
from rustok_desktop.core.codec import dumps, loads
from rustok_desktop.core.context import Context
from rustok_desktop.storage.statements import Prepared

PIECE = 200  # products read, planned and written before the next ones

Rows = list[tuple[Any, ...]]
Question = tuple[Prepared, dict[str, Any]]


def pieces(ids: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The products in turn."""
    for start in range(0, len(ids), PIECE):
        yield tuple(ids[start : start + PIECE])


def questions(ctx: Context, changes: BulkChanges, ids: Sequence[str]) -> list[Question]:
    """What to ask, in the order in which :func:`bulk_rows` wants the answers; nothing is asked that is not needed."""
    asked = {"at_tenant_id": ctx.tenant_id, "ids": dumps(list(ids))}
    found: list[Question] = [(BULK_PRODUCTS, asked), (BULK_VARIANTS, asked)]
    collections = (*changes.add_collection_ids, *changes.remove_collection_ids)
    categories = (*changes.add_category_ids, *changes.remove_category_ids)
    for statement, chosen in ((IN_COLLECTIONS, collections), (IN_CATEGORIES, categories)):
        if chosen:
            found.append((statement, {**asked, "chosen": dumps(list(chosen))}))
    if changes.price is not None:
        found.append((OF_PRODUCTS, {**asked, "currency_code": changes.price.currency_code}))
    return found


def bulk_rows(asked: Sequence[Question], answers: Sequence[Rows]) -> list[BulkRow]:
    """One row for each product that is there, in the order asked for."""
    answer = {question[0].sql: rows for question, rows in zip(asked, answers, strict=True)}
    variants: dict[str, list[tuple[Any, ...]]] = {}
    for product_id, variant_id, policy, managed, taxable, shipped, *weight in answer[BULK_VARIANTS.sql]:
        row = (variant_id, policy, bool(managed), bool(taxable), bool(shipped), *weight)
        variants.setdefault(product_id, []).append(row)
    collections = _grouped(answer.get(IN_COLLECTIONS.sql, ()))
    categories = _grouped(answer.get(IN_CATEGORIES.sql, ()))
    prices: dict[str, list[PricedVariant]] = {}
    for row in answer.get(OF_PRODUCTS.sql, ()):
        prices.setdefault(row[0], []).append(PricedVariant(*row))
    return [
        BulkRow(
            *(row[0], row[1], row[2], row[3], row[4]),
            tuple(loads(row[5])),
            bool(row[6]),
            tuple(variants.get(row[0], ())),
            frozenset(collections.get(row[0], ())),
            frozenset(categories.get(row[0], ())),
            tuple(prices.get(row[0], ())),
        )
        for row in answer[BULK_PRODUCTS.sql]
    ]


def _grouped(rows: Sequence[tuple[Any, ...]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for product_id, list_id in rows:
        found.setdefault(product_id, []).append(list_id)
    return found
