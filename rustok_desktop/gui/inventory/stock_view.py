"""The stock list on screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from rustok_desktop.gui.inventory.stock_delegate import PADDING, THUMBNAIL, StockDelegate
from rustok_desktop.gui.inventory.stock_table_model import Column, StockTableModel
from rustok_desktop.gui.preferences import Preferences
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.widgets.column_layout import ColumnSpec
from rustok_desktop.gui.widgets.painting import chip_size
from rustok_desktop.gui.widgets.plain_columns import PlainColumns

_SPECS = (
    ColumnSpec("article", needed=True),
    ColumnSpec("on_hand", 74),
    ColumnSpec("reserved", 74, leaves=1),
    ColumnSpec("available", 74),
    ColumnSpec("threshold", 74, leaves=2),
    ColumnSpec("state", 84, leaves=3),
)
_ARTICLE_LEAST = 190


class StockView(QTableView):
    """``chosen`` carries the level the person went to, None when there is none. Selection is kept by variant."""

    chosen = Signal(object)

    def __init__(
        self, model: StockTableModel, theme: Theme, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self._selected: str | None = None
        self._delegate = StockDelegate(theme, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.columns = PlainColumns(
            self, _SPECS, preferences=preferences, key="inventory.columns", theme=theme, room=_ARTICLE_LEAST,
            least=self._least,
        )  # fmt: skip
        self.selectionModel().currentRowChanged.connect(self._moved)
        model.listed.connect(self.restore_selection)
        theme.changed.connect(self.restyle)
        self.restyle()

    @Slot()
    def restyle(self) -> None:
        """Sizes follow the font."""
        self.verticalHeader().setDefaultSectionSize(self._delegate.row_height())
        self.horizontalHeader().setFixedHeight(self._theme.px(38))
        self.setMinimumWidth(self._theme.px(THUMBNAIL * 12))
        self.viewport().update()

    def _least(self, section: int) -> int:
        """As wide as heads and chips in this language need."""
        head = QFontMetrics(self._theme.font("head"))
        text = str(self._model.headerData(section, Qt.Orientation.Horizontal) or "")
        least = head.horizontalAdvance(text) + self._theme.px(2 * PADDING + 4)
        if section == Column.STATE:
            chips = [chip_size(self._theme.font("chip"), chip).width() for chip in self._model.state_texts()]
            least = max(least, max(chips, default=0) + self._theme.px(2 * PADDING))
        return least

    @property
    def selected(self) -> str | None:
        """The chosen variant; it stays chosen while the list is read again."""
        return self._selected

    @Slot()
    def restore_selection(self) -> None:
        """Choose the same variant in the new rows, the first one if it is not among them."""
        row = self._model.row_of(self._selected)
        if row is None and self._model.rowCount():
            row = 0
        if row is None:
            self._selected = None
            self.chosen.emit(None)
            return
        column = max(0, self.currentIndex().column())
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(self._model.index(row, column), flags)
        self._moved(self.currentIndex(), QModelIndex())

    @Slot(QModelIndex, QModelIndex)
    def _moved(self, current: QModelIndex, _previous: QModelIndex) -> None:
        level = self._model.level(current.row())
        if level is not None:
            self._selected = level.variant_id
            self.chosen.emit(level)

    def changeEvent(self, event: QEvent) -> None:
        """The palette came with another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()
