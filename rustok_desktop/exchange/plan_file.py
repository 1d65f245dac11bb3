"""Reading and marking the plan in a staging file; plain functions for a thread, one short connection each."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from rustok_desktop.core.codec import dumps, loads
from rustok_desktop.core.text import fold
from rustok_desktop.exchange.schemas import FieldDiff, ImportAction, PlannedProduct, RowError
from rustok_desktop.exchange.staged import Batch, error_of
from rustok_desktop.storage.staging import StagingFile

_PRODUCTS = (
    "SELECT ordinal, handle, title, action, variants, line, diffs, excluded FROM plan_products "
    "WHERE ordinal > :after AND (:action IS NULL OR action = :action) "
    "AND (:text = '' OR instr(search, :text)) ORDER BY ordinal LIMIT :limit"
)
_ERRORS = (
    "SELECT line, record, header, value, rule, message, suggestion, severity, handle, params FROM plan_errors "
    "ORDER BY rowid LIMIT :limit OFFSET :after"
)
_EXCLUDE = (
    "UPDATE plan_products SET excluded = :excluded WHERE action IN ('create', 'update') "
    "AND ordinal IN (SELECT value FROM json_each(:ordinals))"
)
_LEAVE_OUT = (
    "UPDATE plan_products SET excluded = 1 WHERE action IN ('create', 'update') "
    "AND handle IN (SELECT value FROM json_each(:handles))"
)
_BATCHES = "SELECT batch, low, high, name, first, last FROM plan_batches ORDER BY batch, rowid"


def products(
    staging: Path, action: ImportAction | None, text: str, after: int, limit: int
) -> list[PlannedProduct]:
    """A page in file order."""
    params = {
        "after": after,
        "action": action.value if action is not None else None,
        "text": fold(text.strip()),
        "limit": limit,
    }
    with closing(StagingFile.read(staging)) as file:
        rows = file.connection.execute(_PRODUCTS, params).fetchall()
    return [
        PlannedProduct(
            ordinal=ordinal,
            handle=handle,
            title=title,
            action=ImportAction(kind),
            variants=variants,
            line=line,
            diffs=tuple(FieldDiff(*diff) for diff in loads(diffs)),
            excluded=bool(excluded),
        )
        for ordinal, handle, title, kind, variants, line, diffs, excluded in rows
    ]


def errors(staging: Path, after: int, limit: int) -> tuple[RowError, ...]:
    """A page of findings in file order."""
    with closing(StagingFile.read(staging)) as file:
        rows = file.connection.execute(_ERRORS, {"after": after, "limit": limit}).fetchall()
    return tuple(error_of(row) for row in rows)


def exclude(staging: Path, ordinals: list[int], excluded: bool) -> None:
    """Mark products to be left out of the commit, or unmark them."""
    with closing(StagingFile.open(staging)) as file:
        file.connection.execute(_EXCLUDE, {"excluded": int(excluded), "ordinals": dumps(ordinals)})


def leave_out(staging: Path, handles: list[str]) -> int:
    """Mark products by their handles; how many there are that would be written otherwise."""
    with closing(StagingFile.open(staging)) as file:
        return int(file.connection.execute(_LEAVE_OUT, {"handles": dumps(handles)}).rowcount)


def batches(staging: Path) -> list[Batch]:
    """Where each batch's rows lie; batches that write nothing are not there."""
    found: dict[int, Batch] = {}
    with closing(StagingFile.read(staging)) as file:
        for number, low, high, name, first, last in file.connection.execute(_BATCHES):
            found.setdefault(number, Batch(low, high, {})).places[name] = (first, last)
    return list(found.values())
