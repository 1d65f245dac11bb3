"""Old addresses as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt

from rustok_desktop.content.views import RedirectView
from rustok_desktop.core.locale import format_date, local_time
from rustok_desktop.core.text import fold
from rustok_desktop.gui.menus.menu_texts import kind_text
from rustok_desktop.gui.widgets.headed_table_model import HeadedTableModel, Index

OLD, LEADS, KIND, LANGUAGE, SINCE = range(5)


class RedirectTableModel(HeadedTableModel):
    """Read-only, filtered by what stands in the first two columns."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(5, parent=parent)
        self.redirects: tuple[RedirectView, ...] = ()
        self._shown: list[RedirectView] = []
        self._text = ""
        self.language = "en"
        self.nowhere = ""

    def show_redirects(self, redirects: Sequence[RedirectView]) -> None:
        """Replaces everything."""
        self.redirects = tuple(redirects)
        self._apply()

    def filter(self, text: str) -> None:
        """Only what has this in an address or title."""
        self._text = fold(text.strip().lstrip("/"))
        self._apply()

    def row_total(self) -> int:
        """What the filter leaves."""
        return len(self._shown)

    def redirect(self, row: int) -> RedirectView | None:
        """The redirect of a line."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts, and the whole of them to point at."""
        one = self.redirect(index.row()) if index.isValid() else None
        if one is None:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(index.column())
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        now = f"/{one.target_slug}" if one.target_slug else self.nowhere
        texts = {
            OLD: f"/{one.slug}",
            LEADS: f"{one.title}  →  {now}",
            KIND: kind_text(one.kind),
            LANGUAGE: one.locale.upper(),
            SINCE: format_date(local_time(one.created_at), self.language),
        }
        return texts[index.column()]

    def _apply(self) -> None:
        self.beginResetModel()
        self._shown = [one for one in self.redirects if self._text in fold(f"{one.slug} {one.title} {one.target_slug}")]
        self.endResetModel()
