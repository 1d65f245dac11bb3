"""What a worker is told to do: the file, whose shop it is for, and where the rows go."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import bindparam, select

from rustok_desktop.commerce.stock import default_location
from rustok_desktop.commerce.tables import stock_locations
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import NotFound, UserError
from rustok_desktop.core.ids import new_id
from rustok_desktop.core.permissions import Action, Resource, require
from rustok_desktop.exchange.schemas import ImportOptions
from rustok_desktop.exchange.worker import Job
from rustok_desktop.identity.tables import tenants
from rustok_desktop.storage.data_dir import DataDirectory
from rustok_desktop.storage.reader import Reader
from rustok_desktop.storage.statements import prepare
from rustok_desktop.storage.unit_of_work import UnitOfWork
from rustok_desktop.storage.writer import Writer

FORMATS = ("auto", "shopify")
PREFIX = "import-"  # of the files an import keeps while it lasts

_SHOP = prepare(
    select(tenants.c.default_locale, tenants.c.currency_code).where(tenants.c.id == bindparam("tenant_id"))
)
_LOCATION = prepare(
    select(stock_locations.c.id).where(
        stock_locations.c.tenant_id == bindparam("tenant_id"), stock_locations.c.is_default == 1
    )
)


class Jobs:
    """Makes jobs for one data directory."""

    def __init__(self, writer: Writer, reader: Reader, directory: DataDirectory) -> None:
        self._writer = writer
        self._reader = reader
        self._directory = directory

    async def shop(self, ctx: Context) -> tuple[str, str]:
        """The shop's language and currency."""
        row = await self._reader.one(_SHOP, tenant_id=ctx.tenant_id)
        if row is None:
            raise NotFound("not_found", kind="shop", id=ctx.tenant_id)
        return row[0], row[1]

    async def make(self, ctx: Context, path: Path, options: ImportOptions, nice: int = 0) -> Job:
        """What the worker is to do. Forbidden, or UserError for a format that is not known."""
        require(ctx, Resource.PRODUCTS, Action.IMPORT)
        if options.format not in FORMATS:
            raise UserError("unsupported_format", value=options.format)
        locale, currency = await self.shop(ctx)
        row = await self._reader.one(_LOCATION, tenant_id=ctx.tenant_id)
        location: str = row[0] if row is not None else await self._writer.run(_location_of(ctx))
        import_id = new_id()
        self._directory.temp.mkdir(parents=True, exist_ok=True)
        staging = self._directory.temp / f"{PREFIX}{import_id}.db"
        return Job(
            source=str(path),
            staging=str(staging),
            rejected=str(rejected_path(staging)),
            database=str(self._directory.database),
            tenant_id=ctx.tenant_id,
            locale=locale,
            currency=currency,
            location_id=location,
            import_id=import_id,
            actor_id=ctx.actor_id,
            device_id=ctx.device_id,
            speech=ctx.locale,
            encoding=options.encoding,
            erase_columns=tuple(sorted(options.erase_columns)),
            mends=options.mends,
            nice=nice,
        )


def rejected_path(staging: Path) -> Path:
    """Where the records left out are written, beside the staging file."""
    return staging.with_suffix(".rejected.csv")


def _location_of(ctx: Context) -> Callable[[UnitOfWork], str]:
    return lambda uow: default_location(uow, ctx)
