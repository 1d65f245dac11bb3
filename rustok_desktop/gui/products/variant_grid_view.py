"""The variant grid on screen: moves, copies and fills like a spreadsheet."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QRect, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QCheckBox, QStyle, QTableView, QWidget

from rustok_desktop.gui.products.cell_bubble import CellBubble
from rustok_desktop.gui.products.editor_controller import EditorController
from rustok_desktop.gui.products.tsv import from_tsv, spread, to_tsv
from rustok_desktop.gui.products.variant_delegate import VariantDelegate
from rustok_desktop.gui.products.variant_grid_model import AFTER, GridColumn, VariantGridModel
from rustok_desktop.gui.products.variant_tick_header import VariantTickHeader
from rustok_desktop.gui.theme.theme import Theme

ROW_HEIGHT = 27
_WIDTHS: dict[str, int] = {
    GridColumn.SKU: 116,
    GridColumn.BARCODE: 140,
    GridColumn.PRICE: 88,
    GridColumn.COMPARE_AT: 98,
    GridColumn.COST: 82,
    GridColumn.MARGIN: 78,
    GridColumn.STOCK: 70,
    GridColumn.WEIGHT: 80,
    GridColumn.POLICY: 118,
    AFTER: 136,
}
_OPTION_WIDTH = 88
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class VariantGridView(QTableView):
    """``range_changed`` tells the size of the chosen range, (0, 0) for a single cell or none.

    The range serves keys; ticks at the left choose variants for acts on many of them.
    """

    range_changed = Signal(int, int)

    def __init__(
        self, model: VariantGridModel, controller: EditorController, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._controller = controller
        self._theme = theme
        self.setProperty("framed", True)
        self.setItemDelegate(VariantDelegate(theme, self))
        self.setModel(model)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.ticks = VariantTickHeader(model, theme, self)
        self.setVerticalHeader(self.ticks)
        self.setCornerButtonEnabled(False)
        self.tick_all = QCheckBox(self)
        self.tick_all.setTristate(True)
        self.tick_all.clicked.connect(self._turn_all)
        self.ticks.tick_asked.connect(self._tick_rows)
        self._kept: tuple[str, str] | None = None
        self._spanned = False
        self.horizontalHeader().setHighlightSections(False)
        self.bubble = CellBubble(self.viewport())
        self.bubble.used.connect(self._use_suggestion)
        self.selectionModel().selectionChanged.connect(self._selection_changed)
        self.selectionModel().currentChanged.connect(self._show_bubble)
        model.dataChanged.connect(self._show_bubble)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._reset)
        for signal in (model.rowsInserted, model.rowsRemoved, model.columnsInserted, model.columnsRemoved):
            signal.connect(self._span_groups)
        for signal in (model.columnsInserted, model.columnsRemoved):
            signal.connect(self._size_columns)
        model.ticks_changed.connect(self._show_ticks)
        self.verticalScrollBar().valueChanged.connect(self._show_bubble)
        theme.changed.connect(self.restyle)
        self.restyle()

    @Slot()
    def restyle(self) -> None:
        """Heights and widths follow the font."""
        self.verticalHeader().setDefaultSectionSize(self._theme.px(ROW_HEIGHT))
        self.horizontalHeader().setFixedHeight(self._theme.px(32))
        self.ticks.setFixedWidth(self.ticks.sizeHint().width())
        self._size_columns()
        self._place_tick()

    @Slot()
    def _size_columns(self) -> None:
        head, body = QFontMetrics(self._theme.font("head")), QFontMetrics(self._theme.font("body", tabular=True))
        for column in range(self._model.columnCount()):
            name = self._model.column_name(column)
            width = self._theme.px(_WIDTHS.get(name, _OPTION_WIDTH))
            longest = max(map(body.horizontalAdvance, self._model.longest_texts(column)), default=0)
            if name not in _WIDTHS:
                width = min(width, longest + self._theme.px(20))
            least = head.horizontalAdvance(self._model.head(column).upper()) + self._theme.px(20)
            self.setColumnWidth(column, max(width, least, min(longest + self._theme.px(20), self._theme.px(140))))

    @Slot()
    def _remember(self) -> None:
        index = self.currentIndex()
        self._kept = (
            (self._model.key(index.row()), self._model.column_name(index.column())) if index.isValid() else None
        )

    @Slot()
    def _reset(self) -> None:
        self._size_columns()
        self._span_groups()
        self._show_ticks()
        self.bubble.hide()
        self.range_changed.emit(0, 0)
        index = self._model.locate("variants/{}/{}".format(*self._kept)) if self._kept is not None else QModelIndex()
        if index.isValid():
            self.setCurrentIndex(index)

    def go_to(self, path: str) -> bool:
        """Make the cell of a path current, unfolding its group; false when there is none."""
        index = self._model.locate(path)
        if index.isValid() and self._model.group(index.row()) is not None:
            self._model.fold(index.row(), False)
            index = self._model.locate(path)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
            self.setFocus()
            self._show_bubble()
        return index.isValid()

    # -- ticks and groups --------------------------------------------------------------------------

    @Slot(int, int, bool)
    def _tick_rows(self, first: int, last: int, on: bool) -> None:
        self._model.tick(range(min(first, last), max(first, last) + 1), on)

    @Slot()
    def _turn_all(self) -> None:
        self._model.tick_all(self._model.tick_state() != Qt.CheckState.Checked)
        self._show_ticks()

    @Slot()
    def _show_ticks(self) -> None:
        self.tick_all.setCheckState(self._model.tick_state())
        self.ticks.viewport().update()

    def _place_tick(self) -> None:
        side = self.tick_all.sizeHint()
        box = self.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, self.tick_all)
        left = self.frameWidth() + (self.ticks.width() - box) // 2 - 1
        top = self.frameWidth() + (self.horizontalHeader().height() - side.height()) // 2
        self.tick_all.move(max(0, left), max(0, top))
        self.tick_all.resize(side)

    @Slot()
    def _span_groups(self) -> None:
        """A group's name takes the room of the columns that say nothing about groups."""
        if self._model.grouped_by is None and not self._spanned:
            return
        self._spanned = self._model.grouped_by is not None
        self.clearSpans()
        columns = [self._model.column_name(column) for column in range(self._model.columnCount())]
        wide = columns.index(GridColumn.PRICE) if GridColumn.PRICE in columns else 0
        if wide > 1:
            for row in self._model.group_rows():
                self.setSpan(row, 0, 1, wide)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a group's row folds it or unfolds it."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._model.group(index.row()) is not None:
            if event.button() == Qt.MouseButton.LeftButton:
                self.setCurrentIndex(self._model.index(index.row(), 0))
                self._model.fold(index.row())
            return
        super().mousePressEvent(event)

    def _group_key(self, event: QKeyEvent) -> bool:
        """Keys of a group's row: Left folds, Right unfolds, Enter turns it over."""
        row = self.currentIndex().row()
        if row < 0 or self._model.group(row) is None or event.modifiers():
            return False
        folds = {Qt.Key.Key_Left: True, Qt.Key.Key_Right: False, Qt.Key.Key_Return: None, Qt.Key.Key_Enter: None}
        if event.key() not in folds:
            return False
        self._model.fold(row, folds[Qt.Key(event.key())])
        return True

    def _turn_ticks(self) -> None:
        rows = self.chosen_rows() or ([self.currentIndex().row()] if self.currentIndex().isValid() else [])
        if rows:
            self._model.tick(rows, any(self._model.tick_state(row) != Qt.CheckState.Checked for row in rows))

    # -- keys --------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, paste, fill down, empty; Space ticks; Enter goes down as after typing."""
        if self.state() == QAbstractItemView.State.EditingState:
            # Enter reaches the view as well as the cell's editor, which has taken care of it.
            return
        if self._group_key(event):
            return
        if event.key() == Qt.Key.Key_Space:
            self._turn_ticks()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self.copy()
            self.empty()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.fill_down()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not event.modifiers():
            self.empty()
        elif event.key() in _ENTER and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.bubble.accept()
        elif event.key() in _ENTER and not event.modifiers():
            self._go_down()
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter takes the text and goes down."""
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._go_down()

    def _go_down(self) -> None:
        index = self.currentIndex()
        below = self._model.index(index.row() + 1, index.column())
        if below.isValid():
            self.setCurrentIndex(below)

    # -- ranges ------------------------------------------------------------------------------------

    def chosen_rows(self) -> list[int]:
        """Rows that the range touches."""
        return sorted({index.row() for index in self.selectedIndexes()})

    def _range(self) -> tuple[int, int, int, int] | None:
        """Top, left, bottom, right of what is chosen."""
        cells = self.selectedIndexes() or ([self.currentIndex()] if self.currentIndex().isValid() else [])
        if not cells:
            return None
        rows, columns = [c.row() for c in cells], [c.column() for c in cells]
        return min(rows), min(columns), max(rows), max(columns)

    def _cells(self, area: tuple[int, int, int, int]) -> list[list[QModelIndex]]:
        """The cells of variants; rows of groups in between are passed over."""
        top, left, bottom, right = area
        rows = [r for r in range(top, bottom + 1) if self._model.group(r) is None]
        return [[self._model.index(r, c) for c in range(left, right + 1)] for r in rows]

    def copy(self) -> None:
        """The range to the clipboard, as spreadsheets take it."""
        area = self._range()
        if area is not None:
            texts = [[str(i.data(Qt.ItemDataRole.DisplayRole) or "") for i in row] for row in self._cells(area)]
            QGuiApplication.clipboard().setText(to_tsv(texts))

    def paste(self) -> None:
        """The clipboard at the range: one row or column fills it, a block lands at its corner."""
        area = self._range()
        block = from_tsv(QGuiApplication.clipboard().text())
        if area is None or not block:
            return
        top, left, _bottom, right = area
        texts = spread(block, len(self._cells(area)), right - left + 1)
        rows = [r for r in range(top, self._model.rowCount()) if self._model.group(r) is None]
        cells = [
            (self._model.index(row, left + c), text)
            for row, line in zip(rows, texts, strict=False)
            for c, text in enumerate(line)
            if left + c < self._model.columnCount()
        ]
        if cells:
            self._model.put(cells)
            self._choose(cells[0][0], cells[-1][0])

    def fill_down(self) -> None:
        """The first row of the range goes to the rows under it; a single cell takes the one above."""
        area = self._range()
        if area is None:
            return
        top, left, bottom, right = area
        if top == bottom:
            top = next((r for r in range(top - 1, -1, -1) if self._model.group(r) is None), top)
        cells = self._cells((top, left, bottom, right))
        if not cells:
            return
        first, *rest = cells
        source = [str(index.data(Qt.ItemDataRole.EditRole) or "") for index in first]
        self._model.put([(index, text) for row in rest for index, text in zip(row, source, strict=True)])

    def empty(self) -> None:
        """Empty the cells of the range."""
        area = self._range()
        if area is not None:
            self._model.put([(index, "") for row in self._cells(area) for index in row])

    def _choose(self, first: QModelIndex, last: QModelIndex) -> None:
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().select(QItemSelection(first, last), flags)

    @Slot()
    def _selection_changed(self) -> None:
        area = self._range()
        rows, columns = (area[2] - area[0] + 1, area[3] - area[1] + 1) if area is not None else (0, 0)
        self.range_changed.emit(*((rows, columns) if rows * columns > 1 else (0, 0)))
        self.viewport().update()

    # -- what is wrong -----------------------------------------------------------------------------

    @Slot()
    def _show_bubble(self) -> None:
        index = self.currentIndex()
        problem = self._model.problem(index) if index.isValid() else None
        if problem is None:
            self.bubble.hide()
        else:
            text = problem.text(self._controller.language)
            self.bubble.show_at(self.visualRect(index), text, problem.suggestion)

    @Slot(str)
    def _use_suggestion(self, text: str) -> None:
        self._model.put([(self.currentIndex(), text)])
        self.setFocus()

    # -- painting ----------------------------------------------------------------------------------

    def updateGeometries(self) -> None:
        """The box for all ticks stands in the corner."""
        super().updateGeometries()
        if hasattr(self, "tick_all"):
            self._place_tick()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The range has one frame around it all."""
        super().paintEvent(event)
        area = self._range()
        if area is None or not (self.hasFocus() or area[:2] != area[2:]) or self._model.group(area[0]) is not None:
            return
        top, left, bottom, right = area
        first, last = self._model.index(top, left), self._model.index(bottom, right)
        frame = QRect(self.visualRect(first)).united(self.visualRect(last)).adjusted(0, 0, -1, -1)
        painter = QPainter(self.viewport())
        wrong = area[:2] == area[2:] and self._model.problem(first) is not None
        accent = QColor(self._theme.tokens.danger if wrong else self._theme.tokens.accent)
        painter.setPen(QPen(accent, 2))
        painter.drawRect(frame)
        if area[:2] != area[2:]:
            side = self._theme.px(7)
            painter.fillRect(QRect(frame.right() - side // 2, frame.bottom() - side // 2, side, side), accent)
        painter.end()
