"""From the staging file into the shop: one batch of products, rows and events, in one transaction.

The rows are copied by INSERT … SELECT, so no product passes through Python and the interpreter is free for
the window meanwhile.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from rustok_desktop.commerce.stock_statements import LOW_BELOW
from rustok_desktop.core.codec import dumps
from rustok_desktop.core.messages import message
from rustok_desktop.exchange.schemas import ImportAction, RowError
from rustok_desktop.exchange.staged import COLUMNS, FIXED, OF_IMPORT, Batch
from rustok_desktop.storage.statements import Prepared, prepare
from rustok_desktop.storage.unit_of_work import UniqueViolation, UnitOfWork

_KEYS: dict[str, tuple[str, ...]] = {
    "product_translations": ("product_id", "locale"),
    "prices": ("variant_id", "currency_code"),
    "inventory_levels": ("variant_id", "location_id"),
}
_ONLY_ADDED = frozenset({"inventory_movements", "sys_events"})
# What only the moment of the commit knows. Empty text stands for it in the staging file.
_AT_COMMIT = frozenset({"created_at", "published_at"})
_NOT_SKIPPED = " AND ordinal NOT IN (SELECT value FROM json_each(:skip))"
_ONE = " AND ordinal = :ordinal"


@dataclass(slots=True)
class Copied:
    """What one batch came to."""

    products: Counter[str] = field(default_factory=Counter)
    variants: Counter[str] = field(default_factory=Counter)
    images: Counter[str] = field(default_factory=Counter)
    errors: list[RowError] = field(default_factory=list)
    left_out: int = 0  # products that were to be written and were not


class Copier:
    """The statements for one attached staging file, ``schema``."""

    def __init__(self, schema: str, tenant_id: str, locale: str, speech: str) -> None:
        self._tenant_id = tenant_id
        self._locale = locale
        self._speech = speech
        self._all = {name: prepare(_copy(schema, name, "")) for name in COLUMNS}
        self._without = {name: prepare(_copy(schema, name, _NOT_SKIPPED)) for name in COLUMNS}
        self._one = {name: prepare(_copy(schema, name, _ONE)) for name in COLUMNS}
        between = f"FROM {schema}.plan_products p WHERE p.ordinal BETWEEN :low AND :high"
        self._excluded = prepare(f"SELECT p.ordinal {between} AND p.excluded = 1")
        self._stale = prepare(
            f"SELECT p.ordinal, p.handle, p.line FROM {schema}.plan_products p "
            f"LEFT JOIN main.products m ON m.id = p.product_id AND m.tenant_id = :tenant "
            f"WHERE p.ordinal BETWEEN :low AND :high AND p.action = 'update' AND p.excluded = 0 "
            f"AND (m.version IS NULL OR m.version <> p.base_version)"
        )
        self._written = prepare(
            f"SELECT p.ordinal, p.handle, p.line {between} AND p.action IN ('create', 'update'){_NOT_SKIPPED}"
        )
        self._tally = prepare(
            f"SELECT p.action, count(*), sum(p.variants_created), sum(p.variants_updated), "
            f"sum(p.variants_unchanged), sum(p.images_created), sum(p.images_updated), sum(p.images_unchanged) "
            f"{between} AND p.action IN ('create', 'update'){_NOT_SKIPPED} GROUP BY p.action"
        )
        self._low = prepare(_low(schema))
        self._step_aside = prepare(
            f"UPDATE main.product_variants SET sku = NULL, combination = id WHERE tenant_id = :tenant AND id IN "
            f"(SELECT variant_id FROM {schema}.plan_rekeyed WHERE ordinal BETWEEN :low AND :high{_NOT_SKIPPED})"
        )
        self._handle_holder = prepare(
            f"SELECT s.handle, t.title FROM {schema}.product_translations s JOIN main.product_translations t "
            f"ON t.tenant_id = :tenant AND t.locale = :locale AND t.handle = s.handle "
            f"AND t.product_id <> s.product_id WHERE s.rowid BETWEEN :first AND :last AND s.ordinal = :ordinal"
        )
        self._sku_holder = prepare(
            f"SELECT s.sku, t.title FROM {schema}.product_variants s JOIN main.product_variants v "
            f"ON v.tenant_id = :tenant AND v.sku = s.sku AND v.id <> s.id "
            f"LEFT JOIN main.product_translations t ON t.product_id = v.product_id AND t.locale = :locale "
            f"WHERE s.rowid BETWEEN :first AND :last AND s.ordinal = :ordinal"
        )

    def copy(self, uow: UnitOfWork, batch: Batch) -> Copied:
        """Copy a batch less what was excluded or has changed since. UniqueViolation: use :meth:`copy_each`."""
        copied, skip = self._left_out(uow, batch)
        params = {"now": uow.now, "txid": uow.txid, "skip": dumps(skip)}
        self._make_way(uow, batch.low, batch.high, skip)
        statements = self._without if skip else self._all
        for name, (first, last) in batch.places.items():
            uow.run(statements[name], first=first, last=last, **_needed(statements[name], params))
        self._count(uow, batch, skip, copied)
        return copied

    def copy_each(self, uow: UnitOfWork, batch: Batch) -> Copied:
        """The same product by product; one that breaks a unique rule is left out and reported."""
        copied, skip = self._left_out(uow, batch)
        rows = uow.all(self._written, low=batch.low, high=batch.high, skip=dumps(skip))
        for ordinal, handle, line in rows:
            try:
                with uow.savepoint():
                    self._copy_one(uow, batch, ordinal)
            except UniqueViolation as violation:
                skip.append(ordinal)
                copied.left_out += 1
                copied.errors.append(self._duplicate(uow, batch, violation, ordinal, handle, line))
        self._count(uow, batch, skip, copied)
        return copied

    def low(self, uow: UnitOfWork, batch: Batch, copied: Copied) -> list[tuple[str, str, int, int]]:
        """(product, variant, remaining, threshold) of what the batch's movements made low; after it is copied.

        A movement that was left out with its product is not in the ledger, so it counts for nothing.
        """
        if "inventory_movements" not in batch.places or not copied.products:
            return []
        first, last = batch.places["inventory_movements"]
        rows = uow.all(self._low, at_tenant_id=self._tenant_id, first=first, last=last)
        return [(product, variant, max(left, 0), below) for product, variant, left, below in rows]

    def _left_out(self, uow: UnitOfWork, batch: Batch) -> tuple[Copied, list[int]]:
        bounds = {"low": batch.low, "high": batch.high}
        skip = [ordinal for (ordinal,) in uow.all(self._excluded, **bounds)]
        copied = Copied()
        for ordinal, handle, line in uow.all(self._stale, tenant=self._tenant_id, **bounds):
            skip.append(ordinal)
            copied.left_out += 1
            copied.errors.append(self._error("changed_meanwhile", {}, "", handle, handle, line))
        return copied, skip

    def _make_way(self, uow: UnitOfWork, low: int, high: int, skip: Sequence[int]) -> None:
        """Clear the keys of variants that get others, so that a swap never breaks the rule half-way."""
        uow.run(self._step_aside, tenant=self._tenant_id, low=low, high=high, skip=dumps(skip))

    def _copy_one(self, uow: UnitOfWork, batch: Batch, ordinal: int) -> None:
        params = {"now": uow.now, "txid": uow.txid, "ordinal": ordinal}
        self._make_way(uow, ordinal, ordinal, ())
        for name, (first, last) in batch.places.items():
            statement = self._one[name]
            uow.run(statement, first=first, last=last, **_needed(statement, params))

    def _count(self, uow: UnitOfWork, batch: Batch, skip: Sequence[int], copied: Copied) -> None:
        names = ("created", "updated", "unchanged")
        for action, count, *sums in uow.all(self._tally, low=batch.low, high=batch.high, skip=dumps(skip)):
            copied.products["created" if action == ImportAction.CREATE.value else "updated"] += count
            copied.variants.update(dict(zip(names, sums[:3], strict=True)))
            copied.images.update(dict(zip(names, sums[3:], strict=True)))

    def _duplicate(
        self, uow: UnitOfWork, batch: Batch, violation: UniqueViolation, ordinal: int, handle: str, line: int
    ) -> RowError:
        kind = violation.columns[-1]
        table = {"handle": "product_translations", "sku": "product_variants"}.get(kind, "")
        if table not in batch.places:
            return self._error("changed_meanwhile", {}, "", handle, handle, line)
        first, last = batch.places[table]
        statement = self._handle_holder if kind == "handle" else self._sku_holder
        params = {"tenant": self._tenant_id, "locale": self._locale}
        found = uow.one(statement, first=first, last=last, ordinal=ordinal, **params)
        value, holder = found if found is not None else (handle, "")
        return self._error(f"duplicate_{kind}", {kind: value, "holder": holder}, kind, value, handle, line)

    def _error(
        self, code: str, params: dict[str, object], column: str, value: str, handle: str, line: int
    ) -> RowError:
        return RowError(
            line=line,
            record=0,
            column=column,
            value=value,
            rule=code,
            message=message(code, self._speech, params),
            severity="product",
            handle=handle,
        )


def _needed(statement: Prepared, params: dict[str, Any]) -> dict[str, Any]:
    """The parameters that the statement names; others are allowed, but cost a look-up each."""
    return {name: value for name, value in params.items() if f":{name}" in statement.sql}


def _copy(schema: str, name: str, condition: str) -> str:
    columns = COLUMNS[name]
    values = ", ".join(_value(schema, column) for column in columns)
    sql = (
        f"INSERT INTO main.{name} ({', '.join(columns)}) SELECT {values} FROM {schema}.{name} "
        f"WHERE rowid BETWEEN :first AND :last{condition} ORDER BY rowid"
    )
    if name in _ONLY_ADDED:
        return sql
    keys = _KEYS.get(name, ("id",))
    changes = ", ".join(f"{c} = excluded.{c}" for c in columns if c not in keys and c != "tenant_id")
    return f"{sql} ON CONFLICT ({', '.join(keys)}) DO UPDATE SET {changes}"


def _low(schema: str) -> str:
    """Counted variants that were not low before their movement and are now: the rule of ``commerce.stock``."""
    return (
        "SELECT product_id, variant_id, available, below FROM (SELECT v.product_id AS product_id, v.id AS variant_id,"
        f" l.on_hand - l.reserved AS available, s.delta AS delta, coalesce(l.low_stock_threshold, {LOW_BELOW}) AS below"
        f" FROM {schema}.inventory_movements AS s"
        f" CROSS JOIN main.inventory_movements AS m ON m.id = s.id AND m.tenant_id = :at_tenant_id"
        " CROSS JOIN main.inventory_levels AS l ON l.variant_id = m.variant_id AND l.location_id = m.location_id"
        " CROSS JOIN main.product_variants AS v ON v.id = m.variant_id AND v.manage_inventory"
        " WHERE s.rowid BETWEEN :first AND :last AND s.delta < 0)"
        " WHERE available < below AND available - delta >= below"
    )


def _value(schema: str, column: str) -> str:
    """Where the copy takes a column from: the staged row, or what all rows have in common."""
    if column in OF_IMPORT:
        return f"(SELECT {OF_IMPORT[column]} FROM {schema}.plan_import)"
    if column in _AT_COMMIT:
        return f"CASE {column} WHEN '' THEN :now ELSE {column} END"
    return FIXED.get(column, column)
