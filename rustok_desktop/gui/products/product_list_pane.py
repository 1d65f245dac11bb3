"""The left side of the Products page: title, search, filters, list, and what stands there without products."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from rustok_desktop.core.locale import format_number
from rustok_desktop.gui.home.empty_search_recorder import EmptySearchRecorder
from rustok_desktop.gui.media.picture_cache import PictureCache
from rustok_desktop.gui.operations.products import FillDemo, ReadFacets, ReadFilterChoices
from rustok_desktop.gui.products.filter_chips import FilterChips
from rustok_desktop.gui.products.filter_descriptions import describe_filters
from rustok_desktop.gui.products.product_filters import ProductFilters
from rustok_desktop.gui.products.product_table_model import ProductTableModel
from rustok_desktop.gui.products.product_table_view import ProductTableView
from rustok_desktop.gui.products.product_views import ProductViews
from rustok_desktop.gui.products.product_views_bar import ProductViewsBar
from rustok_desktop.gui.products.saved_views import ALL, SavedView
from rustok_desktop.gui.products.view_book import ViewBook
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.card import Card
from rustok_desktop.gui.widgets.empty_state import EmptyState
from rustok_desktop.gui.widgets.icon_button import IconButton
from rustok_desktop.gui.widgets.page_header import PageHeader
from rustok_desktop.index.schemas import ProductQuery, ProductSort

DEMO_PRODUCTS = 60
_REFRESH_MS = 120
_BULK_REFRESH_MS = 1000  # while an import or a rebuild runs: reading the list again is work too
_FACETS_MS = 1500


class ProductListPane(QWidget):
    """Asks its own questions; what a person does with products it only tells. ``failed`` carries errors."""

    import_asked = Signal()
    prices_asked = Signal()
    edit_asked = Signal()
    new_asked = Signal()
    failed = Signal(object)

    def __init__(
        self, services: GuiServices, parent: QWidget | None = None, pictures: PictureCache | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self.model = ProductTableModel(services.client, services.translator.language, self)
        self.header = PageHeader()
        self.prices_button = IconButton(services.icons.icon("dollar", "text"), "")
        self.edit_button = IconButton(services.icons.icon("pencil", "text"), "")
        self.import_button = Button("", services.icons.icon("upload", "text"))
        self.new_button = Button("", services.icons.icon("plus", "on_accent"), "primary")
        self.filters = ProductFilters(services.icons, services.theme)
        self.chips = FilterChips(services.icons)
        self.table = ProductTableView(self.model, services.theme, services.preferences, pictures=pictures)
        self.views = ProductViews(
            ViewBook(services.preferences, self), self.filters, self.table.columns, services.preferences, self
        )
        self.views_bar = ProductViewsBar(self.views, services.icons)
        self.save_view = Button("", variant="link", compact=True)
        self.chips.add_act(self.save_view)
        self._build_empty_states()
        self._lay_out()
        self._refresh_timer = self._single(_REFRESH_MS, self.model.refresh)
        self._facets_timer = self._single(_FACETS_MS, self.read_facets)
        self._empty_searches = EmptySearchRecorder(services.client, self._searched_text, self)
        self._connect()
        self.retranslate()

    # -- building ----------------------------------------------------------------------------------

    def _single(self, interval: int, slot: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        timer.timeout.connect(slot)
        return timer

    def _build_empty_states(self) -> None:
        icons = self._services.icons
        self.first_import = Button("", icons.icon("upload", "on_accent"), "primary")
        self.first_demo = Button("", icons.icon("shop", "text"))
        self.first_new = Button("", icons.icon("plus", "text"))
        acts = (self.first_import, self.first_demo, self.first_new)
        self.empty = EmptyState(icons.icon("box", "muted"), actions=acts)
        self.clear_filters = Button()
        self.nothing_found = EmptyState(icons.icon("search", "muted"), actions=(self.clear_filters,))

    def _lay_out(self) -> None:
        self.header.add_action(self.edit_button)
        self.header.add_action(self.prices_button)
        self.header.add_action(self.import_button)
        self.header.add_action(self.new_button)
        frame = Card(margin=1)
        self.stack = QStackedWidget()
        for widget in (self.table, self.empty, self.nothing_found):
            self.stack.addWidget(widget)
        self.stack.setMinimumWidth(self._services.theme.px(280))  # not what the widest empty state would like
        frame.body.addWidget(self.stack)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.m)
        column.addWidget(self.header)
        column.addWidget(self.views_bar)
        column.addWidget(self.filters)
        column.addWidget(self.chips)
        column.addWidget(frame, 1)

    def _connect(self) -> None:
        self.edit_button.clicked.connect(self.edit_asked)
        self.prices_button.clicked.connect(self.prices_asked)
        for button in (self.import_button, self.first_import):
            button.clicked.connect(self.import_asked)
        for button in (self.new_button, self.first_new):
            button.clicked.connect(self.new_asked)
        self.first_demo.clicked.connect(self.fill_demo)
        self.clear_filters.clicked.connect(self.filters.clear)
        self.filters.changed.connect(self._query_changed)
        self.filters.described.connect(self._describe)
        self.save_view.clicked.connect(self.views_bar.save_as)
        self.views.changed.connect(self._offer_saving)
        self.views_bar.deleted.connect(self._view_deleted)
        self.chips.removed.connect(self.filters.remove)
        self.chips.clear_all.clicked.connect(self.filters.clear_filters)
        self.table.sort_asked.connect(self._sort)
        self.model.opened.connect(self._listed)
        self.model.refreshed.connect(self._listed)
        self.model.failed.connect(self.failed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the head has no room for all its acts, the second ones show their icons only."""
        super().resizeEvent(event)
        self._fit_header()

    def minimumSizeHint(self) -> QSize:
        """As narrow as with icons only, so that a wide window can be made a small one."""
        least = super().minimumSizeHint()
        words = self.import_button.fontMetrics().horizontalAdvance(self.import_button.text())
        least.setWidth(max(self.stack.minimumWidth(), least.width() - words))
        return least

    def _fit_header(self) -> None:
        text = self.tr("Import")
        self.import_button.setText(text)
        if self.header.minimumSizeHint().width() > self.width():
            self.import_button.setText("")
        self.import_button.setToolTip("" if self.import_button.text() else text)
        self.import_button.setAccessibleName(text)

    # -- reading -----------------------------------------------------------------------------------

    def start(self) -> None:
        """Read the list for the first time."""
        query = self.filters.query
        self.table.show_sort(query.sort, query.descending)
        self.model.open(query)
        self.read_facets()

    @Slot()
    def refresh(self) -> None:
        """Read list and filters again."""
        self.model.refresh()
        self.read_facets()

    def refresh_soon(self, *, bulk: bool = False) -> None:
        """Read again in a moment, once for many changes; ``bulk``: more changes are on their way."""
        if not self._refresh_timer.isActive():
            self._refresh_timer.start(_BULK_REFRESH_MS if bulk else _REFRESH_MS)
        if not self._facets_timer.isActive():
            self._facets_timer.start()

    @Slot()
    def read_facets(self) -> None:
        """Ask for the values to filter by."""
        self._services.client.submit(
            ReadFacets(),
            on_result=self.filters.set_facets,
            on_error=self.failed.emit,
            alive=partial(isValid, self),
        )
        self._services.client.submit(
            ReadFilterChoices(),
            on_result=self.filters.set_choices,
            on_error=self.failed.emit,
            alive=partial(isValid, self),
        )

    @Slot()
    def fill_demo(self) -> None:
        """Invented products to look around with."""
        self.first_demo.setEnabled(False)
        self._services.client.submit(
            FillDemo(DEMO_PRODUCTS),
            on_result=self._demo_filled,
            on_error=self._demo_failed,
            alive=partial(isValid, self),
            write=True,
        )

    def _demo_filled(self, count: int) -> None:
        self.first_demo.setEnabled(True)
        self._services.notices.show(self.tr("%n demo product(s) added", "", count), "ok")
        self.refresh()

    def _demo_failed(self, error: BaseException) -> None:
        self.first_demo.setEnabled(True)
        self.failed.emit(error)

    # -- showing -----------------------------------------------------------------------------------

    @Slot(object)
    def _query_changed(self, query: ProductQuery) -> None:
        self.table.show_sort(query.sort, query.descending)
        self.model.open(query)

    @Slot()
    def _describe(self) -> None:
        words = describe_filters(self.filters)
        self.chips.show_filters(words)
        gone = [one.text for one in words if one.gone]
        self.nothing_found.set_texts(
            self.tr("Nothing found"),
            self.tr("What this filter means was deleted: {filters}").format(filters=", ".join(gone))
            if gone
            else self.tr("No product answers this search and these filters."),
        )

    @Slot(object, bool)
    def _sort(self, sort: ProductSort, descending: bool) -> None:
        self.filters.set_sort(sort, descending)

    @Slot()
    def _listed(self) -> None:
        total = self.model.total
        self.header.set_count(format_number(total, self._services.translator.language))
        nothing = self.nothing_found if self.filters.filtering else self.empty
        self.stack.setCurrentWidget(self.table if total else nothing)
        self.filters.setVisible(bool(total) or self.filters.filtering)
        self.views_bar.setVisible(bool(total) or self.filters.filtering)
        self.prices_button.setVisible(bool(total))
        self.edit_button.setVisible(bool(total))
        self._empty_searches.listed(total)

    def _searched_text(self) -> str:
        """The search, unless filters may be what leaves the list empty."""
        query = self.filters.query
        return "" if query.narrowed else query.text

    @Slot()
    def _offer_saving(self) -> None:
        self.save_view.setVisible(self.views.differs)

    @Slot(object)
    def _view_deleted(self, view: SavedView) -> None:
        text = self.tr("The view “{view}” is deleted; its products are untouched").format(view=view.name)
        self._services.notices.show(text, "ok", self.tr("Undo"), partial(self.views.put_back, view))

    def narrow(self, stock: str | None, status: str | None) -> None:
        """Everything of this stock state or status, whatever view was shown."""
        self.views.show(ALL)
        self.filters.narrow(stock, status)

    def search(self, text: str) -> None:
        """Search as if it had been typed."""
        self.filters.search.setText(text)
        self.filters.search.search_now()

    # -- words -------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """All words in the language of the window."""
        heads = (
            self.tr("Product"),
            self.tr("SKU"),
            self.tr("Status"),
            self.tr("Stock"),
            self.tr("Price"),
            self.tr("Updated"),
            self.tr("Vendor"),
            self.tr("Type"),
            self.tr("Variants"),
        )
        chips = {
            "active": self.tr("Active"),
            "draft": self.tr("Draft"),
            "archived": self.tr("Archived"),
            "low": self.tr("Low"),
            "out": self.tr("Out"),
            "trash": self.tr("Trash"),
        }
        self.model.set_texts(self._services.translator.language, heads, chips)
        self.header.set_title(self.tr("Products"))
        self.save_view.setText(self.tr("Save as a view…"))
        self._offer_saving()
        self.edit_button.set_tip(self.tr("Edit all products in this list, or the selected ones…"))
        self.prices_button.set_tip(self.tr("Change prices of all products in this list…"))
        self._fit_header()
        self.new_button.setText(self.tr("New product"))
        self.table.setAccessibleName(self.tr("Products"))
        self.empty.set_texts(
            self.tr("No products yet"),
            self.tr("Bring your catalog over from a Shopify file, look around in a demo shop, or begin by hand."),
        )
        self.first_import.setText(self.tr("Import products"))
        self.first_demo.setText(self.tr("Fill with demo products"))
        self.first_new.setText(self.tr("New product"))
        self._describe()
        self.clear_filters.setText(self.tr("Clear search and filters"))
        if self.model.loaded:
            self._listed()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
