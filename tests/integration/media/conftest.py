"""A shop with pictures over a real folder, and pictures made on the spot."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from rustok_desktop.commerce.schemas import CreateProduct, UpdateProduct
from rustok_desktop.commerce.service import CatalogService
from rustok_desktop.commerce.views import ProductView
from rustok_desktop.core.clock import parse_time, utc_now
from rustok_desktop.core.context import Context
from rustok_desktop.core.events import Envelope
from rustok_desktop.media.records import purge
from rustok_desktop.media.service import MediaService
from rustok_desktop.media.views import Uploaded, media_url
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.outbox.log import EventLog
from rustok_desktop.storage.data_dir import DataDirectory
from rustok_desktop.storage.database import Database

SECRET = "Ada Lovelace, 51.5N 0.1W"


def picture(kind: str = "JPEG", size: tuple[int, int] = (400, 300), color: str = "teal", **options: Any) -> bytes:
    """The bytes of a plain picture."""
    buffer = io.BytesIO()
    mode = "RGB" if kind in ("JPEG", "BMP") else "RGBA"
    Image.new(mode, size, color).save(buffer, kind, **options)
    return buffer.getvalue()


def exif(orientation: int = 1) -> Image.Exif:
    """Metadata with a secret and an orientation."""
    made = Image.Exif()
    made[0x0112] = orientation
    made[0x013B] = SECRET
    return made


class Shifted:
    """A clock that can be put forward."""

    def __init__(self) -> None:
        self.by = timedelta()

    def __call__(self) -> str:
        return (parse_time(utc_now()) + self.by).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


@dataclass
class MediaShop:
    """What one caller sees of media."""

    media: MediaService
    catalog: CatalogService
    log: EventLog
    folder: Path
    ctx: Context
    clock: Shifted
    inbox: Path
    database: Database
    bus: TransactionalEventBus

    def write(self, data: bytes, name: str = "mug.jpg") -> Path:
        path = self.inbox / name
        path.write_bytes(data)
        return path

    async def upload(self, data: bytes | None = None, name: str = "mug.jpg") -> Uploaded:
        return await self.media.upload(self.ctx, self.write(picture() if data is None else data, name))

    def files(self) -> list[str]:
        """Stored contents, without thumbnails."""
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.glob("??/??/*"))

    def everything(self) -> list[Path]:
        return [path for path in self.folder.rglob("*") if path.is_file()]

    async def show(self, *media_ids: str, title: str = "Mug") -> ProductView:
        """A product with these pictures."""
        images = [{"url": media_url(media_id)} for media_id in media_ids]
        given = {"translations": {"en": {"title": title}}, "variants": [{}], "images": images}
        saved = await self.catalog.create_product(self.ctx, CreateProduct.model_validate(given))
        return await self.catalog.get_product(self.ctx, saved.product_id)

    async def set_images(self, product: ProductView, *urls: str) -> None:
        given = {"product_id": product.id, "base_version": product.version, "images": [{"url": url} for url in urls]}
        await self.catalog.update_product(self.ctx, UpdateProduct.model_validate(given))

    async def events(self) -> list[Envelope]:
        events = await self.log.read(0, 1000, tenant_id=self.ctx.tenant_id)
        return [event for event in events if event.aggregate_type == "media"]

    async def purge(self, *media_ids: str) -> None:
        """Out of the trash for good."""
        for media_id in media_ids:
            await self.database.writer.run(lambda uow, gone=media_id: purge(uow, self.ctx, self.bus, gone))

    def age(self, hours: float) -> None:
        """Let time pass."""
        self.clock.by += timedelta(hours=hours)


@pytest.fixture
async def shop(
    database: Database, log: EventLog, bus: TransactionalEventBus, tenant_ctx: Context, tmp_path: Path
) -> AsyncIterator[MediaShop]:
    directory = DataDirectory(tmp_path)
    directory.create()
    clock = Shifted()
    media = MediaService(database.writer, database.reader, bus, directory, clock)
    catalog = CatalogService(database.writer, database.reader, bus)
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    yield MediaShop(media, catalog, log, directory.media, tenant_ctx, clock, inbox, database, bus)
    await media.close()
