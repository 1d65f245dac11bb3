"""Widths of table columns."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QTableView

from rustok_desktop.gui.theme.theme import Theme

_PADDING = 20


def fit_columns(view: QTableView, theme: Theme, widths: Mapping[int, int]) -> None:
    """Columns as wide as given for 100 %, and never narrower than their heads."""
    head = QFontMetrics(theme.font("head"))
    for column, width in widths.items():
        text = str(view.model().headerData(column, Qt.Orientation.Horizontal) or "")
        view.setColumnWidth(column, max(theme.px(width), head.horizontalAdvance(text) + theme.px(_PADDING)))
