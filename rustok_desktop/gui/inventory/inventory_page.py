"""The Inventory page: stock by location, and counting."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSplitter, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from rustok_desktop.commerce.stock_views import LevelView, StockFigures, Transferred
from rustok_desktop.commerce.views import LocationView, MovementView
from rustok_desktop.core.locale import format_number
from rustok_desktop.gui.inventory.inventory_actions import inventory_actions
from rustok_desktop.gui.inventory.places_panel import PlacesPanel
from rustok_desktop.gui.inventory.stock_panel import StockPanel
from rustok_desktop.gui.inventory.stock_table_model import StockTableModel, article_text
from rustok_desktop.gui.inventory.stock_view import StockView
from rustok_desktop.gui.inventory.stocktake_controller import StocktakeController
from rustok_desktop.gui.inventory.stocktake_view import CountingView
from rustok_desktop.gui.notices.failure import tell_failure
from rustok_desktop.gui.operations import inventory as ops
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.card import Card
from rustok_desktop.gui.widgets.choice_row import ChoiceRow
from rustok_desktop.gui.widgets.empty_state import EmptyState
from rustok_desktop.gui.widgets.filter_box import FilterBox
from rustok_desktop.gui.widgets.icon_button import IconButton
from rustok_desktop.gui.widgets.page_header import PageHeader
from rustok_desktop.gui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from rustok_desktop.runtime.notices import ChangeNotice

_REFRESH_MS = 250


class InventoryPage(QWidget):
    """Opens with ``state`` (low, out), ``query`` or ``location_id`` to show just that."""

    def __init__(self, services: GuiServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "bg")
        self._services = services
        self._places: tuple[LocationView, ...] = ()
        self._figures: StockFigures | None = None
        self.model = StockTableModel(services.client, self)
        self.header = PageHeader()
        icons = services.icons
        self.places_button = IconButton(icons.icon("shop", "text"), "", outlined=True)
        self.count_button = Button("", icons.icon("barcode", "on_accent"), "primary")
        self.search = SearchField(icons)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.place_box, self.state_row = FilterBox(), ChoiceRow()
        self.table = StockView(self.model, services.theme, services.preferences)
        self.panel = StockPanel(services.theme, services.preferences)
        self.counting = CountingView(services.theme, icons)
        self.stocktakes = StocktakeController(services, self.counting)
        self.empty_import, self.clear = Button("", icons.icon("box", "on_accent"), "primary"), Button()
        self.empty = EmptyState(icons.icon("layers", "muted"), actions=(self.empty_import,))
        self.nothing = EmptyState(icons.icon("search", "muted"), actions=(self.clear,))
        self._places_panel: PlacesPanel | None = None
        self._refresh_timer = QTimer(self)
        self._refresh_timer.setSingleShot(True)
        self._refresh_timer.setInterval(_REFRESH_MS)
        self._lay_out()
        self._connect()
        self.retranslate()
        services.actions.register(*inventory_actions(self))
        self.destroyed.connect(services.client.watch(self._noticed))
        self._ask(ops.ReadPlaces(), self._show_places)

    # -- building ----------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.header.add_action(self.places_button)
        self.header.add_action(self.count_button)
        filters = QHBoxLayout()
        filters.setSpacing(SPACE.s)
        for widget in (self.search, self.place_box, self.state_row):
            filters.addWidget(widget)
        frame = Card(margin=1)
        self.stack = QStackedWidget()
        for page in (self.table, self.empty, self.nothing):
            self.stack.addWidget(page)
        frame.body.addWidget(self.stack)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.m)
        column.addWidget(self.header)
        column.addLayout(filters)
        column.addWidget(frame, 1)
        theme = self._services.theme
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.panel)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.panel.setMinimumWidth(theme.px(300))
        self.panel.hide()
        self.modes = QStackedWidget()
        self.modes.addWidget(self.splitter)
        self.modes.addWidget(self.counting)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.px(22), theme.px(18), theme.px(18), theme.px(14))
        whole.addWidget(self.modes)

    def _connect(self) -> None:
        self.search.searched.connect(self._read)
        self.place_box.chosen.connect(self._place_chosen)
        self.state_row.chosen.connect(self._read)
        self.clear.clicked.connect(self._clear)
        self.empty_import.clicked.connect(self._go_to_products)
        self.places_button.clicked.connect(self.open_places)
        self.count_button.clicked.connect(self.begin_stocktake)
        self.model.listed.connect(self._listed)
        self.model.figured.connect(self._show_figures)
        self.model.failed.connect(self._failed)
        self.model.adjust_asked.connect(self._adjust_cell)
        self.model.threshold_asked.connect(self._change_threshold)
        self.table.chosen.connect(self._show_level)
        self.panel.adjust_asked.connect(self._adjust)
        self.panel.transfer_asked.connect(self._transfer)
        self.stocktakes.opened.connect(self._counting_opened)
        self.stocktakes.left.connect(self._counting_left)
        self.stocktakes.known.connect(self._know_stocktake)
        self.stocktakes.failed.connect(self._failed)
        self._refresh_timer.timeout.connect(self._refresh)

    def _ask(self, operation: Callable[..., Any], on_result: Callable[[Any], None], *, write: bool = False) -> None:
        alive = partial(isValid, self)
        self._services.client.submit(operation, on_result=on_result, on_error=self._failed, alive=alive, write=write)

    # -- the list ----------------------------------------------------------------------------------

    def open_with(self, state: str | None = None, query: str | None = None, location_id: str | None = None) -> None:
        """What the navigator asks for."""
        if state is not None:
            self.state_row.set_value(state)
        if query is not None:
            self.search.setText(query)
        if location_id is not None:
            self.place_box.set_value(location_id)
        if (state, query, location_id) != (None, None, None):
            self._read()

    def location_id(self) -> str:
        """The location on screen, '' before it is known."""
        return str(self.place_box.value() or "")

    @Slot(object)
    def _show_places(self, places: tuple[LocationView, ...]) -> None:
        self._places = places
        here = self.location_id()
        self.place_box.set_choices([(place.id, place.name) for place in places])
        self.place_box.setVisible(len(places) > 1)
        self.panel.set_places(places, self.location_id())
        if self._places_panel is not None:
            self._places_panel.show_places(places)
        if here != self.location_id() or not self.model.loaded:
            self._read()
            self.stocktakes.look(self.location_id())

    @Slot()
    def _read(self) -> None:
        if self.location_id():
            self.model.open(self.location_id(), self.search.text().strip(), str(self.state_row.value() or ""))

    @Slot()
    def _place_chosen(self) -> None:
        self.panel.set_places(self._places, self.location_id())
        self._read()
        self.stocktakes.look(self.location_id())

    @Slot()
    def _clear(self) -> None:
        self.state_row.set_value("")
        self.search.clear_now()
        self._read()

    @Slot()
    def _refresh(self) -> None:
        self.model.refresh()
        level = self.panel.level
        if level is not None:
            self._read_movements(level)
        if self.modes.currentWidget() is self.counting:
            self.stocktakes.refresh()

    def _noticed(self, notice: ChangeNotice) -> None:
        if not isValid(self):
            return
        if "location" in notice.kinds:
            self._ask(ops.ReadPlaces(), self._show_places)
        ours = notice.bulk or not notice.kinds.isdisjoint({"product", "stocktake"})
        if ours and not self._refresh_timer.isActive():
            self._refresh_timer.start()

    @Slot()
    def _listed(self) -> None:
        narrowed = bool(self.search.text().strip() or self.state_row.value())
        none = self.nothing if narrowed else self.empty
        rows = self.model.rowCount()
        self.stack.setCurrentWidget(self.table if rows else none)
        if rows and self.panel.isHidden():
            self.panel.show()
            px, wide = self._services.theme.px, self.splitter.width()
            panel = px(420) if wide > px(1000) else px(310)
            self.splitter.setSizes([wide - panel, panel])
        self.panel.setVisible(rows > 0)

    @Slot(object)
    def _show_figures(self, figures: StockFigures) -> None:
        self._figures = figures
        self.header.set_count(format_number(figures.variants, self._services.translator.language))
        self._name_states()

    @Slot(object)
    def _show_level(self, level: LevelView | None) -> None:
        if level is None:
            return
        known = self.panel.level
        self.panel.show_level(level)
        if known is None or known.variant_id != level.variant_id or known.on_hand != level.on_hand:
            self._read_movements(level)

    def _read_movements(self, level: LevelView) -> None:
        operation = ops.ReadMovements(level.variant_id, self.location_id())
        self._ask(operation, partial(self._show_movements, level.variant_id))

    def _show_movements(self, variant_id: str, movements: tuple[MovementView, ...]) -> None:
        if self.panel.level is not None and self.panel.level.variant_id == variant_id:
            self.panel.show_movements(movements)

    # -- acts on one variant -----------------------------------------------------------------------

    @Slot(object, int)
    def _adjust_cell(self, level: LevelView, delta: int) -> None:
        self._adjust(level, delta, self.panel.reason.reason())

    @Slot(object, int, str)
    def _adjust(self, level: LevelView, delta: int, reason: str) -> None:
        operation = ops.Adjust(level.variant_id, self.location_id(), delta, reason)
        self._ask(operation, partial(self._adjusted, delta, reason), write=True)

    def _adjusted(self, delta: int, reason: str, level: LevelView) -> None:
        self.panel.delta.clear()
        self._replace(level)
        text = self.tr("{article}: {delta}, now {on_hand} on hand")
        language = self._services.translator.language
        shown = ("+" if delta > 0 else "") + format_number(delta, language)
        article = article_text(level.product_title, level.variant_title)
        text = text.format(article=article, delta=shown, on_hand=format_number(level.on_hand, language))
        undo = partial(self._adjust, level, -delta, reason)
        self._services.notices.show(text, "ok", self.tr("Undo"), undo)

    @Slot(object, object)
    def _change_threshold(self, level: LevelView, threshold: int | None) -> None:
        operation = ops.ChangeThreshold(level.variant_id, self.location_id(), threshold)
        self._ask(operation, self._replace, write=True)

    def _replace(self, level: LevelView) -> None:
        self.model.replace(level)
        if self.panel.level is not None and self.panel.level.variant_id == level.variant_id:
            self._show_level(level)

    @Slot(object, str, int)
    def _transfer(self, level: LevelView, target: str, quantity: int) -> None:
        operation = ops.Transfer(level.variant_id, self.location_id(), target, quantity)
        self._ask(operation, partial(self._transferred, level, target), write=True)

    def _transferred(self, level: LevelView, target: str, done: Transferred) -> None:
        self.panel.quantity.clear()
        self._refresh()
        name = next((place.name for place in self._places if place.id == target), "")
        text = self.tr("{article}: {units} to {place}, {reference}")
        article = article_text(level.product_title, level.variant_title)
        units = format_number(done.units, self._services.translator.language)
        self._services.notices.show(
            text.format(article=article, units=units, place=name, reference=done.reference), "ok"
        )

    # -- counting ----------------------------------------------------------------------------------

    @Slot()
    def begin_stocktake(self) -> None:
        """Open a stocktake at the location on screen, or go on with the one there."""
        if self.location_id():
            self.stocktakes.begin(self.location_id())

    @Slot()
    def _counting_opened(self) -> None:
        self.modes.setCurrentWidget(self.counting)
        self.counting.scan.setFocus()

    @Slot()
    def _counting_left(self) -> None:
        self.modes.setCurrentWidget(self.splitter)
        self.table.setFocus()
        self.model.refresh()

    @Slot(bool)
    def _know_stocktake(self, going: bool) -> None:
        self.count_button.setText(self.tr("Continue stocktake") if going else self.tr("Start stocktake"))

    # -- locations and the rest --------------------------------------------------------------------

    @Slot()
    def open_places(self) -> None:
        """The panel with the shop's locations."""
        if self._places_panel is None:
            self._places_panel = PlacesPanel(self, self._services)
            self._places_panel.changed.connect(self._show_places)
            self._places_panel.failed.connect(self._failed)
        self._places_panel.show_places(self._places)
        self._places_panel.open_panel()

    def go_to_search(self) -> None:
        """Put the cursor into the search field."""
        self.modes.setCurrentWidget(self.splitter)
        self.search.setFocus()
        self.search.selectAll()

    @Slot()
    def _go_to_products(self) -> None:
        self._services.navigator.go("products")

    @Slot(object)
    def _failed(self, error: BaseException) -> None:
        tell_failure(self._services, error)

    # -- words -------------------------------------------------------------------------------------

    def _name_states(self) -> None:
        figures, language = self._figures, self._services.translator.language
        low, out = self.tr("Low"), self.tr("Out")
        if figures is not None:
            low = f"{low} {format_number(figures.low, language)}"
            out = f"{out} {format_number(figures.out, language)}"
        self.state_row.set_choices([("", self.tr("All")), ("low", low), ("out", out)])

    def retranslate(self) -> None:
        """All words in the language of the window."""
        language = self._services.translator.language
        heads = (
            self.tr("Article"),
            self.tr("On hand"),
            self.tr("Reserved"),
            self.tr("Available"),
            self.tr("Low below"),
            self.tr("State"),
        )
        states = {
            "in": self.tr("In stock"),
            "low": self.tr("Low"),
            "out": self.tr("Out"),
            "untracked": self.tr("Untracked"),
        }
        self.model.set_texts(language, heads, states)
        self.header.set_title(self.tr("Inventory"))
        self.places_button.set_tip(self.tr("Stock locations: add, rename, close"))
        self._know_stocktake(self.stocktakes.going)
        self.search.set_placeholder(self.tr("Search SKU, barcode or name"))
        self.place_box.set_label(self.tr("Location"))
        self.state_row.setAccessibleName(self.tr("State"))
        self.table.setAccessibleName(self.tr("Stock"))
        self.empty.set_texts(
            self.tr("Nothing to keep in stock yet"),
            self.tr("Every variant of a product appears here, with what is on hand at each location."),
        )
        self.empty_import.setText(self.tr("Go to products"))
        self.nothing.set_texts(self.tr("Nothing found"), self.tr("No article answers this search and this filter."))
        self.clear.setText(self.tr("Clear search and filter"))
        self.panel.retranslate(language)
        self.counting.retranslate(language)
        if self._places_panel is not None:
            self._places_panel.retranslate()
        self._name_states()
        if self._figures is not None:
            self._show_figures(self._figures)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
