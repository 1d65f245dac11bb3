"""Menus: a tree without circles, and links that are looked after."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from rustok_desktop.commerce.schemas import ProductCommand
from rustok_desktop.content import menu_schemas as m
from rustok_desktop.content.menus import MenuItemView, MenuService, MenuView
from rustok_desktop.content.views import NodeSaved
from rustok_desktop.core import limits
from rustok_desktop.core.clock import utc_now
from rustok_desktop.core.context import Context, Role
from rustok_desktop.core.errors import Invalid, NotFound, UserError
from rustok_desktop.core.ids import new_id
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.database import Database
from rustok_desktop.taxonomy.schemas import CreateCategory
from rustok_desktop.testing import a_node
from tests.integration.conftest import add_tenant

from .conftest import Writers

HOME: dict[str, Any] = {"kind": "address", "address": "/"}


async def a_menu(writers: Writers, location: str = "header") -> str:
    command = m.CreateMenu.model_validate({"location": location, "titles": {"en": location.title()}})
    return (await writers.shop.platform.menus.create_menu(writers.ctx, command)).node_id


async def add(writers: Writers, parent_id: str, title: str = "Item", index: int | None = None, **target: Any) -> str:
    given = {"parent_id": parent_id, "titles": {"en": title}, "index": index, "target": target or HOME}
    return (await writers.shop.platform.menus.add_item(writers.ctx, m.AddMenuItem.model_validate(given))).node_id


async def menu_of(writers: Writers, menu_id: str) -> MenuView:
    return await writers.shop.platform.menus.menu(writers.ctx, menu_id)


def outline(items: tuple[MenuItemView, ...]) -> list[Any]:
    return [[item.title, outline(item.items)] if item.items else item.title for item in items]


async def update(writers: Writers, item_id: str, **given: Any) -> NodeSaved:
    command = m.UpdateMenuItem.model_validate({"item_id": item_id, **given})
    return await writers.shop.platform.menus.update_item(writers.ctx, command)


async def test_a_tree_in_an_order(writers: Writers) -> None:
    menus, menu_id = writers.shop.platform.menus, await a_menu(writers)
    shop, about = await add(writers, menu_id, "Shop"), await add(writers, menu_id, "About")
    await add(writers, shop, "Mugs")
    await add(writers, shop, "Bowls", 0)
    assert outline((await menu_of(writers, menu_id)).items) == [["Shop", ["Bowls", "Mugs"]], "About"]
    await menus.move_item(writers.ctx, m.MoveMenuItem(item_id=about, parent_id=menu_id, index=0))
    assert outline((await menu_of(writers, menu_id)).items) == ["About", ["Shop", ["Bowls", "Mugs"]]]
    same = await menus.move_item(writers.ctx, m.MoveMenuItem(item_id=about, parent_id=menu_id, index=0))
    assert same.changed == ()
    await menus.move_item(writers.ctx, m.MoveMenuItem(item_id=shop, parent_id=about))
    assert outline((await menu_of(writers, menu_id)).items) == [["About", [["Shop", ["Bowls", "Mugs"]]]]]
    await menus.remove_item(writers.ctx, m.MenuItemCommand(item_id=shop))
    assert outline((await menu_of(writers, menu_id)).items) == ["About"]
    await menus.remove_menu(writers.ctx, m.MenuCommand(menu_id=menu_id))
    assert await menus.menus(writers.ctx) == ()
    with pytest.raises(NotFound):
        await menu_of(writers, menu_id)


async def test_names_by_language_and_targets(writers: Writers) -> None:
    menus, menu_id = writers.shop.platform.menus, await a_menu(writers)
    item = await add(writers, menu_id, "Home")
    await update(writers, item, titles={"ru": "Главная"}, new_window=True)
    shown = (await writers.shop.platform.menus.menu(writers.seen_by(locale="ru").ctx, menu_id)).items[0]
    assert (shown.title, shown.titles) == ("Главная", {"en": "Home", "ru": "Главная"})
    assert (shown.address, shown.new_window, shown.broken) == ("/", True, None)
    assert (await update(writers, item, titles={"ru": "Главная"})).changed == ()
    await update(writers, item, target={"kind": "address", "address": "https://x.example"}, titles={"ru": None})
    (changed,) = (await menu_of(writers, menu_id)).items
    assert (changed.address, changed.new_window, changed.titles) == ("https://x.example", True, {"en": "Home"})
    command = m.UpdateMenu.model_validate({"menu_id": menu_id, "location": "footer", "titles": {"ru": "Низ"}})
    await menus.update_menu(writers.ctx, command)
    (menu,) = await menus.menus(writers.ctx)
    assert (menu.location, menu.title, menu.titles) == ("footer", "Header", {"en": "Header", "ru": "Низ"})


async def test_links_to_the_shop_are_looked_after(writers: Writers) -> None:
    menu_id, platform = await a_menu(writers), writers.shop.platform
    page = await writers.add(a_node().of_kind("page").titled("About us").published())
    product = await writers.shop.add()
    given = CreateCategory.model_validate({"translations": {"en": {"name": "Mugs"}}})
    category = await platform.categories.create(writers.ctx, given)
    for kind, thing in (("page", page.id), ("product", product.id), ("category", category.category_id)):
        await add(writers, menu_id, kind, kind=kind, id=thing)
    items = (await menu_of(writers, menu_id)).items
    assert [(i.target_kind, i.target_title, i.broken) for i in items] == [
        ("page", "About us", None),
        ("product", "Mug", "hidden"),
        ("category", "Mugs", None),
    ]
    await writers.act("unpublish", page)
    await writers.act("trash", page)
    await platform.catalog.publish(writers.ctx, ProductCommand(product_id=product.id))
    assert [(i.title, i.broken) for i in await platform.menus.broken_links(writers.ctx)] == [("page", "trashed")]
    await writers.act("purge", page)
    assert [(i.title, i.broken) for i in await platform.menus.broken_links(writers.ctx)] == [("page", "missing")]
    await update(writers, items[0].id, new_window=True)


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ({"kind": "address", "address": "javascript:alert(1)"}, "bad_address"),
        ({"kind": "address"}, "bad_address"),
        ({"kind": "page", "id": "018f2f3e-0000-7000-8000-000000000001"}, "unknown_target"),
        ({"kind": "product"}, "unknown_target"),
    ],
)
async def test_links_that_lead_nowhere_are_refused(writers: Writers, target: dict[str, Any], code: str) -> None:
    menu_id = await a_menu(writers)
    with pytest.raises(Invalid) as refused:
        await add(writers, menu_id, **target)
    assert [(p.path, p.code) for p in refused.value.fields] == [("target", code)]
    item = await add(writers, menu_id)
    with pytest.raises(Invalid):
        await update(writers, item, target=target)


async def test_a_menu_is_not_too_deep_too_long_or_mixed_with_another(
    writers: Writers, monkeypatch: pytest.MonkeyPatch
) -> None:
    menus, menu_id, other = writers.shop.platform.menus, await a_menu(writers), await a_menu(writers, "footer")
    path = [menu_id]
    for _ in range(limits.MENU_LEVELS):
        path.append(await add(writers, path[-1]))
    branch = await add(writers, menu_id)
    await add(writers, branch)

    async def code(act: Coroutine[Any, Any, Any]) -> str:
        with pytest.raises(Invalid) as refused:
            await act
        return refused.value.fields[0].code

    def move(item_id: str, parent_id: str) -> Coroutine[Any, Any, NodeSaved]:
        return menus.move_item(writers.ctx, m.MoveMenuItem(item_id=item_id, parent_id=parent_id))

    assert await code(add(writers, path[-1])) == "menu_too_deep"
    assert await code(move(branch, path[-2])) == "menu_too_deep"
    assert await code(move(path[1], path[3])) == "menu_cycle"
    assert await code(move(path[1], path[1])) == "menu_cycle"
    assert await code(move(branch, other)) == "other_menu"
    monkeypatch.setattr(limits, "MENU_ITEMS", 6)
    assert await code(add(writers, menu_id)) == "too_many_menu_items"
    page = await writers.add(a_node().of_kind("page"))
    for wrong in (add(writers, page.id), move(page.id, menu_id), move(branch, page.id)):
        with pytest.raises(NotFound):
            await wrong


class Menus(RuleBasedStateMachine):
    """The service beside a tree of lists."""

    items = Bundle("items")

    def __init__(self, run: Callable[[Coroutine[Any, Any, Any]], Any], database: Database) -> None:
        super().__init__()
        self.run = run
        self.service = MenuService(database.writer, database.reader, TransactionalEventBus())
        tenant = run(add_tenant(database, new_id()))
        self.ctx = Context(tenant_id=tenant, role=Role.SUPER_ADMIN, actor_id=new_id()).with_new_correlation()
        menu = m.CreateMenu.model_validate({"location": "header", "titles": {"en": "Main"}})
        self.menu_id = run(self.service.create_menu(self.ctx, menu)).node_id
        self.below: dict[str, list[str]] = {self.menu_id: []}

    def parent(self, node_id: str) -> str | None:
        return next((parent for parent, children in self.below.items() if node_id in children), None)

    def depth(self, node_id: str) -> int:
        parent = self.parent(node_id)
        return 0 if parent is None else 1 + self.depth(parent)

    def height(self, node_id: str) -> int:
        return max((1 + self.height(child) for child in self.below[node_id]), default=0)

    def attempt(self, allowed: bool, act: Coroutine[Any, Any, Any]) -> Any:
        if allowed:
            return self.run(act)
        with pytest.raises(UserError):
            self.run(act)
        return None

    @rule(target=items, data=st.data(), index=st.none() | st.integers(0, 4))
    def add(self, data: st.DataObject, index: int | None) -> str:
        parent = data.draw(st.sampled_from(sorted(self.below)))
        given = {"parent_id": parent, "titles": {"en": "x"}, "target": HOME, "index": index}
        act = self.service.add_item(self.ctx, m.AddMenuItem.model_validate(given))
        saved = self.attempt(self.depth(parent) < limits.MENU_LEVELS, act)
        if saved is None:
            return ""
        self.below[saved.node_id] = []
        children = self.below[parent]
        children.insert(len(children) if index is None else index, saved.node_id)
        return str(saved.node_id)

    @rule(item=items, data=st.data(), index=st.none() | st.integers(0, 4))
    def move(self, item: str, data: st.DataObject, index: int | None) -> None:
        if item not in self.below:
            return
        parent = data.draw(st.sampled_from(sorted(self.below)))
        above: str | None = parent
        while above not in (None, item):
            above = self.parent(above)  # type: ignore[arg-type]
        allowed = above is None and self.depth(parent) + 1 + self.height(item) <= limits.MENU_LEVELS
        command = m.MoveMenuItem(item_id=item, parent_id=parent, index=index)
        if self.attempt(allowed, self.service.move_item(self.ctx, command)) is not None:
            self.below[self.parent(item) or ""].remove(item)
            self.below[parent].insert(len(self.below[parent]) if index is None else index, item)

    @rule(item=items)
    def remove(self, item: str) -> None:
        if item not in self.below:
            return
        self.run(self.service.remove_item(self.ctx, m.MenuItemCommand(item_id=item)))
        self.below[self.parent(item) or ""].remove(item)
        leaving = [item]
        while leaving:
            leaving += self.below.pop(leaving.pop())

    @invariant()
    def the_tree_is_as_the_model_says(self) -> None:
        def ids(items: tuple[MenuItemView, ...]) -> list[Any]:
            return [(item.id, ids(item.items)) for item in items]

        def known(node_id: str) -> list[Any]:
            return [(child, known(child)) for child in self.below[node_id]]

        assert ids(self.run(self.service.menu(self.ctx, self.menu_id)).items) == known(self.menu_id)


def test_a_menu_in_any_order(tmp_path: Path) -> None:
    with asyncio.Runner() as runner:
        database = Database(tmp_path / "shop.db", utc_now)
        runner.run(database.open())
        try:
            run_state_machine_as_test(
                lambda: Menus(runner.run, database),
                settings=settings(
                    max_examples=25, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
                ),
            )
        finally:
            runner.run(database.close())
