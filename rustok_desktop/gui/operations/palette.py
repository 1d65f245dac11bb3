"""Products for the command palette."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rustok_desktop.app import Platform
    from rustok_desktop.index.schemas import SearchResult


def find_products(text: str, limit: int) -> Callable[[Platform], Awaitable[SearchResult]]:
    """The best ``limit`` products for ``text``, with how many there are."""

    async def run(platform: Platform) -> SearchResult:
        return await platform.search.search(platform.context(), text, limit=limit)

    return run
