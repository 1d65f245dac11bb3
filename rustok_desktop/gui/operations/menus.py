"""What the Menus page asks of the platform. Plain values, run on the core thread."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from rustok_desktop.content.views import NodeSaved
from rustok_desktop.gui.operations.targets import NODES, Target, titles_of

if TYPE_CHECKING:
    from rustok_desktop.app import Platform
    from rustok_desktop.content.menus import MenuView

Titles = dict[str, str | None]


@dataclass(frozen=True, slots=True)
class ReadMenus:
    """All menus with their items; titles in ``locale``, '' is the shop's own language."""

    locale: str = ""

    async def __call__(self, platform: Platform) -> tuple[MenuView, ...]:
        return await platform.menus.menus(platform.context(self.locale or None))


@dataclass(frozen=True, slots=True)
class AddMenu:
    """A new menu for a place in the shop."""

    location: str
    titles: Titles = field(hash=False)

    async def __call__(self, platform: Platform) -> NodeSaved:
        from rustok_desktop.content.menu_schemas import CreateMenu

        command = CreateMenu.model_validate({"location": self.location, "titles": self.titles})
        return await platform.menus.create_menu(platform.context(), command)


@dataclass(frozen=True, slots=True)
class RenameMenu:
    """Other names of a menu by language; None takes one away."""

    menu_id: str
    base_version: int
    titles: Titles = field(hash=False)

    async def __call__(self, platform: Platform) -> NodeSaved:
        from rustok_desktop.content.menu_schemas import UpdateMenu

        given = {"menu_id": self.menu_id, "base_version": self.base_version, "titles": self.titles}
        return await platform.menus.update_menu(platform.context(), UpdateMenu.model_validate(given))


@dataclass(frozen=True, slots=True)
class DropMenu:
    """A menu with its items into the trash."""

    menu_id: str
    base_version: int

    async def __call__(self, platform: Platform) -> NodeSaved:
        from rustok_desktop.content.menu_schemas import MenuCommand

        command = MenuCommand(menu_id=self.menu_id, base_version=self.base_version)
        return await platform.menus.remove_menu(platform.context(), command)


@dataclass(frozen=True, slots=True)
class AddItem:
    """A new item that leads to ``target``, called what that is called in each language of the shop."""

    parent_id: str
    target: Target
    locale: str
    index: int | None = None

    async def __call__(self, platform: Platform) -> NodeSaved:
        from rustok_desktop.content.menu_schemas import AddMenuItem

        if self.target.kind == "address":
            titles = {self.locale: self.target.title}
        else:
            titles = await titles_of(platform, self.target.kind, self.target.id)
        given = {
            "parent_id": self.parent_id,
            "titles": titles,
            "target": target_data(self.target),
            "index": self.index,
        }
        return await platform.menus.add_item(platform.context(), AddMenuItem.model_validate(given))


@dataclass(frozen=True, slots=True)
class ChangeItem:
    """Fields of an item: ``titles``, ``target``, ``new_window``."""

    item_id: str
    base_version: int
    fields: dict[str, Any] = field(hash=False)

    async def __call__(self, platform: Platform) -> NodeSaved:
        from rustok_desktop.content.menu_schemas import UpdateMenuItem

        given = {"item_id": self.item_id, "base_version": self.base_version, **self.fields}
        return await platform.menus.update_item(platform.context(), UpdateMenuItem.model_validate(given))


@dataclass(frozen=True, slots=True)
class PlaceItem:
    """Below the menu or another item, at ``index`` among the others there; None is last."""

    item_id: str
    base_version: int
    parent_id: str
    index: int | None

    async def __call__(self, platform: Platform) -> NodeSaved:
        from rustok_desktop.content.menu_schemas import MoveMenuItem

        command = MoveMenuItem(
            item_id=self.item_id, base_version=self.base_version, parent_id=self.parent_id, index=self.index
        )
        return await platform.menus.move_item(platform.context(), command)


@dataclass(frozen=True, slots=True)
class DropItem:
    """An item with what is below it into the trash."""

    item_id: str
    base_version: int

    async def __call__(self, platform: Platform) -> NodeSaved:
        from rustok_desktop.content.menu_schemas import MenuItemCommand

        command = MenuItemCommand(item_id=self.item_id, base_version=self.base_version)
        return await platform.menus.remove_item(platform.context(), command)


@dataclass(frozen=True, slots=True)
class MendTarget:
    """What a broken item leads to: out of the trash, or public. ``broken`` says which."""

    kind: str
    target_id: str
    broken: str

    async def __call__(self, platform: Platform) -> None:
        ctx = platform.context()
        if self.kind in NODES:
            from rustok_desktop.content.schemas import NodeCommand

            act = platform.nodes.restore if self.broken == "trashed" else platform.nodes.publish
            await act(ctx, NodeCommand(node_id=self.target_id))
        else:
            from rustok_desktop.commerce.schemas import ProductCommand

            mend = platform.catalog.restore if self.broken == "trashed" else platform.catalog.publish
            await mend(ctx, ProductCommand(product_id=self.target_id))


def target_data(target: Target) -> dict[str, str]:
    """As commands write it."""
    if target.kind == "address":
        return {"kind": "address", "address": target.id}
    return {"kind": target.kind, "id": target.id}
