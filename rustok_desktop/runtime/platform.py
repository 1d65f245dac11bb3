"""The platform: one shop with all its services, as faces and commands use it.

It is put together in :mod:`rustok_desktop.app`; importing this module is cheap.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rustok_desktop.core.context import Context, Role
from rustok_desktop.runtime.settings import Settings

if TYPE_CHECKING:
    from rustok_desktop.commerce.collections import CollectionService
    from rustok_desktop.commerce.inventory import InventoryService
    from rustok_desktop.commerce.matching_service import DuplicateService
    from rustok_desktop.commerce.price_lists import PriceListService
    from rustok_desktop.commerce.service import CatalogService
    from rustok_desktop.content.comments import CommentService
    from rustok_desktop.content.forum import ForumService
    from rustok_desktop.content.menus import MenuService
    from rustok_desktop.content.pages import PageService
    from rustok_desktop.content.service import NodeService
    from rustok_desktop.exchange.nodes.export_service import ContentExportService
    from rustok_desktop.exchange.nodes.service import ContentImportService
    from rustok_desktop.exchange.service import ImportService
    from rustok_desktop.exchange.words.service import TextExchangeService
    from rustok_desktop.history.service import HistoryService
    from rustok_desktop.history.trash import TrashService
    from rustok_desktop.identity.service import TenantService
    from rustok_desktop.identity.views import Tenant
    from rustok_desktop.index.content_listing import ContentListing
    from rustok_desktop.index.empty_searches import EmptySearches
    from rustok_desktop.index.listing import ProductListing
    from rustok_desktop.index.search import ProductSearch
    from rustok_desktop.index.service import IndexService
    from rustok_desktop.media.service import MediaService
    from rustok_desktop.outbox.bus import TransactionalEventBus
    from rustok_desktop.outbox.installation import Installation
    from rustok_desktop.outbox.log import EventLog
    from rustok_desktop.outbox.runner import ConsumerRunner
    from rustok_desktop.runtime.change_feed import ChangeFeed
    from rustok_desktop.runtime.lifecycle import Lifecycle
    from rustok_desktop.runtime.notices import ChangeNotice
    from rustok_desktop.runtime.scheduler import Scheduler
    from rustok_desktop.runtime.shop_overview import ShopOverview
    from rustok_desktop.storage.data_dir import DataDirectory
    from rustok_desktop.storage.database import Database
    from rustok_desktop.taxonomy.service import CategoryService
    from rustok_desktop.taxonomy.tag_service import TagService

DEFAULT_SHOP = "default"


@dataclass(slots=True, kw_only=True)
class Platform:
    """One shop, wired. Open, use and close it on one asyncio loop; ``tenant`` is known once it is open."""

    settings: Settings
    read_only: bool
    directory: DataDirectory
    database: Database
    bus: TransactionalEventBus
    log: EventLog
    consumers: ConsumerRunner
    changes: ChangeFeed
    scheduler: Scheduler
    tenants: TenantService
    catalog: CatalogService
    collections: CollectionService
    duplicates: DuplicateService
    inventory: InventoryService
    price_lists: PriceListService
    listing: ProductListing
    content_listing: ContentListing
    overview: ShopOverview
    empty_searches: EmptySearches
    search: ProductSearch
    index: IndexService
    imports: ImportService
    content_imports: ContentImportService
    content_exports: ContentExportService
    texts: TextExchangeService
    history: HistoryService
    trash: TrashService
    media: MediaService
    nodes: NodeService
    pages: PageService
    menus: MenuService
    forum: ForumService
    comments: CommentService
    categories: CategoryService
    tags: TagService
    lifecycle: Lifecycle
    tenant: Tenant = field(init=False)
    _installation: Installation = field(init=False)
    _held: ExitStack = field(init=False, default_factory=ExitStack)

    async def open(self) -> None:
        """Lock the directory, upgrade and open the file, make sure of the shop, start the consumers.

        Locked when another process writes there; KnownFault for a foreign or newer file; NotFound for a shop
        that is not there, and, when reading only, for a missing file.
        """
        await self.lifecycle.start()

    async def close(self) -> None:
        """The reverse. ExceptionGroup when parts failed to stop; everything else was stopped all the same."""
        await self.lifecycle.stop()

    def context(self, locale: str | None = None) -> Context:
        """The owner of this installation at work, in ``locale`` or the shop's own language."""
        return Context(
            tenant_id=self.tenant.id,
            role=Role.SUPER_ADMIN,
            actor_id=self._installation.owner_id,
            device_id=self._installation.device_id,
            locale=locale or self.tenant.default_locale,
        ).with_new_correlation()

    async def hold_directory(self) -> None:
        """Take the directory's lock (part of ``open``)."""
        self.directory.create()
        self._held.enter_context(self.directory.lock("rustok-desktop"))

    async def start_log(self) -> None:
        """Write the log to a file if the settings name a place (part of ``open``)."""
        if self.settings.log_dir is not None:
            from rustok_desktop.telemetry.logging import configure_logging

            handle = configure_logging(self.settings.log_dir, self.settings.log_level, stderr_json=False)
            self._held.callback(handle.close)

    async def release_directory(self) -> None:
        """End the log and give back the lock (part of ``close``)."""
        self._held.close()

    def forget_media(self, notice: ChangeNotice) -> None:
        """Drop cached thumbnails of pictures that changed."""
        if notice.bulk or "media" in notice.kinds:
            self.media.forget(None if notice.bulk else notice.ids)

    async def choose_shop(self) -> None:
        """Find the shop; the default one is created where it is missing (part of ``open``)."""
        from rustok_desktop.outbox.installation import ensure_installation, read_installation

        database = self.database
        if self.read_only:
            self._installation = await read_installation(database.reader)
        else:
            self._installation = await ensure_installation(database.reader, database.writer)
        if self.read_only or self.settings.shop != DEFAULT_SHOP:
            self.tenant = await self.tenants.get(self.settings.shop)
        else:
            self.tenant = await self.tenants.ensure_default(locale=self.settings.locale)
        if not self.read_only:
            await self.catalog.ensure_location(self.context())
