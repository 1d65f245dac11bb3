"""Products of very many variants: made from options, one cell saved, all prices changed."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import time
from collections.abc import Awaitable, Callable, Sequence
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from tests.bench.framework import Bench, Result, at_least, at_most, ratio, seconds, take_turns
from tests.bench.shop import connect, copy_rows, database_file, insert_sql, new_shop, open_shop, write_rows

if TYPE_CHECKING:
    from rustok_desktop.app import Platform

T = TypeVar("T")
Row = tuple[Any, ...]
Rows = dict[str, list[Row]]
GENERATED = 9_999  # one stands there already
MANY = 2_500
SAVES = 40


def run(bench: Bench) -> Sequence[Result]:
    """Every figure is a ratio of two rivals that took turns over copies of the same shop."""
    return [*generate(bench), *cells(bench), *prices(bench)]


# -- many at once --------------------------------------------------------------------------------


def generate(bench: Bench) -> Sequence[Result]:
    """The matrix of three options through the service, against the rows it wrote, ready made."""
    base, count = fresh_shop(bench, "generate"), bench.size(GENERATED)
    made = copy_of(base, "made")
    product_id = asyncio.run(with_shop(made, _empty_product))
    asyncio.run(with_shop(copy_of(made, "whole"), lambda shop: _generate(shop, product_id, count)))
    wanted = _new_rows(database_file(made), database_file(base.with_name("whole")))
    figures = take_turns(
        bench.rounds,
        {
            "ours": lambda: asyncio.run(
                with_shop(copy_of(made, "ours"), lambda shop: _generate(shop, product_id, count))
            ),
            "raw": lambda: _write(copy_of(made, "raw"), wanted),
        },
    )
    rows = sum(map(len, wanted.values()))
    return [
        at_least(
            "variants generated / raw inserts",
            ratio(figures["raw"], figures["ours"]),
            0.25,
            f"{count:,} variants, {rows:,} rows, {_middle(figures['ours']):.2f} s and {_middle(figures['raw']):.2f} s",
        )
    ]


def prices(bench: Bench) -> Sequence[Result]:
    """A formula over all variants, against the updates and events it comes to."""
    base, count = fresh_shop(bench, "prices"), bench.size(GENERATED)
    product_id = asyncio.run(with_shop(base, lambda shop: made_product(shop, count)))
    changed = copy_of(base, "changed")
    asyncio.run(with_shop(changed, lambda shop: _reprice(shop, product_id)))
    amounts = _amounts(database_file(changed))
    events = {"sys_events": _new_rows(database_file(base), database_file(changed))["sys_events"]}
    figures = take_turns(
        bench.rounds,
        {
            "ours": lambda: asyncio.run(with_shop(copy_of(base, "ours"), lambda shop: _reprice(shop, product_id))),
            "raw": lambda: _update(database_file(copy_of(base, "raw")), amounts, events),
        },
    )
    detail = f"{count:,} prices, {_middle(figures['ours']):.2f} s and {_middle(figures['raw']):.2f} s"
    return [at_least("bulk price change / raw", ratio(figures["raw"], figures["ours"]), 0.25, detail)]


async def _generate(shop: Platform, product_id: str, count: int) -> float:
    command = _matrix(product_id, count)
    return await _timed(lambda: shop.catalog.update_product(shop.context(), command))


async def _reprice(shop: Platform, product_id: str) -> float:
    from rustok_desktop.commerce.schemas import ChangePrices

    command = ChangePrices(formula="+10 %, round to .99", currency_code="USD", product_ids=(product_id,))
    return await _timed(lambda: shop.catalog.change_prices(shop.context(), command))


# -- one cell, and opening -----------------------------------------------------------------------


def cells(bench: Bench) -> Sequence[Result]:
    """One cell saved as the editor does it, with many variants and with one; see :mod:`fluid` for the opening."""
    base = fresh_shop(bench, "cells")
    many = asyncio.run(with_shop(base, lambda shop: made_product(shop, bench.size(MANY))))
    one = asyncio.run(with_shop(base, lambda shop: made_product(shop, 1)))
    saves = take_turns(
        bench.rounds,
        {
            "many": lambda: asyncio.run(with_shop(copy_of(base, "many"), lambda shop: _save_cells(shop, many))),
            "one": lambda: asyncio.run(with_shop(copy_of(base, "one"), lambda shop: _save_cells(shop, one))),
        },
    )
    name = f"one cell saved of {bench.size(MANY):,} variants / of one"
    return [at_most(name, ratio(saves["many"], saves["one"]), 2, _ms(saves))]


def _ms(figures: dict[str, list[float]]) -> str:
    return ", ".join(f"{name} {_middle(values) * 1000:.2f} ms" for name, values in figures.items())


async def _save_cells(shop: Platform, product_id: str) -> float:
    """Seconds per save: from the typed text to the state that holds what was saved."""
    from rustok_desktop.gui.operations.products import LoadProduct
    from rustok_desktop.gui.products.editor_state import EditorState

    state = EditorState((await LoadProduct(product_id, whole=True)(shop)).view, locale="en")
    took = 0.0
    for turn in range(SAVES):
        keys = state.variant_keys()
        start = time.perf_counter()
        state.set_cell(keys[len(keys) // 2], "price", f"{20 + turn}.50")
        await _save(shop, state)
        took += time.perf_counter() - start
        await asyncio.sleep(0.02)
    return took / SAVES


async def _save(shop: Platform, state: Any) -> None:
    from rustok_desktop.gui.operations.products import SaveChanges

    unsaved = state.unsaved()
    state.begin_save()
    result = await SaveChanges(unsaved)(shop)
    (state.saved_part if result.loaded.partial else state.saved)(result.loaded.view)


# -- the shop ------------------------------------------------------------------------------------


def fresh_shop(bench: Bench, name: str) -> Path:
    """A shop of its own without products."""
    directory = bench.directory / "variants" / name / "base"
    shutil.rmtree(directory.parent, ignore_errors=True)
    new_shop(directory)
    return directory


def copy_of(base: Path, name: str) -> Path:
    """The same shop in a directory of its own, without the read model's worker having seen it before."""
    target = base.with_name(name)
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(base, target)
    return target


