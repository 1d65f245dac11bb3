"""Products side by side: one column each, one line for each thing to compare."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from rustok_desktop.commerce.matching import Reason, barcode_key
from rustok_desktop.commerce.matching_views import Candidate
from rustok_desktop.core.locale import format_date, format_number, local_time
from rustok_desktop.core.money import format_amount
from rustok_desktop.gui.duplicates.reason_texts import reasons_of
from rustok_desktop.gui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex
TITLE, WHY, SKU, BARCODE, PRICE, STOCK, STATUS, VENDOR, VARIANTS, CREATED = range(10)
_NOTHING = "—"
_UNLIKE = (TITLE, SKU, BARCODE, PRICE, STOCK, STATUS, VENDOR, VARIANTS)


class CandidateTableModel(QAbstractTableModel):
    """Read-only. Numbers at the heads are how reasons name the other products."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.candidates: tuple[Candidate, ...] = ()
        self._reasons: tuple[Reason, ...] = ()
        self._cells: list[list[str]] = []
        self._heads: Sequence[str] = ()
        self._statuses: dict[str, str] = {}
        self._language = "en"

    def show_candidates(self, candidates: Sequence[Candidate], reasons: Sequence[Reason]) -> None:
        """Replaces everything."""
        self.beginResetModel()
        self.candidates, self._reasons = tuple(candidates), tuple(reasons)
        self._fill()
        self.endResetModel()

    def set_texts(self, heads: Sequence[str], statuses: dict[str, str], language: str) -> None:
        """The names of the lines and of a product's states, in the language of the window."""
        self.beginResetModel()
        self._heads, self._statuses, self._language = heads, statuses, language
        self._fill()
        self.endResetModel()

    def _fill(self) -> None:
        numbers = {one.id: place for place, one in enumerate(self.candidates, 1)}
        self._cells = [self._column(one, numbers) for one in self.candidates]

    def _column(self, one: Candidate, numbers: dict[str, int]) -> list[str]:
        more = one.variant_count - len(one.codes)
        skus, barcodes = zip(*one.codes, strict=True) if one.codes else ((), ())
        return [
            one.title or _NOTHING,
            "\n".join(reasons_of(one.id, self._reasons, numbers)) or _NOTHING,
            _codes(skus, more),
            _codes(barcodes, more),
            self._price(one),
            _NOTHING if one.on_hand is None else format_number(one.on_hand, self._language),
            self._statuses.get(one.status, one.status),
            one.vendor or _NOTHING,
            format_number(one.variant_count, self._language),
            format_date(local_time(one.created_at), self._language),
        ]

    def _price(self, one: Candidate) -> str:
        if one.price_min is None or one.price_max is None:
            return _NOTHING
        low, high = (format_amount(a, one.currency_code, self._language) for a in (one.price_min, one.price_max))
        return low if low == high else f"{low} – {high}"

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """The things compared."""
        return 0 if parent.isValid() or not self.candidates else CREATED + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """The products."""
        return 0 if parent.isValid() else len(self.candidates)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Numbers above, names at the left."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return str(section + 1)
        return self._heads[section] if section < len(self._heads) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts; what differs from the first product stands out."""
        row, column = index.row(), index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._cells[column][row]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ForegroundRole and row in _UNLIKE and column:
            return QColor(self._theme.tokens.warn) if self._unlike(row, column) else None
        if role == Qt.ItemDataRole.FontRole and row == TITLE:
            return self._theme.font("medium")
        return None

    def _unlike(self, row: int, column: int) -> bool:
        """Two ways to write one barcode are no difference."""
        first, this = self._cells[0][row], self._cells[column][row]
        if row != BARCODE:
            return first != this
        return list(map(barcode_key, first.splitlines())) != list(map(barcode_key, this.splitlines()))


def _codes(codes: Sequence[str | None], more: int) -> str:
    shown = [code or _NOTHING for code in codes]
    return "\n".join([*dict.fromkeys(shown), *(["…"] if more > 0 else [])]) or _NOTHING
