"""Which way to read a list: the order's index, a filter's index, or the search tables.

The wrong way costs a hundred times the right one, and the planner of SQLite knows nothing of how many rows a
text finds. So counts are taken first, each stopping at a cap, and the cheapest way is computed from them.
Costs are microseconds, measured on 100,000 rows; only their proportions matter.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from rustok_desktop.index.listing_filters import IN_SCOPE, Filter
from rustok_desktop.index.listing_sql import (
    SCOPE,
    SCOPE_ROWS,
    SORT_COLUMNS,
    Question,
    all_hits,
    filter_count,
    filter_source,
    hit_count,
    probe,
)
from rustok_desktop.index.schemas import ProductSort

FILTER_CAP = 10_000
WHOLE_CAP = 250_000  # for what looks at every row of the list: a wrong way costs seconds there
HIT_CAP = 8_000
_ROW = 1.5  # fetch a row and put it in order
_STEP = 0.4  # one step along an index
_CHECK = 1.0  # one step along an index, and the row's other columns
_GATHER = 0.4  # collect one hit into a set
_PROBE = 7.0  # ask the search tables about one row


class Way(Enum):
    """How the rows are found."""

    WALK = "walk"  # along the order's index; filters and hits are tested on the way
    FILTER = "filter"  # from a filter's index, then put in order
    HITS = "hits"  # from the search tables, then put in order


@dataclass(frozen=True, slots=True)
class Plan:
    """The way to go. ``driver`` for FILTER; ``probe``: ask the search tables row by row instead of collecting hits."""

    way: Way
    driver: Filter | None = None
    probe: bool = False

    in_order: bool = False  # whether rows come in the list's order without sorting


@dataclass(frozen=True, slots=True)
class Sizes:
    """Rows of the scope, and capped counts: hits of the text (None without one) and of each filter."""

    rows: int
    hits: int | None
    filters: tuple[int, ...]
    cap: int = FILTER_CAP  # of filters, by how far each reaches


def needs_sizes(asked: Question) -> bool:
    """Without a text and filters there is only one way."""
    return bool(asked.sources or asked.filters)


def sizes_sql(asked: Question) -> str:
    """One row: the scope's rows, the hits of each search table, the rows of each filter."""
    parts = [SCOPE_ROWS, *map(hit_count, asked.sources), *map(filter_count, asked.filters)]
    return f"{SCOPE} SELECT {', '.join(parts)}"


def read_sizes(asked: Question, row: tuple[int, ...], cap: int = FILTER_CAP) -> Sizes:
    """The sizes from the row that :func:`sizes_sql` gives."""
    end = 1 + len(asked.sources)
    return Sizes(max(row[0] or 0, 1), sum(row[1:end]) if asked.sources else None, tuple(row[end:]), cap)


def all_many(asked: Question, sizes: Sizes) -> bool:
    """Whether every filter that rows can be found by lets more through than was counted."""
    counted = [(f, count) for f, count in zip(asked.filters, sizes.filters, strict=True) if f.drives]
    return bool(counted) and all(count >= sizes.cap * narrowing.reach for narrowing, count in counted)


def choose(asked: Question, sizes: Sizes, need: int) -> Plan:
    """The cheapest plan for the first ``need`` rows."""
    return min(_candidates(asked, sizes, need), key=lambda pair: pair[0])[1]


def for_count(asked: Question, sizes: Sizes) -> Plan:
    """The cheapest plan when every row is needed and their order is not."""
    driving = [pair for pair in zip(sizes.filters, asked.filters, strict=True) if pair[1].drives]
    fewest, driver = min(driving, key=lambda pair: pair[0] * pair[1].weight, default=(sizes.rows, None))
    if sizes.hits is not None and sizes.hits < min(fewest, HIT_CAP):
        return Plan(Way.HITS)
    return Plan(Way.FILTER, driver) if driver is not None else Plan(Way.WALK)


def _candidates(asked: Question, sizes: Sizes, need: int) -> list[tuple[float, Plan]]:
    rows, hits = sizes.rows, sizes.hits
    # How far one must walk for ``need`` rows, if filters and hits have nothing to do with each other.
    share = 1.0
    for narrowing, count in zip(asked.filters, sizes.filters, strict=True):
        share *= _likely(count, sizes.cap * narrowing.reach, rows) / rows
    if hits is not None:
        share *= _likely(hits, HIT_CAP, rows) / rows
    far = min(float(rows), need / share)
    step = _CHECK * max((f.weight for f in asked.filters), default=0.0) or _STEP
    gather = 0.0 if hits is None else (hits if hits < HIT_CAP else rows) * _GATHER
    found = [(far * step + gather, Plan(Way.WALK, in_order=True))]
    if hits is not None:
        found.append((far * (step + _PROBE), Plan(Way.WALK, probe=True, in_order=True)))
        if hits < HIT_CAP:
            found.append((hits * _ROW, Plan(Way.HITS)))
    for number in range(len(asked.filters)):
        found.extend(_from_filter(asked, sizes, number, need, None if hits is None else gather))
    return found


def _likely(count: int, cap: int, rows: int) -> float:
    """A count that stopped at its cap may be anything above: half-way to all rows, by proportion."""
    return min(float(rows), max(count, 1) if count < cap else (max(cap, count) * float(rows)) ** 0.5)


def _from_filter(
    asked: Question, sizes: Sizes, number: int, need: int, gather: float | None
) -> list[tuple[float, Plan]]:
    narrowing, count = asked.filters[number], sizes.filters[number]
    in_order = asked.query.sort is ProductSort.UPDATED and narrowing.ordered
    if in_order and gather is None and len(asked.filters) == 1:
        return [(min(need, count) * _STEP, Plan(Way.FILTER, narrowing, in_order=True))]
    if count >= sizes.cap * narrowing.reach or not narrowing.drives:
        return []
    asking = sum(other.weight - 1 for other in asked.filters if other is not narrowing)  # other tables, row by row
    row = _ROW * (narrowing.weight + asking)
    sift = sizes.rows * _STEP if narrowing.sifts else 0.0
    found = [(sift + count * row + (gather or 0.0), Plan(Way.FILTER, narrowing, in_order=in_order))]
    if gather is not None:
        found.append((sift + count * (row + _PROBE), Plan(Way.FILTER, narrowing, probe=True, in_order=in_order)))
    return found


def source(asked: Question, plan: Plan) -> str:
    """FROM … WHERE … with everything but the place to begin; rows are ``p``."""
    if plan.way is Way.HITS:
        return (
            f"FROM ({all_hits(asked.sources)}) AS h CROSS JOIN index_products AS p ON p.id = h.id"
            f" WHERE {IN_SCOPE}{asked.conditions}"
        )
    if plan.way is Way.FILTER and plan.driver is not None:
        rest = "".join(f" AND {f.condition}" for f in asked.filters if f is not plan.driver)
        return f"{filter_source(plan.driver)}{rest}{_text(asked, plan)}"
    index = SORT_COLUMNS[asked.query.sort][0]
    spans = "".join(f" AND {f.span}" for f in asked.filters if f.span)
    return f"FROM index_products AS p INDEXED BY {index} WHERE {IN_SCOPE}{asked.conditions}{spans}{_text(asked, plan)}"


def _text(asked: Question, plan: Plan) -> str:
    if not asked.sources:
        return ""
    if plan.probe and asked.text is not None:
        return f" AND {probe(asked.text)}"
    return f" AND p.id IN ({all_hits(asked.sources)})"
