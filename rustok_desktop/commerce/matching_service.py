"""Products that look alike: found, looked at side by side, told apart."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from rustok_desktop.commerce import matching_sql as sql
from rustok_desktop.commerce.matching_edit import revoke, tell_apart, trash_others
from rustok_desktop.commerce.matching_process import run_search
from rustok_desktop.commerce.matching_schemas import TellApart, TrashOthers
from rustok_desktop.commerce.matching_views import (
    Candidate,
    Distinction,
    DuplicateReport,
    OthersTrashed,
    Progress,
    ToldApart,
    ToldPage,
    ToldProduct,
)
from rustok_desktop.core.codec import dumps, loads
from rustok_desktop.core.context import Context
from rustok_desktop.core.permissions import Action, Resource, require
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.reader import Reader
from rustok_desktop.storage.writer import Writer

CODES_SHOWN = 3
TOLD_PER_PAGE = 100
_LAST = "~"  # after every id
RunSearch = Callable[[Path, str, str, Progress | None], Awaitable[DuplicateReport]]


class DuplicateService:
    """Every method asks for a permission on products first and sees only the caller's shop."""

    def __init__(
        self,
        writer: Writer,
        reader: Reader,
        bus: TransactionalEventBus,
        database: Path,
        run: RunSearch = run_search,
    ) -> None:
        self._writer = writer
        self._reader = reader
        self._bus = bus
        self._database = database
        self._run = run

    async def find(self, ctx: Context, progress: Progress | None = None) -> DuplicateReport:
        """All groups outside the trash, found by another process; ``progress`` hears done and total.

        Cancelling ends it at once. Groups whose products were told apart are left out.
        """
        require(ctx, Resource.PRODUCTS, Action.UPDATE)  # drafts are among them
        return await self._run(self._database, ctx.tenant_id, ctx.locale, progress)

    async def candidates(self, ctx: Context, product_ids: Sequence[str]) -> tuple[Candidate, ...]:
        """What to compare them by, in the order asked for; those gone or in the trash are left out."""
        require(ctx, Resource.PRODUCTS, Action.UPDATE)  # drafts are among them
        asked = {"ids": dumps(list(product_ids)), "at_tenant_id": ctx.tenant_id}
        rows = await self._reader.all(sql.SHOWN, locale=ctx.locale, codes=CODES_SHOWN, **asked)
        return tuple(_candidate(*row) for row in rows)

    async def tell_apart(self, ctx: Context, command: TellApart) -> Distinction:
        """These are different products: they are not found together again, until that is undone."""
        require(ctx, Resource.PRODUCTS, Action.UPDATE)
        return await self._writer.run(partial(tell_apart, _rooted(ctx), self._bus, command.product_ids))

    async def told_apart(self, ctx: Context, *, after: str | None = None, limit: int = TOLD_PER_PAGE) -> ToldPage:
        """What was said and holds, the latest first: up to ``limit`` after the one with the id ``after``."""
        require(ctx, Resource.PRODUCTS, Action.UPDATE)  # drafts are among them
        limit = max(1, min(limit, TOLD_PER_PAGE))
        asked = {"at_tenant_id": ctx.tenant_id, "locale": ctx.locale, "after": after or _LAST, "limit": limit + 1}
        told: dict[str, ToldApart] = {}
        for said, said_at, product_id, title, in_trash in await self._reader.all(sql.TOLD, **asked):
            known = told.get(said, ToldApart(said, said_at, ()))
            product = ToldProduct(product_id, title, bool(in_trash))
            told[said] = ToldApart(said, known.said_at, (*known.products, product))
        rows = tuple(sorted(told.values(), key=lambda row: row.id, reverse=True))
        return ToldPage(rows[:limit], rows[limit - 1].id if len(rows) > limit else None)

    async def take_back(self, ctx: Context, distinction_id: str) -> Distinction:
        """They may be found alike again. NotFound when nobody said so, or it was taken back already."""
        require(ctx, Resource.PRODUCTS, Action.UPDATE)
        return await self._writer.run(partial(revoke, _rooted(ctx), self._bus, distinction_id))

    async def trash_others(self, ctx: Context, command: TrashOthers) -> OthersTrashed:
        """One product stays, the others go into the trash together: one step to undo."""
        require(ctx, Resource.PRODUCTS, Action.UPDATE)
        require(ctx, Resource.PRODUCTS, Action.DELETE)
        return await self._writer.run(partial(trash_others, _rooted(ctx), self._bus, command))


def _candidate(*row: Any) -> Candidate:
    product_id, version, status, created_at, vendor, title, text, *figures = row
    codes = tuple((sku, barcode) for sku, barcode in loads(text))
    return Candidate(product_id, version, status, created_at, vendor, title, codes, *figures)


def _rooted(ctx: Context) -> Context:
    return ctx if ctx.correlation_id is not None else ctx.with_new_correlation()
