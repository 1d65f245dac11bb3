"""How the platform is put together: every part made once, by hand, handed to whoever needs it.

Importing this module imports everything, so :mod:`rustok_desktop.app` does so on the core thread only.
"""

from __future__ import annotations

from collections.abc import Sequence

from rustok_desktop.commerce.collections import CollectionService
from rustok_desktop.commerce.collections_projector import CollectionProjector
from rustok_desktop.commerce.inventory import InventoryService
from rustok_desktop.commerce.matching_service import DuplicateService
from rustok_desktop.commerce.occupancy import has_products
from rustok_desktop.commerce.price_lists import PriceListService
from rustok_desktop.commerce.service import CatalogService
from rustok_desktop.commerce.tagging import ProductTags
from rustok_desktop.content.comments import CommentService
from rustok_desktop.content.due import DueNodes
from rustok_desktop.content.forum import ForumService
from rustok_desktop.content.menus import MenuService
from rustok_desktop.content.occupancy import has_nodes
from rustok_desktop.content.pages import PageService
from rustok_desktop.content.service import NodeService
from rustok_desktop.content.tagging import NodeTags
from rustok_desktop.core.clock import Clock
from rustok_desktop.core.upcasters import Upcasters
from rustok_desktop.exchange.nodes.export_service import ContentExportService
from rustok_desktop.exchange.nodes.service import ContentImportService
from rustok_desktop.exchange.service import ImportService
from rustok_desktop.exchange.words.service import TextExchangeService
from rustok_desktop.history.bins import NodeBin, PriceListBin, ProductBin
from rustok_desktop.history.reverters.categories import CategoryReverter
from rustok_desktop.history.reverters.collections import CollectionReverter
from rustok_desktop.history.reverters.distinctions import DistinctionReverter
from rustok_desktop.history.reverters.locations import LocationReverter
from rustok_desktop.history.reverters.media import MediaReverter
from rustok_desktop.history.reverters.nodes import NodeReverter
from rustok_desktop.history.reverters.price_lists import PriceListReverter
from rustok_desktop.history.reverters.products import ProductReverter
from rustok_desktop.history.reverters.shop import ShopReverter
from rustok_desktop.history.reverters.tags import TagReverter
from rustok_desktop.history.reverting import Reverters
from rustok_desktop.history.service import HistoryService
from rustok_desktop.history.trash import TrashService
from rustok_desktop.identity.service import TenantService
from rustok_desktop.index.content_listing import ContentListing
from rustok_desktop.index.empty_searches import EmptySearches
from rustok_desktop.index.listing import ProductListing
from rustok_desktop.index.search import ProductSearch
from rustok_desktop.index.service import IndexService
from rustok_desktop.media.files import MediaFiles
from rustok_desktop.media.service import MediaService
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.outbox.log import EventLog
from rustok_desktop.outbox.runner import ConsumerRunner
from rustok_desktop.runtime.announcing import AnnouncingConsumer
from rustok_desktop.runtime.change_feed import ChangeFeed
from rustok_desktop.runtime.lifecycle import Lifecycle
from rustok_desktop.runtime.platform import Platform
from rustok_desktop.runtime.publishing import Publishing
from rustok_desktop.runtime.scheduler import Maintenance, Scheduler
from rustok_desktop.runtime.settings import Settings
from rustok_desktop.runtime.shop_overview import ShopOverview
from rustok_desktop.storage.data_dir import DataDirectory
from rustok_desktop.storage.database import Database
from rustok_desktop.storage.reader import Reader
from rustok_desktop.storage.slow_log import SlowLog
from rustok_desktop.storage.unit_of_work import UnitOfWork
from rustok_desktop.taxonomy.assigning import CategoryPlacing
from rustok_desktop.taxonomy.ports import TagLists
from rustok_desktop.taxonomy.service import CategoryService
from rustok_desktop.taxonomy.tag_reader import TagReader
from rustok_desktop.taxonomy.tag_service import TagService


