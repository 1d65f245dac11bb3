"""Searches that found nothing: what customers and colleagues look for and the shop does not have.

A note of this computer, not a fact about the shop: it is not recorded in the log.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from rustok_desktop.core import limits
from rustok_desktop.core.clock import Clock, parse_time, utc_now
from rustok_desktop.core.context import Context
from rustok_desktop.core.permissions import Action, Resource, require
from rustok_desktop.core.text import fold
from rustok_desktop.storage.reader import Reader
from rustok_desktop.storage.statements import prepare
from rustok_desktop.storage.unit_of_work import UnitOfWork
from rustok_desktop.storage.writer import Writer

KEPT = 200  # per shop; the ones not asked for the longest time go first

_COUNT = prepare(
    "INSERT INTO index_empty_searches (tenant_id, folded, text, times, last_at)"
    " VALUES (:tenant, :folded, :text, 1, :now)"
    " ON CONFLICT (tenant_id, folded) DO UPDATE SET times = times + 1, text = :text, last_at = :now"
)
_TRIM = prepare(
    "DELETE FROM index_empty_searches WHERE tenant_id = :tenant AND folded IN (SELECT folded FROM index_empty_searches"
    " WHERE tenant_id = :tenant ORDER BY last_at DESC LIMIT -1 OFFSET :kept)"
)
_LATEST = prepare(
    "SELECT text, times, last_at FROM index_empty_searches WHERE tenant_id = :tenant AND last_at >= :since"
    " ORDER BY times DESC, last_at DESC LIMIT :limit"
)
_FORGET = prepare("DELETE FROM index_empty_searches WHERE tenant_id = :tenant AND folded = :folded")


@dataclass(frozen=True, slots=True)
class EmptySearch:
    """A text as it was last typed, how often, and when last."""

    text: str
    times: int
    last_at: str


class EmptySearches:
    """Remembers a few searches without a hit, per shop."""

    def __init__(self, writer: Writer, reader: Reader, clock: Clock = utc_now) -> None:
        self._writer = writer
        self._reader = reader
        self._clock = clock

    async def record(self, ctx: Context, text: str) -> None:
        """Count a search; blank and endless ones are not worth it."""
        require(ctx, Resource.PRODUCTS, Action.LIST)
        shown = " ".join(text.split())
        if not shown or len(shown) > limits.SEARCH_TEXT:
            return

        def work(uow: UnitOfWork) -> None:
            uow.run(_COUNT, tenant=ctx.tenant_id, folded=fold(shown), text=shown, now=uow.now)
            uow.run(_TRIM, tenant=ctx.tenant_id, kept=KEPT)

        await self._writer.run(work)

    async def latest(self, ctx: Context, *, days: int = 7, limit: int = 20) -> tuple[EmptySearch, ...]:
        """Those of the last ``days``, the most frequent first."""
        require(ctx, Resource.PRODUCTS, Action.LIST)
        since = (parse_time(self._clock()) - timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        rows = await self._reader.all(_LATEST, tenant=ctx.tenant_id, since=since, limit=limit)
        return tuple(EmptySearch(*row) for row in rows)

    async def forget(self, ctx: Context, text: str) -> None:
        """The shop has it now, or never will."""
        require(ctx, Resource.PRODUCTS, Action.UPDATE)
        folded = fold(" ".join(text.split()))

        def work(uow: UnitOfWork) -> None:
            uow.run(_FORGET, tenant=ctx.tenant_id, folded=folded)

        await self._writer.run(work)
