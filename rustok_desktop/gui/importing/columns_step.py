"""What the file is: its format, and which column feeds which field."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget

from rustok_desktop.core.locale import format_number
from rustok_desktop.core.messages import message
from rustok_desktop.exchange.schemas import FoundFormat
from rustok_desktop.gui.importing.import_texts import field_text
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.card import Card

_Index = QModelIndex | QPersistentModelIndex


class ColumnsModel(QAbstractTableModel):
    """Header of the file -> field of the product."""

    def __init__(self, theme: Theme, parent: Any = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns: tuple[tuple[str, str | None], ...] = ()

    def set_columns(self, columns: tuple[tuple[str, str | None], ...]) -> None:
        """Replace them."""
        self.beginResetModel()
        self._columns = columns
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """One row per column of the file."""
        return 0 if parent.isValid() else len(self._columns)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Theirs and ours."""
        return 0 if parent.isValid() else 2

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts; columns left out are grey."""
        if not index.isValid():
            return None
        header, field = self._columns[index.row()]
        if role == Qt.ItemDataRole.ForegroundRole and field is None:
            return QColor(self._theme.tokens.muted)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return header if index.column() == 0 else field_text(field) if field else self.tr("left out")
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Column heads."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Column in the file") if section == 0 else self.tr("Field of the product")).upper()


class ColumnsStep(QWidget):
    """Format line, warnings, mapping table."""

    def __init__(self, services: GuiServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._found: FoundFormat | None = None
        self._line, self._warnings = QLabel(), QLabel()
        self._line.setProperty("role", "section")
        self._warnings.setProperty("role", "muted")
        self._warnings.setWordWrap(True)
        self._model = ColumnsModel(services.theme, self)
        self._table = QTableView()
        self._table.setModel(self._model)
        self._table.verticalHeader().hide()
        self._table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._table.verticalHeader().setDefaultSectionSize(services.theme.px(30))
        self._table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._table.setShowGrid(False)
        self._table.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self._table.setTabKeyNavigation(False)
        card = Card()
        card.body.addWidget(self._line)
        card.body.addWidget(self._warnings)
        card.body.addWidget(self._table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.m)
        column.addWidget(card)
        self.retranslate()

    def show_found(self, found: FoundFormat) -> None:
        """Show what was recognised."""
        self._found = found
        self._model.set_columns(found.columns)
        self.retranslate()

    def retranslate(self) -> None:
        """Texts in the language of the window."""
        self._table.setAccessibleName(self.tr("Columns of the file"))
        found = self._found
        if found is None:
            return
        layout = self.tr("new layout") if found.generation == "new" else self.tr("classic layout")
        delimiters = {",": self.tr("comma"), ";": self.tr("semicolon"), "\t": self.tr("tab"), "|": "|"}
        parts = (
            self.tr("Shopify product CSV"),
            layout,
            found.encoding.upper(),
            delimiters.get(found.delimiter, found.delimiter),
            self.tr("%1 rows").replace("%1", format_number(found.records, self._services.translator.language)),
        )
        self._line.setText("  ·  ".join(parts))
        language = self._services.translator.language
        self._warnings.setText("\n".join(message(code, language, params) for code, params in found.notes))
        self._warnings.setVisible(bool(found.notes))
        self._model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 1)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_table"):
            self.retranslate()
