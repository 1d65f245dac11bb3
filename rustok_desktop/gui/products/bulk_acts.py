"""Acts of the product list's menus that the editor has no part in: copies, labels, several products at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from shiboken6 import isValid

from rustok_desktop.gui.notices.notices import Kind
from rustok_desktop.gui.operations.pricing import CollectProducts
from rustok_desktop.gui.operations.products import ActOnMany, BulkResult, Duplicate, SavedProduct
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.index.schemas import ProductQuery

_REVERSE = {"publish": "unpublish", "unpublish": "publish", "trash": "restore"}


class BulkActs(QObject):
    """One notice for one act, however many products it was done to. ``duplicated`` carries the copy's id."""

    duplicated = Signal(str)

    def __init__(self, services: GuiServices, failed: Callable[[BaseException], None], parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._failed = failed

    def run(self, act: str, product_ids: Sequence[str], _checked: bool = False) -> None:
        """Duplicate one product, print labels, fill a price list, or publish, unpublish, trash, restore all of them."""
        if act == "labels":
            self._services.navigator.go("labels", product_ids=tuple(product_ids))
        elif act == "price_list":
            self._services.navigator.go("prices", product_ids=tuple(product_ids))
        elif act == "duplicate":
            self._ask(Duplicate(product_ids[0]), self._copied)
        else:
            self._ask(ActOnMany(act, tuple(product_ids)), partial(self._acted, act))

    def into_price_list(self, marked: Sequence[str], query: ProductQuery) -> None:
        """Several marked products, else all that a search finds."""
        if len(marked) > 1:
            self.run("price_list", marked)
            return
        put, alive = partial(self.run, "price_list"), partial(isValid, self)
        self._services.client.submit(CollectProducts(query), on_result=put, on_error=self._failed, alive=alive)

    @Slot(str)
    def show_price_list(self, price_list_id: str) -> None:
        """Go to one."""
        self._services.navigator.go("prices", price_list_id=price_list_id)

    def _ask(self, operation: Any, on_result: Callable[[Any], None]) -> None:
        alive = partial(isValid, self)
        submit = self._services.client.submit
        submit(operation, on_result=on_result, on_error=self._failed, alive=alive, write=True)

    def _copied(self, result: SavedProduct) -> None:
        title = next((words.title for words in result.loaded.view.translations.values()), "")
        self._services.notices.show(self.tr("“{title}” is a new draft").format(title=title), "ok")
        self.duplicated.emit(result.saved.product_id)

    def _acted(self, act: str, result: BulkResult) -> None:
        count, language = len(result.done), self._services.translator.language
        texts = {
            "publish": self.tr("%Ln product(s) published", "", count),
            "unpublish": self.tr("%Ln product(s) taken back to draft", "", count),
            "trash": self.tr("%Ln product(s) moved to the trash", "", count),
            "restore": self.tr("%Ln product(s) brought back from the trash", "", count),
        }
        text, details = texts[act], None
        if result.refused:
            text += ". " + self.tr("%Ln product(s) stayed as they were", "", len(result.refused))
            details = "\n".join(f"{title}: {error.text(language)}" for title, error in result.refused)
        kind: Kind = "warn" if result.refused else "ok"
        reverse = _REVERSE.get(act)
        if reverse is None or not result.done:
            self._services.notices.show(text, kind, details=details)
            return
        undo = partial(self.run, reverse, result.done)
        self._services.notices.show(text, kind, self.tr("Undo"), undo, details=details)
