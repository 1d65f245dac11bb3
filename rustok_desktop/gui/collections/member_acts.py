"""Acts on the products of the collection in the editor: find, add, take out, move, open, print."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from rustok_desktop.commerce.collections_views import CollectionSaved
from rustok_desktop.gui.asker import Asker
from rustok_desktop.gui.collections.collection_editor import CollectionEditor
from rustok_desktop.gui.history.take_back import offer_undo
from rustok_desktop.gui.operations.collections import ChangeMembers, FindProducts
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.index.schemas import ProductRow


class MemberActs(QObject):
    """Listens to the editor; ``done`` follows every change that was saved."""

    done = Signal()

    def __init__(
        self,
        services: GuiServices,
        editor: CollectionEditor,
        failed: Callable[[BaseException], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._editor = editor
        self._ask = Asker(services.client, self, failed)
        editor.labels_asked.connect(self._print_labels)
        editor.find_asked.connect(self._find)
        editor.add_asked.connect(self._add)
        editor.remove_asked.connect(self._remove)
        editor.move_asked.connect(self._move)
        editor.open_asked.connect(self._open_product)

    def _chosen(self) -> str | None:
        return self._editor.draft.id if self._editor.draft is not None else None

    @Slot(str)
    def _find(self, text: str) -> None:
        if text:
            self._ask(FindProducts(text), partial(self._found, text))
        else:
            self._editor.show_found(())

    def _found(self, text: str, rows: tuple[ProductRow, ...]) -> None:
        if self._editor.search.text().strip() == text:
            self._editor.show_found(rows)

    @Slot(str)
    def _add(self, product_id: str) -> None:
        self._change("add", (product_id,))

    @Slot(list, int)
    def _move(self, product_ids: list[str], position: int) -> None:
        self._change("move", tuple(product_ids), position)

    def _change(self, act: str, product_ids: tuple[str, ...], position: int | None = None) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._ask(ChangeMembers(act, chosen, product_ids, position), self._changed, write=True)

    def _changed(self, _saved: CollectionSaved) -> None:
        self.done.emit()

    @Slot(list)
    def _remove(self, rows: list[int]) -> None:
        chosen = self._chosen()
        if chosen is None or not rows:
            return
        gone = tuple(self._editor.model.product_id(row) for row in rows)
        self._ask(ChangeMembers("remove", chosen, gone), partial(self._removed, len(gone)), write=True)

    def _removed(self, count: int, saved: CollectionSaved) -> None:
        if saved.txid is not None:
            text = self.tr("%Ln product(s) taken out of the collection", "", count)
            offer_undo(self._services, self, text, saved.txid, self.done.emit)
        self.done.emit()

    @Slot(str)
    def _open_product(self, product_id: str) -> None:
        self._services.navigator.go("products", product_id=product_id)

    @Slot()
    def _print_labels(self) -> None:
        model = self._editor.model
        ids = tuple(model.product_id(row) for row in self._editor.selected_rows() or range(model.rowCount()))
        self._services.navigator.go("labels", product_ids=ids)
