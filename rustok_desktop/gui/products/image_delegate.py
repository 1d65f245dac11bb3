"""Paints the rows of the image list."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from rustok_desktop.core import limits
from rustok_desktop.gui.media.media_delegate import paint_tile
from rustok_desktop.gui.media.picture_cache import PictureCache
from rustok_desktop.gui.products.image_table_model import ALT, INSTEAD_ROLE, URL
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.media.views import media_id_of

Index = QModelIndex | QPersistentModelIndex


class ImageDelegate(QStyledItemDelegate):
    """A tile that stands for the picture, its file name and where it lies; an empty description says so, or shows in
    grey what is read out instead."""

    def __init__(self, theme: Theme, parent: QObject | None = None, pictures: PictureCache | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures = pictures
        self.own = ""
        self.missing = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one cell."""
        tokens = self._theme.tokens
        rect = QRect(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(rect, QColor(tokens.row_selected if selected else tokens.surface))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(tokens.border))
        pad = self._theme.px(10)
        inner = rect.adjusted(pad, 0, -pad, 0)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        if index.column() == URL:
            self._paint_address(painter, inner, text)
        else:
            painter.setFont(self._theme.font("body"))
            instead = "" if text else str(index.data(INSTEAD_ROLE) or "")
            painter.setPen(QColor(tokens.text if text else tokens.muted if instead else tokens.warn))
            told = text or instead or self.missing
            shown = painter.fontMetrics().elidedText(told, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
        painter.restore()

    def _paint_address(self, painter: QPainter, rect: QRect, url: str) -> None:
        tokens, side = self._theme.tokens, self._theme.px(34)
        name = url.split("?")[0].rstrip("/").rpartition("/")[2] or url
        media_id = media_id_of(url)
        if media_id is not None:
            name = (self._pictures.name(media_id) if self._pictures is not None else "") or self.own
            url = self.own
        tile = QRect(rect.left(), rect.center().y() - side // 2, side, side)
        painter.setFont(self._theme.font("body"))
        paint_tile(painter, tile, media_id, name, self._theme, self._pictures)
        words = rect.adjusted(side + self._theme.px(10), self._theme.px(6), 0, -self._theme.px(6))
        for style, color, text, side_of in (
            ("medium", tokens.text, name, Qt.AlignmentFlag.AlignTop),
            ("small", tokens.muted, url, Qt.AlignmentFlag.AlignBottom),
        ):
            painter.setFont(self._theme.font(style))
            painter.setPen(QColor(color))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, words.width())
            painter.drawText(words, int(side_of | Qt.AlignmentFlag.AlignLeft), shown)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line that covers the cell."""
        line = QLineEdit(parent)
        line.setProperty("role", "cell")
        model = index.model()
        if index.column() == ALT:
            line.setMaxLength(limits.ALT_TEXT)
            line.setPlaceholderText(str(index.data(INSTEAD_ROLE) or ""))
        line.setAccessibleName(str(model.headerData(index.column(), Qt.Orientation.Horizontal) or ""))
        return line
