"""A list at the left and what was chosen in it at the right; without any, what to begin with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QListView, QSplitter, QStackedWidget, QWidget

from rustok_desktop.gui.theme.icons import Icons
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.card import Card
from rustok_desktop.gui.widgets.empty_state import EmptyState
from rustok_desktop.gui.widgets.noted_list import NotedDelegate, NotedListModel


class ListAndSide(QStackedWidget):
    """``chosen`` carries the id of the row a person goes to; :meth:`show_rows` tells nobody.

    ``sizes``: pixels of list and editor at 100 %. ``first``: the buttons of the page without any row.
    """

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        model: NotedListModel,
        editor: QWidget,
        *,
        icon: str,
        sizes: tuple[int, int],
        first: tuple[Button, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.model = model
        self.editor = editor
        self.list = QListView()
        self.list.setModel(model)
        self.list.setItemDelegate(NotedDelegate(theme, icons, self.list))
        self.list.setUniformItemSizes(True)
        self.empty = EmptyState(icons.icon(icon, "muted"), actions=first)
        self.nothing = EmptyState(icons.icon(icon, "muted"))
        self.side = QStackedWidget()
        self.splitter = QSplitter()
        self._lay_out()
        self.splitter.setSizes([theme.px(size) for size in sizes])
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)

    def _lay_out(self) -> None:
        frame = Card(margin=1)
        frame.body.addWidget(self.list)
        self.side.addWidget(self.nothing)
        self.side.addWidget(self.editor)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(frame)
        self.splitter.addWidget(self.side)
        self.splitter.setStretchFactor(1, 1)
        self.addWidget(self.splitter)
        self.addWidget(self.empty)

    def show_rows(self, rows: Sequence[Any], notes: Sequence[str], chosen: str | None) -> None:
        """Replace the list; ``chosen`` stays chosen where it is still there."""
        selection = self.list.selectionModel()
        selection.blockSignals(True)
        self.model.show_rows(rows, notes)
        place = self.model.find(chosen)
        self.list.setCurrentIndex(self.model.index(place) if place >= 0 else QModelIndex())
        selection.blockSignals(False)
        self.list.viewport().update()

    def show_side(self, opened: bool) -> None:
        """The editor while something is ``opened``, else a word on what there is to choose or to begin."""
        self.setCurrentWidget(self.splitter if self.model.rows or opened else self.empty)
        self.side.setCurrentWidget(self.editor if opened else self.nothing)

    @Slot(QModelIndex)
    def _on_current_changed(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.model.rows[index.row()].id)
