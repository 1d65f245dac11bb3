"""The pictures of a query as a list that grows while one scrolls."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal, Slot
from shiboken6 import isValid

from rustok_desktop.gui.operations.media import MediaStart, OpenMedia, ReadMedia
from rustok_desktop.gui.services import ClientPort
from rustok_desktop.media.views import MediaPage, MediaQuery, MediaRow

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
PAGE = 100
MOST_AT_ONCE = 200


class MediaGridModel(QAbstractListModel):
    """``opened`` when another list is there, ``counted`` with how many it has, ``failed`` with an error."""

    opened = Signal()
    counted = Signal(int)
    failed = Signal(object)

    def __init__(self, client: ClientPort, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self._rows: list[MediaRow] = []
        self._next: str | None = None
        self._question = 0  # answers to earlier ones are late
        self._reading = False
        self.query = MediaQuery()
        self.total = 0
        self.loaded = False

    @Slot()
    def refresh(self) -> None:
        """Read what is shown again."""
        self._ask(min(MOST_AT_ONCE, max(PAGE, len(self._rows))))

    def open(self, query: MediaQuery) -> None:
        """Show another list."""
        self.query = query
        self._ask(PAGE)

    def row(self, number: int) -> MediaRow | None:
        """The picture at a place."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def find(self, media_id: str) -> int | None:
        """The place of a picture, as far as it is read."""
        return next((number for number, row in enumerate(self._rows) if row.id == media_id), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """The pictures read so far."""
        return 0 if parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: Index) -> bool:
        """More can be read below."""
        return not parent.isValid() and self._next is not None and not self._reading

    def fetchMore(self, parent: Index) -> None:
        """Read on: the view comes near the end."""
        if self.canFetchMore(parent) and self._next is not None:
            self._reading = True
            self._submit(ReadMedia(self.query, self._next, PAGE), self._grow)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The name to read, the row to paint."""
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        texts = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
        return row.filename if role in texts else None

    def _ask(self, limit: int) -> None:
        self._question += 1
        self._reading = True
        self._submit(OpenMedia(self.query, limit), self._show)

    def _submit(self, operation: OpenMedia | ReadMedia, then: Any) -> None:
        question = self._question
        self._client.submit(
            operation,
            on_result=partial(self._answered, question, then),
            on_error=partial(self._broke, question),
            alive=partial(isValid, self),
        )

    def _answered(self, question: int, then: Any, answer: Any) -> None:
        if question == self._question:
            self._reading = False
            then(answer)

    def _broke(self, question: int, error: BaseException) -> None:
        if question == self._question:
            self._reading = False
            self.failed.emit(error)

    def _show(self, start: MediaStart) -> None:
        rows = list(start.page.rows)
        self._next = start.page.next
        if [row.id for row in rows] == [row.id for row in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
        else:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
        self.total = start.total
        self.loaded = True
        self.opened.emit()
        self.counted.emit(start.total)

    def _grow(self, page: MediaPage) -> None:
        self._next = page.next  # first: a view asks for more as soon as rows are there
        if page.rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(page.rows) - 1)
            self._rows.extend(page.rows)
            self.endInsertRows()
