"""A saved edit: load, validate, compare the version, write title, price and product, record, commit durably."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench import orm
from tests.bench.fill import fill, owner_of
from tests.bench.framework import Bench, Result, at_least, ratio, take_turns
from tests.bench.shop import connect, database_file, new_shop

PRODUCTS = 2_000
EDITS = 400
ORM_EDITS = 100


@dataclass(frozen=True, slots=True)
class Target:
    """A product to edit, as an editor has loaded it."""

    product_id: str
    variant_id: str
    title: str
    price: int


Statements = list[tuple[str, Any]]


def run(bench: Bench) -> Sequence[Result]:
    """Our service against the same statements through the driver, and against the async ORM."""
    base = bench.directory / "edit"
    shutil.rmtree(base, ignore_errors=True)
    new_shop(base)
    source = database_file(base)
    fill(source, bench.size(PRODUCTS))
    targets = _targets(source)[: bench.size(EDITS)]
    log = asyncio.run(_recorded(_copy(source, "recorded"), targets))
    figures = take_turns(
        bench.rounds,
        {
            "ours": lambda: asyncio.run(_ours(_copy(source, "ours"), targets)),
            "raw": lambda: _replay(_copy(source, "raw"), log),
            "orm": lambda: _orm(_copy(source, "orm"), targets),
        },
    )
    rates = {name: 1 / sorted(values)[len(values) // 2] for name, values in figures.items()}
    detail = ", ".join(f"{name} {rate:,.0f}/s" for name, rate in rates.items())
    statements = sum(len(one) for one in log) / len(log)
    return [
        at_least("saved edit / raw sqlite3", ratio(figures["raw"], figures["ours"]), 0.15, f"{detail}"),
        at_least(
            "saved edit / async ORM",
            ratio(figures["orm"], figures["ours"]),
            3,
            f"{statements:.0f} statements per edit, synchronous=FULL",
        ),
    ]


def _copy(source: Path, name: str) -> Path:
    target = source.with_name(f"{name}.db")
    for suffix in ("", "-wal", "-shm"):
        target.with_name(target.name + suffix).unlink(missing_ok=True)
    shutil.copyfile(source, target)
    return target


def _targets(path: Path) -> list[Target]:
    connection = connect(path)
    try:
        rows = connection.execute(
            "SELECT t.product_id, v.id, t.title, p.amount FROM product_translations AS t"
            " JOIN product_variants AS v ON v.product_id = t.product_id AND v.position = 1"
            " JOIN prices AS p ON p.variant_id = v.id ORDER BY t.product_id"
        ).fetchall()
    finally:
        connection.close()
    return [Target(*row) for row in rows]


async def _ours(path: Path, targets: Sequence[Target]) -> float:
    """Seconds per edit through the service, commands made beforehand as an editor would hold them."""
    from rustok_desktop.commerce.schemas import PriceInput, TranslationPatch, UpdateProduct, VariantPatch
    from rustok_desktop.commerce.service import CatalogService
    from rustok_desktop.core.clock import utc_now
    from rustok_desktop.core.context import Context, Role
    from rustok_desktop.outbox.bus import TransactionalEventBus
    from rustok_desktop.storage.database import Database

    database = Database(path, utc_now)
    await database.open()
    catalog = CatalogService(database.writer, database.reader, TransactionalEventBus())
    ctx = Context(tenant_id=owner_of(path).tenant_id, role=Role.SUPER_ADMIN)
    start = time.perf_counter()
    for target in targets:
        price = PriceInput(currency_code="USD", amount=target.price + 50)
        command = UpdateProduct(
            product_id=target.product_id,
            base_version=1,
            translations={"en": TranslationPatch(title=f"{target.title} II")},
            variants=(VariantPatch(id=target.variant_id, prices=(price,)),),
        )
        saved = await catalog.update_product(ctx, command)
        if saved.version != 2:
            raise AssertionError(f"the edit made version {saved.version}")
    took = time.perf_counter() - start
    await database.close()
    return took / len(targets)


@contextmanager
def _listening(log: list[Statements]) -> Iterator[None]:
    """Note every statement of every unit of work, one list per transaction."""
    from rustok_desktop.storage.unit_of_work import UnitOfWork

    names = ("one", "all", "run")
    kept = {name: getattr(UnitOfWork, name) for name in ("__init__", "run_many", *names)}

    def begin(self: UnitOfWork, connection: sqlite3.Connection, now: str, txid: str, *watch: Any) -> None:
        log.append([])
        kept["__init__"](self, connection, now, txid, *watch)

    def noting(name: str) -> Any:
        def call(self: UnitOfWork, statement: Any, /, **params: Any) -> Any:
            log[-1].append((statement.sql, dict(statement.bind(params))))
            return kept[name](self, statement, **params)

        return call

    def noting_many(self: UnitOfWork, statement: Any, rows: Iterable[Any]) -> Any:
        given = list(rows)
        log[-1] += [(statement.sql, row) for row in given]
        return kept["run_many"](self, statement, given)

    UnitOfWork.__init__ = begin  # type: ignore[method-assign]
    UnitOfWork.run_many = noting_many  # type: ignore[method-assign]
    for name in names:
        setattr(UnitOfWork, name, noting(name))
    try:
        yield
    finally:
        for name, method in kept.items():
            setattr(UnitOfWork, name, method)


async def _recorded(path: Path, targets: Sequence[Target]) -> list[Statements]:
    """What the edits send to the database, so that the driver alone can send exactly the same."""
    log: list[Statements] = []
    with _listening(log):
        await _ours(path, targets)
    return log


def _replay(path: Path, log: Sequence[Statements]) -> float:
    """Seconds per edit with nothing but the driver."""
    connection = connect(path)
    try:
        start = time.perf_counter()
        for statements in log:
            connection.execute("BEGIN IMMEDIATE")
            for sql, params in statements:
                connection.execute(sql, params).fetchall()
            connection.execute("COMMIT")
        return (time.perf_counter() - start) / len(log)
    finally:
        connection.close()


def _orm(path: Path, targets: Sequence[Target]) -> float:
    owner = owner_of(path)
    return asyncio.run(orm.edit_products(path, owner.tenant_id, [target.product_id for target in targets[:ORM_EDITS]]))
