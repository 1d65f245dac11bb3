"""The list of pages or posts, read on as one scrolls."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from shiboken6 import isValid

from rustok_desktop.gui.operations.content import OpenContent, OpenedContent, ReadContent
from rustok_desktop.gui.services import ClientPort
from rustok_desktop.index.content_schemas import ContentPage, ContentQuery, ContentRow

Index = QModelIndex | QPersistentModelIndex
ROW = int(Qt.ItemDataRole.UserRole) + 1
PAGE = 100


class ContentListModel(QAbstractListModel):
    """Rows of one query. ``opened`` follows every reading from the beginning."""

    opened = Signal(object)
    failed = Signal(object)

    def __init__(self, client: ClientPort, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self._asked = 0
        self._reading = False
        self._next: str | None = None
        self.query = ContentQuery(kind="post")
        self.rows: list[ContentRow] = []

    def open(self, query: ContentQuery) -> None:
        """Read another list, or the same again; as many rows as there were."""
        again = query == self.query
        self.query = query
        self._asked += 1
        self._reading = False
        limit = max(PAGE, len(self.rows) if again else 0)
        self._submit(OpenContent(query, limit), partial(self._opened, self._asked))

    def _submit(self, operation: Any, on_result: Any) -> None:
        alive = partial(isValid, self)
        self._client.submit(operation, on_result=on_result, on_error=self.failed.emit, alive=alive)

    def _opened(self, asked: int, found: OpenedContent) -> None:
        if asked != self._asked:
            return
        self.beginResetModel()
        self.rows, self._next = list(found.page.rows), found.page.next
        self.endResetModel()
        self.opened.emit(found)

    def find(self, node_id: str | None) -> int:
        """Where a node stands, -1 when it is not among the rows read."""
        return next((place for place, row in enumerate(self.rows) if row.node_id == node_id), -1)

    def canFetchMore(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008 - Qt's own default
        """There is more, and nobody reads it yet."""
        return not parent.isValid() and self._next is not None and not self._reading

    def fetchMore(self, parent: Index = QModelIndex()) -> None:  # noqa: B008 - Qt's own default
        """Read on."""
        if self._next is not None:
            self._reading = True
            self._submit(ReadContent(self.query, self._next, PAGE), partial(self._more, self._asked))

    def _more(self, asked: int, page: ContentPage) -> None:
        if asked != self._asked:
            return
        self._reading = False
        self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(page.rows) - 1)
        self.rows += page.rows
        self._next = page.next
        self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Those read."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The title, and the row for the delegate."""
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            languages = ", ".join(f"{locale} {share} %" for locale, share in row.languages.items())
            return f"{row.title}, {row.status}, {languages}"
        return row if role == ROW else None
