"""Products, pages and posts for the command palette."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rustok_desktop.app import Platform
    from rustok_desktop.index.content_schemas import ContentHit
    from rustok_desktop.index.schemas import SearchResult

_LOOKED_AT = 40  # texts, among which may be those of the forum


def find_products(text: str, limit: int) -> Callable[[Platform], Awaitable[SearchResult]]:
    """The best ``limit`` products for ``text``, with how many there are."""

    async def run(platform: Platform) -> SearchResult:
        return await platform.search.search(platform.context(), text, limit=limit)

    return run


def find_nodes(text: str, limit: int) -> Callable[[Platform], Awaitable[tuple[ContentHit, ...]]]:
    """The best ``limit`` pages, posts and other texts that Pages & posts can open."""

    async def run(platform: Platform) -> tuple[ContentHit, ...]:
        from rustok_desktop.content.kinds import WRITTEN

        found = await platform.content_listing.search(platform.context(), text, limit=_LOOKED_AT)
        return tuple(hit for hit in found.hits if hit.row.kind in WRITTEN)[:limit]

    return run
