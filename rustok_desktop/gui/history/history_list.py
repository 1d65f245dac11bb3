"""Who changed what and when as a list with two acts, whatever the thing is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget

from rustok_desktop.gui.history.history_table_model import COLUMNS, HistoryTableModel, Line
from rustok_desktop.gui.preferences import Preferences
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.column_layout import ColumnSpec
from rustok_desktop.gui.widgets.plain_columns import PlainColumns
from rustok_desktop.history.views import HistoryEntry

# The lines that name a change go over all columns, beginning with the first one.
_SPECS = (
    ColumnSpec(COLUMNS[0], 160, needed=True, first=True),
    ColumnSpec(COLUMNS[1]),
    ColumnSpec(COLUMNS[2], needed=True),
)
_VERSIONS = ("created", "updated")  # only these leave behind another state of the fields


class _Thirds(PlainColumns):
    """What was changed has a third of the room, as each of its values, until somebody says otherwise."""

    def _width(self, section: int, spec: ColumnSpec) -> int:
        width = super()._width(section, spec)
        if spec.name in self.layout.widths:
            return width
        return max(self._view.viewport().width() // 3, self._least(section))


class HistoryList(QWidget):
    """``field_asked`` carries (event, path) to put back, ``version_asked`` the event; ``older_asked`` wants more. With
    ``preferences`` its columns can be arranged."""

    field_asked = Signal(str, str)
    version_asked = Signal(str)
    older_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, preferences: Preferences | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.columns: PlainColumns | None = None
        self._shown: tuple[Mapping[str, str], str, bool] = ({}, "en", False)
        self.note = QLabel()
        self.note.setProperty("role", "muted")
        self.note.setWordWrap(True)
        self.model = HistoryTableModel(theme, self)
        self.view = QTableView()
        self.put_back, self.version, self.older = Button(variant="primary"), Button(), Button(variant="ghost")
        self.older.hide()
        self._set_up()
        if preferences is not None:
            self.columns = _Thirds(
                self.view, _SPECS, preferences=preferences, key="history.columns", theme=theme, room=180
            )
        self._lay_out()
        self.put_back.clicked.connect(self._put_back)
        self.version.clicked.connect(self._put_version_back)
        self.older.clicked.connect(self.older_asked)
        self.view.selectionModel().currentRowChanged.connect(self._check)
        theme.changed.connect(self._restyle)
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

    def show_entries(
        self, entries: Sequence[HistoryEntry], parts: Mapping[str, str], language: str, *, several: bool, more: bool
    ) -> None:
        """Other entries, the latest first; ``parts`` are titles of a thing's parts by id, ``several`` languages are
        told apart, ``more`` when there are older ones.
        """
        self._shown = (parts, language, several)
        row = self.view.currentIndex().row()
        self.model.show_entries(tuple(entries), dict(parts), language, several)
        self.view.clearSpans()
        for place in range(self.model.rowCount()):
            line = self.model.line(place)
            if line is not None and (line.head or line.more):
                self.view.setSpan(place, 0, 1, self.model.columnCount())
        if self.model.rowCount():
            self.view.selectRow(min(max(0, row), self.model.rowCount() - 1))
        self.older.setVisible(more)
        self._check()

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
        line = self._line()
        if line is not None and line.field is not None:
            self.field_asked.emit(line.entry.event_id, line.field.path)

    @Slot()
    def _put_version_back(self) -> None:
        line = self._line()
        if line is not None:
            self.version_asked.emit(line.entry.event_id)

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.put_back.setText(self.tr("Restore field"))
        self.version.setText(self.tr("Restore version"))
        self.older.setText(self.tr("Show older"))
        self.put_back.setToolTip(self.tr("The chosen field becomes what it was before this change"))
        self.version.setToolTip(self.tr("All fields become what they were after this change; stock and status stay"))
        parts, language, several = self._shown
        more = self.older.isVisibleTo(self)
        self.show_entries(self.model.entries, parts, language, several=several, more=more)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
