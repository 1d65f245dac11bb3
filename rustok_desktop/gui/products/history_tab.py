"""The last tab of the editor: who changed what and when, and putting it back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget

from rustok_desktop.gui.operations.history import ReadHistory, RestoreField, RestoreVersion
from rustok_desktop.gui.products.editor_controller import EditorController
from rustok_desktop.gui.products.history_table_model import HistoryTableModel, Line
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.history.views import HistoryPage

_VERSIONS = ("created", "updated")  # only these leave behind another state of the fields


class HistoryTab(QWidget):
    """Reads when it comes in sight and when another version is shown. Restores are saved at once."""

    def __init__(self, controller: EditorController, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._theme = theme
        self._product: str | None = None
        self._seen: tuple[object, ...] = ()  # what the entries belong to
        self._next: int | None = None
        self.note = QLabel()
        self.note.setProperty("role", "muted")
        self.note.setWordWrap(True)
        self.model = HistoryTableModel(theme, self)
        self.view = QTableView()
        self.put_back, self.version, self.older = Button(variant="primary"), Button(), Button(variant="ghost")
        self._set_up()
        self._lay_out()
        self.put_back.clicked.connect(self._put_back)
        self.version.clicked.connect(self._put_version_back)
        self.older.clicked.connect(self._read_older)
        self.view.selectionModel().currentRowChanged.connect(self._check)
        controller.replaced.connect(self.refresh)
        theme.changed.connect(self._restyle)
        self.retranslate()
        self._restyle()

    def _set_up(self) -> None:
        view = self.view
        view.setModel(self.model)
        view.setProperty("framed", True)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setTextElideMode(Qt.TextElideMode.ElideRight)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setTabKeyNavigation(False)
        view.verticalHeader().hide()
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.horizontalHeader().setHighlightSections(False)
        view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.s)
        buttons.addWidget(self.put_back)
        buttons.addWidget(self.version)
        buttons.addStretch(1)
        buttons.addWidget(self.older)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.s, 0, SPACE.s)
        column.setSpacing(SPACE.m)
        column.addWidget(self.note)
        column.addWidget(self.view, 1)
        column.addLayout(buttons)

    @Slot()
    def _restyle(self) -> None:
        self.view.setFont(self._theme.font("body", tabular=True))
        self.view.verticalHeader().setDefaultSectionSize(self._theme.px(28))
        self.view.horizontalHeader().setFixedHeight(self._theme.px(32))
        self.view.viewport().update()

    @Slot()
    def refresh(self) -> None:
        """Another product or version; nothing is read while the tab is out of sight."""
        state = self._controller.state
        view = state.view if state is not None else None
        self._product = view.id if view is not None else None
        if view is None:
            self._seen, self._next = (), None
            self._show_entries(())
            return
        current = (view.id, view.version, tuple(variant.stock for variant in view.variants))
        if self.isVisible() and current != self._seen:
            self._seen = current
            self._read(None)

    def showEvent(self, event: QShowEvent) -> None:
        """Reads what has happened since."""
        super().showEvent(event)
        self.refresh()

    def focus_path(self, path: str) -> bool:
        """This tab has no field that a save could find wrong."""
        return False

    def _read(self, before: int | None) -> None:
        if self._product is not None:
            shown = partial(self._show_page, self._product, before)
            self._controller.look_back(ReadHistory(self._product, before), shown)

    @Slot()
    def _read_older(self) -> None:
        self._read(self._next)

    def _show_page(self, product_id: str, before: int | None, page: HistoryPage) -> None:
        if product_id != self._product:
            return
        self._next = page.next
        kept = self.model.entries if before is not None else ()
        self._show_entries((*kept, *page.entries))

    def _show_entries(self, entries: tuple[object, ...]) -> None:
        state = self._controller.state
        view = state.view if state is not None else None
        titles = {variant.id: variant.title for variant in view.variants} if view is not None else {}
        row = self.view.currentIndex().row()
        several = len(self._controller.shop.locales) > 1
        self.model.show_entries(entries, titles, self._controller.language, several)  # type: ignore[arg-type]
        self.view.clearSpans()
        for place in range(self.model.rowCount()):
            line = self.model.line(place)
            if line is not None and (line.head or line.more):
                self.view.setSpan(place, 0, 1, self.model.columnCount())
        if self.model.rowCount():
            self.view.selectRow(min(max(0, row), self.model.rowCount() - 1))
        self.older.setVisible(self._next is not None)
        self._say()
        self._check()

    def _say(self) -> None:
        if self._product is None:
            self.note.setText(self.tr("The history begins once the product is saved."))
        else:
            self.note.setText(self.tr("Who changed what and when. Whatever is put back is a change of its own."))

    @Slot()
    def _check(self) -> None:
        line = self._line()
        field = line.field if line is not None else None
        self.put_back.setEnabled(field is not None and field.restorable)
        newest = next((entry for entry in self.model.entries if entry.fields), None)
        past = line is not None and line.entry.act in _VERSIONS and line.entry is not newest
        self.version.setEnabled(past)

    def _line(self) -> Line | None:
        return self.model.line(self.view.currentIndex().row())

    @Slot()
    def _put_back(self) -> None:
        line, base = self._line(), self._base()
        if line is not None and line.field is not None and base is not None:
            self._controller.put_back(RestoreField(line.entry.event_id, line.field.path, base))

    @Slot()
    def _put_version_back(self) -> None:
        line, base = self._line(), self._base()
        if line is not None and base is not None:
            self._controller.put_back(RestoreVersion(line.entry.event_id, base))

    def _base(self) -> int | None:
        state = self._controller.state
        return state.view.version if state is not None and state.view is not None else None

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.put_back.setText(self.tr("Restore field"))
        self.version.setText(self.tr("Restore version"))
        self.older.setText(self.tr("Show older"))
        self.put_back.setToolTip(self.tr("The chosen field becomes what it was before this change"))
        self.version.setToolTip(self.tr("All fields become what they were after this change; stock and status stay"))
        self.view.setAccessibleName(self.tr("History of the product"))
        self._show_entries(self.model.entries)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
