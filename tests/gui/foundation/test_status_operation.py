"""What the foot of the window asks of the shop."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from rustok_desktop.gui.operations.palette import find_products
from rustok_desktop.gui.operations.status import ShopStatus, read_status, worst
from rustok_desktop.index.schemas import Count, ProjectionStatus, SearchResult


def projection(state: str, position: int, head: int) -> ProjectionStatus:
    return ProjectionStatus("products", position, head, head - position, 5, state)


@pytest.mark.parametrize(
    ("projections", "expected"),
    [
        ((), ("ready", 0, 1.0)),
        ((projection("ready", 10, 10),), ("ready", 0, 1.0)),
        ((projection("behind", 5, 10), projection("behind", 2, 10)), ("behind", 8, 0.2)),
        ((projection("rebuilding", 4, 10), projection("behind", 1, 10)), ("rebuilding", 6, 0.4)),
        ((projection("failing", 4, 10), projection("rebuilding", 1, 10)), ("failing", 6, 0.4)),
        ((projection("ready", 0, 0),), ("ready", 0, 1.0)),
    ],
)
def test_the_worst_is_shown(projections: tuple[ProjectionStatus, ...], expected: tuple[str, int, float]) -> None:
    assert worst(projections) == expected


async def test_status_of_a_shop() -> None:
    async def head() -> int:
        return 12

    async def status(_context: object) -> tuple[ProjectionStatus, ...]:
        return (projection("behind", 9, 12),)

    platform = SimpleNamespace(
        tenant=SimpleNamespace(name="Kiln"),
        log=SimpleNamespace(head=head),
        index=SimpleNamespace(status=status),
        context=lambda: "context",
    )
    assert await read_status()(platform) == ShopStatus("Kiln", 12, "behind", 3, 0.75)


async def test_products_of_the_palette() -> None:
    asked: list[tuple[object, str, int]] = []

    async def search(context: object, text: str, *, limit: int) -> SearchResult:
        asked.append((context, text, limit))
        return SearchResult(Count(0), ())

    platform = SimpleNamespace(search=SimpleNamespace(search=search), context=lambda: "context")
    assert await find_products("mug", 5)(platform) == SearchResult(Count(0), ())
    assert asked == [("context", "mug", 5)]