def compose(settings: Settings, *, read_only: bool, clock: Clock, bus: TransactionalEventBus | None = None) -> Platform:
    """Make all parts; nothing is opened or written yet. With ``read_only`` nothing ever is."""
    directory = DataDirectory(settings.data_dir)
    database = Database(directory.database, clock, SlowLog(settings.slow_query_ms))
    writer, reader = database.writer, database.reader
    bus = bus or TransactionalEventBus()
    upcasters, listing = Upcasters(), ProductListing(reader)
    log = EventLog(reader, upcasters)
    changes = ChangeFeed(log)
    consumers = ConsumerRunner(log, reader, writer, bus)
    index = IndexService(database, log, directory)
    _add_projectors(consumers, index, reader, changes)
    tagged = ProductTags(bus), NodeTags(bus)
    consumers.add(TagReader(bus, *tagged), background=True)
    media = MediaService(writer, reader, bus, directory, clock)
    reverters = _reverters(directory, tagged)
    content_imports = ContentImportService(writer, reader, bus, media, directory, clock)
    platform = Platform(
        settings=settings,
        read_only=read_only,
        directory=directory,
        database=database,
        bus=bus,
        log=log,
        consumers=consumers,
        changes=changes,
        scheduler=Scheduler(),
        tenants=TenantService(writer, reader, bus, _occupied),
        catalog=CatalogService(writer, reader, bus, CategoryPlacing(bus)),
        history=HistoryService(reader, writer, log, bus, reverters),
        trash=TrashService(reader, writer, log, bus, reverters, [ProductBin(), NodeBin(), PriceListBin()]),
        collections=CollectionService(writer, reader, bus),
        duplicates=DuplicateService(writer, reader, bus, directory.database),
        inventory=InventoryService(writer, reader, bus),
        price_lists=PriceListService(writer, reader, bus),
        listing=listing,
        content_listing=ContentListing(reader),
        overview=ShopOverview(reader, listing, upcasters, clock),
        empty_searches=EmptySearches(writer, reader, clock),
        search=ProductSearch(reader),
        index=index,
        imports=ImportService(writer, reader, bus, log, directory),
        content_imports=content_imports,
        content_exports=ContentExportService(directory, clock),
        texts=TextExchangeService(reader, content_imports, directory, clock),
        nodes=NodeService(writer, reader, bus),
        pages=PageService(writer, reader, bus),
        menus=MenuService(writer, reader, bus),
        forum=ForumService(writer, reader, bus),
        comments=CommentService(writer, reader, bus),
        media=media,
        categories=CategoryService(writer, reader, bus),
        tags=TagService(writer, reader, bus, *tagged),
        lifecycle=Lifecycle(),
    )
    if read_only:
        _reading(platform)
    else:
        _writing(platform, DueNodes(writer, reader, bus, clock), clock)
    return platform


def _add_projectors(consumers: ConsumerRunner, index: IndexService, reader: Reader, changes: ChangeFeed) -> None:
    for projector in index.projectors:
        consumers.add(AnnouncingConsumer(projector, changes.projected))
    consumers.add(CollectionProjector(reader, changes.projected), background=True)


def _reverters(directory: DataDirectory, tagged: Sequence[TagLists]) -> Reverters:
    """What has a history. A new kind of thing gets its undo, redo and history by a line here."""
    files = MediaFiles(directory.media)
    return Reverters(
        [
            ProductReverter(),
            CategoryReverter(),
            CollectionReverter(),
            PriceListReverter(),
            TagReverter(tagged),
            MediaReverter(lambda path: bool(path) and files.original(path).exists()),
            LocationReverter(),
            ShopReverter(_occupied),
            NodeReverter(),
            DistinctionReverter(),
        ]
    )


def _occupied(uow: UnitOfWork, tenant_id: str) -> bool:
    """Whether a shop has anything that is priced or worded already."""
    return has_products(uow, tenant_id) or has_nodes(uow, tenant_id)


def _reading(platform: Platform) -> None:
    database = platform.database
    platform.lifecycle.add("database", database.open_read_only, database.close)
    platform.lifecycle.add("shop", platform.choose_shop)


def _writing(platform: Platform, due: DueNodes, clock: Clock) -> None:
    """The order in which parts need each other. The feed is there before the consumers that announce to it."""
    maintenance = Maintenance(platform.database)
    maintenance.schedule(platform.scheduler)
    platform.bus.subscribe_wakeup(platform.changes.wake)
    platform.changes.watch(platform.forget_media)
    publishing = Publishing(due, platform.scheduler, clock)
    platform.changes.watch(publishing.noticed)
    platform.bus.subscribe_wakeup(maintenance.committed)
    parts = platform.lifecycle
    parts.add("directory", platform.hold_directory, platform.release_directory)
    parts.add("log", platform.start_log)
    parts.add("database", platform.database.open, platform.database.close, timeout=60.0)
    parts.add("shop", platform.choose_shop)
    parts.add("imports", platform.imports.sweep)
    parts.add("media", platform.media.start, platform.media.close, timeout=30.0)
    parts.add("changes", platform.changes.start, platform.changes.stop)
    parts.add("index", None, platform.index.close)
    parts.add("consumers", platform.consumers.start, platform.consumers.stop, timeout=30.0)
    parts.add("publishing", publishing.start, publishing.stop)
    parts.add("scheduler", platform.scheduler.start, platform.scheduler.stop)
