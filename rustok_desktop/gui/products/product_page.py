"""The Products page: list at the left, editor at the right."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget
from shiboken6 import isValid

from rustok_desktop.commerce.views import PricesChanged
from rustok_desktop.core.errors import AppError
from rustok_desktop.gui.media.picture_cache import PictureCache
from rustok_desktop.gui.operations.bulk import BulkResult
from rustok_desktop.gui.operations.products import ReadShop, SavedProduct, ShopFacts
from rustok_desktop.gui.products.bulk_acts import BulkActs
from rustok_desktop.gui.products.bulk_edit_dialog import BulkEditDialog
from rustok_desktop.gui.products.draft_store import DRAFTS_FILE, NEW, DraftStore
from rustok_desktop.gui.products.editor_controller import EditorController
from rustok_desktop.gui.products.editor_language import turn_language
from rustok_desktop.gui.products.image_uploads import ImageUploads
from rustok_desktop.gui.products.price_dialog import PriceDialog
from rustok_desktop.gui.products.product_actions import product_actions
from rustok_desktop.gui.products.product_editor import ProductEditor
from rustok_desktop.gui.products.product_list_pane import ProductListPane
from rustok_desktop.gui.products.product_menu import BulkMenu, ProductMenu
from rustok_desktop.gui.products.view_actions import ViewActions
from rustok_desktop.gui.services import GuiServices

if TYPE_CHECKING:
    from rustok_desktop.runtime.notices import ChangeNotice

_INDEX = "index"
_PLACES = frozenset({"category", "collection"})
_WIDTH_KEY = "products.editor_width"
_MANY = 50  # changes at once that no single edit makes


class ProductPage(QWidget):
    """Opens with ``product_id`` to show one product, ``new`` to begin one, ``query`` to search."""

    def __init__(self, services: GuiServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "bg")
        self._services = services
        self._wide = False
        self._shop: ShopFacts | None = None
        self.price_dialog: PriceDialog | None = None
        self.bulk_dialog: BulkEditDialog | None = None
        self.controller = EditorController(services.client, services.translator.language, self)
        self.pictures = PictureCache(services.client, self)
        self.list = ProductListPane(services, pictures=self.pictures)
        self.uploads = ImageUploads(services, self.pictures, self)
        self.editor = ProductEditor(self.controller, services.theme, services.icons, uploads=self.uploads)
        self.bulk = BulkActs(services, self._failed, self)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.editor.prices.list_asked.connect(self.bulk.show_price_list)
        self.destroyed.connect(services.client.watch(self._noticed))
        services.actions.register(*product_actions(self))
        self._view_actions = ViewActions(services.actions, self)
        alive = partial(isValid, self)
        services.client.submit(ReadShop(), on_result=self._show_shop, on_error=self._failed, alive=alive)
        self.list.start()

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.list)
        self.splitter.addWidget(self.editor)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.editor.hide()
        theme = self._services.theme
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.px(22), theme.px(18), theme.px(18), theme.px(14))
        whole.addWidget(self.splitter)

    def _connect(self) -> None:
        self.list.import_asked.connect(self.go_to_import)
        self.list.prices_asked.connect(self.change_prices)
        self.list.edit_asked.connect(self.edit_list)
        self.list.new_asked.connect(self.new_product)
        self.list.failed.connect(self._failed)
        self.list.table.chosen.connect(self._open)
        self.list.table.opened.connect(self._open_wide)
        self.list.table.menu_asked.connect(self._show_menu)
        self.bulk.duplicated.connect(self._show_copy)
        self.editor.width_asked.connect(self._toggle_width)
        self.editor.close_asked.connect(self.go_back)
        self.controller.saved.connect(self._saved)
        self.controller.acted.connect(self._acted)
        self.controller.failed.connect(self._failed)
        self.controller.gone.connect(self._gone)
        self.controller.keeper.failed.connect(self._draft_failed)
        self.splitter.splitterMoved.connect(self._keep_width)

    def _noticed(self, notice: ChangeNotice) -> None:
        if not isValid(self):
            return
        self.controller.notice(notice)
        self.editor.notice(notice)
        # The list shows the read model: it is worth reading again once that has followed, not before.
        # Who belongs to a category or collection is read where it is written, so that one is true at once.
        if notice.bulk or _INDEX in notice.kinds or _PLACES & notice.kinds:
            self.list.refresh_soon(bulk=notice.bulk or len(notice.ids) > _MANY)
        if "tenant" in notice.kinds:  # perhaps a language was enabled, or that was undone
            self._services.client.submit(ReadShop(), on_result=self.controller.set_shop, alive=partial(isValid, self))

    # -- shop and drafts ---------------------------------------------------------------------------

    def _show_shop(self, shop: ShopFacts) -> None:
        store = DraftStore(Path(shop.directory) / DRAFTS_FILE if shop.directory else None)
        self.controller.keeper.set_store(store)
        self.controller.set_shop(shop)
        self.list.filters.set_money(shop.currency_code, self._services.translator.language)
        self.list.views.book.set_shop(shop.tenant_id)
        self._shop = shop
        kept = store.keys()
        if kept and self.controller.state is None:
            text = self.tr("Unsaved edits of %n product(s) were kept", "", len(kept))
            self._services.notices.show(text, "info", self.tr("Open"), self._open_kept)

    def _open_kept(self) -> None:
        kept = self.controller.unsaved()
        if kept and kept[-1] == NEW:
            self.open_with(new=True)
        elif kept:
            self.open_with(product_id=kept[-1])

    def flush(self) -> None:
        """Write drafts now: the window closes."""
        self.controller.keeper.flush()

    # -- editor ------------------------------------------------------------------------------------

    def open_with(
        self,
        product_id: str | None = None,
        new: bool = False,
        query: str | None = None,
        *,
        title: str = "",
        stock: str | None = None,
        status: str | None = None,
    ) -> None:
        """What the navigator asks for; ``title`` begins a product that has none yet."""
        if query is not None:
            self.list.search(query)
        if stock is not None or status is not None:
            self.list.narrow(stock, status)
        if product_id is not None:
            self.list.table.select(product_id)
            self._open(product_id)
        elif new:
            self.new_product()
            self._suggest(title)

    def _suggest(self, title: str) -> None:
        state = self.controller.state
        if title and state is not None and not state.dirty:
            self.controller.edit(f"title@{state.locale}", title)

    @Slot(str)
    def _open(self, product_id: str) -> None:
        state = self.controller.state
        if state is None or state.product_id != product_id:
            self.controller.open(product_id)
        self._show_editor()

    @Slot(str)
    def _open_wide(self, product_id: str) -> None:
        self._open(product_id)
        self.set_wide(True)

    @Slot()
    def new_product(self) -> None:
        """Begin a product, or go on with the one begun."""
        self.list.table.select(None)
        self.controller.new_product()
        self._show_editor()
        self.editor.focus_title()

    def _show_editor(self) -> None:
        if self.editor.isHidden():
            self.editor.show()
            width = self._services.preferences.get(_WIDTH_KEY, self._services.theme.px(440))
            self.splitter.setSizes([max(1, self.splitter.width() - width), width])

    def _hide_editor(self) -> None:
        self.controller.close()
        self.editor.hide()
        self.list.table.select(None)
        self.list.table.setFocus()

    @Slot()
    def _toggle_width(self) -> None:
        self.set_wide(not self._wide)

    def set_wide(self, wide: bool) -> None:
        """The editor alone, or beside the list."""
        self._wide = wide
        self.list.setVisible(not wide)
        self.editor.set_wide(wide)

    @Slot()
    def go_back(self) -> None:
        """From full width to the pane, from the pane to the list. Nothing typed is lost."""
        if self._wide:
            self.set_wide(False)
            self.list.table.setFocus()
        elif self.editor.isVisible():
            self._hide_editor()

    @Slot(int, int)
    def _keep_width(self, _position: int, _index: int) -> None:
        if self.editor.isVisible() and not self._wide:
            self._services.preferences.set(_WIDTH_KEY, self.editor.width())

    @Slot(object)
    def _saved(self, result: SavedProduct) -> None:
        state = self.controller.state
        if state is not None and state.product_id == result.saved.product_id:
            self.list.table.select(result.saved.product_id)

    @Slot(str, object)
    def _acted(self, act: str, result: SavedProduct) -> None:
        view = result.loaded.view
        title = next((words.title for words in view.translations.values()), "")
        notices = self._services.notices
        if act in ("trash", "unpublish_and_trash"):
            undo = partial(self.controller.act, "restore", view.id)
            notices.show(self.tr("“{title}” is in the trash").format(title=title), "ok", self.tr("Undo"), undo)
        elif act in self._done:
            notices.show(self._done[act].format(title=title), "ok")

    @Slot(str)
    def _gone(self, product_id: str) -> None:
        state = self.controller.state
        if state is None or state.product_id in (None, product_id):
            self.set_wide(False)
            self._hide_editor()

    @Slot(object)
    def _failed(self, error: BaseException) -> None:
        language = self._services.translator.language
        if isinstance(error, AppError):
            lines = "\n".join(f"{problem.path}: {problem.text(language)}" for problem in error.fields)
            self._services.notices.show(error.text(language), "error", details=lines or None)
        else:
            text = self.tr("Something went wrong. Nothing that was saved is lost.")
            self._services.notices.show(text, "error", details=repr(error))

    @Slot(str)
    def _draft_failed(self, detail: str) -> None:
        text = self.tr("Unsaved edits could not be written to disk. Save them before closing.")
        self._services.notices.show(text, "warn", details=detail)

    # -- acts --------------------------------------------------------------------------------------

    @Slot(str, QPoint)
    def _show_menu(self, product_id: str, place: QPoint) -> None:
        marked = self.list.table.marked
        if len(marked) > 1 and product_id in marked:
            several = BulkMenu(marked, self._services.icons, self._run_many, self)
            several.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            several.popup(place)
            return
        row = self.list.model.find(product_id)
        listed = self.list.model.listed(row) if row is not None else None
        if listed is not None:
            menu = ProductMenu(listed.row, self._services.icons, self.run, self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(place)

    def run(self, act: str, product_id: str, _checked: bool = False) -> None:
        """Open a product, or publish, unpublish, trash, restore it."""
        if act == "open":
            self.list.table.select(product_id)
            self._open_wide(product_id)
        elif act in ("duplicate", "labels", "price_list"):
            self.bulk.run(act, (product_id,))
        else:
            self.controller.act(act, product_id)

    def _run_many(self, act: str, product_ids: Sequence[str], _checked: bool = False) -> None:
        if act == "edit":
            self.edit_many(tuple(product_ids))
        else:
            self.bulk.run(act, product_ids)

    def change_prices(self) -> None:
        """Change the prices of everything the list shows now."""
        self.come_into_sight()
        self.price_dialog = PriceDialog(self._services, self.list.filters.query, self)
        self.price_dialog.applied.connect(self._prices_changed)
        self.price_dialog.finished.connect(self._prices_closed)
        self.price_dialog.open()

    def put_into_price_list(self) -> None:
        """The marked products where several are, else everything the list shows now."""
        self.bulk.into_price_list(self.list.table.marked, self.list.filters.query)

    def edit_list(self) -> None:
        """Edit everything the list shows now, or the marked products where several are."""
        self.come_into_sight()
        marked = self.list.table.marked
        self.edit_many(marked if len(marked) > 1 else None)

    def edit_many(self, product_ids: tuple[str, ...] | None) -> None:
        """One edit over these products; None stands for the whole list."""
        self.bulk_dialog = BulkEditDialog(self._services, self.list.filters.query, product_ids, self)
        self.bulk_dialog.applied.connect(self._many_edited)
        self.bulk_dialog.finished.connect(self._bulk_closed)
        self.bulk_dialog.open()

    @Slot()
    def _bulk_closed(self) -> None:
        self.bulk_dialog = None

    @Slot(object)
    def _many_edited(self, done: BulkResult) -> None:
        if done.changed:
            text = self.tr("%Ln product(s) changed", "", done.changed)
            self._services.notices.show(text, "ok", self.tr("Undo"), self._undo)
        self.list.refresh()

    def _undo(self) -> None:
        self._services.actions.trigger("edit.undo")

    @Slot()
    def _prices_closed(self) -> None:
        self.price_dialog = None

    @Slot(object)
    def _prices_changed(self, done: PricesChanged) -> None:
        self._services.notices.show(self.tr("%Ln price(s) changed", "", done.changed), "ok")
        self.list.refresh()

    @Slot(str)
    def _show_copy(self, product_id: str) -> None:
        self.list.table.select(product_id)
        self._open(product_id)

    def come_into_sight(self) -> None:
        """Show this page."""
        if not self.isVisible():
            self._services.navigator.go("products")

    def go_to_search(self) -> None:
        """Go to the search field."""
        self.set_wide(False)
        self.list.filters.search.setFocus()
        self.list.filters.search.selectAll()

    @Slot()
    def go_to_import(self) -> None:
        """The import page."""
        self._services.navigator.go("import")

    @Slot()
    def go_to_duplicates(self) -> None:
        """The page of products that look alike."""
        self._services.navigator.go("duplicates")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes one step back."""
        if event.key() == Qt.Key.Key_Escape and self.editor.isVisible():
            self.go_back()
            return
        super().keyPressEvent(event)

    # -- words -------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """All words in the language of the window."""
        turn_language(self.controller, self._services.translator.language)
        if self._shop is not None:
            self.list.filters.set_money(self._shop.currency_code, self._services.translator.language)
        self._done = {
            "publish": self.tr("“{title}” is published"),
            "unpublish": self.tr("“{title}” is a draft again"),
            "unarchive": self.tr("“{title}” is out of the archive"),
            "restore": self.tr("“{title}” is out of the trash"),
            "stock": self.tr("Stock of “{title}” adjusted"),
            "put_back": self.tr("“{title}” is as it was then; Undo takes that back"),
        }

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
