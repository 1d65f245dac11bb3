"""The search field of the product list."""

from __future__ import annotations

from PySide6.QtCore import QSize

from rustok_desktop.gui.widgets.search_field import SearchField


class ListSearchField(SearchField):
    """Wide enough for its placeholder, and grows with the line it stands in."""

    def sizeHint(self) -> QSize:
        """Room for the placeholder and both icons."""
        metrics = self.fontMetrics()
        wide = metrics.horizontalAdvance(self.placeholderText()) + metrics.height() * 5
        return QSize(wide, super().sizeHint().height())
