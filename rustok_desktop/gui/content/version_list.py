"""The latest versions of a text, beside it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListView, QVBoxLayout, QWidget
from shiboken6 import isValid

from rustok_desktop.gui.content.node_controller import NodeController
from rustok_desktop.gui.content.version_texts import about_text, when_text
from rustok_desktop.gui.content.versions import versions_of
from rustok_desktop.gui.operations.history import ReadHistory
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.noted_list import NotedDelegate, NotedListModel
from rustok_desktop.history.views import HistoryEntry, HistoryPage

_SHOWN = 4
_ROW = 50


class VersionList(QWidget):
    """Reads when it is in sight and the node has another version. ``asked`` names the version to look at."""

    asked = Signal(str)
    changes_asked = Signal()

    def __init__(self, services: GuiServices, controller: NodeController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services, self._controller = services, controller
        self._seen: tuple[str, int] | None = None
        self.head = QLabel()
        self.head.setProperty("role", "head")
        self.changes = Button(variant="link")
        self.model = NotedListModel(self._when, lambda _row: "clock", self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(NotedDelegate(services.theme, services.icons, self.view))
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.none = QLabel()
        self.none.setProperty("role", "hint")
        self.none.setWordWrap(True)
        top = QHBoxLayout()
        top.addWidget(self.head, 1)
        top.addWidget(self.changes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        column.addLayout(top)
        column.addWidget(self.none)
        column.addWidget(self.view)
        self.view.clicked.connect(self._ask)
        self.view.activated.connect(self._ask)
        self.changes.clicked.connect(self.changes_asked)
        controller.replaced.connect(self.refresh)
        self.retranslate()

    def _when(self, row: HistoryEntry) -> str:
        return when_text(row, self._services.translator.language)

    @Slot()
    def refresh(self) -> None:
        """Another node or version."""
        state = self._controller.state
        view = state.view if state is not None else None
        seen = (view.id, view.version) if view is not None else None
        self.changes.setVisible(view is not None)
        if seen is None or (self._seen is not None and self._seen[0] != seen[0]):
            self._show(())
            self._seen = None
        if seen is not None and self.isVisible() and seen != self._seen:
            self._seen = seen
            self._services.client.submit(
                ReadHistory(seen[0], None, "node"), on_result=partial(self._read, seen), alive=partial(isValid, self)
            )

    def showEvent(self, event: QShowEvent) -> None:
        """Reads what has happened since."""
        super().showEvent(event)
        self.refresh()

    def _read(self, seen: tuple[str, int], page: HistoryPage) -> None:
        if seen == self._seen:
            self._show(versions_of(page.entries)[:_SHOWN])

    def _show(self, entries: tuple[HistoryEntry, ...]) -> None:
        several = len(self._controller.shop.locales) > 1
        self.model.show_rows(entries, [about_text(entry, several=several) for entry in entries])
        self.view.setVisible(bool(entries))
        self.none.setVisible(not entries)
        self.view.setFixedHeight(self._services.theme.px(_ROW) * max(1, len(entries)))

    @Slot(QModelIndex)
    def _ask(self, index: QModelIndex) -> None:
        self.view.clearSelection()
        self.asked.emit(self.model.rows[index.row()].event_id)

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.head.setText(self.tr("Versions").upper())
        self.view.setAccessibleName(self.tr("Versions"))
        self.changes.setText(self.tr("All changes"))
        self.none.setText(self.tr("None yet: they begin once the text is saved."))
        self._show(self.model.rows)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
