"""Every n-th place of a list, so that a window can jump anywhere without counting rows off from the start."""

from __future__ import annotations

from rustok_desktop.index.listing_sql import SCOPE, SORT_COLUMNS, Question
from rustok_desktop.index.plans import Plan, source


def hopping_sql(asked: Question, plan: Plan) -> str:
    """(sort value, id) of every :step-th row, for a plan that reads in order: from place to place along the index."""
    column, way, beyond = _order(asked)
    found = source(asked, plan)
    order = f"ORDER BY p.{column} {way}, p.id {way} LIMIT 1"
    return (
        f"{SCOPE.replace('WITH', 'WITH RECURSIVE', 1)}, a(v, id) AS ("
        f"SELECT v, id FROM (SELECT p.{column} AS v, p.id AS id {found} {order})"
        f" UNION ALL SELECT i.{column}, i.id FROM a CROSS JOIN index_products AS i ON i.id ="
        f" (SELECT p.id {found} AND (p.{column}, p.id) {beyond} (a.v, a.id) {order} OFFSET :step - 1))"
        " SELECT v, id FROM a"
    )


def numbering_sql(asked: Question, plan: Plan) -> str:
    """The same for a plan that must sort."""
    column, way, _ = _order(asked)
    return (
        f"{SCOPE} SELECT v, id FROM (SELECT p.{column} AS v, p.id AS id,"
        f" row_number() OVER (ORDER BY p.{column} {way}, p.id {way}) - 1 AS n {source(asked, plan)})"
        " WHERE n % :step = 0 ORDER BY n"
    )


def _order(asked: Question) -> tuple[str, str, str]:
    column = SORT_COLUMNS[asked.query.sort][1]
    return (column, "DESC", "<") if asked.query.descending else (column, "ASC", ">")
