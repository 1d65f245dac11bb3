"""What the first page shows of a shop: reads over the read model, the log, stock and imports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from rustok_desktop.core.clock import Clock, parse_time, utc_now
from rustok_desktop.core.codec import dumps, loads
from rustok_desktop.core.context import Context
from rustok_desktop.core.permissions import Action, Resource, require
from rustok_desktop.core.upcasters import Upcasters
from rustok_desktop.index.listing import ProductListing
from rustok_desktop.index.schemas import ProductQuery, StatusFilter, StockFilter
from rustok_desktop.runtime import overview_sql as sql
from rustok_desktop.runtime.activity import Recorded, folded, grouped
from rustok_desktop.runtime.overview_views import Act, ActivityPage, Attention, FieldChange, StockValue, Stopped
from rustok_desktop.storage.reader import Reader

TREND_DAYS = 30
IMPORT_DAYS = 30  # an import that stopped longer ago is history
_EVENTS = 200  # read at once
_STRETCH = 20_000  # of the log looked through in one statement: imports leave long runs to step over
_STRETCHES = 20
_END_OF_TIME = "9"


class ShopOverview:
    """Facts about one shop. Every method asks a permission and keeps to the caller's shop."""

    def __init__(self, reader: Reader, listing: ProductListing, upcasters: Upcasters, clock: Clock = utc_now) -> None:
        self._reader = reader
        self._listing = listing
        self._upcasters = upcasters
        self._clock = clock

    async def untouched(self, ctx: Context) -> bool:
        """Nothing is in the shop and nobody has said what it is called."""
        require(ctx, Resource.SETTINGS, Action.READ)
        row = await self._reader.one(sql.TOUCHED, tenant=ctx.tenant_id)
        return row is None

    async def empty(self, ctx: Context) -> bool:
        """There is not one product, not even in the trash: money and main language can still be chosen."""
        require(ctx, Resource.SETTINGS, Action.READ)
        return await self._reader.one(sql.ANY_PRODUCT, tenant=ctx.tenant_id) is None

    async def attention(self, ctx: Context) -> Attention:
        """What waits for somebody, in numbers."""
        require(ctx, Resource.PRODUCTS, Action.LIST)
        since = self._before(timedelta(days=IMPORT_DAYS))
        broken = await self._reader.one(sql.BROKEN, tenant=ctx.tenant_id)
        stopped = await self._reader.all(sql.INTERRUPTED, tenant=ctx.tenant_id, since=since)
        return Attention(
            broken=int(broken[0]) if broken else 0,
            low=await self._count(ctx, ProductQuery(stock=StockFilter.LOW)),
            out=await self._count(ctx, ProductQuery(stock=StockFilter.OUT)),
            drafts=await self._count(ctx, ProductQuery(status=StatusFilter.DRAFT)),
            products=await self._count(ctx, ProductQuery()),
            interrupted=tuple(Stopped(*row) for row in stopped),
        )

    async def activity(self, ctx: Context, before: str | None = None, limit: int = 30) -> ActivityPage:
        """Up to about ``limit`` acts before a cursor: edits folded, an act on many things and an import one line."""
        require(ctx, Resource.ANALYTICS, Action.READ)
        at, until = _place(before)
        events, more = await self._events(ctx, at)
        acts, rest = _whole(grouped(events), events, more)
        if rest is None and more:
            acts, rest = await self._counted(ctx, acts, events), events[-1].seq
        shown = folded(acts)
        if len(shown) > limit:
            shown, rest = shown[:limit], _start_of(shown[limit], events)
        lines = await self._with_imports(ctx, shown, until, last=rest is None)
        named = await self._named(ctx, lines)
        following = None if rest is None else f"{rest}|{shown[-1].at if shown else until}"
        return ActivityPage(tuple(named), following)

    async def stock_value(self, ctx: Context) -> tuple[StockValue, ...]:
        """What lies in stock at cost, one record per currency, the largest first."""
        require(ctx, Resource.ANALYTICS, Action.READ)
        rows = await self._reader.all(sql.STOCK_VALUE, tenant=ctx.tenant_id)
        since = parse_time(self._clock()) - timedelta(days=TREND_DAYS)
        first_id = f"{int(since.timestamp() * 1000):012x}"
        first_id = f"{first_id[:8]}-{first_id[8:]}"  # ids begin with their time, so a stretch of time is one of ids
        moved = await self._reader.all(sql.STOCK_MOVED, tenant=ctx.tenant_id, first=first_id)
        return tuple(
            StockValue(currency, int(amount), int(units), self._trend(int(amount), currency, moved))
            for currency, amount, units in rows
        )

    def _trend(self, amount: int, currency: str, moved: Sequence[tuple[Any, ...]]) -> tuple[tuple[str, int], ...]:
        """Back from today's value, day by day: what came in on a day was not there the day before."""
        by_day = {day: int(value) for day, code, value in moved if code == currency}
        if not by_day:
            return ()
        today = parse_time(self._clock()).astimezone().date()
        points = []
        for back in range(TREND_DAYS):
            day = (today - timedelta(days=back)).isoformat()
            points.append((day, amount))
            amount -= by_day.get(day, 0)
        return tuple(reversed(points))

    async def _count(self, ctx: Context, query: ProductQuery) -> int:
        return (await self._listing.count(ctx, query)).value

    async def _events(self, ctx: Context, before: int) -> tuple[list[Recorded], bool]:
        """Events that tell of acts, newest first, and whether there may be more."""
        found: list[Recorded] = []
        head = await self._reader.one(sql.HEAD)
        before = min(before, int(head[0]) + 1 if head else 1)
        for _ in range(_STRETCHES):
            floor = max(0, before - _STRETCH)
            rows = await self._reader.all(
                sql.EVENTS, tenant=ctx.tenant_id, before=before, floor=floor, limit=_EVENTS - len(found)
            )
            found += [self._recorded(row) for row in rows]
            if len(found) >= _EVENTS:
                return found, True
            before = floor
            if before == 0:
                return found, False
        return found, bool(found)

    def _recorded(self, row: tuple[Any, ...]) -> Recorded:
        seq, event_id, event_type, subject, subject_id, chain, at, actor_id, version, text = row
        _, data = self._upcasters.upcast(event_type, version, loads(text))
        return Recorded(seq, event_id, event_type, subject, subject_id, chain, at, actor_id, data)

    async def _counted(self, ctx: Context, acts: list[Act], events: list[Recorded]) -> list[Act]:
        """One act longer than what is read at once: how many things it was really about."""
        params = {"tenant": ctx.tenant_id, "correlation": events[-1].correlation_id, "top": events[0].seq}
        row = await self._reader.one(sql.THINGS, floor=max(0, events[0].seq - _STRETCH), **params)
        return [replace(act, count=int(row[0]) if row else act.count) for act in acts]

    async def _with_imports(self, ctx: Context, acts: list[Act], until: str, *, last: bool) -> list[Act]:
        since = "" if last else acts[-1].at if acts else until
        rows = await self._reader.all(sql.IMPORTS, tenant=ctx.tenant_id, since=since, until=until)
        lines = [*acts, *(_import(row) for row in rows)]
        return sorted(lines, key=lambda act: act.at, reverse=True)

    async def _named(self, ctx: Context, acts: list[Act]) -> list[Act]:
        """Titles in the caller's language of products, variants and texts; what is gone as the log knew it."""
        variants = {
            change.path.split("/")[1] for act in acts for change in act.changes if change.path.startswith("variants/")
        }
        params = {"tenant": ctx.tenant_id, "locale": ctx.locale}
        titles = {act.subject_id: act.title for act in acts if act.subject_id and act.title}
        for subject, statement in (("product", sql.TITLES), ("node", sql.NODE_TITLES)):
            wanted = [act.subject_id for act in acts if act.subject == subject and act.subject_id]
            titles |= dict(await self._reader.all(statement, ids=dumps(wanted), **params)) if wanted else {}
        rows = await self._reader.all(sql.VARIANTS, ids=dumps(sorted(variants)), tenant=ctx.tenant_id)
        names = dict(rows)
        return [_with_names(act, titles, names) for act in acts]

    def _before(self, span: timedelta) -> str:
        return (parse_time(self._clock()) - span).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _place(cursor: str | None) -> tuple[int, str]:
    if cursor is None:
        return 1 << 62, _END_OF_TIME
    seq, _, at = cursor.partition("|")
    return int(seq), at


