"""What the foot of the window shows about the shop."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rustok_desktop.app import Platform
    from rustok_desktop.index.schemas import ProjectionStatus


@dataclass(frozen=True, slots=True)
class ShopStatus:
    """``events`` recorded so far; ``index``: ready, behind, rebuilding, failing; ``share`` 0..1 while rebuilding."""

    shop: str
    events: int
    index: str = "ready"
    lag: int = 0
    share: float = 0.0


def read_status() -> Callable[[Platform], Awaitable[ShopStatus]]:
    """Name of the shop, length of the log, state of the index."""

    async def run(platform: Platform) -> ShopStatus:
        head = await platform.log.head()
        projections = await platform.index.status(platform.context())
        state, lag, share = worst(projections)
        return ShopStatus(platform.tenant.name, head, state, lag, share)

    return run


_ORDER = ("ready", "behind", "rebuilding", "failing")


def worst(projections: tuple[ProjectionStatus, ...]) -> tuple[str, int, float]:
    """State and lag of the projection that is worst off, and how far it is (0..1)."""
    if not projections:
        return "ready", 0, 1.0
    found = max(projections, key=lambda p: (_ORDER.index(p.state) if p.state in _ORDER else len(_ORDER), p.lag))
    share = found.position / found.head if found.head else 1.0
    return found.state, found.lag, min(1.0, max(0.0, share))
