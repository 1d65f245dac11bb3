"""The rows the import leaves out: where, what, why, what would be right, and how to put it right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QListView, QWidget

from rustok_desktop.exchange.schemas import Mend, RowError
from rustok_desktop.gui.importing.rejected_delegate import TYPE, USE, RejectedDelegate
from rustok_desktop.gui.importing.rejected_model import ERROR_ROLE, MENDABLE_ROLE, RejectedModel
from rustok_desktop.gui.theme.theme import Theme

_Index = QModelIndex | QPersistentModelIndex


class RejectedList(QListView):
    """``mended`` carries a Mend: a suggestion that was used (Enter) or a value that was typed (F2)."""

    mended = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RejectedModel(self)
        self.rows.typed.connect(self.mended)
        self.setModel(self.rows)
        self._delegate = RejectedDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)

    def show_errors(self, errors: Sequence[RowError], columns: Sequence[str]) -> None:
        """Other errors; the place in the list stays, so that one can go on mending."""
        row = self.currentIndex().row()
        self.rows.set_errors(errors, columns)
        if errors:
            self.setCurrentIndex(self.rows.index(min(max(row, 0), len(errors) - 1)))

    @Slot()
    def use(self) -> None:
        """Take the suggestion of the current row."""
        index = self.currentIndex()
        error: RowError | None = index.data(ERROR_ROLE) if index.isValid() else None
        if error is not None and error.suggestion and index.data(MENDABLE_ROLE):
            self.mended.emit(Mend(error.record, error.column, error.suggestion))

    @Slot()
    def type_anew(self) -> None:
        """Write another value into the current row."""
        if self.currentIndex().isValid() and self.currentIndex().data(MENDABLE_ROLE):
            self.edit(self.currentIndex())

    def button_area(self, row: int, act: str) -> QRect:
        """Where ``use`` or ``type`` of a row can be clicked."""
        index = self.rows.index(row)
        return self._delegate.act_area(self.visualRect(index), index, act)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the suggestion or asks for a value; F2 asks for a value."""
        if self.state() == QListView.State.EditingState:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_F2:
            self.type_anew()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            if self.currentIndex().data(ERROR_ROLE).suggestion:
                self.use()
            else:
                self.type_anew()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A button of a row."""
        super().mouseReleaseEvent(event)
        act = self._act_at(event)
        if act == USE:
            self.use()
        elif act == TYPE:
            self.type_anew()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what can be pressed."""
        super().mouseMoveEvent(event)
        shape = Qt.CursorShape.PointingHandCursor if self._act_at(event) else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def _act_at(self, event: QMouseEvent) -> str:
        point = event.position().toPoint()
        index = self.indexAt(point)
        return self._delegate.act_at(self.visualRect(index), index, point) if index.isValid() else ""
