"""What a bulk edit would do, product by product, each with a tick."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont

from rustok_desktop.commerce.views import BulkField, BulkLine
from rustok_desktop.gui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex
PRODUCT, FIELD, WAS, BECOMES = range(4)
_CHECKED, _UNCHECKED = Qt.CheckState.Checked.value, Qt.CheckState.Unchecked.value
Words = Callable[[str, Any], str]


class BulkPreviewModel(QAbstractTableModel):
    """One row per changed field; product and tick stand on its first. A product that is refused has one row."""

    ticked = Signal()

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[tuple[BulkLine, BulkField | None, bool]] = []
        self._lines: tuple[BulkLine, ...] = ()
        self._left_out: set[str] = set()
        self._heads: tuple[str, ...] = ("",) * 4
        self._field_name: Callable[[str], str] = str
        self._value: Words = lambda name, value: str(value)
        self._language = "en"

    def set_texts(self, heads: Sequence[str], field_name: Callable[[str], str], value: Words, language: str) -> None:
        """Heads, and how fields and values read."""
        self._heads, self._field_name, self._value, self._language = tuple(heads), field_name, value, language
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, BECOMES)

    def show_lines(self, lines: Sequence[BulkLine]) -> None:
        """Other lines; products stay left out that were. Those that do not change are not shown."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self._rows = [
            (line, field, number == 0)
            for line in lines
            if line.fields or line.problem is not None
            for number, field in enumerate(line.fields if line.problem is None else (None,))
        ]
        self.endResetModel()

    @property
    def chosen(self) -> tuple[BulkLine, ...]:
        """The lines that are ticked: they change and nothing forbids it."""
        return tuple(line for line in self._lines if self._ticks(line))

    @property
    def refused(self) -> int:
        """How many products something forbids."""
        return sum(line.problem is not None for line in self._lines)

    def tick_all(self, ticked: bool) -> None:
        """All or none."""
        self._left_out = set() if ticked else {line.product_id for line in self._lines}
        self._tell()

    def _ticks(self, line: BulkLine) -> bool:
        return bool(line.fields) and line.problem is None and line.product_id not in self._left_out

    def _tell(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, BECOMES))
        self.ticked.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Fields, and products that are refused."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Four."""
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Heads in capitals."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return self._heads[section].upper() if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The first row of a product that changes has the tick."""
        flags = super().flags(index)
        line, _, first = self._rows[index.row()]
        if index.column() == PRODUCT and first and line.problem is None:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts, ticks, and what is wrong."""
        line, field, first = self._rows[index.row()]
        column = index.column()
        if role == Qt.ItemDataRole.CheckStateRole:
            tick = column == PRODUCT and first and line.problem is None
            return (_CHECKED if self._ticks(line) else _UNCHECKED) if tick else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(line, field, first, column)
        if role == Qt.ItemDataRole.FontRole and column in (WAS, BECOMES):
            font = QFont(self._theme.font("strong" if column == BECOMES else "body"))
            font.setStrikeOut(column == WAS and self._ticks(line))
            return font
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._color(line, column)
        return None

    def _text(self, line: BulkLine, field: BulkField | None, first: bool, column: int) -> str:
        if column == PRODUCT:
            return line.title if first else ""
        if field is None:
            problem = line.problem
            return problem.text(self._language) if column == BECOMES and problem is not None else ""
        if column == FIELD:
            return self._field_name(field.name)
        return self._value(field.name, field.was if column == WAS else field.becomes)

    def _color(self, line: BulkLine, column: int) -> QColor:
        tokens = self._theme.tokens
        if line.problem is not None:
            return QColor(tokens.danger if column == BECOMES else tokens.muted)
        return QColor(tokens.muted if column == WAS or not self._ticks(line) else tokens.text)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a product, or leave it out."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        product_id = self._rows[index.row()][0].product_id
        if value in (_CHECKED, Qt.CheckState.Checked):
            self._left_out.discard(product_id)
        else:
            self._left_out.add(product_id)
        self._tell()
        return True
