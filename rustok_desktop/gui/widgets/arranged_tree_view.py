"""A tree that a person puts in order: what is folded and what is in front outlive a change of the whole tree."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from rustok_desktop.gui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex
STEPS = {Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down", Qt.Key.Key_Left: "out", Qt.Key.Key_Right: "in"}


class ArrangedTreeView(QTreeView):
    """``chosen`` names the line in front ('' for none); ``step_asked`` (id, up | down | out | in) and ``delete_asked``
    are told by the keys of a subclass; F2 edits a line in place. The model tells the index of an id (``index_of``),
    a subclass what stands at an index (:meth:`line`).
    """

    chosen = Signal(str)
    step_asked = Signal(str, str)
    delete_asked = Signal(str)

    def __init__(self, model: Any, theme: Theme, indent: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._theme, self._indent = model, theme, indent
        self._filling = False
        self._folded: set[str] = set()
        self.setModel(model)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setExpandsOnDoubleClick(True)
        self.setTabKeyNavigation(False)
        self.restyle()
        theme.changed.connect(self.restyle)
        self.selectionModel().currentChanged.connect(self._current)
        self.collapsed.connect(self._collapsed)
        self.expanded.connect(self._expanded)

    def line(self, index: Index) -> Any:
        """What stands there, with an ``id``; None where nothing does."""
        raise NotImplementedError

    @Slot()
    def restyle(self) -> None:
        """Sizes follow the font."""
        self.setIndentation(self._theme.px(self._indent))
        self.viewport().update()

    @property
    def current(self) -> Any:
        """The line in front."""
        return self.line(self.currentIndex())

    def refill(self, fill: Callable[[], None], prefer: str | None) -> None:
        """Another tree; what was folded stays folded, ``prefer`` or the one in front stays in front."""
        before = self.current
        wanted = prefer or (before.id if before is not None else "")
        place = self.verticalScrollBar().value()
        self._filling = True
        fill()
        self.expandAll()
        for line_id in self._folded:
            index = self._model.index_of(line_id)
            if index.isValid():
                self.collapse(index)
        index = self._model.index_of(wanted)
        self.setCurrentIndex(index if index.isValid() else self._model.index(0, 0))
        self.verticalScrollBar().setValue(place)
        self._filling = False
        self._tell()

    def choose(self, line_id: str) -> bool:
        """Bring a line to the front; false when there is none of this id."""
        index = self._model.index_of(line_id)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return bool(index.isValid())

    @Slot(QModelIndex, QModelIndex)
    def _current(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        if not self._filling:
            self._tell()

    def _tell(self) -> None:
        line = self.current
        self.chosen.emit(line.id if line is not None else "")

    @Slot(QModelIndex)
    def _collapsed(self, index: QModelIndex) -> None:
        line = self.line(index)
        if line is not None and not self._filling:
            self._folded.add(line.id)

    @Slot(QModelIndex)
    def _expanded(self, index: QModelIndex) -> None:
        line = self.line(index)
        if line is not None and not self._filling:
            self._folded.discard(line.id)