async def with_shop(directory: Path, work: Callable[[Platform], Awaitable[T]]) -> T:
    """What ``work`` answers about the open shop."""
    async with open_shop(directory) as shop:
        return await work(shop)


async def _timed(work: Callable[[], Awaitable[object]]) -> float:
    start = time.perf_counter()
    await work()
    return time.perf_counter() - start


async def _empty_product(shop: Platform) -> str:
    from rustok_desktop.commerce.schemas import CreateProduct, OptionInput, TranslationInput, VariantInput

    command = CreateProduct(
        translations={"en": TranslationInput(title="Rope")},
        options=tuple(OptionInput(name=name, values=("none",)) for name in _NAMES),
        variants=(VariantInput(option_values=("none",) * 3),),
    )
    return (await shop.catalog.create_product(shop.context(), command)).product_id


async def made_product(shop: Platform, count: int) -> str:
    """The id of a new product with one variant and ``count`` others."""
    product_id = await _empty_product(shop)
    await shop.catalog.update_product(shop.context(), _matrix(product_id, count - 1 or 1))
    return product_id


_MONEY = "amount, compare_at_amount, cost_amount"
_NAMES = ("Colour", "Length", "Strength")


def _matrix(product_id: str, count: int) -> Any:
    """All combinations of three options' values up to ``count``, with SKU and price."""
    from rustok_desktop.commerce.schemas import OptionInput, PriceInput, UpdateProduct, VariantInput

    side = max(1, round(count ** (1 / 3)) + 1)
    values = [tuple(f"{name[0]}{n}" for n in range(side)) for name in _NAMES]
    chosen = list(product(*values))[:count]
    return UpdateProduct(
        product_id=product_id,
        base_version=1,
        options=tuple(OptionInput(name=name, values=("none", *own)) for name, own in zip(_NAMES, values, strict=True)),
        add_variants=tuple(
            VariantInput(
                option_values=values,
                sku=f"{product_id[-6:]}-{number:05d}",
                prices=(PriceInput(currency_code="USD", amount=1000 + number),),
                quantity=3,
            )
            for number, values in enumerate(chosen)
        ),
    )


def _write(directory: Path, rows: Rows) -> float:
    path = database_file(directory)
    return seconds(lambda: write_rows(path, rows))


def _new_rows(before: Path, after: Path) -> Rows:
    """What stands in ``after`` alone, in the order it may be inserted; one touched row of a product is left out."""
    had = {table: set(rows) for table, rows in copy_rows(before).items()}
    rows = {table: [row for row in rows if row not in had[table]] for table, rows in copy_rows(after).items()}
    return {table: lines for table, lines in rows.items() if lines and table != "products"}


def _amounts(path: Path) -> list[Row]:
    """All prices as an update takes them."""
    connection = connect(path)
    try:
        return connection.execute(f"SELECT {_MONEY}, variant_id, currency_code FROM prices").fetchall()
    finally:
        connection.close()


def _update(path: Path, amounts: list[Row], events: Rows) -> float:
    connection = connect(path)
    try:
        return seconds(lambda: _update_all(connection, amounts, events))
    finally:
        connection.close()


def _update_all(connection: sqlite3.Connection, amounts: list[Row], events: Rows) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(
        f"UPDATE prices SET ({_MONEY}) = (?, ?, ?) WHERE variant_id = ? AND currency_code = ?", amounts
    )
    for table, lines in events.items():
        connection.executemany(insert_sql(connection, table, lines[0]), lines)
    connection.execute("COMMIT")


def _middle(values: Sequence[float]) -> float:
    return sorted(values)[len(values) // 2]
