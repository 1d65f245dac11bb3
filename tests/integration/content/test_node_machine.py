"""Whatever is done to nodes, in any order and at any time: statuses, schedules, addresses and redirects hold."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from rustok_desktop.content import schemas as c
from rustok_desktop.content.due import DueNodes
from rustok_desktop.content.service import NodeService
from rustok_desktop.core.context import Context, Role
from rustok_desktop.core.errors import NotFound, UserError
from rustok_desktop.core.ids import new_id
from rustok_desktop.core.state_machine import NODE
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.database import Database
from rustok_desktop.testing import a_node
from tests.integration.conftest import add_tenant

from .conftest import Clock

SLUGS = st.sampled_from(["alpha", "beta", "gamma"])
LOCALES = st.sampled_from(["en", "ru"])
HOURS = st.integers(1, 30)


@dataclass
class Known:
    """What the machine thinks a node is."""

    slugs: dict[str, str]
    status: str = "draft"
    public: bool = False  # ever
    version: int = 1
    begin: str | None = None
    end: str | None = None
    trashed: bool = False
    gone: bool = False
    was: set[tuple[str, str]] = field(default_factory=set)


class Nodes(RuleBasedStateMachine):
    """The service beside a model of it."""

    ids = Bundle("ids")

    def __init__(self, run: Callable[[Coroutine[Any, Any, Any]], Any], database: Database, clock: Clock) -> None:
        super().__init__()
        self.run, self.clock = run, clock
        bus = TransactionalEventBus()
        self.service = NodeService(database.writer, database.reader, bus)
        self.due = DueNodes(database.writer, database.reader, bus, clock)
        tenant = run(add_tenant(database, new_id(), ("en", "ru")))
        self.ctx = Context(tenant_id=tenant, role=Role.SUPER_ADMIN, actor_id=new_id()).with_new_correlation()
        self.known: dict[str, Known] = {}
        self.redirects: dict[tuple[str, str], str] = {}

    # -- the model ---------------------------------------------------------------------------------

    def holder(self, locale: str, slug: str) -> str | None:
        return next((i for i, node in self.known.items() if not node.gone and node.slugs.get(locale) == slug), None)

    def attempt(self, allowed: bool, act: Coroutine[Any, Any, Any]) -> Any:
        if allowed:
            return self.run(act)
        with pytest.raises(UserError):
            self.run(act)
        return None

    def acted(self, node: Known, saved: Any) -> None:
        if saved is not None:
            node.version += 1
            assert saved.version == node.version

    def tick(self) -> None:
        """What the clock must have done by now."""
        now = self.clock()
        for node in self.known.values():
            if node.trashed or node.gone:
                continue
            if node.begin is not None and node.begin <= now:
                node.begin, node.status, node.public = None, "published", True
                node.version += 1
            if node.end is not None and node.end <= now:
                node.end, node.status = None, "draft"
                node.version += 1

    # -- acts --------------------------------------------------------------------------------------

    @rule(target=ids, slug=SLUGS, publish=st.booleans())
    def create(self, slug: str, publish: bool) -> str:
        node = a_node().titled("T").with_slug(slug).having(publish=publish).build()
        saved = self.attempt(self.holder("en", slug) is None, self.service.create_node(self.ctx, node))
        if saved is None:
            return ""
        self.redirects.pop(("en", slug), None)
        status = "published" if publish else "draft"
        self.known[saved.node_id] = Known({"en": slug}, status, publish)
        return str(saved.node_id)

    @rule(node_id=ids, slug=SLUGS, locale=LOCALES)
    def readdress(self, node_id: str, slug: str, locale: str) -> None:
        node = self.known.get(node_id)
        if node is None or node.gone:
            return
        held, was = self.holder(locale, slug), node.slugs.get(locale)
        patch = {"translations": {locale: {"title": "T", "slug": slug}}}
        command = c.UpdateNode.model_validate({"node_id": node_id, "base_version": node.version, **patch})
        allowed = not node.trashed and held in (None, node_id)
        saved = self.attempt(allowed, self.service.update_node(self.ctx, command))
        if saved is None or was == slug:
            return
        self.acted(node, saved)
        self.redirects.pop((locale, slug), None)
        if was is not None and node.public:
            self.redirects[locale, was] = node_id
        node.slugs[locale] = slug

    @rule(node_id=ids, act=st.sampled_from(["publish", "unpublish", "archive", "restore_to_draft"]))
    def move(self, node_id: str, act: str) -> None:
        node = self.known.get(node_id)
        if node is None or node.gone:
            return
        kind = c.ArchiveNode if act == "archive" else c.NodeCommand
        command = kind(node_id=node_id, base_version=node.version)
        allowed = not node.trashed and act in NODE.allowed(node.status)
        self.acted(node, saved := self.attempt(allowed, getattr(self.service, act)(self.ctx, command)))
        if saved is not None:
            node.status, node.begin = NODE.next_status(node.status, act), None
            node.public |= act == "publish"
            node.end = node.end if act == "publish" else None

    @rule(node_id=ids, begin=st.none() | HOURS, end=st.none() | HOURS)
    def schedule(self, node_id: str, begin: int | None, end: int | None) -> None:
        node = self.known.get(node_id)
        if node is None or node.gone:
            return
        publish_at, unpublish_at = (None if hours is None else self.clock.after(hours=hours) for hours in (begin, end))
        command = c.ScheduleNode(node_id=node_id, publish_at=publish_at, unpublish_at=unpublish_at)
        allowed = not node.trashed and (publish_at is None or node.status == "draft")
        allowed &= unpublish_at is None or (node.status == "published" if publish_at is None else begin < end)  # type: ignore[operator]
        saved = self.attempt(allowed, self.service.schedule(self.ctx, command))
        if saved is not None and saved.changed:
            self.acted(node, saved)
            node.begin, node.end = publish_at, unpublish_at

    @rule(node_id=ids)
    def trash(self, node_id: str) -> None:
        node = self.known.get(node_id)
        if node is None or node.gone:
            return
        command = c.NodeCommand(node_id=node_id, base_version=node.version)
        allowed = not node.trashed and node.status != "published"
        self.acted(node, saved := self.attempt(allowed, self.service.trash(self.ctx, command)))
        if saved is not None:
            node.trashed, node.begin, node.end = True, None, None

    @rule(node_id=ids, act=st.sampled_from(["restore", "purge"]))
    def from_trash(self, node_id: str, act: str) -> None:
        node = self.known.get(node_id)
        if node is None or node.gone:
            return
        command = c.NodeCommand(node_id=node_id, base_version=node.version)
        saved = self.attempt(node.trashed, getattr(self.service, act)(self.ctx, command))
        if saved is None:
            return
        if act == "restore":
            self.acted(node, saved)
            node.trashed = False
        else:
            node.gone = True
            self.redirects = {place: to for place, to in self.redirects.items() if to != node_id}

    @rule(hours=HOURS)
    def wait(self, hours: int) -> None:
        self.clock.move(hours=hours)
        self.tick()
        self.run(self.due.run())
        assert self.run(self.due.run()) == 0

    # -- what always holds -------------------------------------------------------------------------

    @invariant()
    def every_node_is_as_the_model_says(self) -> None:
        for node_id, node in self.known.items():
            if node.gone:
                with pytest.raises(NotFound):
                    self.run(self.service.get_node(self.ctx, node_id))
                continue
            view = self.run(self.service.get_node(self.ctx, node_id))
            assert (view.status, view.version, view.publish_at, view.unpublish_at) == (
                node.status,
                node.version,
                node.begin,
                node.end,
            )
            assert {locale: text.slug for locale, text in view.translations.items()} == node.slugs
            assert (view.deleted_at is not None) == node.trashed
            assert (view.published_at is not None) == node.public

    @invariant()
    def every_address_leads_to_one_node(self) -> None:
        rows = self.run(self.service.redirects(self.ctx))
        assert {(row.locale, row.slug): row.node_id for row in rows} == self.redirects
        for (locale, slug), node_id in self.redirects.items():
            assert self.holder(locale, slug) is None
            ctx = Context(self.ctx.tenant_id, Role.SUPER_ADMIN, locale=locale)
            if locale == "en" or self.holder("en", slug) is None:
                found = self.run(self.service.get_by_slug(ctx, "post", slug))
                assert (found.node.id, found.moved_to) == (node_id, self.known[node_id].slugs[locale])


def test_nodes_in_any_order(tmp_path: Path) -> None:
    clock = Clock()
    with asyncio.Runner() as runner:
        database = Database(tmp_path / "shop.db", clock)
        runner.run(database.open())
        try:
            run_state_machine_as_test(
                lambda: Nodes(runner.run, database, clock),
                settings=settings(
                    max_examples=25, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
                ),
            )
        finally:
            runner.run(database.close())
