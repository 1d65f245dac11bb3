"""The stock ledger as a table."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from rustok_desktop.commerce.views import MovementView
from rustok_desktop.core.locale import format_date, format_number, format_time, local_time

Index = QModelIndex | QPersistentModelIndex
COLUMNS = ("when", "variant", "change", "reason", "reference")


class MovementTableModel(QAbstractTableModel):
    """Movements, the latest first; read-only."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._rows: tuple[MovementView, ...] = ()
        self._heads: tuple[str, ...] = ("",) * len(COLUMNS)
        self._reasons: dict[str, str] = {}
        self._language = "en"

    def show_rows(self, rows: tuple[MovementView, ...]) -> None:
        """Put other movements."""
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def set_texts(self, language: str, heads: tuple[str, ...], reasons: dict[str, str]) -> None:
        """The words of heads and reasons, in the language of the window."""
        self.beginResetModel()
        self._language, self._heads, self._reasons = language, heads, reasons
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """One row per movement."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """The fixed columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Heads in capitals, aligned with their columns."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section].upper()
        return _alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The texts of a movement."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self._rows[index.row()]
        name = COLUMNS[index.column()]
        if name == "when":
            moment = local_time(row.created_at)
            return f"{format_date(moment, self._language, year=False)}, {format_time(moment)}"
        if name == "change":
            return ("+" if row.delta > 0 else "") + format_number(row.delta, self._language)
        if name == "reason":
            return self._reasons.get(row.reason, row.reason)
        return row.variant_title if name == "variant" else row.reference or ""


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if COLUMNS[column] == "change" else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
