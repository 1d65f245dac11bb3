"""What the Home page asks of the platform."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rustok_desktop.gui.operations.status import worst
from rustok_desktop.gui.products.draft_store import DRAFTS_FILE, DraftStore
from rustok_desktop.runtime.overview_views import ActivityPage, Attention, StockValue

if TYPE_CHECKING:
    from rustok_desktop.app import Platform

SEARCHES_SHOWN = 5


@dataclass(frozen=True, slots=True)
class HomeFacts:
    """What waits, and for whom. ``unsaved``: products (or :data:`NEW`) with edits that were typed and not saved,
    the latest last; ``searches`` (text, times) without a hit."""

    shop: str
    owner: str | None
    attention: Attention
    index: str = "ready"
    unsaved: tuple[str, ...] = ()
    searches: tuple[tuple[str, int], ...] = ()


def read_home() -> Callable[[Platform], Awaitable[HomeFacts]]:
    """Everything but activity and stock."""

    async def run(platform: Platform) -> HomeFacts:
        ctx = platform.context()
        attention = await platform.overview.attention(ctx)
        state, _, _ = worst(await platform.index.status(ctx))
        kept = DraftStore(platform.settings.data_dir / DRAFTS_FILE).keys()
        return HomeFacts(platform.tenant.name, ctx.actor_id, attention, state, kept, await _searches(platform))

    return run


async def _searches(platform: Platform) -> tuple[tuple[str, int], ...]:
    """Those that still find nothing; the others are forgotten."""
    ctx = platform.context()
    found: list[tuple[str, int]] = []
    for search in await platform.empty_searches.latest(ctx):
        if len(found) == SEARCHES_SHOWN:
            break
        if (await platform.search.search(ctx, search.text, limit=1)).hits:
            await platform.empty_searches.forget(ctx, search.text)
        else:
            found.append((search.text, search.times))
    return tuple(found)


def read_activity(before: str | None = None) -> Callable[[Platform], Awaitable[ActivityPage]]:
    """A page of what was done, newest first."""

    async def run(platform: Platform) -> ActivityPage:
        return await platform.overview.activity(platform.context(), before)

    return run


def read_stock_value() -> Callable[[Platform], Awaitable[tuple[StockValue, ...]]]:
    """What lies in stock at cost."""

    async def run(platform: Platform) -> tuple[StockValue, ...]:
        return await platform.overview.stock_value(platform.context())

    return run


def record_empty_search(text: str) -> Callable[[Platform], Awaitable[None]]:
    """A search that found nothing."""

    async def run(platform: Platform) -> None:
        await platform.empty_searches.record(platform.context(), text)

    return run


def forget_search(text: str) -> Callable[[Platform], Awaitable[None]]:
    """Do not show this search any more."""

    async def run(platform: Platform) -> None:
        await platform.empty_searches.forget(platform.context(), text)

    return run


def rebuild_index() -> Callable[[Platform], Awaitable[int]]:
    """Make lists and search anew from what is stored; how many products they hold then."""

    async def run(platform: Platform) -> int:
        done, _ = await platform.index.rebuild(platform.context())
        return done

    return run
