"""The composition root: builds a platform from settings, by hand.

Importing this module is cheap; everything heavy is imported inside :func:`build`, on the core thread.
"""

from __future__ import annotations

from rustok_desktop.core.clock import Clock, utc_now
from rustok_desktop.runtime.platform import Platform
from rustok_desktop.runtime.settings import Settings

__all__ = ["Platform", "Settings", "build", "open_platform"]


async def open_platform(settings: Settings, *, read_only: bool = False) -> Platform:
    """A platform that is open, e.g. for the core thread's opener."""
    platform = build(settings, read_only=read_only)
    await platform.open()
    return platform


def build(settings: Settings, *, read_only: bool = False, clock: Clock = utc_now) -> Platform:
    """Wire a platform; nothing is opened or written yet. With ``read_only`` nothing ever is."""
    from rustok_desktop.commerce.service import CatalogService
    from rustok_desktop.core.upcasters import Upcasters
    from rustok_desktop.exchange.service import ImportService
    from rustok_desktop.identity.service import TenantService
    from rustok_desktop.index.listing import ProductListing
    from rustok_desktop.index.search import ProductSearch
    from rustok_desktop.index.service import IndexService
    from rustok_desktop.outbox.bus import TransactionalEventBus
    from rustok_desktop.outbox.log import EventLog
    from rustok_desktop.outbox.runner import ConsumerRunner
    from rustok_desktop.runtime.announcing import AnnouncingConsumer
    from rustok_desktop.runtime.change_feed import ChangeFeed
    from rustok_desktop.runtime.lifecycle import Lifecycle
    from rustok_desktop.runtime.scheduler import Scheduler
    from rustok_desktop.storage.data_dir import DataDirectory
    from rustok_desktop.storage.database import Database

    directory = DataDirectory(settings.data_dir)
    database = Database(directory.database, clock)
    writer, reader = database.writer, database.reader
    bus = TransactionalEventBus()
    log = EventLog(reader, Upcasters())
    changes = ChangeFeed(log)
    consumers = ConsumerRunner(log, reader, writer, bus)
    index = IndexService(database, log, directory)
    consumers.add(AnnouncingConsumer(index.projector, changes.projected))
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
        tenants=TenantService(writer, reader, bus),
        catalog=CatalogService(writer, reader, bus),
        listing=ProductListing(reader),
        search=ProductSearch(reader),
        index=index,
        imports=ImportService(writer, reader, bus, log, directory),
        lifecycle=Lifecycle(),
    )
    (_reading if read_only else _writing)(platform)
    return platform


def _reading(platform: Platform) -> None:
    database = platform.database
    platform.lifecycle.add("database", database.open_read_only, database.close)
    platform.lifecycle.add("shop", platform.choose_shop)


def _writing(platform: Platform) -> None:
    """The order in which parts need each other. The feed is there before the consumers that announce to it."""
    from rustok_desktop.runtime.scheduler import Maintenance

    maintenance = Maintenance(platform.database)
    maintenance.schedule(platform.scheduler)
    platform.bus.subscribe_wakeup(platform.changes.wake)
    platform.bus.subscribe_wakeup(maintenance.committed)
    parts = platform.lifecycle
    parts.add("directory", platform.hold_directory, platform.release_directory)
    parts.add("log", platform.start_log)
    parts.add("database", platform.database.open, platform.database.close, timeout=60.0)
    parts.add("shop", platform.choose_shop)
    parts.add("imports", platform.imports.sweep)
    parts.add("changes", platform.changes.start, platform.changes.stop)
    parts.add("index", None, platform.index.close)
    parts.add("consumers", platform.consumers.start, platform.consumers.stop, timeout=30.0)
    parts.add("scheduler", platform.scheduler.start, platform.scheduler.stop)
