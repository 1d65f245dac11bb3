"""A shop with one of everything, for calls on it."""

from __future__ import annotations

import asyncio
import csv
import struct
import threading
import zlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from rustok_desktop.commerce.matching_process import search
from rustok_desktop.commerce.matching_views import DuplicateReport
from rustok_desktop.commerce.views import ProductView
from rustok_desktop.core.context import Context
from rustok_desktop.exchange.schemas import ImportProgress
from rustok_desktop.exchange.worker import Work
from rustok_desktop.testing import TemporaryShop, a_product

MARK = "Quartzite"  # stands in everything the shop says, and in nothing the neighbour may hear
_NUMBERS = count(1)


@dataclass
class World:
    """The things one call may ask for. ``version`` is that of the thing the call would change."""

    shop: TemporaryShop
    neighbour: TemporaryShop
    folder: Path
    number: int
    product: ProductView
    version: int = 0
    ids: dict[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """A name nothing else in the shop has."""
        return f"{MARK} {self.number}"

    @property
    def variant(self) -> str:
        """The first variant's id."""
        return self.product.variants[0].id

    @property
    def location(self) -> str:
        """Where the variants are stocked."""
        return self.product.variants[0].stock[0].location_id

    def __getitem__(self, name: str) -> Any:
        return self.ids[name]


Ready = Callable[[World], Awaitable[None]]


@dataclass(frozen=True)
class Call:
    """How to make one call; ``hidden``: a neighbour hears "not found" instead of an answer.

    ``make`` gets the caller and, if ``versioned``, the version to send along.
    """

    make: Callable[[World, Context, int | None], Awaitable[Any]]
    ready: Ready | None = None
    hidden: bool = True
    versioned: bool = False


async def a_world(shop: TemporaryShop, neighbour: TemporaryShop, folder: Path) -> World:
    """A product in two sizes with stock, a picture, a tag and a vendor, newly made."""
    number = next(_NUMBERS)
    product = await shop.add(
        a_product()
        .titled(f"{MARK} {number}")
        .with_options(Size=["S", "M"])
        .with_sku(f"Q{number}")
        .priced(1000, cost=400)
        .stocked(9)
        .from_vendor(f"{MARK} works")
        .tagged(f"{MARK} tag {number}", f"{MARK} other {number}")
        .having(images=[{"url": f"https://{MARK.lower()}.example/{number}.png"}])
    )
    return World(shop, neighbour, folder, number, product, product.version)


class _Pipe:
    """What a plan that is made in this process tells; nobody listens."""

    def send(self, message: tuple[str, Any]) -> None:
        assert message[0] != "staged"


async def plan_here(job: Any, on_progress: Callable[[ImportProgress], None] | None, on_staged: Any = None) -> Any:
    """The worker's work in a thread: the same code, without waiting for another interpreter."""
    return await asyncio.to_thread(Work(job, _Pipe(), threading.Event()).plan)  # type: ignore[arg-type]


async def match_here(
    database: Path, tenant_id: str, locale: str, progress: Callable[[int, int], None] | None
) -> DuplicateReport:
    """The search for duplicates in a thread, as above."""
    return await asyncio.to_thread(search, database, tenant_id, locale, progress or (lambda done, total: None))


def a_product_file(world: World) -> Path:
    """A file with one product and one row that is refused."""
    path = world.folder / f"{world.number}.csv"
    rows = [["Handle", "Title", "Variant Price"], [f"file-{world.number}", world.name, "12.50"]]
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([*rows, [f"bad-{world.number}", world.name, "dear"]])
    return path


def a_picture(world: World) -> Path:
    """A PNG of one pixel; each world's has other bytes, so that none is known already."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    colour = (world.number * 7919) % (1 << 24)
    pixel = zlib.compress(b"\0" + colour.to_bytes(3, "big"))
    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    path = world.folder / f"{world.number}.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixel) + chunk(b"IEND", b""))
    return path
