"""The stock ledger as a table."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from rustok_desktop.commerce.views import MovementView
from rustok_desktop.core.locale import format_date, format_number, format_time, local_time
from rustok_desktop.gui.products.reason_box import reason_texts
from rustok_desktop.gui.widgets.headed_table_model import HeadedTableModel

Index = QModelIndex | QPersistentModelIndex
COLUMNS = ("when", "variant", "change", "reason", "reference")
WHEN, VARIANT, CHANGE, REASON, REFERENCE = range(len(COLUMNS))
NARROW = ("when", "change", "reason")  # all of one variant; the reason says the reference


class MovementTableModel(HeadedTableModel):
    """Movements, the latest first; read-only. ``narrow`` has only :data:`NARROW`."""

    def __init__(self, parent: Any = None, *, narrow: bool = False) -> None:
        self._names = NARROW if narrow else COLUMNS
        super().__init__(len(self._names), [self._names.index("change")], parent=parent)
        self._rows: tuple[MovementView, ...] = ()
        self._reasons: dict[str, str] = {}
        self._narrow = narrow
        self._language = "en"

    def show_rows(self, rows: tuple[MovementView, ...]) -> None:
        """Put other movements."""
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def retranslate(self, language: str) -> None:
        """The words of heads and reasons, in the language of the window."""
        self._language, self._reasons = language, reason_texts()
        words = (self.tr("When"), self.tr("Variant"), self.tr("Change"), self.tr("Reason"), self.tr("Reference"))
        heads = dict(zip(COLUMNS, words, strict=True))
        self.set_heads(tuple(heads[name] for name in self._names))
        self._all_changed()

    def row_total(self) -> int:
        """One row per movement."""
        return len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The texts of a movement."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(index.column())
        shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        if role not in shown:
            return None
        row = self._rows[index.row()]
        name = self._names[index.column()]
        if name == "when":
            moment = local_time(row.created_at)
            return f"{format_date(moment, self._language, year=False)}, {format_time(moment)}"
        if name == "change":
            return ("+" if row.delta > 0 else "") + format_number(row.delta, self._language)
        if name == "reason":
            words = self._reasons.get(row.reason, row.reason)
            return f"{words} · {row.reference}" if self._narrow and row.reference else words
        return row.variant_title if name == "variant" else row.reference or ""
