"""What the Menus page does: each act one command, with a notice that can take it back."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot
from shiboken6 import isValid

from rustok_desktop.content.views import NodeSaved
from rustok_desktop.gui.history.take_back import offer_undo
from rustok_desktop.gui.menus.menu_texts import location_text
from rustok_desktop.gui.menus.menu_tree_model import MenuTreeModel
from rustok_desktop.gui.operations.menus import (
    AddItem,
    AddMenu,
    ChangeItem,
    DropItem,
    DropMenu,
    MendTarget,
    PlaceItem,
    RenameMenu,
    Titles,
    target_data,
)
from rustok_desktop.gui.operations.targets import Target
from rustok_desktop.gui.save_queue import SaveQueue
from rustok_desktop.gui.services import GuiServices

if TYPE_CHECKING:
    from rustok_desktop.content.menus import MenuItemView, MenuView


class MenuActs(QObject):
    """``made`` names a new item or menu, ``changed`` follows every other act, ``refused`` carries errors."""

    made = Signal(str)
    changed = Signal()
    refused = Signal(object)

    def __init__(self, services: GuiServices, model: MenuTreeModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._model = services, model
        self.saves = SaveQueue(services.client, self)
        self.saves.saved.connect(self._saved)
        self.saves.failed.connect(self._not_saved)

    def _submit(self, operation: Any, on_result: Any) -> None:
        alive = partial(isValid, self)
        self._services.client.submit(
            operation, on_result=on_result, on_error=self.refused.emit, alive=alive, write=True
        )

    def make_menu(self, location: str, locale: str) -> None:
        """A menu for a place, called like it."""
        titles: Titles = {locale: location_text(location)}
        self._submit(AddMenu(location, titles), self._made)

    def rename_menu(self, menu: MenuView, titles: Titles) -> None:
        """Other names by language."""
        self.saves.push(menu.id, menu.version, partial(_renamed, menu.id, titles))

    def delete_menu(self, menu: MenuView) -> None:
        """Delete at once; the notice can bring it back."""
        text = self.tr("Menu “{title}” deleted").format(title=menu.title)
        self._submit(DropMenu(menu.id, menu.version), partial(self._saved, text))

    def add(self, menu: MenuView, after: MenuItemView | None, target: Target, locale: str) -> None:
        """A new item behind another, or last."""
        parent_id, index = menu.id, None
        if after is not None:
            parent_id, index = after.parent_id, self._model.place(after) + 1
        self._submit(AddItem(parent_id, target, locale, index), self._made)

    def _made(self, saved: NodeSaved) -> None:
        self.made.emit(saved.node_id)

    def change(self, item: MenuItemView | None, fields: dict[str, Any]) -> None:
        """Other words, another target."""
        if item is not None:
            target = fields.get("target")
            given = fields | ({"target": target_data(target)} if isinstance(target, Target) else {})
            self.saves.push(item.id, item.version, partial(_changed, item.id, given))

    @Slot(str, str, int)
    def place(self, item_id: str, parent_id: str, index: int) -> None:
        """To another parent or place; -1 is last."""
        item = self._model.find(item_id)
        if item is not None:
            text = self.tr("“{title}” moved").format(title=item.title)
            make = partial(_placed, item_id, parent_id, index if index >= 0 else None)
            self.saves.push(item_id, item.version, make, text)

    @Slot(str)
    def delete(self, item_id: str) -> None:
        """Delete at once, with what is below; the notice can bring it back."""
        item = self._model.find(item_id)
        if item is not None:
            text = self.tr("“{title}” deleted").format(title=item.title)
            below = count_items(item.items)
            if below:
                more = self.tr("%Ln item(s) below it went along", "", below)
                text = f"{text} · {more}"
            self.saves.push(item_id, item.version, partial(DropItem, item_id), text)

    def mend(self, item: MenuItemView) -> None:
        """Make what a broken item leads to public, or take it out of the trash."""
        if item.target_id is not None and item.broken is not None:
            self._submit(MendTarget(item.target_kind, item.target_id, item.broken), self._mended)

    def _mended(self, _answer: object) -> None:
        self.changed.emit()

    @Slot(object, object)
    def _saved(self, text: str | None, saved: NodeSaved) -> None:
        self.changed.emit()
        if text is not None and saved.txid is not None:
            offer_undo(self._services, self, text, saved.txid, self.changed.emit)

    @Slot(object, object)
    def _not_saved(self, _text: str | None, error: BaseException) -> None:
        self.refused.emit(error)


def count_items(items: Iterable[MenuItemView]) -> int:
    """How many items there are, with those below."""
    return sum(1 + count_items(item.items) for item in items)


def _placed(item_id: str, parent_id: str, index: int | None, version: int) -> PlaceItem:
    return PlaceItem(item_id, version, parent_id, index)


def _renamed(menu_id: str, titles: Titles, version: int) -> RenameMenu:
    return RenameMenu(menu_id, version, titles)


def _changed(item_id: str, fields: dict[str, Any], version: int) -> ChangeItem:
    return ChangeItem(item_id, version, fields)
