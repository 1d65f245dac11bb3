"""Menus of the file: a menu is known by its name, an item by its place and by what it leads to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rustok_desktop.content.menu_edits import ADDRESS
from rustok_desktop.core import limits
from rustok_desktop.core.codec import loads
from rustok_desktop.core.ids import new_id
from rustok_desktop.exchange.nodes.drafts import MenuDraft, MenuItemDraft
from rustok_desktop.exchange.nodes.plan_references import References
from rustok_desktop.exchange.nodes.planned import ITEMS, MENUS, Planned
from rustok_desktop.exchange.nodes.registry import Registry
from rustok_desktop.exchange.nodes.schemas import ContentAction
from rustok_desktop.exchange.nodes.shop_nodes import ID, ShopNodes, StoredItem


class MenuPlanner:
    """Plans menus, then all their items at once: these are few, and stand in any order in the file."""

    def __init__(
        self, shop: ShopNodes, registry: Registry, ids: dict[str, str], unmade: set[str], things: References
    ) -> None:
        self._shop = shop
        self._things = things
        self._registry = registry
        self._categories = ids
        self._unmade = unmade
        self._there = shop.menus()
        self._menus: dict[str, str] = {}
        self._stored: dict[str, list[StoredItem]] = {}
        self._places: dict[str, tuple[str, str, int]] = {}  # item -> its id, its parent's id, how deep it stands
        self._counts: dict[str, int] = {}

    def menu(self, draft: MenuDraft) -> Planned:
        """A menu; one of the same name is the same."""
        planned = Planned(draft, stage=MENUS)
        title = draft.title[: limits.TITLE]
        known = draft.own_id if draft.own_id in self._there else None
        known = known or next((id_ for id_, titles in self._there.items() if title in titles.values()), None)
        if known is not None:
            self._there.pop(known)
            self._menus[draft.key] = known
            self._stored[draft.key] = self._shop.menu_items(known)
            return planned
        self._menus[draft.key] = planned.becomes = new_id()
        self._unmade.add(planned.becomes)
        planned.action = ContentAction.CREATE
        titles = {**draft.titles, draft.locale: title}
        planned.steps.append(("create_menu", {"location": draft.location, "titles": titles}))
        planned.differ(f"title@{draft.locale}", None, title)
        return planned

    def items(self, drafts: list[MenuItemDraft]) -> Iterator[Planned]:
        """Every item, those above before those below."""
        by_key = {draft.key: draft for draft in drafts}
        below: dict[tuple[str, str | None], list[MenuItemDraft]] = {}
        for draft in drafts:
            above = by_key.get(draft.parent or "")
            inside = above is not None and above.menu == draft.menu and not _circular(draft, by_key)
            if draft.parent is not None and not inside:
                draft.note("parent_unknown")
            below.setdefault((draft.menu, draft.parent if inside else None), []).append(draft)
        for menu in self._menus:
            yield from self._branch(menu, None, below)

    def _branch(
        self, menu: str, above: str | None, below: dict[tuple[str, str | None], list[MenuItemDraft]]
    ) -> Iterator[Planned]:
        for draft in sorted(below.get((menu, above), ()), key=lambda draft: draft.order):
            yield self._item(draft, above)
            yield from self._branch(menu, draft.key, below)

    def _item(self, draft: MenuItemDraft, above: str | None) -> Planned:
        planned = Planned(draft, stage=ITEMS)
        top = self._menus[draft.menu]
        place = self._places.get(above or "", (top, top, 0))
        self._places[draft.key] = place  # what stands below an item that stays out moves up
        parent_id, upper_id, depth = place
        if depth >= limits.MENU_LEVELS:
            draft.note("menu_item_lifted", limit=limits.MENU_LEVELS)
            parent_id, depth = upper_id, depth - 1
        planned.depth = depth + 1
        target = self._target(planned, draft)
        if target is None:
            return planned.skip("menu_target_unknown", target=draft.target)
        known = self._match(draft, parent_id, target)
        if known is None and self._counts.get(draft.menu, 0) >= limits.MENU_ITEMS:
            return planned.skip("too_many_menu_items", limit=limits.MENU_ITEMS)
        self._counts[draft.menu] = self._counts.get(draft.menu, 0) + 1
        title = draft.title[: limits.TITLE].strip() or draft.target[: limits.TITLE]
        if known is not None:
            self._places[draft.key] = (known.id, parent_id, depth + 1)
            self._change(planned, draft, known, title)
            return planned
        planned.becomes = new_id()
        self._unmade.add(planned.becomes)
        self._places[draft.key] = (planned.becomes, parent_id, depth + 1)
        for needed in (parent_id, target.get("id")):
            if needed in self._unmade:
                planned.needs.add(str(needed))
        planned.action = ContentAction.CREATE
        titles = {**draft.titles, draft.locale: title}
        command: dict[str, Any] = {"parent_id": parent_id, "titles": titles, "target": target}
        planned.steps.append(("add_item", command | {"new_window": draft.new_window}))
        planned.differ(f"title@{draft.locale}", None, title)
        return planned

    def _target(self, planned: Planned, draft: MenuItemDraft) -> dict[str, Any] | None:
        if draft.target_kind == "address":
            address = draft.target.strip()
            fits = ADDRESS.fullmatch(address) is not None and len(address) <= limits.URL
            return {"kind": "address", "address": address} if fits else None
        if draft.target_kind == "category":
            found = self._categories.get(draft.target)
        elif draft.target_kind == "product":
            found = self._product(planned, draft)
        else:
            found = self._registry.ids.get(draft.target)
        return {"kind": draft.target_kind, "id": found} if found is not None else None

    def _product(self, planned: Planned, draft: MenuItemDraft) -> str | None:
        """A product of this shop; also one that is gone, where the menu leads to it as it is."""
        if not ID(draft.target):
            return None
        found = self._things.find(planned, "product", draft.target, draft.links)
        held = any(loads(item.metadata).get("id") == draft.target for item in self._stored.get(draft.menu, ()))
        return found or (draft.target if held else None)

    def _match(self, draft: MenuItemDraft, parent_id: str, target: dict[str, Any]) -> StoredItem | None:
        stored = self._stored.get(draft.menu, [])
        for item in stored:
            held = loads(item.metadata)
            same = held.get("id") == target.get("id") and held.get("address") == target.get("address")
            if item.parent_id == parent_id and item.kind == target["kind"] and same:
                stored.remove(item)
                return item
        return None

    def _change(self, planned: Planned, draft: MenuItemDraft, known: StoredItem, title: str) -> None:
        held, window = known.titles.get(draft.locale), bool(loads(known.metadata).get("new_window"))
        if held != title:
            planned.differ(f"title@{draft.locale}", held, title)
        if window != draft.new_window:
            planned.differ("new_window", str(window).lower(), str(draft.new_window).lower())
        if planned.diffs:
            planned.action = ContentAction.UPDATE
            titles = {draft.locale: title} if held != title else {}
            command = {"item_id": known.id, "titles": titles, "new_window": draft.new_window}
            planned.steps.append(("update_item", command))


def _circular(draft: MenuItemDraft, by_key: dict[str, MenuItemDraft]) -> bool:
    seen, step = {draft.key}, by_key.get(draft.parent or "")
    while step is not None:
        if step.key in seen:
            return True
        seen.add(step.key)
        step = by_key.get(step.parent or "")
    return False
