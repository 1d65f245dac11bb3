"""An import from file to committed rows, against the rows alone and against the way one would write it first."""

from __future__ import annotations

import asyncio
import compileall
import shutil
import time
from collections.abc import Sequence
from pathlib import Path

import rustok_desktop
from tests.bench import orm
from tests.bench.catalog import made_products, write_csv
from tests.bench.fill import owner_of
from tests.bench.framework import Bench, Result, at_least, ratio, take_turns
from tests.bench.shop import copy_rows, database_file, new_shop, open_shop, write_rows

PRODUCTS = 5_000
ORM_PRODUCTS = 200


def run(bench: Bench) -> Sequence[Result]:
    """Products per second of all three, each into a copy of the same empty shop."""
    # As an installed program has them: the worker must not compile its modules in every round.
    compileall.compile_dir(Path(rustok_desktop.__file__).parent, quiet=1)
    base = bench.directory / "import"
    shutil.rmtree(base, ignore_errors=True)
    count = bench.size(PRODUCTS)
    empty = base / "empty"
    new_shop(empty)
    file = write_csv(bench.directory / f"catalog-{count}.csv", count)
    done = _copy(empty, base / "done")
    asyncio.run(_ours(done, file, count))
    before = copy_rows(database_file(empty))
    rows = {
        table: [line for line in lines if line not in before[table]]
        for table, lines in copy_rows(database_file(done)).items()
    }
    _check_same_work(empty, base, file, bench.size(ORM_PRODUCTS))
    figures = take_turns(
        bench.rounds,
        {
            "ours": lambda: asyncio.run(_ours(_copy(empty, base / "ours"), file, count)),
            "raw": lambda: _raw(_copy(empty, base / "raw"), rows, count),
            "orm": lambda: _orm(_copy(empty, base / "orm"), bench.size(ORM_PRODUCTS)),
        },
    )
    detail = ", ".join(f"{name} {sorted(values)[len(values) // 2]:,.0f}/s" for name, values in figures.items())
    written = sum(len(lines) for lines in rows.values())
    return [
        at_least("import / raw executemany", ratio(figures["ours"], figures["raw"]), 0.25, detail),
        at_least(
            "import / async ORM",
            ratio(figures["ours"], figures["orm"]),
            30,
            f"{count:,} products, {written:,} rows and events",
        ),
    ]


def _copy(source: Path, target: Path) -> Path:
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target)
    return target


def _check_same_work(empty: Path, base: Path, file: Path, count: int) -> None:
    """The ORM must write as many rows of each table as our import of the same products."""
    few = write_csv(file.with_name(f"catalog-{count}.csv"), count)
    ours, theirs = _copy(empty, base / "few"), _copy(empty, base / "few-orm")
    asyncio.run(_ours(ours, few, count))
    _orm(theirs, count)
    counts = [{name: len(lines) for name, lines in copy_rows(database_file(shop)).items()} for shop in (ours, theirs)]
    if counts[0] != counts[1]:
        raise AssertionError(f"the import and the ORM do not write the same rows: {counts}")


async def _ours(directory: Path, file: Path, count: int) -> float:
    """Products per second from opening the file to the last commit, worker process and checks included."""
    from rustok_desktop.exchange.schemas import ImportOptions

    async with open_shop(directory) as shop:
        start = time.perf_counter()
        report = await shop.imports.run(shop.context(), file, ImportOptions())
        took = time.perf_counter() - start
    if report.products.created != count:
        raise AssertionError(f"{report.products} instead of {count} products")
    return count / took


def _raw(directory: Path, rows: dict[str, list[tuple[object, ...]]], count: int) -> float:
    start = time.perf_counter()
    write_rows(database_file(directory), rows)
    return count / (time.perf_counter() - start)


def _orm(directory: Path, count: int) -> float:
    path = database_file(directory)
    owner = owner_of(path)
    made = list(made_products(count))
    return asyncio.run(orm.import_products(path, owner.tenant_id, owner.location_id, made))