def _whole(acts: list[Act], events: list[Recorded], more: bool) -> tuple[list[Act], int | None]:
    """The acts that are complete, and where the others begin; None when there are no others or all is one act."""
    if not more or len(acts) < 2:
        return acts, None
    tail = events[-1].correlation_id
    newest = next(event for event in events if event.correlation_id == tail)
    return [act for act in acts if act.id != newest.id], newest.seq + 1


def _start_of(act: Act, events: list[Recorded]) -> int:
    return next(event.seq for event in events if event.id == act.id) + 1


def _import(row: tuple[Any, ...]) -> Act:
    import_id, source, state, tallies, actor_id, at, form = row
    counted = loads(tallies)
    things = counted.get("products") or counted.get("nodes", {})
    tally = tuple((name, int(things[name])) for name in ("created", "updated", "rejected") if things.get(name))
    return Act(import_id, at, "import", actor_id, "import", import_id, source, state=state, tally=tally, form=form)


def _with_names(act: Act, titles: dict[str, str], variants: dict[str, str]) -> Act:
    if act.kind == "import":
        return act
    changes = tuple(_of_variant(change, variants) for change in act.changes)
    return replace(act, changes=changes, title=titles.get(act.subject_id, ""))


def _of_variant(change: FieldChange, variants: dict[str, str]) -> FieldChange:
    parts = change.path.split("/")
    return replace(change, variant=variants.get(parts[1], "")) if parts[0] == "variants" and len(parts) > 1 else change
