"""The history of a product as a table: a head for each transaction, below it what it changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor, QFont

from rustok_desktop.core.locale import format_number
from rustok_desktop.gui.history.field_texts import NOTHING, moment_text, name_text, path_text, value_text
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.history.views import FieldChange, HistoryEntry, StockMove

Index = QModelIndex | QPersistentModelIndex
COLUMNS = ("what", "before", "after")
_FIELDS_PER_ENTRY = 12  # a new product has hundreds


@dataclass(frozen=True, slots=True)
class Line:
    """One row: a head without ``field`` and ``move``, or a part of an entry; ``more`` stands for those left out."""

    entry: HistoryEntry
    field: FieldChange | None = None
    move: StockMove | None = None
    more: int = 0

    @property
    def head(self) -> bool:
        """The row that names the entry."""
        return self.field is None and self.move is None and not self.more


class HistoryTableModel(QAbstractTableModel):
    """Entries, the latest first; read-only."""

    def __init__(self, theme: Theme, parent: Any = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entries: tuple[HistoryEntry, ...] = ()
        self._lines: tuple[Line, ...] = ()
        self._variants: dict[str, str] = {}
        self._language = "en"
        self._several = False

    def show_entries(
        self, entries: tuple[HistoryEntry, ...], variants: dict[str, str], language: str, several: bool
    ) -> None:
        """Put other entries; ``variants`` are titles by id; ``several`` languages are told apart."""
        self.beginResetModel()
        self._entries, self._variants, self._language = entries, variants, language
        self._several = several
        self._lines = tuple(line for entry in entries for line in _lines(entry))
        self.endResetModel()

    @property
    def entries(self) -> tuple[HistoryEntry, ...]:
        """What is shown."""
        return self._entries

    def line(self, row: int) -> Line | None:
        """The row, None outside."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Heads and fields."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """The fixed columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Heads in capitals."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        translate = QCoreApplication.translate
        names = (
            translate("HistoryTableModel", "What"),
            translate("HistoryTableModel", "Before"),
            translate("HistoryTableModel", "After"),
        )
        return names[section].upper()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts, and the looks of heads."""
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(line, COLUMNS[index.column()])
        if role == Qt.ItemDataRole.FontRole and line.head:
            font = QFont(self._theme.font("body"))
            font.setWeight(QFont.Weight.DemiBold)
            return font
        tokens = self._theme.tokens
        if role == Qt.ItemDataRole.BackgroundRole and line.head:
            return QBrush(QColor(tokens.sunk))
        if role == Qt.ItemDataRole.ForegroundRole and not line.head and COLUMNS[index.column()] != "after":
            return QBrush(QColor(tokens.muted))
        return None

    def _text(self, line: Line, column: str) -> str:
        if line.head:
            return self._head(line.entry) if column == "what" else ""
        if line.field is not None:
            field = line.field
            if column == "what":
                return path_text(field.path, self._variants, several=self._several)
            return value_text(field.path, field.was if column == "before" else field.now, self._language)
        if line.move is not None:
            return self._move(line.move, column)
        more = self.tr("and %Ln more field(s)", "", line.more)
        return more if column == "what" else ""

    def _head(self, entry: HistoryEntry) -> str:
        translate = QCoreApplication.translate
        parts = [moment_text(entry.at, self._language, year=False), act_text(entry)]
        mine, other = translate("HistoryTableModel", "you"), translate("HistoryTableModel", "somebody else")
        parts.append(mine if entry.mine else other)
        return " · ".join(parts)

    def _move(self, move: StockMove, column: str) -> str:
        if column == "what":
            title = self._variants.get(move.variant_id, "") if len(self._variants) > 1 else ""
            return f"{name_text('stock')} · {title}" if title else name_text("stock")
        before = move.quantity - move.delta
        return format_number(before if column == "before" else move.quantity, self._language) or NOTHING


def act_text(entry: HistoryEntry) -> str:
    """What was done, and how, e.g. ``Changed by the import of autumn.csv``."""
    translate = QCoreApplication.translate
    if entry.origin == "import":
        return translate("HistoryTableModel", "Import of {file}").format(file=entry.source)
    act = {
        "created": translate("HistoryTableModel", "Created"),
        "updated": translate("HistoryTableModel", "Changed"),
        "published": translate("HistoryTableModel", "Published"),
        "unpublished": translate("HistoryTableModel", "Unpublished"),
        "archived": translate("HistoryTableModel", "Archived"),
        "unarchived": translate("HistoryTableModel", "Taken out of the archive"),
        "trashed": translate("HistoryTableModel", "Moved to the trash"),
        "restored": translate("HistoryTableModel", "Taken out of the trash"),
        "deleted": translate("HistoryTableModel", "Deleted for good"),
        "stock": translate("HistoryTableModel", "Stock adjusted"),
        "threshold_changed": translate("HistoryTableModel", "Low-stock threshold changed"),
        "enabled": translate("HistoryTableModel", "Language enabled"),
        "disabled": translate("HistoryTableModel", "Language disabled"),
        "closed": translate("HistoryTableModel", "Closed"),
        "reopened": translate("HistoryTableModel", "Opened again"),
        "scheduled": translate("HistoryTableModel", "Scheduled"),
        "unscheduled": translate("HistoryTableModel", "Taken off the schedule"),
        "moderated": translate("HistoryTableModel", "Moderated"),
    }.get(entry.act, entry.act)
    if not entry.origin:
        return act
    return translate("HistoryTableModel", "{act} by undo").format(act=act)


def _lines(entry: HistoryEntry) -> list[Line]:
    lines = [Line(entry), *(Line(entry, field=field) for field in entry.fields[:_FIELDS_PER_ENTRY])]
    lines += [Line(entry, move=move) for move in entry.movements[:_FIELDS_PER_ENTRY]]
    left = entry.field_count - min(len(entry.fields), _FIELDS_PER_ENTRY)
    return [*lines, Line(entry, more=left)] if left > 0 else lines
