"""The rows the import leaves out, as a model: in file order, told in the language of the window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from rustok_desktop.core.messages import message
from rustok_desktop.exchange.schemas import Mend, RowError

_Index = QModelIndex | QPersistentModelIndex
ERROR_ROLE = Qt.ItemDataRole.UserRole
REASON_ROLE = Qt.ItemDataRole.UserRole + 1  # why, in the language of the window
MENDABLE_ROLE = Qt.ItemDataRole.UserRole + 2


class RejectedModel(QAbstractListModel):
    """The errors in file order; ``typed`` carries the Mend that somebody wrote into a row."""

    typed = Signal(object)

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._errors: tuple[RowError, ...] = ()
        self._columns: frozenset[str] = frozenset()
        self._language = "en"

    def set_errors(self, errors: Sequence[RowError], columns: Sequence[str]) -> None:
        """Replace them; a cell can be mended in one of the file's ``columns``."""
        self.beginResetModel()
        self._errors, self._columns = tuple(errors), frozenset(columns)
        self.endResetModel()

    def set_language(self, language: str) -> None:
        """Tell the reasons in another language."""
        self._language = language
        if self._errors:
            self.dataChanged.emit(self.index(0), self.index(len(self._errors) - 1))

    def suggested(self) -> tuple[Mend, ...]:
        """What all the suggestions come to."""
        usable = (e for e in self._errors if e.suggestion and e.column in self._columns)
        return tuple(Mend(e.record, e.column, str(e.suggestion)) for e in usable)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """One row per error."""
        return 0 if parent.isValid() else len(self._errors)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """A cell that stands in the file can be typed anew."""
        flags = super().flags(index)
        mendable = index.isValid() and self._errors[index.row()].column in self._columns
        return flags | Qt.ItemFlag.ItemIsEditable if mendable else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The error itself, or a sentence for tooltips, copying and screen readers."""
        if not index.isValid():
            return None
        error = self._errors[index.row()]
        if role == ERROR_ROLE:
            return error
        if role == REASON_ROLE:
            return self._reason(error)
        if role == MENDABLE_ROLE:
            return error.column in self._columns
        if role == Qt.ItemDataRole.EditRole:
            return error.value
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            place = self.tr("Line %1").replace("%1", str(error.line))
            text = f"{place} · {error.column}: {error.value}\n{self._reason(error)}"
            if error.suggestion:
                text += "\n" + self.tr("Suggestion: %1").replace("%1", error.suggestion)
            return text
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """What was typed is a mend for whoever listens; the row goes when the plan is made again."""
        error: RowError | None = index.data(ERROR_ROLE) if index.isValid() else None
        if role != Qt.ItemDataRole.EditRole or error is None or str(value).strip() == error.value:
            return False
        self.typed.emit(Mend(error.record, error.column, str(value).strip()))
        return True

    def _reason(self, error: RowError) -> str:
        return message(error.rule, self._language, error.params)
