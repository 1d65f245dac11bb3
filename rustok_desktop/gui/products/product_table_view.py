"""The list of products on screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from rustok_desktop.gui.media.picture_cache import PictureCache
from rustok_desktop.gui.preferences import Preferences
from rustok_desktop.gui.products.product_row_delegate import PADDING, ProductRowDelegate
from rustok_desktop.gui.products.product_table_model import Column, ProductTableModel
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.widgets.column_layout import ColumnSpec
from rustok_desktop.gui.widgets.painting import chip_size
from rustok_desktop.gui.widgets.table_columns import TableColumns
from rustok_desktop.index.schemas import ProductSort

SORTS = {
    Column.PRODUCT: ProductSort.TITLE,
    Column.STOCK: ProductSort.STOCK,
    Column.PRICE: ProductSort.PRICE,
    Column.UPDATED: ProductSort.UPDATED,
}
_SPECS = (
    ColumnSpec(Column.PRODUCT.name, needed=True),
    ColumnSpec(Column.SKU.name, 92, leaves=4),
    ColumnSpec(Column.STATUS.name, 82),
    ColumnSpec(Column.STOCK.name, 62, leaves=6),
    ColumnSpec(Column.PRICE.name, 88),
    ColumnSpec(Column.UPDATED.name, 96, leaves=5),
    ColumnSpec(Column.VENDOR.name, 110, hidden=True, leaves=3),
    ColumnSpec(Column.TYPE.name, 110, hidden=True, leaves=2),
    ColumnSpec(Column.VARIANTS.name, 70, hidden=True, leaves=1),
)
_PRODUCT_LEAST = 145  # pixels at 100 % that the titles keep
_SETTLE_MS = 60
_KEY = "products.tables"
MARKED_AT_ONCE = 500  # rows beyond, and rows that were not read, are not acted upon


class ProductTableView(QTableView):
    """Rows of a :class:`ProductTableModel`. ``chosen`` names the product the person went to, a moment after the
    last key; ``opened`` asks for it in full; ``menu_asked`` for its menu; ``sorted`` for another order."""

    chosen = Signal(str)
    opened = Signal(str)
    menu_asked = Signal(str, QPoint)
    sort_asked = Signal(object, bool)

    def __init__(
        self,
        model: ProductTableModel,
        theme: Theme,
        preferences: Preferences,
        parent: QWidget | None = None,
        pictures: PictureCache | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self._selected: str | None = None
        self._marked: tuple[str, ...] = ()
        self._restoring = False
        self._by_hand = False
        self._under_way = False  # the person moves on, and where that ends is not settled yet
        self._delegate = ProductRowDelegate(theme, self, pictures)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._settled)
        self._set_up()
        self.setModel(model)
        self._set_up_head()
        self.columns = TableColumns(
            self, _SPECS, preferences=preferences, key=_KEY, theme=theme, least=self._least, room=_PRODUCT_LEAST
        )
        self.restyle()
        self.selectionModel().currentRowChanged.connect(self._moved)
        self.selectionModel().selectionChanged.connect(self._mark)
        model.filled.connect(self.restore_selection)
        model.refreshed.connect(self.restore_selection)
        model.opened.connect(self._list_opened)
        theme.changed.connect(self.restyle)
        if pictures is not None:
            pictures.arrived.connect(self._picture_arrived)

    def _set_up(self) -> None:
        self.setItemDelegate(self._delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _set_up_head(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(self._theme.px(56))
        self._model.headerDataChanged.connect(self.size_columns)
        header.sectionClicked.connect(self._head_clicked)

    def _least(self, section: int) -> int:
        """As wide as heads and chips in this language need."""
        text = str(self._model.headerData(section, Qt.Orientation.Horizontal) or "")
        least = QFontMetrics(self._theme.font("head")).horizontalAdvance(text) + self._theme.px(2 * PADDING + 2)
        if section == Column.STATUS:
            chips = [chip_size(self._theme.font("chip"), chip).width() for chip in self._model.chip_texts()]
            least = max(least, max(chips, default=0) + self._theme.px(2 * PADDING))
        return least

    @Slot()
    def size_columns(self) -> None:
        """As wide as the person made them, and what has no room goes."""
        self.columns.apply()

    @Slot()
    def restyle(self) -> None:
        """Sizes follow the font."""
        self.size_columns()
        self.verticalHeader().setDefaultSectionSize(self._delegate.row_height())
        self.horizontalHeader().setFixedHeight(self._theme.px(38))
        self.viewport().update()

    @Slot(str)
    def _picture_arrived(self, _media_id: str) -> None:
        self.viewport().update()

    def show_sort(self, sort: ProductSort, descending: bool) -> None:
        """Mark the head of the order in force; none for an order by relevance."""
        column = next((c for c, s in SORTS.items() if s == sort), None)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(-1 if column is None else column, order)

    # -- selection by id ---------------------------------------------------------------------------

    @property
    def selected(self) -> str | None:
        """The chosen product; it stays so while its row is out of sight or not read."""
        return self._selected

    def select(self, product_id: str | None) -> None:
        """Choose a product without telling."""
        if product_id != self._selected:
            self.setCurrentIndex(QModelIndex())  # the row of another one, which may be out of sight
        self._selected = product_id
        self._marked = ()
        self._arrive()
        self.restore_selection()
        if product_id is not None and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    @Slot()
    def restore_selection(self) -> None:
        """Mark the row where the chosen product stands now; not under the hands of somebody who moves on."""
        if self._under_way and not self._settle.isActive():
            self._settled()  # the page of the row may have come
        if self._under_way:
            return
        row = self._model.find(self._selected) if self._selected else None
        self._restoring = True
        self.setAutoScroll(False)
        try:
            if row is None and not self._out_of_sight():
                self.selectionModel().clear()
            elif row is not None and (row != self.currentIndex().row() or not self.selectionModel().hasSelection()):
                flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
                self.selectionModel().setCurrentIndex(self._model.index(row, 0), flags)
            self._restore_marks()
        finally:
            self._restoring = False
            self.setAutoScroll(True)

    def _out_of_sight(self) -> bool:
        """Whether the chosen product's page was let go meanwhile: its row is still the current one."""
        current = self.currentIndex()
        return self._selected is not None and current.isValid() and self._model.listed(current.row()) is None

    @property
    def marked(self) -> tuple[str, ...]:
        """The products of all selected rows; they stay so while rows come and go."""
        return self._marked

    @Slot()
    def _mark(self) -> None:
        if self._restoring:
            return
        ids: list[str] = []
        selection = self.selectionModel().selection()
        for span in (selection.at(place) for place in range(selection.count())):
            for row in range(span.top(), min(span.bottom(), span.top() + MARKED_AT_ONCE) + 1):
                listed = self._model.listed(row)
                if listed is not None and len(ids) < MARKED_AT_ONCE:
                    ids.append(listed.row.product_id)
        self._marked = tuple(dict.fromkeys(ids))

    def _restore_marks(self) -> None:
        if len(self._marked) < 2:
            return
        selection = QItemSelection()
        for product_id in self._marked:
            row = self._model.find(product_id)
            if row is not None:
                selection.select(self._model.index(row, 0), self._model.index(row, 0))
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().select(selection, flags)

    @Slot()
    def _list_opened(self) -> None:
        self._arrive()
        self.scrollToTop()
        self.restore_selection()

    @Slot(QModelIndex, QModelIndex)
    def _moved(self, current: QModelIndex, _previous: QModelIndex) -> None:
        # Qt also moves the current row by itself, for instance to the first one when the list gets the focus.
        if self._by_hand and not self._restoring and current.isValid():
            self._under_way = True
            self._settle.start()

    @Slot()
    def _settled(self) -> None:
        listed = self._model.listed(self.currentIndex().row())
        if listed is None and self.currentIndex().isValid():
            return  # its page is still to come
        self._arrive()
        if listed is not None and listed.row.product_id != self._selected:
            self._selected = listed.row.product_id
            self.chosen.emit(self._selected)

    def _arrive(self) -> None:
        self._settle.stop()
        self._under_way = False

    def _current_id(self) -> str | None:
        listed = self._model.listed(self.currentIndex().row())
        return listed.row.product_id if listed is not None else None

    # -- keys and mouse ----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens in full, the menu key the menu."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open_current()
            return
        self._by_hand = True
        super().keyPressEvent(event)
        self._by_hand = False

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End go to the first and the last row: a line is chosen as a whole, there is no way within it."""
        if action in (QAbstractItemView.CursorAction.MoveHome, QAbstractItemView.CursorAction.MoveEnd):
            last = self._model.rowCount() - 1
            row = 0 if action == QAbstractItemView.CursorAction.MoveHome else last
            return self._model.index(row, max(0, self.currentIndex().column()))
        return super().moveCursor(action, modifiers)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click goes to the row."""
        self._by_hand = True
        super().mousePressEvent(event)
        self._by_hand = False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the chosen row shows it again, for instance after the editor was closed."""
        super().mouseReleaseEvent(event)
        product_id = self._current_id()
        if event.button() == Qt.MouseButton.LeftButton and product_id is not None and product_id == self._selected:
            self.chosen.emit(product_id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens in full."""
        super().mouseDoubleClickEvent(event)
        self._open_current()

    def _open_current(self) -> None:
        product_id = self._current_id()
        if product_id is not None:
            self._arrive()
            self._selected = product_id
            self.opened.emit(product_id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the row under the pointer, or of the chosen one for the menu key."""
        index = self.currentIndex()
        place = self.viewport().mapToGlobal(self.visualRect(index).center())
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(self.viewport().mapFromGlobal(event.globalPos()))
            place = event.globalPos()
        listed = self._model.listed(index.row()) if index.isValid() else None
        if listed is not None:
            self.menu_asked.emit(listed.row.product_id, place)

    # -- columns -----------------------------------------------------------------------------------

    @Slot(int)
    def _head_clicked(self, section: int) -> None:
        header = self.horizontalHeader()
        sort = SORTS.get(Column(section))
        if sort is None:
            self.show_sort(self._model.query.sort, self._model.query.descending)
            return
        same = self._model.query.sort == sort
        descending = not self._model.query.descending if same else sort == ProductSort.UPDATED
        header.setSortIndicator(section, Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder)
        self.sort_asked.emit(sort, descending)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow list keeps what tells products apart."""
        super().resizeEvent(event)
        self.columns.apply()

    def changeEvent(self, event: QEvent) -> None:
        """The palette came with another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()
