"""A shop in a temporary directory, and product files written for the test."""

from __future__ import annotations

import asyncio
import csv
import threading
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from rustok_desktop.commerce.service import CatalogService
from rustok_desktop.core.clock import utc_now
from rustok_desktop.core.context import Context, Role
from rustok_desktop.core.upcasters import Upcasters
from rustok_desktop.exchange.plan_process import OnProgress, OnStaged
from rustok_desktop.exchange.schemas import ImportOptions, ImportProgress, ImportReport
from rustok_desktop.exchange.service import ImportService
from rustok_desktop.exchange.worker import Job, Planned, Work
from rustok_desktop.identity.service import TenantService
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.outbox.log import EventLog
from rustok_desktop.storage.data_dir import DataDirectory
from rustok_desktop.storage.database import Database
from rustok_desktop.storage.statements import prepare

Rows = Sequence[Mapping[str, str]]


class _Pipe:
    """What a plan that runs in this process tells."""

    def __init__(self, on_progress: OnProgress | None, on_staged: OnStaged | None) -> None:
        self._on_progress = on_progress
        self._on_staged = on_staged
        self._loop = asyncio.get_running_loop()

    def send(self, message: tuple[str, Any]) -> None:
        if message[0] == "staged":
            assert self._on_staged is not None
            self._loop.call_soon_threadsafe(self._on_staged, message[1])
        elif self._on_progress is not None:
            done, total, tally = message[1]
            self._on_progress(ImportProgress("read", done, total, tally))


async def plan_here(job: Job, on_progress: OnProgress | None, on_staged: OnStaged | None = None) -> Planned:
    """The worker's work in a thread of this process: the same code, without waiting for an interpreter."""
    pipe = _Pipe(on_progress, on_staged)
    return await asyncio.to_thread(Work(job, pipe, threading.Event()).plan)  # type: ignore[arg-type]


@dataclass
class Shop:
    """An open shop with everything an import touches."""

    directory: DataDirectory
    database: Database
    bus: TransactionalEventBus
    log: EventLog
    catalog: CatalogService
    imports: ImportService
    in_a_process: ImportService
    ctx: Context
    woken: list[int] = field(default_factory=list)

    async def rows(self, sql: str, **params: object) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        return await self.database.reader.all(prepare(sql), **params)

    async def value(self, sql: str, **params: object) -> Any:
        """The one value of a query."""
        row = await self.database.reader.one(prepare(sql), **params)
        assert row is not None
        return row[0]

    async def load(self, path: Path, **options: Any) -> ImportReport:
        """Plan and commit a file."""
        return await self.imports.run(self.ctx, path, ImportOptions(**options))


@pytest.fixture
async def shop(tmp_path: Path) -> AsyncIterator[Shop]:
    directory = DataDirectory(tmp_path / "shop")
    directory.create()
    database = Database(directory.database, utc_now)
    await database.open()
    writer, reader, bus = database.writer, database.reader, TransactionalEventBus()
    log = EventLog(reader, Upcasters())
    tenant = await TenantService(writer, reader, bus).ensure_default()
    ctx = Context(tenant_id=tenant.id, role=Role.SUPER_ADMIN, actor_id=None).with_new_correlation()
    catalog = CatalogService(writer, reader, bus)
    await catalog.ensure_location(ctx)
    made = Shop(
        directory=directory,
        database=database,
        bus=bus,
        log=log,
        catalog=catalog,
        imports=ImportService(writer, reader, bus, log, directory, plan_here),
        in_a_process=ImportService(writer, reader, bus, log, directory),
        ctx=ctx,
    )
    bus.subscribe_wakeup(lambda: made.woken.append(1))
    yield made
    await database.close()


@pytest.fixture
def table(tmp_path: Path) -> Callable[..., Path]:
    """Writes rows of ``header: cell`` as a CSV file; the header is the union of their keys, in order."""

    def write(rows: Rows, name: str = "products.csv", **how: Any) -> Path:
        headers = list(dict.fromkeys(key for row in rows for key in row))
        path = tmp_path / name
        with path.open("w", encoding=how.pop("encoding", "utf-8"), newline="") as file:
            writer = csv.DictWriter(file, headers, restval="", **how)
            writer.writeheader()
            writer.writerows(rows)
        return path

    return write


@pytest.fixture
def mug() -> list[dict[str, str]]:
    """A product with two variants, two images and stock, as the classic export writes it."""
    return [
        {
            "Handle": "mug",
            "Title": "Stoneware mug",
            "Body (HTML)": "<p>Fired twice.</p>",
            "Vendor": "Kiln",
            "Type": "Mugs",
            "Tags": "new, blue",
            "Option1 Name": "Size",
            "Option1 Value": "S",
            "Variant SKU": "MUG-S",
            "Variant Grams": "250",
            "Variant Inventory Tracker": "shopify",
            "Variant Inventory Qty": "5",
            "Variant Inventory Policy": "deny",
            "Variant Price": "12.50",
            "Variant Compare At Price": "15.00",
            "Variant Barcode": "'4006381333931",
            "Image Src": "https://img.example/1.jpg",
            "Image Alt Text": "A mug",
            "Variant Image": "https://img.example/2.jpg",
            "Cost per item": "4.20",
            "Status": "active",
        },
        {
            "Handle": "mug",
            "Option1 Value": "L",
            "Variant SKU": "MUG-L",
            "Variant Inventory Tracker": "shopify",
            "Variant Inventory Qty": "3",
            "Variant Price": "14.00",
        },
        {"Handle": "mug", "Image Src": "https://img.example/2.jpg"},
    ]
