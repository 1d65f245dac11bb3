"""A tab of the editor: own prices in every currency, the lists the product stands in, and what holds now."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget

from rustok_desktop.gui.operations.price_lists import LoadedProductPrices, LoadProductPrices, SetListPrices
from rustok_desktop.gui.products.editor_controller import EditorController
from rustok_desktop.gui.products.entry import read_money
from rustok_desktop.gui.products.listed_price_model import LIST, PRICE, STATE, ListedPriceModel
from rustok_desktop.gui.products.own_price_model import COMPARE, COST, MARGIN, NOW, VARIANT, OwnPriceModel
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.choice_row import ChoiceRow

_MOST_LINES = 8
# What goes first when there is little room: (column, least width in pixels at 100 %).
_OWN_OPTIONAL = ((MARGIN, 620), (COST, 540), (COMPARE, 460))
_LISTED_OPTIONAL = ((STATE, 460),)
_OWN = {1: 84, COMPARE: 92, COST: 84, MARGIN: 76}
_LISTED = {2: 52, 3: 92, STATE: 90}
_NARROW, _WIDE = 400, 700


class PricesTab(QWidget):
    """Own prices are saved with the product, prices in lists at once. ``list_asked`` wants to see a list."""

    list_asked = Signal(str)

    def __init__(self, controller: EditorController, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._theme = theme
        self._product: str | None = None
        self._currency: str | None = None
        self._seen: object = None
        self._used_only: frozenset[str] = frozenset()
        self._currencies: tuple[str, ...] = ()
        self._asked = 0
        self.currencies = ChoiceRow(look="pill")
        self.note, self._lists_title, self.nothing = QLabel(), QLabel(), QLabel()
        for label in (self.note, self.nothing):
            label.setProperty("role", "muted")
            label.setWordWrap(True)
        self._lists_title.setProperty("role", "section")
        self.own, self.listed = OwnPriceModel(controller, theme, self), ListedPriceModel(theme, self)
        self.own_view, self.listed_view = QTableView(), QTableView()
        self._set_up(self.own_view, self.own, VARIANT, NOW)
        self._set_up(self.listed_view, self.listed, LIST, LIST)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._restyle()

    # -- building ----------------------------------------------------------------------------------

    def _set_up(self, view: QTableView, model: Any, first: int, stretch: int) -> None:
        view.setModel(model)
        view.setProperty("framed", True)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.verticalHeader().hide()
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.horizontalHeader().setHighlightSections(False)
        view.horizontalHeader().setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.s, 0, SPACE.s)
        column.setSpacing(SPACE.m)
        column.addWidget(self.currencies)
        column.addWidget(self.note)
        column.addWidget(self.own_view)
        column.addWidget(self._lists_title)
        column.addWidget(self.nothing)
        column.addWidget(self.listed_view, 1)
        column.addStretch(0)

    def _connect(self) -> None:
        self._controller.replaced.connect(self.refresh)
        self._controller.edited.connect(self.own.refresh)
        self.currencies.chosen.connect(self._choose)
        self.listed.typed.connect(self._typed)
        self.listed_view.activated.connect(self._open)
        self._theme.changed.connect(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        for view in (self.own_view, self.listed_view):
            view.setFont(self._theme.font("body", tabular=True))
            view.verticalHeader().setDefaultSectionSize(self._theme.px(30))
            view.horizontalHeader().setFixedHeight(self._theme.px(32))
        self._size()
        self._fit()

    def _size(self) -> None:
        """Columns at least as wide as their heads need."""
        px, metrics = self._theme.px, QFontMetrics(self._theme.font("head"))
        variant = 124 if self.width() < px(_WIDE) else 220
        listed = 84 if self.width() < px(_NARROW) else variant
        for view, widths in ((self.own_view, {VARIANT: variant, **_OWN}), (self.listed_view, {1: listed, **_LISTED})):
            for column, width in widths.items():
                head = str(view.model().headerData(column, Qt.Orientation.Horizontal))
                view.setColumnWidth(column, max(px(width), metrics.horizontalAdvance(head) + px(24)))

    def _fit(self) -> None:
        """A short list of variants needs no tall box, and a product's only one no column."""
        rows = min(max(1, self.own.rowCount()), _MOST_LINES)
        self.own_view.setFixedHeight(self._theme.px(34) + rows * self._theme.px(30) + 4)
        several = self.own.rowCount() > 1
        self.own_view.setColumnHidden(VARIANT, not several)
        self.listed_view.setColumnHidden(1, not several)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow pane keeps what tells prices apart, and what holds now."""
        super().resizeEvent(event)
        self._size()
        for view, optional in ((self.own_view, _OWN_OPTIONAL), (self.listed_view, _LISTED_OPTIONAL)):
            for column, least in optional:
                view.setColumnHidden(column, self.width() < self._theme.px(least))

    # -- reading -----------------------------------------------------------------------------------

    @Slot()
    def refresh(self) -> None:
        """Another product or version; nothing is read while the tab is out of sight."""
        state = self._controller.state
        view = state.head if state is not None else None
        if (view.id if view is not None else None) != self._product:
            self._product = view.id if view is not None else None
            self._currency, self._seen = None, None
            self.own.show_held(None)
            self.listed.show_prices(None)
            self._show_currencies(())
        self.own.refresh()
        self._fit()
        self._say()
        current = (view.id, view.version, self._currency) if view is not None else None
        if self.isVisible() and current is not None and current != self._seen:
            self._seen = current
            self.read()

    @Slot()
    def read(self) -> None:
        """Ask what holds now; out of sight it is asked when the tab is shown."""
        if not self.isVisible() or self._product is None:
            self._seen = None
            return
        self._asked += 1
        asked = LoadProductPrices(self._product, self._currency)
        self._controller.look_back(asked, partial(self._show, self._asked))

    def showEvent(self, event: QShowEvent) -> None:
        """Reads what holds by now."""
        super().showEvent(event)
        self._seen = None
        self.refresh()

    def _show(self, asked: int, loaded: LoadedProductPrices) -> None:
        if asked != self._asked or loaded.prices.product_id != self._product:
            return
        self._used_only = loaded.used_only
        self._show_currencies(loaded.currencies)
        self._currency = loaded.prices.currency_code
        if self.own.currency != self._currency:
            self.own.set_currency(self._currency)
        self.currencies.set_value(self._currency)
        self.own.show_held(loaded.prices)
        self.listed.show_prices(loaded.prices)
        self._say()

    def _show_currencies(self, currencies: tuple[str, ...]) -> None:
        self._currencies = currencies or (self._controller.shop.currency_code,)
        unused = self.tr("{currency} (not in use)")
        named = [(c, unused.format(currency=c) if c in self._used_only else c) for c in self._currencies]
        self.currencies.set_choices(named)
        self.currencies.setVisible(len(self._currencies) > 1)
        if not currencies:
            self.own.set_currency(self._currencies[0])

    def _say(self) -> None:
        saved = self._product is not None
        self.note.setText(self.tr("Prices in lists can be set once the product is saved.") if not saved else "")
        self.note.setVisible(not saved)
        lines = self.listed.rowCount() > 0
        self._lists_title.setVisible(saved)
        self.nothing.setVisible(saved and not lines)
        self.listed_view.setVisible(lines)

    # -- acts --------------------------------------------------------------------------------------

    @Slot(object)
    def _choose(self, currency: object) -> None:
        self._currency = str(currency)
        self.own.set_currency(self._currency)
        self.read()

    @Slot(int, str)
    def _typed(self, row: int, text: str) -> None:
        line = self.listed.line(row)
        if line is None:
            return
        terms = line.listed.terms
        amount, problem = read_money("price", text, terms.currency_code, language=self._controller.language)
        if amount is None:
            self.nothing.setText(problem.text(self._controller.language) if problem is not None else "")
            self.nothing.setVisible(problem is not None)
            return
        self.retranslate()
        change = SetListPrices(terms.id, ((line.variant_id, line.listed.min_quantity, amount),))
        self._controller.change_beside(change, self.read)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        line = self.listed.line(index.row())
        if line is not None and index.column() != PRICE:
            self.list_asked.emit(line.listed.terms.id)

    def focus_path(self, path: str) -> bool:
        """Go to a price in a further currency; those in the main one stand in the grid of variants, too."""
        currency, state = path.partition("@")[2], self._controller.state
        further = state is not None and currency != state.currency and currency in self._currencies
        if not path.startswith("variants/") or not further:
            return False
        if currency != self.own.currency:
            self.currencies.set_value(currency)
            self._choose(currency)
        found = self.own.find(path)
        if found is not None:
            self.own_view.setCurrentIndex(self.own.index(*found))
            self.own_view.setFocus()
        return found is not None

    # -- words -------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.currencies.setAccessibleName(self.tr("Currency"))
        heads = (self.tr("Variant"), self.tr("Price"), self.tr("Compare at"), self.tr("Cost"), self.tr("Margin"))
        self.own.set_texts((*heads, self.tr("Costs now")), self.tr("from {quantity}"))
        heads = (self.tr("Price list"), self.tr("Variant"), self.tr("From"), self.tr("Price"), self.tr("Now"))
        self.listed.set_texts(heads, self._controller.language)
        self._size()
        self.own_view.setAccessibleName(self.tr("Own prices of the variants"))
        self.listed_view.setAccessibleName(self.tr("Prices in price lists"))
        self._lists_title.setText(self.tr("In price lists"))
        self.nothing.setText(self.tr("No price list has prices of this product in this currency."))
        self._show_currencies(self._currencies if self._product is not None else ())
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
