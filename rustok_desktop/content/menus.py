"""Menus: places in the shop, items in a tree, and what they lead to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

from rustok_desktop.content import menu_edits
from rustok_desktop.content import menu_statements as sql
from rustok_desktop.content.kinds import require_kind
from rustok_desktop.content.menu_schemas import (
    AddMenuItem,
    CreateMenu,
    MenuCommand,
    MenuItemCommand,
    MoveMenuItem,
    UpdateMenu,
    UpdateMenuItem,
)
from rustok_desktop.content.queries import languages_of
from rustok_desktop.content.views import NodeSaved
from rustok_desktop.core.codec import dumps, loads
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import NotFound
from rustok_desktop.core.permissions import Action
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.reader import Reader, ReadSession
from rustok_desktop.storage.writer import Writer

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class MenuItemView:
    """One item. ``title`` in the asked language or its fallback; ``broken``: ``missing``, ``trashed`` or
    ``hidden`` (not public) when its target cannot be followed.
    """

    id: str
    parent_id: str
    version: int
    title: str
    titles: dict[str, str]
    target_kind: str
    target_id: str | None
    address: str | None
    target_title: str
    new_window: bool
    broken: str | None
    items: tuple[MenuItemView, ...] = ()


@dataclass(frozen=True, slots=True)
class MenuView:
    """A menu with its tree of items."""

    id: str
    version: int
    location: str
    title: str
    titles: dict[str, str] = field(default_factory=dict)
    items: tuple[MenuItemView, ...] = ()


class MenuService:
    """The shop's menus. One command is one transaction; every method asks for the permission of pages first
    (Forbidden) and sees only the caller's shop (NotFound). ``node_id`` of an answer is the menu's or the item's.
    """

    def __init__(self, writer: Writer, reader: Reader, bus: TransactionalEventBus) -> None:
        self._writer = writer
        self._reader = reader
        self._bus = bus

    async def menus(self, ctx: Context) -> tuple[MenuView, ...]:
        """All menus with their items, by location."""
        require_kind(ctx, "menu", Action.LIST)
        async with self._reader.snapshot() as session:
            rows = await session.all(sql.MENUS, at_tenant_id=ctx.tenant_id)
            return tuple([await _assembled(session, ctx, row) for row in rows])

    async def menu(self, ctx: Context, menu_id: str) -> MenuView:
        """One menu with its items."""
        require_kind(ctx, "menu", Action.READ)
        async with self._reader.snapshot() as session:
            rows = await session.all(sql.MENU, at_tenant_id=ctx.tenant_id, at_node_id=menu_id)
            if not rows:
                raise NotFound("not_found", kind="menu", id=menu_id)
            return await _assembled(session, ctx, rows[0])

    async def broken_links(self, ctx: Context) -> tuple[MenuItemView, ...]:
        """The items of all menus that lead nowhere, or to what is not public."""
        found: list[MenuItemView] = []
        for menu in await self.menus(ctx):
            waiting = list(menu.items)
            while waiting:
                item = waiting.pop(0)
                waiting = [*item.items, *waiting]
                if item.broken is not None:
                    found.append(item)
        return tuple(found)

    async def create_menu(self, ctx: Context, command: CreateMenu) -> NodeSaved:
        """A new menu without items."""
        return await self._run(ctx, Action.CREATE, menu_edits.create_menu, command)

    async def update_menu(self, ctx: Context, command: UpdateMenu) -> NodeSaved:
        """Another location, other names."""
        return await self._run(ctx, Action.UPDATE, menu_edits.update_menu, command)

    async def remove_menu(self, ctx: Context, command: MenuCommand) -> NodeSaved:
        """Into the trash, with its items."""
        return await self._run(ctx, Action.DELETE, menu_edits.remove_menu, command)

    async def add_item(self, ctx: Context, command: AddMenuItem) -> NodeSaved:
        """A new item in a menu or below another item."""
        return await self._run(ctx, Action.UPDATE, menu_edits.add_item, command)

    async def update_item(self, ctx: Context, command: UpdateMenuItem) -> NodeSaved:
        """Other names, another target."""
        return await self._run(ctx, Action.UPDATE, menu_edits.update_item, command)

    async def move_item(self, ctx: Context, command: MoveMenuItem) -> NodeSaved:
        """To another place in the tree, with everything below it."""
        return await self._run(ctx, Action.UPDATE, menu_edits.move_item, command)

    async def remove_item(self, ctx: Context, command: MenuItemCommand) -> NodeSaved:
        """Out of the menu, with everything below it."""
        return await self._run(ctx, Action.DELETE, menu_edits.remove_item, command)

    async def _run(self, ctx: Context, action: Action, act: Callable[..., T], command: object) -> T:
        require_kind(ctx, "menu", action)
        rooted = ctx if ctx.correlation_id is not None else ctx.with_new_correlation()
        return await self._writer.run(partial(act, rooted, self._bus, command))


async def _assembled(session: ReadSession, ctx: Context, row: tuple[Any, ...]) -> MenuView:
    menu_id, version, location = row
    at = {"at_tenant_id": ctx.tenant_id, "at_node_id": menu_id}
    languages = await languages_of(session, ctx)
    titles: dict[str, dict[str, str]] = {}
    for node_id, locale, title in await session.all(sql.MENU_TITLES, **at):
        titles.setdefault(node_id, {})[locale] = title
    best = {node_id: words[languages.best(ctx.locale, words) or ""] for node_id, words in titles.items()}
    targets = await session.all(sql.TARGETS, chain=dumps(languages.chain(ctx.locale)), **at)
    tree = _Tree(best, titles, {found[0]: found[1:] for found in targets})
    for item in await session.all(sql.ITEMS, **at):
        tree.below.setdefault(item[1], []).append(item)
    return MenuView(menu_id, version, location, best.get(menu_id, ""), titles.get(menu_id, {}), tree.items(menu_id))


@dataclass(slots=True)
class _Tree:
    """The rows of one menu, before they are a tree."""

    best: dict[str, str]
    titles: dict[str, dict[str, str]]
    targets: dict[str, tuple[str, str | None]]
    below: dict[str, list[tuple[Any, ...]]] = field(default_factory=dict)

    def items(self, parent_id: str) -> tuple[MenuItemView, ...]:
        """What stands below a menu or an item."""
        return tuple(self._item(*row) for row in self.below.get(parent_id, ()))

    def _item(self, item_id: str, parent_id: str, version: int, kind: str, metadata: str) -> MenuItemView:
        held = loads(metadata)
        title, broken = ("", None) if kind == "address" else self.targets.get(item_id, ("", "missing"))
        return MenuItemView(
            id=item_id,
            parent_id=parent_id,
            version=version,
            title=self.best.get(item_id, ""),
            titles=self.titles.get(item_id, {}),
            target_kind=kind,
            target_id=held.get("id"),
            address=held.get("address"),
            target_title=title,
            new_window=bool(held.get("new_window")),
            broken=broken,
            items=self.items(item_id),
        )
