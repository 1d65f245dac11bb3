"""A description as a reader sees it: cleaned, read-only, without anything from the web."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, QUrl, Slot
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from rustok_desktop.core.html import sanitize
from rustok_desktop.gui.theme.theme import Theme


class HtmlPreview(QTextBrowser):
    """Links lead nowhere, pictures are not fetched: opening a product tells nobody about it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._html = ""
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        theme.changed.connect(self._on_theme_changed)
        self._style()

    def show_html(self, html: str) -> None:
        """Show this; what the shop would not keep is left out as when it is saved."""
        if html != self._html:
            self._html = html
            self._show()

    def _show(self) -> None:
        clean = sanitize(self._html)
        # Words without any tag keep their lines; with tags, these make the lines.
        self.setHtml(clean if "<" in clean else clean.replace("\n", "<br>"))

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Nothing is read."""
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return QImage(QSize(1, 1), QImage.Format.Format_ARGB32)
        return None

    @Slot()
    def _on_theme_changed(self) -> None:
        self._style()
        self._show()

    def _style(self) -> None:
        tokens = self._theme.tokens
        self.document().setDefaultStyleSheet(
            f"a {{ color: {tokens.accent}; }} h1, h2, h3, h4 {{ font-size: medium; margin-top: 8px; }}"
            f" blockquote {{ color: {tokens.muted}; }} th, td {{ padding: 4px; border-color: {tokens.border}; }}"
        )
