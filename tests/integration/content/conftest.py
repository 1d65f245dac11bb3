"""A shop that writes English and Russian, with a clock that only moves when it is told."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from rustok_desktop.content import schemas as c
from rustok_desktop.content.service import NodeService
from rustok_desktop.content.views import NodeSaved, NodeView
from rustok_desktop.core.context import Context, Role
from rustok_desktop.testing import TemporaryShop, a_node, context_of, temporary_shop
from rustok_desktop.testing.content import NodeBuilder


@dataclass
class Clock:
    """The time, as the program is told it."""

    now: datetime = field(default_factory=lambda: datetime(2026, 3, 1, 12, tzinfo=UTC))

    def __call__(self) -> str:
        return self.after()

    def after(self, **much: float) -> str:
        """A time from now on, as events write it."""
        return (self.now + timedelta(**much)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")

    def move(self, **much: float) -> None:
        """Let time pass."""
        self.now += timedelta(**much)


@dataclass
class Writers:
    """Nodes of a shop, as one caller sees them."""

    shop: TemporaryShop
    clock: Clock
    ctx: Context

    @property
    def nodes(self) -> NodeService:
        return self.shop.platform.nodes

    def seen_by(self, role: Role = Role.SUPER_ADMIN, locale: str = "en") -> Writers:
        return Writers(self.shop, self.clock, replace(context_of(self.shop, role), locale=locale))

    async def add(self, node: NodeBuilder | None = None) -> NodeView:
        saved = await self.nodes.create_node(self.ctx, (node or a_node()).build())
        return await self.get(saved.node_id)

    async def get(self, node_id: str) -> NodeView:
        return await self.nodes.get_node(self.ctx, node_id)

    async def update(self, node: NodeView, locale: str | None = None, /, **fields: Any) -> NodeSaved:
        """Change words of a language, or own fields without one, from the node's version."""
        given = {"translations": {locale: fields}} if locale else fields
        command = c.UpdateNode.model_validate({"node_id": node.id, "base_version": node.version, **given})
        return await self.nodes.update_node(self.ctx, command)

    async def act(self, name: str, node: NodeView | str, **fields: Any) -> NodeSaved:
        """publish, unpublish, archive, trash…"""
        node_id = node if isinstance(node, str) else node.id
        kind = {"archive": c.ArchiveNode, "schedule": c.ScheduleNode}.get(name, c.NodeCommand)
        return await getattr(self.nodes, name)(self.ctx, kind(node_id=node_id, **fields))

    def told(self, node_id: str) -> list[str]:
        """The types of the node's events, in order."""
        return [event.event_type for event in self.shop.events.events if event.aggregate_id == node_id]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def writers(tmp_path: Path, clock: Clock) -> AsyncIterator[Writers]:
    async with temporary_shop(tmp_path / "shop", clock=clock) as shop:
        await shop.platform.tenants.enable_locale(shop.ctx, "ru")
        # The program's own alarm listens to it; here the tests say when the clock is looked at.
        await shop.platform.changes.stop()
        shop.events.clear()
        yield Writers(shop, clock, shop.ctx)
