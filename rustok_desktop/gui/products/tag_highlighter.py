"""Greys the tags of a description, so that its words are read first."""

from __future__ import annotations

import re

from PySide6.QtCore import Slot
from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from rustok_desktop.gui.theme.theme import Theme

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|&[a-zA-Z]+;|&#\d+;")
_LONGEST = 20_000  # characters of a line; beyond, it stays as it is


class TagHighlighter(QSyntaxHighlighter):
    """Follows the theme."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._theme = theme
        self._format = QTextCharFormat()
        theme.changed.connect(self._on_theme_changed)
        self._make_format()

    def highlightBlock(self, text: str) -> None:
        """One line."""
        if len(text) > _LONGEST or ("<" not in text and "&" not in text):
            return
        for found in _TAG.finditer(text):
            # Qt counts in halves of UTF-16; before the first emoji both counts are one.
            before = text[: found.start()]
            start = len(before) if before.isascii() else len(before.encode("utf-16-le")) // 2
            self.setFormat(start, len(found[0]), self._format)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._make_format()
        self.rehighlight()

    def _make_format(self) -> None:
        self._format.setForeground(QColor(self._theme.tokens.muted))
