"""Columns that can be arranged, for a table whose view is a plain one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QTableView

from rustok_desktop.gui.preferences import Preferences
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.widgets.column_layout import ColumnSpec
from rustok_desktop.gui.widgets.table_columns import TableColumns

_PADDING = 24


class PlainColumns(TableColumns):
    """Follows the view's size, the words of its heads and the theme by itself. The menu of columns also opens upon the
    rows, so that the menu key reaches it.
    """

    def __init__(
        self,
        view: QTableView,
        specs: Sequence[ColumnSpec],
        *,
        preferences: Preferences,
        key: str,
        theme: Theme,
        room: int,
        least: Callable[[int], int] | None = None,
    ) -> None:
        super().__init__(
            view, specs, preferences=preferences, key=key, theme=theme, least=least or self._head_width, room=room
        )
        view.horizontalHeader().setStretchLastSection(False)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._rows_menu)
        view.model().headerDataChanged.connect(self.apply)
        view.viewport().installEventFilter(self)
        theme.changed.connect(self.apply)
        self.apply()

    def _head_width(self, section: int) -> int:
        text = str(self._view.model().headerData(section, Qt.Orientation.Horizontal) or "")
        return QFontMetrics(self._theme.font("head")).horizontalAdvance(text) + self._theme.px(_PADDING)

    @Slot(QPoint)
    def _rows_menu(self, place: QPoint) -> None:
        self.menu().popup(self._view.viewport().mapToGlobal(place))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What has no room goes, what has room again comes back."""
        if event.type() == QEvent.Type.Resize:
            self.apply()
        return False
