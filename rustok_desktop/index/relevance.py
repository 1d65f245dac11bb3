"""The order of relevance: four tiers, each newest first, and never more than the first BOUND rows.

A whole SKU or barcode; words and beginnings of words in title and codes; words anywhere (description, vendor,
tags); fragments of codes. Scores are left out on purpose: to rank by them SQLite must first read every
document that has the word.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from rustok_desktop.index.cursors import Place
from rustok_desktop.index.listing_filters import IN_SCOPE
from rustok_desktop.index.listing_sql import (
    MATCHES,
    ROW,
    SCOPE,
    Question,
    found_by,
    row_id,
    statement,
)
from rustok_desktop.index.schemas import Count
from rustok_desktop.storage.reader import Reader

BOUND = 1_000
_TIERS = (
    ("exact", "names", "index_products_names MATCH :exact"),
    ("named", "names", MATCHES["names"]),
    ("worded", "texts", MATCHES["texts"]),
    ("coded", "codes", MATCHES["codes"]),
)
_NAMES = tuple(name for name, _, _ in _TIERS)


def ranked_sql(asked: Question) -> str:
    """WITH …, ranked(tier, id): at most :bound rows. A tier is not even looked at once earlier ones gave enough."""
    assert asked.text is not None
    return _ranked_sql(bool(asked.text.codes), bool(asked.filters), asked.conditions)


@lru_cache(maxsize=64)
def _ranked_sql(with_codes: bool, filtered: bool, filters: str) -> str:
    tiers: list[str] = []
    parts = []
    for name, source, match in _TIERS:
        if with_codes or name != "coded":
            tier = _tier(source, match, filters if filtered else None, tiers)
            parts.append(f"{name}(id) AS MATERIALIZED ({tier})")
            tiers.append(name)
    union = " UNION ALL ".join(f"SELECT {_NAMES.index(name)} AS tier, id FROM {name}" for name in tiers)
    return f"{SCOPE}, {', '.join(parts)}, ranked(tier, id) AS ({union})"


def _tier(source: str, match: str, filters: str | None, earlier: list[str]) -> str:
    table = f"index_products_{source}"
    tables, conditions = table, found_by(source, match)
    if filters is not None:
        tables += f" CROSS JOIN index_products AS p ON p.id = {row_id(source)}"
        conditions += f" AND {IN_SCOPE}{filters}"
    room = ":bound"
    if earlier:
        # As the limit, not as a condition: that would be asked for every hit instead of once.
        room = f":bound - {' - '.join(f'(SELECT count(*) FROM {name})' for name in earlier)}"
        conditions += "".join(f" AND {row_id(source)} NOT IN (SELECT id FROM {name})" for name in earlier)
    return f"SELECT {row_id(source)} FROM {tables} WHERE {conditions} ORDER BY {table}.rowid DESC LIMIT max(0, {room})"


def rows_sql(asked: Question, place: Place | None, backwards: bool) -> str:
    """The statement of one page: (tier, ROW…)."""
    start = ""
    if place is not None:
        same = ("<" if not backwards else ">") + ("=" if place.inclusive else "")
        later = ">" if not backwards else "<"
        start = f" WHERE r.tier {later} :tier OR (r.tier = :tier AND r.id {same} :id)"
    way = "r.tier DESC, r.id ASC" if backwards else "r.tier, r.id DESC"
    return (
        f"{ranked_sql(asked)} SELECT k.tier, {ROW} FROM"
        f" (SELECT r.tier, r.id FROM ranked AS r{start} ORDER BY {way} LIMIT :limit OFFSET :skip) AS k"
        f" CROSS JOIN index_products AS p ON p.id = k.id ORDER BY {way.replace('r.', 'k.')}"
    )


def first_sql(asked: Question) -> str:
    """The statement of the first :bound rows: (tier, ROW…)."""
    return (
        f"{ranked_sql(asked)} SELECT r.tier, {ROW} FROM ranked AS r CROSS JOIN index_products AS p ON p.id = r.id"
        " ORDER BY r.tier, r.id DESC"
    )


async def rows(
    reader: Reader, asked: Question, place: Place | None, backwards: bool, skip: int, limit: int
) -> list[tuple[Any, ...]]:
    """Rows as (tier, ROW…) in the direction of travel."""
    params = {**asked.params, "bound": BOUND, "skip": skip, "limit": limit}
    if place is not None:
        params |= {"tier": place.value, "id": place.index_id}
    return await reader.all(statement(rows_sql(asked, place, backwards)), **params)


async def first(reader: Reader, asked: Question, limit: int) -> list[tuple[Any, ...]]:
    """The first rows as (tier, ROW…): quicker than a page, for search as you type."""
    return await reader.all(statement(first_sql(asked)), **asked.params, bound=limit)


async def count(reader: Reader, asked: Question, cap: int | None = None) -> Count:
    """How many rows the list has: at most BOUND (or ``cap``), and then not exact if there would be more."""
    bound = BOUND if cap is None else min(cap, BOUND)
    row = await reader.one(
        statement(f"{ranked_sql(asked)} SELECT count(*) FROM ranked"), **asked.params, bound=bound + 1
    )
    value = int(row[0]) if row else 0
    return Count(value) if value <= bound else Count(bound, exact=False)


async def places(reader: Reader, asked: Question) -> list[Place]:
    """The place of every row, in order."""
    found = await reader.all(
        statement(f"{ranked_sql(asked)} SELECT tier, id FROM ranked ORDER BY tier, id DESC LIMIT :bound"),
        **asked.params,
        bound=BOUND,
    )
    return [Place(tier, index_id, inclusive=True) for tier, index_id in found]
